// A regional service programme: a task for a period, a dialogue with each municipality side by side, and a second cycle.
import { Client, type Json, type PlanAtHand } from './client.js';

let client: Client;
let plan: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
});
afterAll(() => client.close());

const grant = { what: 'Grant to the village shop', organisation: 'REGION', granted: true, area: 'SERVICE' };

async function publish(...kinds: string[]): Promise<void> {
  for (const kind of kinds) await plan.do('publish-description', { kind, summary: 'Fewer shops, longer roads.' });
}

it('the task is received with its giver, what it covers and its period', async () => {
  plan = await client.start({ template: 'regional-service-programme', title: 'Service for all', language: 'en' });
  expect(await plan.read()).toMatchObject({ kind: 'initiative', stage: 'commission' });
  await plan.do('record-mandate', { giver: 'The government.', purpose: 'Service nearby.', goal: 'Four effects.' });
  const { en, sv } = await plan.stuck('period');
  expect(en).toEqual(['It is not said for which period the mandate is given. (programme lead at the region)']);
  expect(sv).toEqual(['Det står inte vilken period uppdraget gäller. (regionens programansvarige)']);
  const backwards = await plan.refused('record-mandate', { period: { from: '2031-01-01', until: '2030-12-31' } });
  expect(backwards.en.reasons).toMatchObject([{ code: 'mandate-period-ends-first', field: '/period/until' }]);
  await plan.do('record-mandate', { period: { from: '2026', until: '2099-12-31' } });
  const due = (await plan.due()).filter(({ because }) => because.from === 'mandate-ends');
  expect(due.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([
    ['period-ends-in-a-year', '2098-12-31'],
    ['period-ends-in-half-a-year', '2099-06-30'],
  ]);
  for (const [organisation, name] of [
    ['HOGSBY', 'Högsby'],
    ['TORSAS', 'Torsås'],
  ])
    await plan.do('name-municipality', { organisation, name });
  await plan.do('name-municipality', { organisation: 'NYBRO' });
  expect(await plan.advance()).toBe('describe');
});

it('the situation and the service are described, version by version', async () => {
  await publish('situation', 'service', 'service');
  const { descriptions } = await plan.records('descriptions');
  expect(descriptions.map(({ kind, version }: Json) => [kind, version])).toEqual([
    ['situation', 1],
    ['service', 1],
    ['service', 2],
  ]);
  expect(descriptions[0].summary).toBe('Fewer shops, longer roads.');
  expect(await plan.advance()).toBe('municipal-dialogues');
});

it('each municipality is heard in a case of its own; the one that lags is let go with a reason', async () => {
  const { made } = await plan.do('fork');
  const [hogsby, torsas, nybro] = made.map(({ id }: Json) => client.plan(id as string)) as PlanAtHand[];
  expect((await plan.read()).children.map(({ title }: Json) => title)).toEqual(['Högsby', 'Torsås', 'NYBRO']);
  const { en, sv } = await hogsby!.refused('complete');
  expect(en.reasons[0].missing).toMatchObject([
    { message: 'Högsby has neither been heard nor declined.', by: { organisation: 'HOGSBY' } },
  ]);
  expect(sv.reasons[0].missing[0].message).toBe('Högsby har varken hörts eller avstått.');
  await hogsby!.do('hold-dialogue', { notes: 'The shop carries the village.', on: '2026-05' });
  await hogsby!.do('complete');
  await torsas!.do('decline-dialogue', { note: 'No time this spring.' });
  await torsas!.do('complete');
  const waits = await plan.refused('advance');
  expect(waits.en.reasons.map(({ code }: Json) => code)).toEqual(['criterion-not-met', 'join-waits']);
  await plan.do('release', { reason: 'Nybro comes back in the autumn.' });
  expect(await plan.advance()).toBe('prioritise');
  expect(await nybro!.read()).toMatchObject({ status: 'active', stage: 'dialogue', parent: plan.id });
  await nybro!.do('hold-dialogue', { municipality: 'NYBRO', notes: 'Here we are.' });
});

it('strategies become areas, and areas efforts; what leans on a strategy that is dropped is told of', async () => {
  const none = await plan.refused('set-priority-area', { code: 'SERVICE', title: 'Service', strategies: ['RDS-1'] });
  expect(none.en.reasons).toMatchObject([{ code: 'no-strategies', missing: [{ verb: 'name-strategy' }] }]);
  for (const code of ['RDS-1', 'RDS-2']) await plan.do('name-strategy', { code, title: `Strategy ${code}` });
  await plan.do('set-priority-area', { code: 'SERVICE', title: 'Service nearby', strategies: ['RDS-1'] });
  await plan.do('plan-effort', { title: 'A meeting place', area: 'SERVICE', organisation: 'HOGSBY', service: true });
  await plan.do('drop-strategy', { strategy: 'RDS-1', reason: 'The county has a new one.' });
  const { en } = await plan.stuck('areas');
  expect(en[0]).toMatch(/^The area "Service nearby" cites no strategy that is in force\./);
  await plan.do('retrace-area', { area: 'SERVICE', strategies: ['RDS-2'] });
  expect(await plan.advance()).toBe('adopt');
});

it('one body decides; then each decision on support keeps the version of the description it leaned on', async () => {
  await plan.do('register-knowledge-item', { title: 'Service makes growth', kind: 'report' });
  await plan.do('cite', { item: 'knowledge-item-1' });
  await plan.do('add-party', { organisation: 'REGION' });
  for (const section of ['purpose', 'goal']) await plan.do('write-section', { section, text: 'Service nearby.' });
  await plan.do('submit-version', { validTo: '2099-12-31' });
  await plan.do('record-decision', { organisation: 'REGION', decision: 'yes', body: 'The board', reference: '§ 14' });
  const target = { value: 2, unit: 'organisations', operator: 'at-least' };
  for (const n of [1, 2, 3, 4]) await plan.do('set-target', { code: `EFFECT-${n}`, name: `Effect ${n}`, target });
  expect(await plan.advance()).toBe('apply');
  await plan.do('decide-priority', { ...grant, rationale: 'The road is the longest.' });
  await publish('service');
  await plan.do('decide-priority', grant);
  const { priorities } = await plan.records('priorities');
  expect(priorities.map(({ descriptionVersion }: Json) => descriptionVersion)).toEqual([2, 3]);
  expect(priorities[0]).toMatchObject({ description: 'service', rationale: 'The road is the longest.' });
});

it('the network asks, answers and spreads examples; then a revision is decided and the effects are followed up', async () => {
  await plan.do('raise-question', { question: 'Who drives the goods?' });
  await plan.do('answer-question', { question: 'question-1', answer: 'The library bus does.' });
  await plan.do('propose-project-idea', { title: 'One van, three villages', description: 'Share it.' });
  expect((await plan.records('network')).questions).toMatchObject([
    { key: 'question-1', words: 'Who drives the goods?', answers: [{ answer: 'The library bus does.' }] },
  ]);
  await plan.do('revise-version', { reason: 'New strategies.' });
  expect(await plan.advance()).toBe('follow-up');
  const outcome = { value: 3, unit: 'organisations', qualifier: 'about' };
  await plan.do('measure-indicator', { indicator: 'EFFECT-1', outcome });
  for (const n of [2, 3, 4]) await plan.do('declare-not-measured', { indicator: `EFFECT-${n}`, reason: 'Too early.' });
  await plan.do('share-example', { title: 'A pump run by the village', place: 'Fagerhult' });
});

it('the next cycle has the number 2, hears every municipality anew and prioritises anew', async () => {
  expect(await plan.advance()).toBe('describe');
  expect(await plan.read()).toMatchObject({ cycle: 2, attempt: 1, status: 'active' });
  expect((await plan.read()).criteria).toMatchObject([{ key: 'described', state: 'unmet' }]);
  await publish('situation', 'service');
  await plan.advance();
  await plan.do('hold-dialogue', { municipality: 'NYBRO' });
  const { made } = await plan.do('fork');
  expect(made).toHaveLength(2);
  await plan.do('release', { reason: 'They were heard in the spring.' });
  await plan.advance();
  const { en } = await plan.refused('plan-effort', { title: 'Anew', area: 'SERVICE' });
  expect(en.reasons).toMatchObject([{ code: 'no-priority-areas' }]);
  await plan.do('retrace-area', { area: 'SERVICE', strategies: ['RDS-2'] });
  await plan.do('retrace-effort', { effort: 'effort-1', area: 'SERVICE' });
  expect(await plan.advance()).toBe('adopt');
});

it('nothing that people wrote is in the feed', async () => {
  const feed = JSON.stringify(await plan.feed());
  expect(plan.prose.size).toBeGreaterThan(10);
  expect([...plan.prose].filter((sentence) => feed.includes(sentence))).toEqual([]);
});
