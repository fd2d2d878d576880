// Two api processes and a worker on one PostgreSQL and one Redis: they share the plans and never tread on each other.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { START } from '../bench/ten-verbs.js';
import { freshDatabase, type FreshDatabase } from '../services/database.js';
import { ask, load, untilAcknowledged, type Answer } from './load.js';
import { API, endPrograms, run, WORKER, type Program } from './program.js';
import { expectWhole, expectWholeFeed } from './whole.js';

const ROUNDS = 20;

let database: FreshDatabase;
let apis: Program[];
let worker: Program;
let urls: [string, string];

beforeAll(async () => {
  database = await freshDatabase();
  const settings = { DATABASE_URL: database.url, REDIS_URL: process.env['STEGVIS_TEST_REDIS_URL'] as string };
  apis = [run(API, settings), run(API, settings)];
  urls = (await Promise.all(apis.map((api) => api.ready()))) as [string, string];
  worker = run(WORKER, { ...settings, STEGVIS_LOG_LEVEL: 'info' });
  await worker.ready();
});

afterAll(async () => {
  await endPrograms();
  await database.drop();
});

const newPlan = async () => (await ask(urls[0], 'POST', '/v1/plans', START)).body.id as string;
const versionOf = async (plan: string, url: string) =>
  (await ask(url, 'GET', `/v1/plans/${plan}`)).body.version as number;
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort((a, b) => a - b);

/** The same to both at the same moment, so many times each. */
const toBoth = (times: number, give: (url: string, nth: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: times * 2 }, (_, nth) => give(urls[nth % 2] as string, nth)));

const registerArea = (url: string, plan: string, code: string, headers = {}) =>
  ask(url, 'POST', `/v1/plans/${plan}/register-area`, { code, name: `Area ${code}` }, headers);

it('every one of a hundred racing writers is heard, each at a version of its own', async () => {
  const plan = await newPlan();
  const answers = await toBoth(50, (url, nth) => registerArea(url, plan, `A${nth}`));
  expect(statuses(answers)).toEqual(Array(100).fill(200));
  const versions = answers.map(({ body }) => body.version as number).sort((a, b) => a - b);
  expect(versions).toEqual(Array.from({ length: 100 }, (_, nth) => nth + 2));
  expect(await Promise.all(urls.map((url) => versionOf(plan, url)))).toEqual([101, 101]);
});

it('of writers with the same If-Match one wins', async () => {
  const plan = await newPlan();
  for (let version = 1; version <= ROUNDS; version += 1) {
    const headers = { 'if-match': `"${version}"` };
    const answers = await toBoth(2, (url, nth) => registerArea(url, plan, `A${version}-${nth}`, headers));
    expect(statuses(answers)).toEqual([200, 412, 412, 412]);
  }
  expect(await versionOf(plan, urls[1])).toBe(ROUNDS + 1);
});

it('the same Idempotency-Key at the same moment is one command', async () => {
  const plan = await newPlan();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const headers = { 'idempotency-key': randomUUID() };
    const [first, ...others] = await toBoth(2, (url) => registerArea(url, plan, `A${round}`, headers));
    expect(first).toMatchObject({ status: 200, body: { version: round + 1 } });
    expect(others.map(({ body }) => body as object)).toEqual(Array(3).fill(first?.body));
  }
});

it('a start with the same Idempotency-Key at the same moment is one plan', async () => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const headers = { 'idempotency-key': randomUUID() };
    const started = await toBoth(2, (url) => ask(url, 'POST', '/v1/plans', START, headers));
    expect(statuses(started)).toEqual([201, 201, 201, 201]);
    expect(new Set(started.map(({ body }) => body.id as string)).size).toBe(1);
  }
});

it('a load through both is whole, and the worker has seen all of it', async () => {
  const loads = urls.map((url) => load(url, 8));
  await Promise.all(loads.map((under) => untilAcknowledged(under, 200)));
  for (const under of loads) under.stop();
  await Promise.all(loads.map((under) => under.over));
  const walks = loads.flatMap((under) => under.walks);
  await expectWhole(urls[1], walks);
  await expectWholeFeed(urls[0], walks);
  await workerHasSeenAll();
  expect(await Promise.all([...apis, worker].map((one) => one.kill('SIGTERM')))).toEqual([0, 0, 0]);
  expect(worker.out()).not.toMatch(/"level":[45]0/);
});

async function workerHasSeenAll(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (let seen = false; !seen; await sleep(50)) {
    const { rows } = await client.query<{ seen: boolean }>(
      `SELECT position = (SELECT max(position) FROM event) AS seen FROM checkpoint WHERE reader = 'journal-watch'`,
    );
    seen = rows[0]?.seen ?? false;
  }
  await client.end();
}
