// On real PostgreSQL: what is appended is all or nothing, and nobody skips an event (architecture, decision 6).
import { isRefusal, start, type Template } from '#libs/lifecycle';
import { migrate, dataSourceOf } from '#libs/platform';
import { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/services/database.js';
import { append, Overtaken } from './append.js';
import type { Batch } from './batch.js';
import { Appended } from './appended.js';
import { Journal1764000000001 } from './migrations/1-journal.js';
import { Readers1764000000009 } from './migrations/9-readers.js';
import { isAhead } from './epoch.js';
import { BEGINNING, heldUpMs, readAfter, readPlan, type ReadEvent } from './read.js';
import { Relay } from './relay.js';

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  const source = dataSourceOf(database.url, [], [Journal1764000000001, Readers1764000000009]);
  await source.initialize();
  await migrate(source);
  await source.destroy();
  pool = new Pool({ connectionString: database.url });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const label = { sv: 'Steg', en: 'Step' };
const stage = { key: 'begin', name: label, opens: [], criteria: [], next: [] };
const template: Template = { key: 'short', version: 1, name: label, roles: [], stages: [stage] };

const ids = (events: ReadEvent[]) => events.map(({ event }) => event.id);

/** A new plan's first two events, and its fold. */
function begun(n: number, agoMs = 0): Batch {
  const now = new Date(Date.now() - agoMs).toISOString();
  const who = { id: 'token-1' };
  const setting = { template, now, who, command: planId(n), occurredAt: now, imported: false };
  const started = start({ title: `Plan ${n}` }, setting);
  if (isRefusal(started)) throw new Error('a start is not refused');
  return { plans: [{ plan: started.plan, expected: 0 }], events: started.events, texts: [], answers: [] };
}

function planId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Also when a transaction of another database in the cluster holds all readers for a moment. */
async function readEverything(): Promise<string[]> {
  await until(async () => (await heldUpMs(pool)) === 0);
  return readAll();
}

async function readAll(): Promise<string[]> {
  const seen: string[] = [];
  for (let after = BEGINNING; ;) {
    const page = await readAfter(pool, after, { limit: 3 });
    seen.push(...ids(page));
    const last = page.at(-1);
    if (!last) return seen;
    after = last.position;
  }
}

describe('append', () => {
  it('INV-52 stores events and the folded plan together', async () => {
    const batch = begun(1);
    await append(pool, batch);
    const { rows } = await pool.query('SELECT state FROM plan WHERE id = $1', [planId(1)]);
    expect(rows[0].state).toEqual(JSON.parse(JSON.stringify(batch.plans[0]?.plan)));
    expect((await readPlan(pool, planId(1))).map((event) => event.sequence)).toEqual([1, 2]);
  });

  it('a batch with one stale plan stores nothing of the others', async () => {
    const stale = begun(1);
    const fresh = begun(2);
    const both: Batch = {
      plans: [...fresh.plans, { ...stale.plans[0]!, expected: 7 }],
      events: fresh.events,
      texts: [],
      answers: [],
    };
    await expect(append(pool, both)).rejects.toThrow(Overtaken);
    expect(await readPlan(pool, planId(2))).toEqual([]);
    expect((await pool.query('SELECT 1 FROM plan WHERE id = $1', [planId(2)])).rowCount).toBe(0);
  });

  it('a key that is taken stores nothing', async () => {
    const answer = { token: 't', key: 'k', request: 'r', answer: {}, recordedAt: new Date().toISOString() };
    await append(pool, { ...begun(3), answers: [answer] });
    await expect(append(pool, { ...begun(4), answers: [answer] })).rejects.toThrow(Overtaken);
    expect(await readPlan(pool, planId(4))).toEqual([]);
  });
});

describe('readers', () => {
  it('see nothing beyond an append that is still open, and then everything, in order', async () => {
    const before = await readEverything();
    const slow = await pool.connect();
    await slow.query('BEGIN');
    await append(slow as unknown as Pool, begun(10));
    await append(pool, begun(11));
    await append(pool, begun(12));

    expect(await readAll()).toEqual(before);
    expect(await heldUpMs(pool)).toBeGreaterThan(0);

    await slow.query('COMMIT');
    slow.release();
    const after = await readEverything();
    expect(after.slice(before.length)).toEqual([10, 11, 12].flatMap((n) => [`${planId(n)}-1`, `${planId(n)}-2`]));
    expect(new Set(after).size).toBe(after.length);
  });

  it('are not held by an append that is rolled back', async () => {
    const before = await readEverything();
    const slow = await pool.connect();
    await slow.query('BEGIN');
    await append(slow as unknown as Pool, begun(20));
    await append(pool, begun(21));
    await slow.query('ROLLBACK');
    slow.release();
    expect((await readEverything()).slice(before.length)).toEqual([`${planId(21)}-1`, `${planId(21)}-2`]);
  });

  it('never skip while writers race', async () => {
    const before = (await readEverything()).length;
    const writers = Array.from({ length: 60 }, (_, n) => append(pool, begun(100 + n)));
    const seen: string[] = [];
    let after = (await readAfter(pool, BEGINNING, { limit: 1000 })).at(-1)?.position ?? BEGINNING;
    let writing = true;
    void Promise.all(writers).then(() => (writing = false));
    for (;;) {
      const mayGrow = writing || (await heldUpMs(pool)) > 0;
      const page = await readAfter(pool, after, { limit: 7 });
      seen.push(...ids(page));
      after = page.at(-1)?.position ?? after;
      if (!mayGrow && page.length === 0) break;
    }
    const all = await readEverything();
    expect(all.length).toBe(before + 120);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(seen).size).toBe(seen.length);
    expect(all.slice(all.length - seen.length)).toEqual(seen);
  });
});

