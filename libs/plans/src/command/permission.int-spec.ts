// On real PostgreSQL: what is another's to do is refused where it is decided, in the role that permits it, and counted.
import type { Template } from '#libs/lifecycle';
import type { Caller } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Door } from '../../../../test/services/plans.js';
import type { AccessPolicy } from '../access.js';

const label = { sv: 'Steg', en: 'Step' };
const template: Template = {
  key: 'small',
  version: 1,
  name: label,
  roles: [{ key: 'lead', name: label, required: true }],
  stages: [{ key: 'begin', name: label, opens: ['plan-meeting'], criteria: [], next: [] }],
};

const person = (id: string): Caller => ({
  who: { id },
  scopes: ['read', 'write'],
  name: 'somebody',
  session: true,
  person: { id, organisation: 'RKL', posts: [] },
});
const [anna, bo, cecilia] = [randomUUID(), randomUUID(), randomUUID()].map(person) as [Caller, Caller, Caller];

/** Anna leads, Bo reads along, and Cecilia does not know that there is a plan. */
const policy: AccessPolicy = {
  permission: ({ who }) =>
    who.id === anna.who.id
      ? { as: { id: who.id, role: 'lead', organisation: 'RKL' } }
      : { needed: [{ code: 'role-needed', params: { role: 'lead' }, by: { roles: ['lead'] } }] },
  view: ({ who }) => (who.id === cecilia.who.id ? null : { records: () => true, event: () => true }),
  reach: () => null,
};

let database: FreshDatabase;
let door: Door;

beforeAll(async () => {
  database = await freshDatabase();
  door = await Door.open(database.url, policy);
  await door.publish(template);
});

afterAll(async () => {
  await door.close();
  await database.drop();
});

const start = (caller: Caller) =>
  door.give(null, 'start', { template: 'small', title: 'Hälsolots' }, { caller, who: caller.who });
const meet = (plan: string, caller: Caller) =>
  door.give(plan, 'plan-meeting', { title: 'Kick-off' }, { caller, who: caller.who });

it('INV-43 whoever starts a plan holds it, and what they do is told in that role', async () => {
  const answer = await start(anna);
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  const { id } = answer.plan;
  expect((await door.one(id)).facts['roles']).toMatchObject({
    holdings: [{ role: 'lead', person: anna.who.id, organisation: 'RKL' }],
  });
  await meet(id, anna);
  const { rows } = await door.pool.query(`SELECT who FROM event WHERE plan = $1 AND type = 'meeting.planned'`, [id]);
  expect(rows[0]?.who).toEqual({ id: anna.who.id, role: 'lead', organisation: 'RKL' });
});

it('a command that is another’s to do stores nothing and says whose it is; one on an unseen plan finds none', async () => {
  const answer = await start(anna);
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  const { id } = answer.plan;
  expect(await meet(id, bo)).toMatchObject({ kind: 'not-permitted', needed: [{ code: 'role-needed' }] });
  expect(await meet(id, cecilia)).toEqual({ kind: 'unknown-plan' });
  expect((await door.one(id)).version).toBe(1);
  expect(await start(bo)).toMatchObject({ kind: 'not-permitted' });
});

it('the machine’s own orders have no caller and ask nobody', async () => {
  const { kind } = await door.give(null, 'start', { template: 'small', title: 'Import' });
  expect(kind).toBe('accepted');
});
