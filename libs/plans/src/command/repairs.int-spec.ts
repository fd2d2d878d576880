// Undo, correct, migrate and what is begun under an initiative, through two doors on real PostgreSQL.
import { fold, type Template } from '#libs/lifecycle';
import { readPlan } from '#libs/journal';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Door } from '../../../../test/services/plans.js';

const label = { sv: 'Steg', en: 'Step' };
const stage = (key: string, next: string[]) => ({ key, name: label, opens: [], criteria: [], next });
const tracks = [{ key: 'all', name: label, opens: ['plan-meeting', 'hold-meeting'] }];
const template = (version: number, key = 'small', kind: Template['kind'] = 'initiative'): Template => ({
  key,
  version,
  name: label,
  ...(kind ? { kind } : {}),
  roles: [{ key: 'lead', name: label, required: true }],
  stages: [stage('begin', [version === 1 ? 'work' : 'doing']), stage(version === 1 ? 'work' : 'doing', [])],
  tracks,
});
const reason = 'Det blev fel';

let database: FreshDatabase;
let a: Door;
let b: Door;

beforeAll(async () => {
  database = await freshDatabase();
  a = await Door.open(database.url);
  b = await Door.open(database.url);
  for (const one of [template(1), template(1, 'case', 'case'), template(2, 'own')]) await a.publish(one);
});

afterAll(async () => {
  await a.close();
  await b.close();
  await database.drop();
});

const refolded = async (id: string) => JSON.parse(JSON.stringify(fold(await readPlan(a.pool, id)))) as object;

it('a step undone through one door is undone for the other, and the stored plan is the fold', async () => {
  const plan = await a.start(template(1));
  await b.give(plan, 'hold-meeting', { title: 'Fel möte' });
  expect((await a.give(plan, 'undo', { reason })).kind).toBe('accepted');
  expect((await b.give(plan, 'hold-meeting', { title: 'Rätt möte', notes: 'Vi sågs.' })).kind).toBe('accepted');
  const meeting = (await readPlan(a.pool, plan)).findLast(({ type }) => type === 'meeting.held')?.id;
  const said = { event: meeting, verb: 'hold-meeting', body: { title: 'Rätt namn', notes: 'Vi sågs.' }, reason };
  expect((await a.give(plan, 'correct', said)).kind).toBe('accepted');
  expect((await b.one(plan)).facts['meetings']).toMatchObject({ meetings: [{ key: 'meeting-1', title: 'Rätt namn' }] });
  expect(await b.one(plan)).toEqual(await refolded(plan));
});

it('a batch that takes a step and undoes it sees its own events', async () => {
  const plan = await a.start(template(1));
  const order = (verb: string, body: object, n: number) => ({
    plan,
    verb,
    body,
    who: { id: 'token-1' },
    command: `00000000-0000-4000-8000-00000000000${n}`,
  });
  const answers = await a.together([
    order('advance', {}, 1),
    order('undo', {}, 2),
    order('plan-meeting', { title: 'M' }, 3),
  ]);
  expect(answers.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
  expect(await a.one(plan)).toMatchObject({ stage: 'begin', version: 4 });
  expect(await a.one(plan)).toEqual(await refolded(plan));
});

it('two who undo at once take back a step each, never the same twice', async () => {
  const plan = await a.start(template(1));
  for (const title of ['Ett', 'Två', 'Tre']) await a.give(plan, 'hold-meeting', { title });
  const both = await Promise.all([a.give(plan, 'undo', {}), b.give(plan, 'undo', {})]);
  expect(both.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
  expect((await a.one(plan)).facts['meetings']).toMatchObject({ meetings: [{ title: 'Ett' }] });
  expect(await a.one(plan)).toEqual(await refolded(plan));
});

it('INV-11 a running plan moves to a version that came later, and to a template of another name', async () => {
  const plan = await a.start(template(1));
  await a.give(plan, 'advance', {});
  expect(await a.give(plan, 'migrate', { version: 2 })).toMatchObject({
    reasons: [{ code: 'unknown-template-version' }],
  });
  await a.publish(template(2));
  expect(await b.give(plan, 'migrate', { version: 2 })).toMatchObject({ reasons: [{ code: 'stage-not-mapped' }] });
  expect(await b.give(plan, 'migrate', { version: 2, stages: { work: 'doing' } })).toMatchObject({ kind: 'accepted' });
  expect(await a.give(plan, 'migrate', { version: 2, template: 'own', reason })).toMatchObject({ kind: 'accepted' });
  const { rows } = await a.pool.query('SELECT template, template_version, stage FROM plan WHERE id = $1', [plan]);
  expect(rows).toEqual([{ template: 'own', template_version: 2, stage: 'doing' }]);
  expect((await a.give(plan, 'complete', {})).kind).toBe('accepted');
});

it('a case begun under an initiative is one commit with what the initiative hears, and news goes all the way up', async () => {
  const parent = await a.start(template(1));
  const begun = await b.give(null, 'start', { template: 'case', title: 'Odling', parent });
  if (begun.kind !== 'accepted') throw new Error(JSON.stringify(begun));
  expect(await a.one(parent)).toMatchObject({ children: [{ id: begun.plan.id, added: true, status: 'active' }] });
  expect(await b.give(null, 'start', { template: 'case', title: 'Ingen', parent: begun.plan.id })).toMatchObject({
    reasons: [{ code: 'parent-takes-no-plans' }],
  });
  expect(await a.give(parent, 'discontinue', { reason })).toMatchObject({ reasons: [{ code: 'plans-not-ended' }] });
  await b.give(begun.plan.id, 'discontinue', { reason });
  expect((await a.give(parent, 'discontinue', { reason })).kind).toBe('accepted');
  expect(await b.give(null, 'start', { template: 'case', title: 'Ännu en', parent })).toMatchObject({
    reasons: [{ code: 'parent-ended', field: '/parent' }],
  });
  const nobody = '00000000-0000-4000-8000-0000000000ff';
  expect(await b.give(null, 'start', { template: 'case', title: 'Ingen', parent: nobody })).toMatchObject({
    reasons: [{ code: 'unknown-parent' }],
  });
});
