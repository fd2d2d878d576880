// What must hold after any fault: every acknowledged command is there once, every other one wholly or not at all.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, send, type Answer, type Walk } from './load.js';

interface Told {
  id: string;
  version: number;
  sequence: number;
}

const AT_ONCE = 16;

/** Of every plan of a load; also asks again for each command, by its key, and holds that nothing is done twice. */
export async function expectWhole(url: string, walks: Walk[]): Promise<void> {
  const left = [...walks];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let walk = left.pop(); walk; walk = left.pop()) await expectWholeWalk(url, walk);
    }),
  );
}

async function expectWholeWalk(url: string, walk: Walk): Promise<void> {
  const before = walk.plan ? await eventsByVersion(url, walk.plan) : [];
  const acknowledged = walk.sent.filter(({ answer }) => answer).length;
  expect([acknowledged, walk.sent.length]).toContain(walk.plan ? before.length : acknowledged);
  const answers: Answer[] = [];
  for (const one of walk.sent) {
    const again = await send(url, walk, one);
    expect([one.verb, again.status]).toEqual([one.verb, one.verb === 'start' ? 201 : 200]);
    if (one.answer) expect(again.body).toEqual(one.answer.body);
    walk.plan ??= again.body.id as string;
    answers.push(again);
  }
  const after = await eventsByVersion(url, walk.plan as string);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toHaveLength(walk.sent.length);
  // A start is answered with the plan, every other verb with its events.
  const told = answers.map(({ body }, nth) => (nth === 0 ? after[0] : idsOf(body.events as Told[])));
  expect(after).toEqual(told);
  const { body: plan } = await ask(url, 'GET', `/v1/plans/${walk.plan}`);
  expect(plan).toMatchObject({ title: walk.title, version: walk.sent.length });
}

/** The ids of a plan's events, command by command. @throws when a version is missing or a sequence is not the next. */
async function eventsByVersion(url: string, plan: string): Promise<string[][]> {
  const { body } = await ask(url, 'GET', `/v1/plans/${plan}/history?limit=1000`);
  const told = body.items as Told[];
  expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, before) => before + 1));
  const versions = [...new Set(told.map(({ version }) => version))];
  expect(versions).toEqual(versions.map((_, before) => before + 1));
  return versions.map((version) => idsOf(told.filter((one) => one.version === version)));
}

const idsOf = (told: Told[]): string[] => told.map(({ id }) => id);

interface Page {
  items: { id: string; subject: string; data: { sequence: number } }[];
  next: string;
}

const FEED_WAIT_MS = 30_000;

/**
 * The feed from its beginning: each plan's events in order, none missing, none twice; and all of these plans'. A transaction
 * of the database's own (an ANALYZE, say) may hold the feed for a moment: it is read on until all is there.
 */
export async function expectWholeFeed(url: string, walks: Walk[]): Promise<void> {
  const wanted = new Map<string, number>();
  for (const { plan = '' } of walks) {
    const { body } = await ask(url, 'GET', `/v1/plans/${plan}/history?limit=1000`);
    wanted.set(plan, (body.items as Told[]).length);
  }
  const last = new Map<string, number>();
  const isWhole = () => [...wanted].every(([plan, sequence]) => last.get(plan) === sequence);
  const until = Date.now() + FEED_WAIT_MS;
  for (let after = '0-0'; !isWhole() && Date.now() < until;) {
    const { items, next } = (await ask(url, 'GET', `/v1/events?limit=1000&after=${after}`)).body as Page;
    for (const { subject, data } of items) {
      expect([subject, data.sequence]).toEqual([subject, (last.get(subject) ?? 0) + 1]);
      last.set(subject, data.sequence);
    }
    if (items.length === 0) await sleep(100);
    after = next;
  }
  for (const [plan, sequence] of wanted) expect([plan, last.get(plan)]).toEqual([plan, sequence]);
}
