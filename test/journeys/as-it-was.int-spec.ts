// Time travel: the board, a plan, its moves and what was due, as they were at an earlier instant.
import { Client, type Json, type PlanAtHand } from './client.js';
import { sharedGarden } from './shared-garden.js';

let client: Client;
let meadow: PlanAtHand;
let roof: PlanAtHand;
const instants: Record<string, string> = {};

/** The instant of the last thing that was recorded, of any plan. */
async function remember(name: string): Promise<void> {
  const [last] = (await client.all('/v1/plans'))
    .map((one) => one.recordedAt as string)
    .sort()
    .reverse();
  instants[name] = last as string;
  await new Promise((later) => setTimeout(later, 5));
}

const boardAt = async (name: string, filter = '') =>
  (await client.all(`/v1/plans?asOf=${instants[name]}${filter}`)).map(({ title, stage, status }) => [
    title,
    stage,
    status,
  ]);

const openAt = async (plan: PlanAtHand, name: string, filter = '&allowed=true') =>
  (await client.get(`/v1/plans/${plan.id}/moves?asOf=${instants[name]}${filter}`)).items.map((one: Json) => one.verb);

beforeAll(async () => {
  client = await Client.open();
  expect((await client.ask('POST', '/v1/templates', { body: sharedGarden })).status).toBe(201);
  meadow = await client.start({ template: 'shared-garden', title: 'The meadow', language: 'en' });
  await remember('begun');
  await meadow.do('propose-potential', { title: 'Beans' });
  await meadow.do('propose-potential', { title: 'Peas' });
  roof = await client.start({ template: 'shared-garden', title: 'The roof', language: 'en' });
  await remember('two');
  await meadow.advance();
  await roof.do('pause', { reason: 'It leaks.' });
  await remember('paused');
  await roof.do('discontinue', { reason: 'It fell down.' });
  await remember('ended');
  await roof.do('undo', { reason: 'It was only the shed that fell down.' });
  await remember('undone');
});
afterAll(() => client.close());

it('the board shows where every plan stood, and none that had not begun', async () => {
  expect(await boardAt('begun')).toEqual([['The meadow', 'idea', 'active']]);
  expect(await boardAt('two')).toEqual([
    ['The roof', 'idea', 'active'],
    ['The meadow', 'idea', 'active'],
  ]);
  expect(await boardAt('paused')).toEqual([
    ['The roof', 'idea', 'paused'],
    ['The meadow', 'sounding', 'active'],
  ]);
  expect(await boardAt('ended', '&status=discontinued')).toHaveLength(1);
});

it('what was undone had still been so', async () => {
  expect(await boardAt('ended', '&q=roof')).toEqual([['The roof', 'idea', 'discontinued']]);
  expect(await boardAt('undone', '&q=roof')).toEqual([['The roof', 'idea', 'paused']]);
  expect(await boardAt('undone')).toEqual(
    (await client.all('/v1/plans')).map(({ title, stage, status }) => [title, stage, status]),
  );
});

it('the filters ask about that instant too', async () => {
  expect(await boardAt('two', '&stage=idea')).toHaveLength(2);
  expect(await boardAt('paused', '&stage=idea')).toEqual([['The roof', 'idea', 'paused']]);
  expect(await boardAt('paused', '&status=active&q=MEADOW')).toEqual([['The meadow', 'sounding', 'active']]);
  expect(await boardAt('ended', '&status=paused')).toEqual([]);
});

it('each row is what the plan itself says as of then', async () => {
  for (const name of Object.keys(instants))
    for (const row of await client.all(`/v1/plans?asOf=${instants[name]}`)) {
      const { version, stage, status, attempt, recordedAt } = await client.plan(row.id as string).read(instants[name]);
      expect(row).toMatchObject({ version, stage, status, attempt, recordedAt });
    }
});

it('the moves are those of then', async () => {
  expect(await openAt(meadow, 'begun')).not.toContain('advance');
  expect(await openAt(meadow, 'two')).toContain('advance');
  expect(await openAt(roof, 'paused')).toContain('resume');
  expect(await openAt(roof, 'ended')).toContain('restart');
  expect(await openAt(roof, 'ended')).not.toContain('resume');
  expect(await openAt(meadow, 'two', '&kind=capability&allowed=true')).toEqual(
    expect.arrayContaining(['propose-potential']),
  );
  const closed = await openAt(meadow, 'two', '&allowed=false');
  expect(closed).not.toContain('advance');
  expect(closed).toContain('resume');
});

it('an instant before the plan began knows of no plan', async () => {
  const early = '2020-01-01T00:00:00Z';
  expect(await client.all(`/v1/plans?asOf=${early}`)).toEqual([]);
  for (const what of ['', '/moves', '/due'])
    expect((await client.ask('GET', `/v1/plans/${roof.id}${what}?asOf=${early}`)).status).toBe(404);
});

it('an instant that lies ahead means now', async () => {
  const ahead = '2999-01-01T00:00:00Z';
  expect(await client.get(`/v1/plans/${meadow.id}/moves?asOf=${ahead}`)).toEqual(
    await client.get(`/v1/plans/${meadow.id}/moves`),
  );
  expect((await client.get(`/v1/plans/${meadow.id}/due?asOf=${ahead}`)).items).toEqual(await meadow.due());
});
