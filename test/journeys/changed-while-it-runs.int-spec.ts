// A way of working with a loop, a join and two kinds of adoption gets a new version in the middle of three running plans;
// mistakes are taken back and corrected on the way, and every plan ends as it should.
import { Client, type Json, type PlanAtHand } from './client.js';
import { sharedBus } from './shared-bus.js';

let client: Client;
let north: PlanAtHand;
let south: PlanAtHand;
let east: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
  expect(await client.ask('POST', '/v1/templates', { body: sharedBus(1) })).toMatchObject({ status: 201 });
});
afterAll(() => client.close());

const reason = 'We have learnt more.';
const told = async (plan: PlanAtHand): Promise<Json[]> =>
  (await plan.history()).map((event) => ({ ...event, type: event.type.replace(/^se\.stegvis\.|\.v1$/g, '') }));
const toTheVillages = async (title: string): Promise<PlanAtHand> => {
  const plan = await client.start({ template: 'shared-bus', title, language: 'en' });
  for (const idea of ['On demand', 'By the hour']) await plan.do('propose-potential', { title: idea });
  await plan.do('add-party', { organisation: 'REGION', deciding: true });
  await plan.do('consent', { organisation: 'REGION' });
  await plan.do('register-knowledge-item', { title: 'Who travels when', kind: 'study' });
  await plan.do('cite', { item: 'knowledge-item-1' });
  await plan.advance();
  return plan;
};

it('every village answers in a case of its own, and the plan waits for them all', async () => {
  north = await toTheVillages('North');
  const { made } = await north.do('fork', { plans: [{ title: 'Fagerhult' }, { title: 'Ruda' }] });
  const { en } = await north.refused('advance');
  expect(en.reasons[0].missing.map((one: Json) => one.message)).toEqual([
    'The plan "Fagerhult" is under way.',
    'The plan "Ruda" is under way.',
  ]);
  const fagerhult = client.plan(made[0].id as string);
  await fagerhult.do('tick-item', { item: 'Årsmötet / Annual meeting' });
  await fagerhult.do('complete');
  expect((await told(north)).at(-1)).toMatchObject({ type: 'child.ended' });
  await north.do('release', { reason: 'Ruda wants to wait until the spring.' });
  expect((await north.read()).children).toMatchObject([{ status: 'completed' }, { status: 'active', released: true }]);
  expect(await north.advance()).toBe('route');
});

it('a step taken by mistake is undone, and the history says so', async () => {
  await north.do('skip', { reason: 'The route is known.' });
  expect((await north.read()).stage).toBe('draft');
  await north.do('undo', { reason: 'Wrong plan.' });
  expect((await north.read()).stage).toBe('route');
  const types = (await told(north)).map(({ type }) => type as string);
  expect(types.slice(-3)).toEqual(['stage.skipped', 'stage.entered', 'step.undone']);
  await north.do('skip', { reason: 'The route is known.' });
  const { en, sv } = await client.plan((await north.read()).children[1].id as string).refused('undo');
  expect([en.detail, sv.detail]).toEqual([
    'There is nothing to undo: the plan has only begun.',
    'Här finns inget att ångra: planen har just börjat.',
  ]);
});

it('what was written wrong is corrected by saying it again; the first stays in the history', async () => {
  await north.do('hold-meeting', { title: 'Drvers', notes: 'Two drivers came.' });
  const held = (await told(north)).find(({ type }) => type === 'meeting.held');
  const body = { title: 'Drivers', notes: 'Four drivers came.' };
  const said = { event: held.id, verb: 'hold-meeting', body, happened: '2026-05-02', reason: 'A slip.' };
  await north.do('correct', said);
  expect((await north.records('meetings')).meetings).toMatchObject([{ title: 'Drivers' }]);
  const history = await told(north);
  expect(history.find(({ id }) => id === held.id)).toMatchObject({ data: { title: 'Drvers' } });
  expect(history.at(-1)).toMatchObject({ type: 'step.corrected' });
  const wrong = await north.post('correct', { ...said, body: { title: '', surprise: true } });
  expect([wrong.status, wrong.body.faults.map(({ pointer }: Json) => pointer)]).toEqual([
    400,
    ['/body/surprise', '/body/title'],
  ]);
});

it('the boards decide on the same version, and the trial begins', async () => {
  await north.do('write-section', { section: 'purpose', text: 'Everybody gets to the shop.' });
  await north.do('submit-version');
  await north.advance();
  await north.do('record-decision', { organisation: 'REGION', decision: 'yes' });
  expect(await north.advance()).toBe('trial');
  south = await toTheVillages('South');
  await south.do('pause', { reason: 'The harvest first.' });
  east = await toTheVillages('East');
});

