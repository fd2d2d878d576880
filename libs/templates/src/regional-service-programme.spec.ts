import type { Plan } from '#libs/lifecycle';
import { Story, templateCalled } from './story.js';

const template = templateCalled('regional-service-programme');
const reason = 'Därför';
const KINDS = ['situation', 'service'];
const EFFECTS = ['Samverkanslösningar', 'Nya mötesplatser', 'Samordning', 'Koppling till näringslivet'];

function commissioned(story: Story, until = '2029-12-31'): string {
  const id = story.start('regional-service-programme', { title: 'Serviceprogram Kalmar län' });
  story.stuck(id, 'giver', 'scope', 'period');
  story.do(id, 'record-mandate', { giver: 'Regeringen', purpose: 'En butik i varje del', goal: 'Fyra effekter' });
  story.stuck(id, 'period').do(id, 'record-mandate', { period: { from: '2026', until } });
  return id;
}

function described(story: Story, id: string): void {
  story.stuck(id, 'described');
  for (const kind of KINDS) story.do(id, 'publish-description', { kind, summary: 'Så här är det.' });
  story.do(id, 'advance');
}

/** Two are heard in cases of their own, the one of them declines; Nybro lags and is let go. */
function heard(story: Story, id: string): string[] {
  expect(story.unmet(id)).toEqual(['heard']);
  story.do(id, 'fork');
  const cases = story.plan(id).children.slice(-3);
  const [hogsby, torsas, nybro] = cases.map((child) => child.id) as [string, string, string];
  expect(cases.map(({ title }) => title)).toEqual(['Högsby kommun', 'Torsås kommun', 'Nybro kommun']);
  expect(story.plan(hogsby)).toMatchObject({ kind: 'case', parent: id, stage: 'dialogue', status: 'active' });
  story.stuck(hogsby, 'answered').do(hogsby, 'hold-dialogue', { notes: 'Butiken bär orten.' }).do(hogsby, 'complete');
  expect(story.refused(id, 'advance')).toEqual(['criterion-not-met', 'join-waits']);
  story.do(torsas, 'decline-dialogue', { note: 'Hinner inte i vår.' }).do(torsas, 'complete');
  expect(story.refused(id, 'override', { reason })).toEqual(['join-waits']);
  story.do(id, 'release', { reason: 'Nybro hör av sig till hösten' }).do(id, 'advance');
  return [hogsby, torsas, nybro];
}

function adopted(story: Story, id: string): void {
  story.stuck(id, 'written', 'adopted', 'effects');
  for (const section of ['purpose', 'goal']) story.do(id, 'write-section', { section, text: 'Service nära alla.' });
  story.do(id, 'cite', { item: 'knowledge-item-1' }).do(id, 'submit-version', { validTo: '2029-12-31' });
  story.stuck(id, 'adopted', 'effects');
  const decision = { organisation: 'RKL', body: 'Regionstyrelsen', reference: '§ 14' };
  story.do(id, 'record-decision', { ...decision, decision: 'yes' });
}

function targets(story: Story, id: string): void {
  EFFECTS.forEach((name, index) => {
    const target = { value: 3, unit: 'organisations', operator: 'at-least' };
    story.do(id, 'set-target', { code: `EFFECT-${index + 1}`, name, target });
  });
}

function followedUp(story: Story, id: string): void {
  story.stuck(id, 'effects-assessed', 'examples-spread');
  const outcome = { value: 4, unit: 'organisations', qualifier: 'about' };
  story.do(id, 'measure-indicator', { indicator: 'EFFECT-1', outcome });
  for (const n of [2, 3, 4]) story.do(id, 'declare-not-measured', { indicator: `EFFECT-${n}`, reason });
  story.stuck(id, 'examples-spread').do(id, 'share-example', { title: 'Butik med drivmedel', place: 'Fagerhult' });
}

function prioritised(story: Story, id: string): void {
  story.stuck(id, 'areas', 'efforts', 'service');
  story.do(id, 'name-strategy', { code: 'RUS-1', title: 'Hållbara samhällen', source: 'RUS 2030' });
  story.do(id, 'set-priority-area', { code: 'SERVICE', title: 'Service nära', strategies: ['RUS-1'] });
  story.do(id, 'plan-effort', { title: 'Mötesplats i Fagerhult', area: 'SERVICE' }).stuck(id, 'service');
  story.do(id, 'plan-effort', { title: 'Stöd till lanthandeln', area: 'SERVICE', service: true }).do(id, 'advance');
}

