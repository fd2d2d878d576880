// The Högsby pilot, folded by the real engine: what its sources tell becomes so, what they do not tell stays unknown.
import {
  answers,
  decide,
  due,
  hear,
  isRefusal,
  start,
  type Accepted,
  type Plan,
  type PlanEvent,
  type StartBody,
  type Text,
} from '#libs/lifecycle';
import { shippedTemplates } from '#libs/templates';
import hogsby from '../../../../demo/hogsby.json' with { type: 'json' };
import type { HistoryFile } from './history.js';
import { notLoaded } from './not-loaded.js';
import { projectHistory } from './project-history.js';

const file = hogsby as unknown as HistoryFile;
const template = shippedTemplates[0]!;
const now = '2026-11-22T13:00:00.000Z';

interface Folded {
  plans: Map<string, Plan>;
  events: PlanEvent[];
  texts: Text[];
}

/** What the command door does with the orders, without a database. */
function fold(history: ReturnType<typeof projectHistory>): Folded {
  const folded: Folded = { plans: new Map(), events: [], texts: [] };
  const keep = ({ plan, events, texts, births }: Omit<Accepted, 'tells'>) => {
    folded.plans.set(plan.id, plan);
    folded.events.push(...events);
    folded.texts.push(...texts);
    births.forEach(keep);
  };
  for (const { plan: id, verb, body, who, command, occurredAt = now, imported = false, place } of history.orders) {
    const at = { template, now, who, command, occurredAt, imported };
    const outcome = id === null ? start(body as StartBody, at) : decide(folded.plans.get(id)!, verb, body, at);
    if (isRefusal(outcome)) throw new Error(`${place} ${verb}: ${JSON.stringify(outcome.refused)}`);
    keep(outcome);
    for (const tell of outcome.tells) {
      const heard = hear(folded.plans.get(tell.plan)!, tell, at);
      if (heard) keep(heard);
    }
  }
  return folded;
}

const history = projectHistory(file, { id: 'import' });
const { plans, events, texts } = fold(history);
const initiative = plans.get(history.initiative)!;
const [halsolots, samverkan] = history.plans.map((id) => plans.get(id)!) as [Plan, Plan];

const of = (plan: Plan, type: string) => events.filter((event) => event.plan === plan.id && event.type === type);
const facts = <Facts>(plan: Plan, capability: string) => plan.facts[capability] as Facts;

