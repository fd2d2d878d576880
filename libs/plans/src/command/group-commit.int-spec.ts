// On real PostgreSQL, with two doors as two processes would have them: nothing lost, nothing twice, nothing half.
import type { Template } from '#libs/lifecycle';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Door } from '../../../../test/services/plans.js';
import type { Answer } from './plan-command.js';

const label = { sv: 'Steg', en: 'Step' };
const stage = (key: string, next: string[], more: Partial<Template['stages'][number]> = {}) => ({
  key,
  name: label,
  opens: [],
  criteria: [],
  next,
  ...more,
});
const template: Template = {
  key: 'small',
  version: 1,
  name: label,
  kind: 'initiative',
  roles: [{ key: 'lead', name: label, required: true }],
  stages: [stage('begin', ['work'], { fork: { to: 'work' }, restart: true }), stage('work', [])],
  tracks: [{ key: 'all', name: label, opens: ['plan-meeting', 'hold-meeting', 'record-notes', 'add-party'] }],
};

let database: FreshDatabase;
let a: Door;
let b: Door;

beforeAll(async () => {
  database = await freshDatabase();
  a = await Door.open(database.url);
  b = await Door.open(database.url);
  await a.publish(template);
});

afterAll(async () => {
  await a.close();
  await b.close();
  await database.drop();
});

const kinds = (answers: Answer[]) => answers.map((answer) => answer.kind);
const versionOf = async (plan: string) =>
  (await a.pool.query('SELECT version FROM plan WHERE id = $1', [plan])).rows[0]?.version;

it('a hundred racing writers on one plan through two doors: each is there once', async () => {
  const plan = await a.start(template);
  const racing = Array.from({ length: 100 }, (_, n) =>
    (n % 2 ? a : b).give(plan, 'plan-meeting', { title: `Möte ${n}` }),
  );
  expect(new Set(kinds(await Promise.all(racing)))).toEqual(new Set(['accepted']));
  expect(await versionOf(plan)).toBe(101);
  const { rows } = await a.pool.query(
    `SELECT data->>'title' AS title FROM event WHERE plan = $1 AND type = 'meeting.planned'`,
    [plan],
  );
  expect(new Set(rows.map((row) => row.title)).size).toBe(100);
});

it('of many writers that saw the same version one wins', async () => {
  const plan = await a.start(template);
  const racing = Array.from({ length: 20 }, (_, n) =>
    (n % 2 ? a : b).give(plan, 'pause', { reason: 'Sommar' }, { ifMatch: 1 }),
  );
  const answers = kinds(await Promise.all(racing));
  expect(answers.filter((kind) => kind === 'accepted')).toHaveLength(1);
  expect(answers.filter((kind) => kind === 'stale')).toHaveLength(19);
});

it('a "no" is never founded on what another process has changed since', async () => {
  const plan = await a.start(template);
  await b.give(plan, 'pause', { reason: 'Sommar' });
  expect((await a.give(plan, 'resume', {})).kind).toBe('accepted');
  expect((await b.give(plan, 'resume', {})).kind).toBe('refused');
});

it('the same key at the same moment through two doors is done once, with one answer', async () => {
  const plan = await a.start(template);
  const repeat = { key: randomUUID(), request: 'digest' };
  const body = { title: 'Kick off' };
  const racing = Array.from({ length: 10 }, (_, n) => (n % 2 ? a : b).give(plan, 'plan-meeting', body, { repeat }));
  const answers = await Promise.all(racing);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await versionOf(plan)).toBe(2);
  const other = { key: repeat.key, request: 'another digest' };
  expect((await b.give(plan, 'plan-meeting', body, { repeat: other })).kind).toBe('key-reused');
});

it('a refusal stores nothing in the plan and is the same under the same key', async () => {
  const plan = await a.start(template);
  const repeat = { key: randomUUID(), request: 'digest' };
  const refused = await a.give(plan, 'resume', {}, { repeat });
  await a.give(plan, 'pause', { reason: 'Sommar' });
  expect(await a.give(plan, 'resume', {}, { repeat })).toEqual(refused);
  expect(await versionOf(plan)).toBe(2);
});

it('commands together: one that is refused leaves all of them undone', async () => {
  const id = randomUUID();
  const order = (verb: string, body: object, plan: string | null = id) => ({
    plan,
    verb,
    body,
    who: { id: 'token-1' },
    command: plan === null ? id : randomUUID(),
  });
  const orders = [
    order('start', { template: 'small', title: 'Import' }, null),
    order('plan-meeting', { title: 'Kick off' }),
    order('hold-meeting', { meeting: 'meeting-7' }),
  ];
  expect(kinds(await a.together(orders))).toEqual(['accepted', 'accepted', 'refused']);
  expect(await versionOf(id)).toBeUndefined();
  expect(kinds(await a.together(orders.slice(0, 2)))).toEqual(['accepted', 'accepted']);
  expect(await versionOf(id)).toBe(2);
});

it('what the database cannot store fails alone, not with those that share its commit', async () => {
  const plan = await a.start(template);
  const other = await a.start(template);
  const poison = a.give(plan, 'hold-meeting', { title: 'Kick off', notes: 'NUL \u0000' });
  const sound = a.give(other, 'plan-meeting', { title: 'Kick off' });
  await expect(poison).rejects.toThrow();
  expect((await sound).kind).toBe('accepted');
  expect((await a.give(plan, 'plan-meeting', { title: 'Kick off' })).kind).toBe('accepted');
});

it('INV-14 a fork is one commit, and the initiative completes with its last plan', async () => {
  const plan = await a.start(template);
  const forked = await a.give(plan, 'fork', { plans: [{ title: 'Hälsolots' }, { title: 'Samverkan' }] });
  if (forked.kind !== 'accepted') throw new Error(JSON.stringify(forked));
  const [first, second] = forked.made.map((made) => made.id) as [string, string];
  expect((await a.give(first, 'complete', {})).kind).toBe('accepted');
  expect((await b.one(plan)).status).toBe('active');
  expect((await b.give(second, 'complete', {})).kind).toBe('accepted');
  expect((await a.one(plan)).status).toBe('completed');
  expect((await a.give(second, 'restart', { reason: 'En runda till' })).kind).toBe('accepted');
  expect((await b.one(plan)).status).toBe('active');
});

it('an initiative hears of each of its plans once, also when they end in batches that are under way at the same time', async () => {
  const titles = Array.from({ length: 12 }, (_, n) => ({ title: `Plan ${n}` }));
  const initiatives = await Promise.all(Array.from({ length: 4 }, () => a.start(template)));
  const forked = await Promise.all(initiatives.map((plan) => a.give(plan, 'fork', { plans: titles })));
  const children = forked.map((answer) => (answer.kind === 'accepted' ? answer.made.map(({ id }) => id) : []));
  // Each takes the initiatives in another order, as batches do that could lock each other out.
  const order = titles.flatMap((_, n) => [0, 1, 2, 3].map((_one, at) => children[(at + n) % 4]?.[n] as string));
  const answers = await Promise.all(
    order.flatMap((plan) => [a.give(plan, 'plan-meeting', { title: 'Avslut' }), a.give(plan, 'complete', {})]),
  );
  expect(new Set(kinds(answers))).toEqual(new Set(['accepted']));
  for (const plan of initiatives) {
    // The start, the fork, and twelve that have ended.
    expect(await b.one(plan)).toMatchObject({ status: 'completed', version: 14 });
    expect((await b.one(plan)).children.map(({ status }) => status)).toEqual(titles.map(() => 'completed'));
  }
});
