// On real PostgreSQL: whatever becomes of the rows beside the journal, `rebuild` brings them back, also while commands arrive.
import type { Template } from '#libs/lifecycle';
import { freshDatabase, type FreshDatabase } from '../../../test/services/database.js';
import { Door } from '../../../test/services/plans.js';
import { checkRebuild, rebuild } from './rebuild.js';
import { plansInJournal } from './store/journal-plans.js';

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
  roles: [{ key: 'lead', name: label, required: true }],
  stages: [stage('begin', ['work'], { fork: { to: 'work' } }), stage('work', [])],
  tracks: [{ key: 'all', name: label, opens: ['add-party'] }],
};

let database: FreshDatabase;
let door: Door;
const silent = () => undefined;

beforeEach(async () => {
  database = await freshDatabase();
  door = await Door.open(database.url);
  await door.publish(template);
});

afterEach(async () => {
  await door.close();
  await database.drop();
});

/** Plans that have been somewhere, the last made by a fork. */
async function somePlans(count = 8): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await door.start(template, `Plan ${n}`);
    await door.give(id, 'add-party', { organisation: 'RKL' });
    await door.give(id, n % 2 ? 'advance' : 'pause', { reason: 'Det är dags.' });
    ids.push(id);
  }
  await door.give(ids[0] as string, 'resume', {});
  const forked = await door.give(ids[0] as string, 'fork', { plans: [{ title: 'Gren' }] });
  if (forked.kind !== 'accepted') throw new Error(JSON.stringify(forked));
  return [...ids, ...forked.made.map(({ id }) => id)];
}

const everything = async () => {
  const plans = await door.pool.query(`SELECT to_jsonb(plan) AS row FROM plan ORDER BY id`);
  const standings = await door.pool.query('SELECT * FROM standing ORDER BY plan, since');
  const readers = await door.pool.query('SELECT * FROM reader ORDER BY plan, key');
  return { plans: plans.rows, standings: standings.rows, readers: readers.rows };
};

const fieldsOf = (different: { plan: string; fields: string[] }[]) =>
  Object.fromEntries(different.map(({ plan, fields }) => [plan, fields]));

it('finds nothing to do where all is well', async () => {
  const ids = await somePlans();
  const before = await everything();
  const report = await rebuild(door.pool, silent);
  expect(report).toMatchObject({ plans: ids.length, different: [] });
  expect(await everything()).toEqual(before);
});

it('writes every row anew, and the second time none', async () => {
  const ids = await somePlans();
  const before = await everything();
  await door.pool.query('TRUNCATE plan, standing, reader');
  const first = await rebuild(door.pool, silent);
  expect(fieldsOf(first.different)).toEqual(Object.fromEntries(ids.map((id) => [id, ['row']])));
  expect(await everything()).toEqual(before);
  expect((await rebuild(door.pool, silent)).different).toEqual([]);
});

it.each([
  ['the fold', `UPDATE plan SET state = (state::jsonb || '{"stage": "work"}')::json`, 'stage'],
  ['a column beside it', `UPDATE plan SET title = 'Another'`, 'title'],
  ['how it has stood', `DELETE FROM standing`, 'standing'],
  ['who finds it', `UPDATE plan SET readers = 'organisation:OTHER'`, 'readers'],
  ['what it is found by', `DELETE FROM reader`, 'reader'],
  ['what it is found by wrongly', `UPDATE reader SET key = 'organisation:OTHER'`, 'reader'],
  ['its place among what is found', `UPDATE reader SET started_at = started_at - interval '1 day'`, 'reader'],
  ['when it has stood so', `UPDATE standing SET since = since - interval '1 day'`, 'standing'],
])('mends %s, and --check only tells of it', async (_, damage, field) => {
  const id = await door.start(template);
  await door.give(id, 'add-party', { organisation: 'RKL' });
  const before = await everything();
  await door.pool.query(damage);
  const damaged = await everything();
  const told = await checkRebuild(door.pool, silent);
  expect(fieldsOf(told.different)[id]).toContain(field);
  expect(await everything()).toEqual(damaged);
  await rebuild(door.pool, silent);
  expect(await everything()).toEqual(before);
});

it('folds every plan whole, however many events a page of the journal holds', async () => {
  const ids = await somePlans();
  for (const pageSize of [1, 2, 3, 7, 1_000]) {
    const found: [string, number][] = [];
    for await (const { plans } of plansInJournal(door.pool, pageSize))
      found.push(...plans.map(({ plan }): [string, number] => [plan.id, plan.version]));
    const versions = await Promise.all(ids.toSorted().map(async (id) => [id, (await door.one(id)).version]));
    expect(found).toEqual(versions);
  }
});

it('tells of a row that the journal knows nothing of, and leaves it', async () => {
  const id = await door.start(template);
  await door.pool.query('DELETE FROM event WHERE plan = $1', [id]);
  expect((await rebuild(door.pool, silent)).different).toEqual([{ plan: id, fields: ['events'] }]);
  expect(await door.one(id)).toMatchObject({ id });
});

it('a rebuild that was broken off is finished by the next', async () => {
  const ids = await somePlans(230);
  const before = await everything();
  await door.pool.query('TRUNCATE plan, standing, reader');
  let asked = 0;
  const breaking = new Proxy(door.pool, {
    get: (pool, name) => {
      if (name !== 'connect') return (Reflect.get(pool, name) as (...given: unknown[]) => unknown).bind(pool);
      asked += 1;
      return asked > 1 ? () => Promise.reject(new Error('cut off')) : pool.connect.bind(pool);
    },
  });
  await expect(rebuild(breaking, silent)).rejects.toThrow('cut off');
  const { rows } = await door.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM plan');
  expect(rows[0]?.count).toBe(100);
  expect((await rebuild(door.pool, silent)).different).toHaveLength(ids.length - 100);
  expect(await everything()).toEqual(before);
});

it('while commands arrive, none is lost and every row is right in the end', async () => {
  const ids = await somePlans(20);
  const going = { on: true };
  const commands = ids.map(async (id, n) => {
    for (let round = 0; going.on; round += 1) await door.give(id, 'add-party', { organisation: `ORG-${n}-${round}` });
  });
  // Damage that no command can bring about, in what none of them reads.
  for (let round = 0; round < 5; round += 1) {
    for (const id of ids.slice(0, 5)) await door.pool.query(`UPDATE plan SET title = 'Another' WHERE id = $1`, [id]);
    await rebuild(door.pool, silent);
  }
  going.on = false;
  await Promise.all(commands);
  expect((await rebuild(door.pool, silent)).different.filter(({ fields }) => fields.join() !== 'standing')).toEqual([]);
  expect((await checkRebuild(door.pool, silent)).different).toEqual([]);
});
