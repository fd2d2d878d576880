// Roles over HTTP: the process leader leaves, the receiver accepts, and the history, the plan as it was, and the plans below agree.
import { Tokens } from '#libs/people';
import { SCOPES } from '#libs/platform';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
let plan: string;
const people: Record<string, { id: string; token: string }> = {};

beforeAll(async () => {
  api = await runningApi();
  for (const code of ['RKL', 'HOGSBY'])
    await api.ask('PUT', `/v1/organisations/${code}`, { body: { name: code, kind: 'region' } });
  for (const name of ['Anna', 'Bo', 'Cilla']) {
    const { body } = await api.ask('POST', '/v1/persons', { body: { name } });
    const { token } = await api.app.get(Tokens).make({ name, scopes: SCOPES, person: body.id as string });
    people[name] = { id: body.id, token };
  }
  plan = (await api.start()).id;
}, 60_000);
afterAll(() => api.close());

const idOf = (name: string) => people[name]?.id ?? '';
const post = (verb: string, body: object, name?: string, of = plan) =>
  api.ask('POST', `/v1/plans/${of}/${verb}`, { body, ...(name ? { token: people[name]?.token ?? '' } : {}) });
const said = async (verb: string, body: object, name?: string): Promise<[number, string?]> => {
  const answer = await post(verb, body, name);
  return answer.status < 300 ? [answer.status] : [answer.status, answer.body.reasons?.[0]?.code ?? answer.body.code];
};
const holdings = async (query = ''): Promise<Json[]> =>
  (await api.ask('GET', `/v1/plans/${plan}${query}`)).body.records.roles.holdings as Json[];

const lead = { role: 'process-leader', organisation: 'RKL' };

it('INV-43 a role is open in a way of working that never thought of it, and one at a time has it', async () => {
  expect(
    await said('assign-role', { ...lead, person: idOf('Anna'), deputy: idOf('Bo'), mandate: 'Leder arbetet' }),
  ).toEqual([200]);
  expect(await said('assign-role', { ...lead, person: idOf('Cilla') })).toEqual([409, 'role-has-holder']);
  expect(await said('assign-role', { ...lead, role: 'king', person: idOf('Cilla') })).toEqual([404, 'unknown-record']);
  expect(await holdings()).toMatchObject([{ person: idOf('Anna'), deputy: idOf('Bo'), mandate: 'Leder arbetet' }]);
});

it('of two who are given it at once, one has it', async () => {
  const before = (await api.start()).id as string;
  const both = ['Anna', 'Bo'].map((name) => post('assign-role', { ...lead, person: idOf(name) }, undefined, before));
  expect((await Promise.all(both)).map(({ status }) => `${status}`).sort()).toEqual(['200', '409']);
});

it('INV-44 the leader leaves only with a successor or an open hand-over, which only the receiver accepts', async () => {
  expect(await said('end-role', { holding: 'holding-1' }, 'Anna')).toEqual([409, 'role-needs-successor']);
  const pack = { holding: 'holding-1', to: idOf('Bo'), why: 'Kommunen ville vänta', contacts: 'Biblioteket' };
  expect(await said('start-hand-over', pack, 'Anna')).toEqual([200]);
  expect(await said('end-role', { holding: 'holding-1', reason: 'Ny tjänst' }, 'Anna')).toEqual([200]);
  const [status] = await said('accept-hand-over', { holding: 'holding-1' }, 'Cilla');
  expect([403, 404]).toContain(status);
  expect(await said('accept-hand-over', { holding: 'holding-1' }, 'Bo')).toEqual([200]);
  expect(await holdings()).toMatchObject([
    { person: idOf('Anna'), ended: { successor: 'holding-2', reason: 'Ny tjänst' } },
    { person: idOf('Bo'), after: 'holding-1', mandate: 'Leder arbetet' },
  ]);
});

it('whoever left does nothing more, and whoever took over does', async () => {
  const [status] = await said('pause', { reason: 'Sommar' }, 'Anna');
  expect([403, 404]).toContain(status);
  const { body } = await api.ask('GET', `/v1/plans/${plan}/moves`, { token: people['Bo']?.token ?? '' });
  const assign = (body.items as Json[]).find(({ verb }) => verb === 'assign-role');
  expect(assign).toMatchObject({ allowed: true });
});

it('the plan as it was shows who had the role then, and undone it is handed over again', async () => {
  const { body: now } = await api.ask('GET', `/v1/plans/${plan}`);
  const then = await api.ask('GET', `/v1/plans/${plan}?asOf=${encodeURIComponent((await atVersion(2)) as string)}`);
  expect(then.body.records.roles.holdings).toMatchObject([{ person: idOf('Anna') }]);
  expect(await said('undo', { reason: 'För tidigt' })).toEqual([200]);
  expect(await holdings()).toMatchObject([
    { person: idOf('Anna'), handOver: { to: idOf('Bo'), why: 'Kommunen ville vänta' } },
  ]);
  expect(await said('accept-hand-over', { holding: 'holding-1' }, 'Bo')).toEqual([200]);
  expect((await api.ask('GET', `/v1/plans/${plan}`)).body.version).toBe(now.version + 2);
});

async function atVersion(version: number): Promise<unknown> {
  const { body } = await api.ask('GET', `/v1/plans/${plan}/history`);
  return (body.items as Json[]).find((one) => one.version === version)?.recordedAt;
}

it('INV-54 no event holds a name, an address or prose', async () => {
  const { items } = await api.feed(plan, 8);
  const told = JSON.stringify(items);
  for (const word of ['Anna', 'Bo"', 'Leder arbetet', 'Biblioteket']) expect(told).not.toContain(word);
});

it('INV-46 a change of leadership opens a task, and the role map shows what is not said', async () => {
  expect(await said('note-leadership-change', { kind: 'chief', what: 'Ny chef', organisation: 'HOGSBY' })).toEqual([
    200,
  ]);
  expect(await said('re-anchor', { task: 're-anchoring-1', note: 'Presenterat' })).toEqual([200]);
  expect(await said('re-anchor', { task: 're-anchoring-1' })).toEqual([409, 'nothing-to-re-anchor']);
  expect(await said('fill-role-map', { row: 'Lots', pays: [{ organisation: 'RKL' }], costSek: 1000 })).toEqual([200]);
  expect(await said('fill-role-map', { row: 'Lots', pays: [{}] })).toEqual([409, 'role-map-nobody']);
});