describe('a position', () => {
  it('is ahead when it lies after the last event, and never when somebody was given it', async () => {
    const { position: last } = (await readAfter(pool, BEGINNING, { limit: 1000 })).at(-1) as ReadEvent;
    const [txid, place] = last.split('-').map(BigInt) as [bigint, bigint];
    expect(await isAhead(pool, BEGINNING)).toBe(false);
    expect(await isAhead(pool, last)).toBe(false);
    expect(await isAhead(pool, `${txid - 1n}-${place + 1n}`)).toBe(false);
    expect(await isAhead(pool, `${txid}-${place + 1n}`)).toBe(true);
    expect(await isAhead(pool, `${txid + 1n}-1`)).toBe(true);
  });
});

describe('relay', () => {
  it('carries each event in order, goes on from its checkpoint, and repeats what failed', async () => {
    const appended = new Appended(pool);
    const carried: string[] = [];
    let fail = true;
    const relay = (react: (events: ReadEvent[]) => Promise<void>) =>
      new Relay(pool, database.url, appended, {
        reader: 'test',
        react,
        alarm: () => undefined,
        failed: () => undefined,
        batchMax: 10,
        pollMs: 20,
      });
    const first = relay(async (events) => {
      carried.push(...ids(events));
      if (fail && carried.length >= 20) {
        fail = false;
        throw new Error('not this time');
      }
    });
    first.start();
    const all = await readEverything();
    await until(() => new Set(carried).size === all.length);
    await first.stop();
    expect(carried.length).toBe(all.length + 10);

    const later: string[] = [];
    const second = relay(async (events) => void later.push(...ids(events)));
    second.start();
    await append(pool, begun(300));
    appended.tell();
    await until(() => later.length === 2);
    await second.stop();
    expect(later).toEqual([`${planId(300)}-1`, `${planId(300)}-2`]);
  });

  it('begins again when the journal no longer reaches as far as it had come, as after a restore', async () => {
    const all = await readEverything();
    const ahead = '18446744073709551615-7';
    await pool.query(`INSERT INTO checkpoint VALUES ('rewound', '18446744073709551615', 7, now())`);
    const seen: string[] = [];
    const told: string[] = [];
    const relay = new Relay(pool, database.url, undefined, {
      reader: 'rewound',
      react: async (events) => void seen.push(...ids(events)),
      alarm: () => undefined,
      ahead: (checkpoint) => told.push(checkpoint),
      failed: () => undefined,
      pollMs: 20,
    });
    relay.start();
    await until(() => seen.length >= all.length);
    await relay.stop();
    expect({ seen, told }).toEqual({ seen: all, told: [ahead] });
  });

  it('raises the alarm once for a transaction that does not end', async () => {
    const alarms: number[] = [];
    const relay = new Relay(pool, database.url, undefined, {
      reader: 'alarmed',
      react: async () => undefined,
      alarm: (waitedMs) => alarms.push(waitedMs),
      failed: () => undefined,
      pollMs: 5,
    });
    const slow = await pool.connect();
    try {
      await slow.query('BEGIN');
      await append(slow as unknown as Pool, begun(400));
      await append(pool, begun(401, 60_000));
      relay.start();
      await until(() => alarms.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(alarms).toEqual([expect.any(Number)]);
      expect(alarms[0]).toBeGreaterThanOrEqual(60_000);
    } finally {
      await slow.query('ROLLBACK');
      slow.release();
      await relay.stop();
    }
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await holds());) {
    if (Date.now() > end) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