const support = { what: 'Investeringsstöd till lanthandeln', organisation: 'RKL', area: 'SERVICE', granted: true };
const leansOn = (descriptionVersion: number) => ({ description: 'service', descriptionVersion });

/** From the commission until the programme is used. */
function inUse(story: Story, until?: string): string {
  const id = commissioned(story, until);
  story.do(id, 'register-knowledge-item', { title: 'Service skapar tillväxt', kind: 'report' });
  story.do(id, 'add-party', { organisation: 'RKL' });
  const names = { HOGSBY: 'Högsby kommun', TORSAS: 'Torsås kommun', NYBRO: 'Nybro kommun' };
  for (const [organisation, name] of Object.entries(names)) story.do(id, 'name-municipality', { organisation, name });
  story.do(id, 'advance');
  described(story, id);
  heard(story, id);
  prioritised(story, id);
  adopted(story, id);
  story.stuck(id, 'effects');
  targets(story, id);
  story.do(id, 'advance');
  return id;
}

describe('the regional service programme', () => {
  it('INV-10 INV-51 goes a whole cycle with a municipality that lags, and begins the next with the number 2', () => {
    const story = new Story();
    const id = inUse(story);
    story.stuck(id, 'period-over');
    story.do(id, 'decide-priority', { ...support, reference: '§ 20' });
    story.do(id, 'publish-description', { kind: 'service' }).do(id, 'decide-priority', support);
    expect(prioritiesIn(story.plan(id))).toEqual([leansOn(1), leansOn(2)]);
    story.do(id, 'add-activity', { title: 'Mötesplats' }).stuck(id, 'period-over', 'activities-settled');
    story.do(id, 'complete-activity', { activity: 'activity-1' });
    story.do(id, 'revise-version', { reason: 'Ny strategi på väg' }).do(id, 'advance');
    followedUp(story, id);
    expect(story.allowed(id)).toEqual(expect.arrayContaining(['advance', 'complete']));
    story.do(id, 'advance');
    expect(story.plan(id)).toMatchObject({ stage: 'describe', status: 'active', cycle: 2, attempt: 1 });
    expect(story.typesOf(id).filter((type) => type === 'cycle.started')).toHaveLength(1);
    described(story, id);
    const [hogsby] = heard(story, id);
    expect(story.plan(id).children).toHaveLength(6);
    expect(story.plan(hogsby as string).facts['dialogues']).toMatchObject({ ownMunicipality: 'HOGSBY' });
    story.stuck(id, 'areas', 'efforts', 'service');
    story.do(id, 'retrace-area', { area: 'SERVICE', strategies: ['RUS-1'] });
    story.do(id, 'retrace-effort', { effort: 'effort-2', area: 'SERVICE' }).do(id, 'advance');
    // The effects keep their targets; only what they have come to is asked anew.
    story.stuck(id, 'written', 'adopted');
    story.isKeptWhole();
  });

  it('INV-51 in the next cycle a decision leans on the version in force, until a new one is published', () => {
    const story = new Story();
    const id = inUse(story, '2026-02-01');
    story.do(id, 'advance');
    followedUp(story, id);
    story.do(id, 'advance').do(id, 'override', { reason });
    expect(story.refused(id, 'decide-priority', support)).toEqual(['not-open-here']);
    story.do(id, 'release', { reason }).do(id, 'advance');
    story.do(id, 'override', { reason }).do(id, 'override', { reason });
    const { area: _setAside, ...other } = support;
    expect(story.refused(id, 'decide-priority', support)).toEqual(['unknown-record']);
    story.do(id, 'decide-priority', other).do(id, 'publish-description', { kind: 'service' });
    story.do(id, 'decide-priority', other);
    expect(prioritiesIn(story.plan(id))).toEqual([leansOn(1), leansOn(2)]);
  });

  it('a decision on support without ground is refused', () => {
    const story = new Story();
    const id = commissioned(story);
    story.do(id, 'advance').do(id, 'override', { reason });
    story.do(id, 'name-municipality', { organisation: 'NYBRO' }).do(id, 'hold-dialogue', { municipality: 'NYBRO' });
    story.do(id, 'advance');
    for (const to of ['adopt', 'apply']) story.do(id, 'override', { reason, to });
    expect(story.refused(id, 'decide-priority', { ...support, area: undefined })).toEqual(['no-description-in-force']);
  });

  it('B60 the dialogues may be recorded in the programme itself: then nothing is forked and nobody waited for', () => {
    const story = new Story();
    const id = commissioned(story);
    story.do(id, 'name-municipality', { organisation: 'HOGSBY' }).do(id, 'advance');
    described(story, id);
    expect(story.unmet(id)).toEqual(['heard']);
    story.do(id, 'hold-dialogue', { municipality: 'HOGSBY', notes: 'Butiken bär orten.' }).do(id, 'advance');
    expect(story.plan(id)).toMatchObject({ stage: 'prioritise', children: [] });
  });

  it('a dialogue that was let go goes on by itself, and may be taken up again', () => {
    const story = new Story();
    const id = inUse(story);
    const [, , nybro] = story.plan(id).children.map((child) => child.id) as [string, string, string];
    expect(story.plan(nybro).status).toBe('active');
    story.do(nybro, 'hold-dialogue', { notes: 'Till slut.' }).do(nybro, 'complete');
    story.do(nybro, 'restart', { reason: 'Mer att säga', to: 'dialogue' }).stuck(nybro, 'answered');
    expect(story.plan(id)).toMatchObject({ stage: 'apply', status: 'active' });
  });

  it('sent back: the programme returns to the priorities and is adopted anew; a strategy that is dropped is told of', () => {
    const story = new Story();
    const id = inUse(story);
    expect(story.dues(id)).not.toContain('strategy-changed');
    story.do(id, 'drop-strategy', { strategy: 'RUS-1', reason: 'Ny strategi är antagen' });
    expect(story.dues(id)).toContain('strategy-changed');
    story.do(id, 'revise-version', { reason }).do(id, 'return', { reason, to: 'prioritise' }).stuck(id, 'areas');
    story.do(id, 'name-strategy', { code: 'RUS-2', title: 'Arbete i hela länet' });
    story
      .do(id, 'retrace-area', { area: 'SERVICE', strategies: ['RUS-2'] })
      .do(id, 'advance')
      .stuck(id, 'adopted');
    story.do(id, 'submit-version').do(id, 'record-decision', { organisation: 'RKL', decision: 'sent-back' });
    story.stuck(id, 'adopted').do(id, 'submit-version');
    story.do(id, 'record-decision', { organisation: 'RKL', decision: 'yes' }).do(id, 'advance');
    expect(adoptedLabels(story.plan(id))).toEqual(['1.0', '2.0']);
  });

  it('the period is over: the way to the follow-up opens by itself, and the task may end there', () => {
    const story = new Story();
    const id = inUse(story, '2026-02-01');
    expect(story.allowed(id)).toContain('advance');
    story.do(id, 'advance');
    followedUp(story, id);
    story.do(id, 'complete');
    expect(story.plan(id).status).toBe('completed');
  });

  it('reminds of the end of the period a year and half a year before', () => {
    const story = new Story();
    const soon = ['period-ends-in-a-year', 'period-ends-in-half-a-year'];
    expect(story.dues(commissioned(story))).toEqual(expect.arrayContaining(soon));
    const unsure = story.start('regional-service-programme', { title: 'Annat' });
    story.do(unsure, 'record-mandate', { period: { until: '2029' } });
    expect(story.dues(unsure).filter((rule) => soon.includes(rule))).toEqual([]);
    expect(story.dues(unsure)).toContain('without-financing');
  });

  it('every stage says what it is for; every rule has a name', () => {
    const places = [...template.stages, ...(template.tracks ?? []), template.rules ?? {}];
    const rules = places.flatMap(({ reminders = [], checkIns = [] }) => [...reminders, ...checkIns]);
    expect(rules.filter(({ name }) => !name)).toEqual([]);
    expect(template.stages.filter(({ purpose }) => !purpose)).toEqual([]);
  });
});

/** What each decision kept of the description that it leaned on. */
function prioritiesIn(plan: Plan): object[] {
  const { priorities } = plan.facts['priorities'] as { priorities: Record<string, unknown>[] };
  return priorities.map(({ description, descriptionVersion }) => ({ description, descriptionVersion }));
}

function adoptedLabels(plan: Plan): (string | undefined)[] {
  const { versions } = plan.facts['versions'] as { versions: { adopted?: { label: string } }[] };
  return versions.flatMap(({ adopted: one }) => one?.label ?? []);
}
