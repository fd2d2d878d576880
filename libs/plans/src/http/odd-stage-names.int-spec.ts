// Over HTTP: a stage whose key is a name that every object of JavaScript seems to have is one like any other.
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.close());

const label = { sv: 'Namn', en: 'Name' };
const stage = (key: string, more: object = {}) => ({ key, name: label, ...more });

async function publish(version: number, [first, second]: [string, string]): Promise<void> {
  const way = stage(first, {
    next: [second],
    restart: true,
    returnsTo: [],
    fork: { to: 'valueof', join: true },
    optional: true,
  });
  const stages = [way, stage(second, { returnsTo: [first] }), stage('valueof')];
  const roles = [{ key: 'lead', name: label }];
  const template = { key: 'odd-names', version, name: label, roles, stages };
  const { status, body } = await api.ask('POST', '/v1/templates', { body: template });
  expect([status, body.faults]).toEqual([201, undefined]);
}

it('it is published, worked in, and renamed by a migration, from it and to it', async () => {
  await publish(1, ['constructor', 'prototype']);
  const plan = await api.start({ template: 'odd-names' });
  const give = async (verb: string, body: object): Promise<Json> => {
    const answer = await api.ask('POST', `/v1/plans/${plan.id}/${verb}`, { body });
    expect([answer.status, answer.body.faults ?? answer.body.reasons]).toEqual([200, undefined]);
    return answer.body;
  };
  expect(plan.stage).toBe('constructor');
  await give('repeat', { reason: 'En gång till' });

  await publish(2, ['begin', 'go-on']);
  await publish(3, ['go-on', 'constructor']);
  const stages = { constructor: 'begin', prototype: 'go-on' };
  const preview = await api.ask('POST', '/v1/migrations/preview', { body: { version: 2, plans: [plan.id], stages } });
  expect([preview.status, preview.body.results[0].stage.to]).toEqual([200, 'begin']);
  expect((await give('migrate', { version: 2, stages })).stage).toBe('begin');
  const back = { begin: 'constructor', 'go-on': 'go-on' };
  expect((await give('migrate', { version: 3, stages: back })).stage).toBe('constructor');

  const wrong = await api.ask('POST', `/v1/plans/${plan.id}/migrate`, {
    body: { version: 2, stages: { constructor: 'No Key', 'go-on': 'begin' } },
  });
  expect(wrong.body.faults).toEqual([
    expect.objectContaining({ pointer: '/stages/constructor', code: 'not-pairs-of-keys' }),
  ]);
});