it('a new version is published beside the old, and a preview says what it would change', async () => {
  expect((await client.ask('POST', '/v1/templates', { body: sharedBus(2) })).status).toBe(201);
  const asked = { version: 2, filter: { template: 'shared-bus', version: 1, kind: 'initiative' } };
  const unmapped = await client.ask('POST', '/v1/migrations/preview', { body: asked });
  expect(unmapped.body).toMatchObject({ total: 3, possible: 0 });
  expect(unmapped.body.results[0].reasons).toMatchObject([
    { code: 'stage-not-mapped', message: 'Say which stage "Trial run" (trial) becomes in the new template.' },
  ]);
  const { body } = await client.ask('POST', '/v1/migrations/preview', {
    body: { ...asked, stages: { trial: 'season' } },
  });
  expect(body).toMatchObject({ total: 3, possible: 3 });
  const found = body.results.find(({ plan }: Json) => plan === north.id);
  expect(found).toMatchObject({
    title: 'North',
    stage: { from: 'trial', to: 'season' },
    opened: [{ verb: 'record-lesson', name: expect.any(String) }],
    closed: [],
    criteria: [{ key: 'met', state: 'unmet', missing: [{ message: expect.stringContaining('2') }] }],
    deadlines: [{ rule: 'slow', place: 'season', from: expect.any(String), to: expect.any(String) }],
  });
  expect((await north.read()).template).toEqual({ key: 'shared-bus', version: 1 });
});

it('what the preview called possible is done, with a report; whoever was left out goes on by the old', async () => {
  const asked = { version: 2, stages: { trial: 'season' }, reason, plans: [north.id, south.id] };
  const { body } = await client.ask('POST', '/v1/migrations', { body: asked });
  expect(body).toMatchObject({ total: 2, accepted: 2, refused: 0, results: [{ plan: north.id, status: 200 }, {}] });
  expect(await north.read()).toMatchObject({ template: { version: 2 }, stage: 'season', stageName: 'Season' });
  expect((await north.read()).formerStages).toEqual([{ key: 'trial', name: { sv: 'Provkörning', en: 'Trial run' } }]);
  expect(await south.read()).toMatchObject({ template: { version: 2 }, status: 'paused', stage: 'villages' });
  expect(await east.read()).toMatchObject({ template: { version: 1 } });
  const again = await client.ask('POST', '/v1/migrations', { body: asked });
  expect(again.body).toMatchObject({
    accepted: 0,
    refused: 2,
    results: [{ status: 409, body: { code: 'goes-by-it-already' } }, {}],
  });
});

it('the loop begins anew with the next number, and asks anew', async () => {
  await north.stuck('met');
  for (const title of ['Spring', 'Autumn']) await north.do('hold-meeting', { title });
  expect(await north.advance()).toBe('harvest');
  await north.do('record-lesson', { lesson: 'Mornings are full.' });
  expect((await north.move('advance')).to).toEqual(['rest', 'route']);
  await north.do('advance', { to: 'route' });
  expect(await north.read()).toMatchObject({ stage: 'route', cycle: 2 });
  await north.do('skip', { reason: 'The same route.' });
  await north.stuck('sent');
});

it('every plan ends as it should, by the version that it goes by', async () => {
  await south.do('resume');
  await south.do('fork', { plans: [{ title: 'Berga' }] });
  await south.do('release', { reason: 'Berga has no association any more.' });
  await south.advance();
  await south.do('discontinue', { reason: 'There is no driver.' });
  for (const plan of [north, east]) {
    if ((await plan.read()).stage === 'villages') {
      await plan.do('fork', { plans: [{ title: 'Grönskåra' }] });
      const [village] = (await plan.read()).children;
      await client.plan(village.id as string).do('discontinue', { reason: 'They go by car.' });
      await plan.advance();
    }
    await plan.do('restart', { reason, to: (await plan.read()).template.version === 1 ? 'trial' : 'season' });
    for (const title of ['One', 'Two']) await plan.do('hold-meeting', { title });
    await plan.advance();
    await plan.do('record-lesson', { lesson: 'It works on Tuesdays.' });
    expect(await plan.advance({ to: 'rest' })).toBe('rest');
    await plan.do('complete');
  }
  const { items } = await client.get('/v1/plans?template=shared-bus&kind=initiative');
  expect(Object.fromEntries(items.map((one: Json) => [one.title, one.status]))).toEqual({
    North: 'completed',
    South: 'discontinued',
    East: 'completed',
  });
  expect(await north.open()).toEqual(['restart', 'undo', 'correct', 'register-record', 'mark-confidential']);
});
