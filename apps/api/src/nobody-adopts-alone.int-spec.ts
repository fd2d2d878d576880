// A process leader who wants to adopt a joint plan alone, by every way there is over HTTP; then the municipality's own people.
import { Tokens } from '#libs/people';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

interface Somebody {
  id: string;
  token: string;
}

let api: RunningApi;
let leader: Somebody;
let friend: Somebody;
let official: Somebody;
let board: Somebody;
let plan: string;

beforeAll(async () => {
  api = await runningApi();
  await api.ask('PUT', '/v1/organisations/RKL', { body: { name: 'Region Kalmar län', kind: 'region' } });
  await api.ask('PUT', '/v1/organisations/HOGSBY', { body: { name: 'Högsby kommun', kind: 'municipality' } });
  [leader, friend, official, board] = [
    await from('RKL'),
    await from('RKL'),
    await from('HOGSBY'),
    await from('HOGSBY'),
  ];
  await api.ask('POST', '/v1/posts', { body: { role: 'process-leader', person: leader.id, organisation: 'RKL' } });
  const body = { template: 'joint-action-plan', title: 'Hälsolots' };
  plan = (await api.ask('POST', '/v1/plans', { token: leader.token, body })).body.id;
  for (const organisation of ['RKL', 'HOGSBY']) await does(leader, 'add-party', { organisation });
});
afterAll(() => api.close());

async function from(organisation: string): Promise<Somebody> {
  const { body: person } = await api.ask('POST', '/v1/persons', { body: { name: 'Någon', organisation } });
  const { token } = await api.app.get(Tokens).make({ name: 'own', person: person.id });
  return { id: person.id, token };
}

const asks = ({ token }: Somebody, verb: string, body: object) =>
  api.ask('POST', `/v1/plans/${plan}/${verb}`, { token, body });

async function does(who: Somebody, verb: string, body: object): Promise<Json> {
  const { status, body: told } = await asks(who, verb, body);
  expect([verb, status, told.reasons]).toEqual([verb, 200, undefined]);
  return told;
}

/** Refused, and what is missing. */
async function refused(who: Somebody, verb: string, body: object): Promise<string[]> {
  const { status, body: told } = await asks(who, verb, body);
  expect([verb, status, told.code]).toEqual([verb, 403, 'not-permitted']);
  return told.reasons[0].missing.map(({ code, by }: Json) =>
    [code, ...(by?.roles ?? []), by?.organisation].join(' ').trim(),
  );
}

const decidesFor = (organisation: string, person: string) => ({ role: 'deciding-body', organisation, person });

it('decides for nobody, alone or among many commands', async () => {
  for (const organisation of ['RKL', 'HOGSBY']) {
    const body = { organisation, decision: 'yes' };
    expect(await refused(leader, 'record-decision', body)).toEqual([`role-needed-for deciding-body ${organisation}`]);
    expect(await refused(leader, 'consent', { organisation })).toContain(
      `role-needed-for municipal-lead ${organisation}`,
    );
    const commands = [{ plan, verb: 'record-decision', body }];
    const { body: told } = await api.ask('POST', '/v1/commands', { token: leader.token, body: { commands } });
    expect(told.results[0].status).toBe(403);
  }
});

it('is not made one who decides: not by itself, nor as a deputy, nor by a straw man', async () => {
  expect(await refused(leader, 'assign-role', decidesFor('RKL', leader.id))).toEqual(['somebody-else-needed']);
  const behind = { ...decidesFor('RKL', friend.id), deputy: leader.id };
  expect(await refused(leader, 'assign-role', behind)).toEqual(['somebody-else-needed']);
  expect(await refused(leader, 'assign-role', decidesFor('HOGSBY', friend.id))).not.toEqual([]);
  await does(leader, 'assign-role', { role: 'municipal-lead', organisation: 'HOGSBY', person: friend.id });
  expect(await refused(friend, 'assign-role', decidesFor('HOGSBY', leader.id))).toContain(
    'role-needed-for municipal-lead HOGSBY',
  );
});

it('gets no guest to say it either', async () => {
  const body = { verb: 'consent', preset: { organisation: 'RKL' }, address: 'gast@region.example' };
  const { status } = await api.ask('POST', `/v1/plans/${plan}/guest-links`, { token: leader.token, body });
  expect(status).toBe(403);
});

it('nor does it mend, take over or end what the municipality says, which does so itself', async () => {
  await api.ask('POST', `/v1/plans/${plan}/end-role`, { body: { holding: 'holding-2' } });
  const lead = { role: 'municipal-lead', organisation: 'HOGSBY', person: official.id };
  await does(leader, 'assign-role', lead);
  const named = await does(official, 'assign-role', decidesFor('HOGSBY', board.id));
  const [{ id: event, data }] = named.events;
  const again = { event, reason: 'x', verb: 'assign-role', body: decidesFor('HOGSBY', leader.id) };
  expect(await refused(leader, 'correct', again)).toEqual(['somebody-else-needed']);
  expect(await refused(leader, 'undo', {})).toContain('role-needed-for municipal-lead HOGSBY');
  expect(await refused(leader, 'change-role', { holding: data.holding, deputy: leader.id })).toEqual([
    'somebody-else-needed',
  ]);
  expect(await refused(leader, 'end-role', { holding: data.holding })).toContain(
    'role-needed-for municipal-lead HOGSBY',
  );
  const consented = await does(official, 'consent', { organisation: 'HOGSBY' });
  expect(await refused(official, 'consent', { organisation: 'RKL' })).not.toEqual([]);
  expect(await refused(leader, 'undo', {})).toContain('role-needed-for municipal-lead HOGSBY');
  const day = { event: consented.events[0].id, reason: 'x', happened: '2026-01-01' };
  expect(await refused(leader, 'correct', day)).toContain('role-needed-for municipal-lead HOGSBY');
  await does(official, 'correct', day);
});
