// What is hidden is absent: from the plan, its events, its texts and the names of the plans around it.
import { isRefusal, start, type Plan, type PlanEvent } from '#libs/lifecycle';
import { shippedTemplates } from '#libs/templates';
import { ALL, Sight, type Seeing } from './sight.js';

const now = '2026-05-04T08:00:00.000Z';
const [template] = shippedTemplates as [(typeof shippedTemplates)[number]];
const [SEEN, UNSEEN] = ['11111111-0000-4000-8000-000000000000', '22222222-0000-4000-8000-000000000000'];
const note = { key: UNSEEN, writer: 'ada', noteText: 'text-2' };

function planWith(change: Partial<Plan>): Plan {
  const command = '00000000-0000-4000-8000-000000000000';
  const begun = start({ title: 'T' }, { template, now, who: { id: 'ada' }, command, occurredAt: now, imported: false });
  if (isRefusal(begun)) throw new Error(JSON.stringify(begun.refused));
  return { ...begun.plan, ...change };
}

const child = (id: string, title: string) => ({ id, title, status: 'active' as const, attempt: 1 });
const plan = planWith({
  parent: UNSEEN,
  children: [child(SEEN, 'Synlig'), child(UNSEEN, 'Dold')],
  facts: { log: { entries: 1, comments: 0 }, 'research-notes': { notes: [note], findings: [] } },
});
const event = (type: string, data: object, who = 'ada') =>
  ({ id: `${plan.id}-3`, plan: plan.id, type, data, who: { id: who } }) as unknown as PlanEvent;
const sight = (change: Partial<Seeing> = {}) =>
  new Sight({ view: ALL, ids: ['bo'], now: plan, unseen: new Set([UNSEEN]), ...change });
const noLog = { records: (key: string) => key !== 'log', event: ({ type }: PlanEvent) => !type.startsWith('log') };

it('the plan has neither what is closed nor what is kept, nor plans that are not seen', () => {
  const seen = sight({ view: noLog }).plan(plan);
  expect(seen.facts).toEqual({ 'research-notes': { notes: [], findings: [] } });
  expect(seen.children.map(({ title }) => title)).toEqual(['Synlig']);
  expect('parent' in seen).toBe(false);
  expect(sight({ ids: ['ada'], unseen: new Set() }).plan(plan)).toEqual(plan);
});

it('what is said of the whole plan names no plan that is not seen', () => {
  const { children, facts } = sight({ view: noLog }).nameless(plan);
  expect(facts).toBe(plan.facts);
  expect(JSON.stringify(children)).not.toMatch(/Dold|22222222/);
  expect(children).toHaveLength(2);
});

it('a text that somebody keeps is not read, whatever names it', () => {
  const texts = new Map([
    ['text-1', 'Allas'],
    ['text-2', 'Min'],
  ]);
  expect([...sight().texts(texts).keys()]).toEqual(['text-1']);
  expect(sight({ ids: ['ada'] }).texts(texts)).toBe(texts);
  expect(() => sight({ now: null }).texts(texts)).toThrow('reads no texts');
});

it.each<[what: string, event: PlanEvent, told: object | null]>([
  ['kept', event('research-note.written', {}), null],
  ['closed', event('log-entry.written', {}), null],
  ['of a plan that is not seen', event('child.ended', { child: UNSEEN }), null],
  ['of one that is', event('child.ended', { child: SEEN }), { child: SEEN }],
  ['of several', event('plan.forked', { children: plan.children }), { children: [plan.children[0]] }],
  ['of several by id', event('join.released', { children: [SEEN, UNSEEN] }), { children: [SEEN] }],
  [
    'of the beginning under another',
    event('plan.started', { title: 'T', parent: UNSEEN, inherits: { log: {}, parties: {} } }),
    { title: 'T', inherits: { parties: {} } },
  ],
  ['of a beginning by itself', event('initiative.started', { title: 'T' }), { title: 'T' }],
])('an event %s', (_, given, told) => {
  expect(sight({ view: noLog }).event(given)?.data ?? null).toEqual(told);
});

it('a repair is not told of where what it mends is not', () => {
  const repair = event('step.corrected', {});
  expect(sight({ view: noLog }).event(repair, [event('log-entry.written', {})])).toBeNull();
  expect(sight({ view: noLog }).event(repair, [event('meeting.held', {})])).toBe(repair);
});

it('what is missing is told but for records that are closed', () => {
  const missing = [{ code: 'log-entries-too-few', params: { min: 1, have: 0 } }, { code: 'plan-not-ended' }];
  expect(sight().missing(missing)).toEqual(missing);
  expect(sight({ view: noLog }).missing(missing)).toEqual([{ code: 'plan-not-ended' }]);
});