describe('the Högsby pilot as commands', () => {
  it('one initiative forks into two plans, named by their themes', () => {
    expect(initiative).toMatchObject({
      kind: 'initiative',
      title: 'Pilotprojekt Högsby',
      public: true,
      language: 'sv',
    });
    expect(initiative.programme).toEqual({ code: 'HRU-KALMAR', strand: 1 });
    expect(initiative.children.map(({ id, title }) => ({ id, title }))).toEqual([
      { id: history.plans[0], title: 'Hälsolots' },
      { id: history.plans[1], title: 'Samverkan med civilsamhället & allmänna dialoger' },
    ]);
    expect(plans.size).toBe(3);
  });

  it('both plans are adopted, and open to go on with: that the project ended is told, not that they did', () => {
    for (const plan of [halsolots, samverkan]) {
      expect(plan).toMatchObject({ stage: 'implementation', status: 'active', public: true });
      expect(of(plan, 'plan.adopted')).toMatchObject([{ data: { label: '1.0', adoptedOn: null }, occurredAt: null }]);
    }
    expect(initiative.status).toBe('active');
    expect(events.filter((event) => event.occurredAt === '2023-21')).toMatchObject([
      { plan: initiative.id, type: 'log-entry.written', data: { public: true } },
    ]);
  });

  it('the two makers decide; civil society is a party of the one plan that names it, and decides nothing', () => {
    const parties = (plan: Plan) => facts<{ parties: object[] }>(plan, 'parties').parties;
    expect(parties(halsolots)).toMatchObject([{ organisation: 'RKL' }, { organisation: 'HOGSBY' }]);
    expect(parties(samverkan)).toMatchObject([
      { organisation: 'RKL', deciding: true, consent: 'unknown' },
      { organisation: 'HOGSBY', deciding: true, consent: 'given' },
      { organisation: 'CIVIL', deciding: false, consent: 'unknown' },
    ]);
  });

  it('INV-15 Hälsolots is linked to none of the seven areas', () => {
    const areas = (plan: Plan) => facts<{ areas: object[]; links: string[] }>(plan, 'areas');
    expect(areas(initiative).areas).toHaveLength(7);
    expect(areas(halsolots).links).toEqual([]);
    expect(areas(samverkan).links).toEqual(['CIVIL_SOCIETY']);
  });

  it('INV-17 both analyses that the indicator counts are carried out, and none is claimed to be anchored', () => {
    const items = facts<{ items: object[] }>(initiative, 'knowledge').items;
    expect(items).toHaveLength(6);
    for (const item of items) expect(item).toMatchObject({ carriedOut: true, anchoredIn: [] });
  });

  it('INV-28 more than 60 persons took part: as stated, not a sum of what is listed', () => {
    const counted = facts<{ totals: object[]; activities: object[] }>(initiative, 'knowledge-activities');
    expect(counted.totals).toEqual([{ value: 60, unit: 'persons', qualifier: 'more-than' }]);
    expect(of(samverkan, 'participation.counted')).toMatchObject([
      { data: { count: { value: 30, unit: 'persons', qualifier: 'more-than' } } },
    ]);
  });

  it('INV-29 the assessments are the ones that the figures allow', () => {
    const { indicators } = facts<{ indicators: { code: string; assessed: { assessment: string } }[] }>(
      initiative,
      'indicators',
    );
    expect(indicators.map(({ code, assessed }) => [code, assessed.assessment])).toEqual([
      ['IND-1', 'met-approximately'],
      ['IND-2', 'partly-evidenced'],
      ['IND-3', 'met'],
      ['IND-4', 'met'],
    ]);
    const inferred = file.indicators as { inference_assessment?: string }[];
    expect(indicators.map(({ assessed }) => assessed.assessment)).toEqual(
      inferred.map((one) => one.inference_assessment?.replaceAll('_', '-')),
    );
  });

  it('INV-25 three seasons are known; every other date is unknown, and none has become a day', () => {
    const known = new Map(events.filter((event) => event.occurredAt !== null).map((event) => [event.id, event]));
    expect(new Set([...known.values()].map((event) => event.occurredAt))).toEqual(
      new Set(['2021-21', '2021-24', '2023-21']),
    );
    expect([...known.values()].map((event) => event.type)).toEqual([
      'knowledge-item.registered',
      'analysis.carried-out',
      'log-entry.written',
      'log-entry.written',
      'log-entry.written',
    ]);
    expect(JSON.stringify(events.map((event) => event.data))).not.toMatch(/"\d{4}-\d{2}-\d{2}/);
  });

  it('INV-26 everything is flagged as imported, and asks for nothing, however much later', () => {
    expect(events.every((event) => event.imported)).toBe(true);
    for (const plan of plans.values())
      for (const when of [now, '2027-06-01T00:00:00.000Z', '2040-01-01T00:00:00.000Z'])
        expect(due(plan, when, template)).toEqual([]);
  });

  it('INV-26 a criterion on which the sources are silent is unknown, never met', () => {
    const unverified = (plan: Plan) => of(plan, 'stage.completed').flatMap((event) => event.data['unverified'] ?? []);
    expect(unverified(initiative)).toEqual([
      'parties-consented',
      'accountable-named',
      'evaluation-planned',
      'every-group-asked',
      'sources-named',
      'analyses-anchored',
      'potentials-proposed',
      'parties-represented',
      'problem-formulated',
    ]);
    expect(unverified(halsolots)).toContain('activities-listed');
    expect(unverified(samverkan)).not.toContain('activities-listed');
    for (const plan of plans.values())
      for (const { key, state } of answers(template, plan, now))
        expect({ key, state }).toEqual({ key, state: 'unknown' });
  });

  it('live work can go on where the history ends', () => {
    const at = { template, now, who: { id: 'token' }, command: initiative.id, occurredAt: now, imported: false };
    const begun = decide(samverkan, 'start-activity', { activity: 'activity-5' }, at);
    expect(begun).toMatchObject({ events: [{ type: 'activity.started' }] });
  });

  it('every Swedish sentence of the file is found again, or is told of as not loaded', () => {
    const known = [
      ...texts.map((text) => text.text),
      ...[...events, history.organisations, history.programme].flatMap(strings),
    ].join('\n');
    const lost = swedish(file, '').filter(({ text, place }) => !known.includes(text) && !isTold(place));
    expect(lost).toEqual([]);
    expect(swedish(file, '').length).toBeGreaterThan(150);
  });

  it('gives the same commands at every reading, each with an id of its own', () => {
    expect(projectHistory(file, { id: 'import' })).toEqual(history);
    expect(new Set(history.orders.map((order) => order.command)).size).toBe(history.orders.length);
    for (const { command } of history.orders)
      expect(command).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('a history that stops early', () => {
  const { lifecycle_history: told = [], ...rest } = file;
  const upTo = (stages: number, plans: HistoryFile['plans']) =>
    fold(projectHistory({ ...rest, plans, lifecycle_history: told.slice(0, stages) }, { id: 'import' }));

  it('before the fork there is an initiative alone, in the stage that was reached', () => {
    const folded = upTo(5, []);
    expect([...folded.plans.values()].map(({ stage }) => stage)).toEqual(['kick-off']);
  });

  it('plans that are not adopted wait in drafting', () => {
    const drafted = file.plans.map((plan) => ({ ...plan, status: 'drafted' as const }));
    const [, ...children] = upTo(8, drafted).plans.values();
    expect(children.map(({ stage }) => stage)).toEqual(['drafting', 'drafting']);
  });
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Every string under a key that says it is Swedish. */
function swedish(value: unknown, place: string, isSwedish = false): { place: string; text: string }[] {
  if (typeof value === 'string') return isSwedish ? [{ place, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    swedish(inner, `${place}/${key}`, Array.isArray(value) ? isSwedish : /(^|_)sv$/.test(key)),
  );
}

function isTold(place: string): boolean {
  return notLoaded(file).some((one) => new RegExp(`^${one.place.replaceAll('*', '\\d+')}(/|$)`).test(place));
}
