// Over HTTP: registry numbers and confidentiality marks, what is given out and noted, and what the public never sees.
import { checkRebuild } from '#libs/plans';
import { addDays, dayOf } from '#libs/lifecycle';
import { Tokens } from '#libs/people';
import { SCOPES } from '#libs/platform';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

const GROUND = 'OSL 21 kap. 7 §';
const today = dayOf(new Date().toISOString());
let api: RunningApi;
beforeAll(async () => (api = await runningApi()));
afterAll(() => api.close());

const did = async (plan: Json, verb: string, body: object): Promise<Json> => {
  const answer = await api.ask('POST', `/v1/plans/${plan.id}/${verb}`, { body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const give = (plan: Json, body: object) => api.ask('POST', `/v1/plans/${plan.id}/disclosures`, { body });
const met = async (change: object = {}): Promise<Json> => {
  const plan = await api.start(change);
  await did(plan, 'hold-meeting', { title: 'Uppstart' });
  await did(plan, 'hold-meeting', { title: 'Fortsättning' });
  return plan;
};
const unsigned = (path: string) => api.ask('GET', path, { token: null });

describe('what is given out', () => {
  it('is noted with what, the decision and to whom where that is known; the audit says that, and not to whom', async () => {
    const plan = await met();
    const { status, body } = await give(plan, { decision: 'given', records: ['meeting-1'], to: 'Ernst Redaktör' });
    expect([status, body]).toEqual([201, expect.objectContaining({ to: 'Ernst Redaktör', records: ['meeting-1'] })]);
    expect((await give(plan, { decision: 'given' })).body).toMatchObject({ to: null, records: null });
    const refused = await give(plan, {
      decision: 'refused',
      ground: GROUND,
      records: ['meeting-2'],
      note: 'Uppgift om hälsa',
    });
    expect(refused.body).toMatchObject({ decision: 'refused', ground: GROUND, assessed: false });
    const list = (await api.ask('GET', `/v1/plans/${plan.id}/disclosures`)).body.items;
    expect(list.map(({ decision }: Json) => decision)).toEqual(['refused', 'given', 'given']);
    const page = (await api.ask('GET', `/v1/plans/${plan.id}/disclosures?limit=2`)).body;
    expect(
      (await api.ask('GET', `/v1/plans/${plan.id}/disclosures?limit=2&cursor=${page.next}`)).body.items,
    ).toHaveLength(1);
    const audit = (await api.ask('GET', `/v1/audit?plan=${plan.id}&kind=disclosure.recorded`)).body.items;
    expect(audit.map(({ about }: Json) => about.records)).toEqual([['meeting-1'], [], ['meeting-2']]);
    expect(JSON.stringify(audit)).not.toMatch(/Ernst|hälsa/);
  });

  it('when it is marked, only after it was assessed for this request, or with a ground', async () => {
    const plan = await met();
    await did(plan, 'mark-confidential', { record: 'meeting-1', ground: GROUND });
    const refused = await give(plan, { decision: 'given', records: ['meeting-1', 'meeting-2'] });
    expect([refused.status, refused.body.code]).toEqual([409, 'confidential-unassessed']);
    expect(refused.body.detail).toContain('Marked: meeting-1.');
    expect((await give(plan, { decision: 'given' })).status).toBe(409);
    expect((await give(plan, { decision: 'given', records: ['meeting-2'] })).status).toBe(201);
    expect((await give(plan, { decision: 'given', records: ['meeting-1'], assessed: true })).status).toBe(201);
    expect((await give(plan, { decision: 'given-in-part', records: ['meeting-1'], ground: GROUND })).status).toBe(201);
    await did(plan, 'lift-confidentiality', { mark: 'mark-1', reason: 'Prövad' });
    expect((await give(plan, { decision: 'given' })).status).toBe(201);
    await did(plan, 'mark-confidential', { ground: GROUND });
    expect((await give(plan, { decision: 'given', records: ['meeting-2'] })).status).toBe(409);
  });

  it.each([
    [{ decision: 'given', records: ['meeting-9'] }, '/records/0 unknown-record'],
    [{ decision: 'refused' }, '/ground required'],
    [{ decision: 'given-in-part' }, '/ground required'],
    [{ decision: 'perhaps' }, '/decision not-one-of'],
    [{ decision: 'given', records: [] }, '/records too-few'],
    [{ decision: 'given', who: 'me' }, '/who unknown-field'],
  ])('is not noted with %j', async (body, fault) => {
    const { status, body: problem } = await give(await met(), body);
    expect([status, problem.faults.map((one: Json) => `${one.pointer} ${one.code}`)]).toEqual([400, [fault]]);
  });
});

it('the index of records says numbers, marks and what is finished', async () => {
  const plan = await met();
  await did(plan, 'register-record', { record: 'meeting-1', number: 'KS 2026/17', organisation: 'HOGSBY' });
  await did(plan, 'mark-confidential', { record: 'meeting-2', ground: GROUND, until: addDays(today, 3) });
  await did(plan, 'write-log-entry', { entry: 'Ett ord' });
  await did(plan, 'register-record', { number: 'KS 2026/1', organisation: 'HOGSBY' });
  const read = async () => (await api.ask('GET', `/v1/plans/${plan.id}/records`)).body.items as Json[];
  const [whole, ...records] = await read();
  expect(whole).toMatchObject({
    record: null,
    title: 'Hälsolots',
    numbers: [{ number: 'KS 2026/1' }],
    status: 'finished',
  });
  expect(records).toEqual([
    expect.objectContaining({ record: 'meeting-1', title: 'Uppstart', status: 'finished', marks: [] }),
    expect.objectContaining({
      record: 'meeting-2',
      status: 'working-material',
      marks: [{ key: 'mark-1', ground: GROUND, until: addDays(today, 3) }],
    }),
    expect.objectContaining({ record: 'log-entry-1', capability: 'log', status: 'working-material' }),
  ]);
  await give(plan, { decision: 'given', records: ['log-entry-1'] });
  expect((await read()).at(-1)).toMatchObject({ record: 'log-entry-1', status: 'finished' });
  await did(plan, 'discontinue', { reason: 'Slut' });
  expect((await read()).every(({ status }) => status === 'finished')).toBe(true);
});

it('a registrar, who holds that post and no other, keeps the records of every plan; somebody without it does not', async () => {
  const plan = await met();
  await api.ask('PUT', '/v1/organisations/REGION', { body: { name: 'Regionen', kind: 'region' } });
  const { body: person } = await api.ask('POST', '/v1/persons', {
    body: { name: 'Rut Registrator', organisation: 'REGION' },
  });
  const { token } = await api.app.get(Tokens).make({ name: 'Rut', scopes: SCOPES, person: person.id });
  const seen = async () => (await api.ask('GET', `/v1/plans/${plan.id}/records`, { token })).status;
  expect(await seen()).toBe(403);
  await api.ask('POST', '/v1/posts', { body: { role: 'registrar', person: person.id, organisation: 'REGION' } });
  expect(await seen()).toBe(200);
  const body = { decision: 'given', records: ['meeting-1'] };
  const given = await api.ask('POST', `/v1/plans/${plan.id}/disclosures`, { token, body });
  expect([given.status, given.body.who.id]).toEqual([201, person.id]);
  expect((await api.ask('GET', '/v1/audit', { token })).status).toBe(200);
});

describe('the public', () => {
  it('never sees a record with a mark that holds: not in the plan, nor in its history', async () => {
    const plan = await met({ public: true });
    const shown = async () => {
      const told = [
        await unsigned(`/v1/public/plans/${plan.id}`),
        await unsigned(`/v1/public/plans/${plan.id}/history`),
      ];
      return told.map(({ body }) =>
        ['Uppstart', 'Fortsättning'].filter((title) => JSON.stringify(body).includes(title)),
      );
    };
    expect(await shown()).toEqual([
      ['Uppstart', 'Fortsättning'],
      ['Uppstart', 'Fortsättning'],
    ]);
    await did(plan, 'mark-confidential', { record: 'meeting-1', ground: GROUND });
    expect(await shown()).toEqual([['Fortsättning'], ['Fortsättning']]);
    expect(JSON.stringify((await unsigned(`/v1/public/plans/${plan.id}`)).body)).not.toContain(GROUND);
    await did(plan, 'lift-confidentiality', { mark: 'mark-1', reason: 'Prövad' });
    expect((await shown())[0]).toEqual(['Uppstart', 'Fortsättning']);
  });

  it('is no wider for somebody who has signed in and has no part in the plan', async () => {
    const plan = await met({ public: true });
    await did(plan, 'mark-confidential', { record: 'meeting-1', ground: GROUND });
    const { body: passer } = await api.ask('POST', '/v1/persons', { body: { name: 'Någon' } });
    const { token } = await api.app.get(Tokens).make({ name: 'x', scopes: SCOPES, person: passer.id as string });
    const { body } = await api.ask('GET', `/v1/plans/${plan.id}`, { token });
    expect(body.records.meetings.meetings.map(({ title }: Json) => title)).toEqual(['Fortsättning']);
    const { body: history } = await api.ask('GET', `/v1/plans/${plan.id}/history`, { token });
    expect(JSON.stringify(history)).not.toContain('Uppstart');
    const { body: whole } = await api.ask('GET', `/v1/plans/${plan.id}`);
    expect(whole.records.meetings.meetings).toHaveLength(2);
  });

  it('never sees a plan that is marked as a whole: not by its id, not on the board, and the rows say what the events say', async () => {
    const plan = await met({ public: true, title: 'Ett känsligt arbete' });
    const seen = async () => [
      (await unsigned(`/v1/public/plans/${plan.id}`)).status,
      (await unsigned(`/v1/public/plans/${plan.id}/history`)).status,
      (await unsigned('/v1/public/plans?limit=1000')).body.items.some(({ id }: Json) => id === plan.id),
    ];
    expect(await seen()).toEqual([200, 200, true]);
    await did(plan, 'mark-confidential', { ground: GROUND });
    expect(await seen()).toEqual([404, 404, false]);
    const agrees = async () => (await checkRebuild(api.app.get(Pool), () => undefined)).different;
    expect(await agrees()).toEqual([]);
    await did(plan, 'lift-confidentiality', { mark: 'mark-1', reason: 'Prövad' });
    expect(await seen()).toEqual([200, 200, true]);
    expect(await agrees()).toEqual([]);
  });
});
