// The board over a hundred thousand plans, through HTTP: every filter and many together, those that few plans meet and those that none does.
import { Board1764000000006, Plans1764000000002, PublishedTemplate } from '#libs/plans';
import { Journal1764000000001, Readers1764000000009 } from '#libs/journal';
import { dataSourceOf, migrate, openPool } from '#libs/platform';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { startPostgres } from '../../apps/standalone/src/postgres/index.js';
import type { Figure } from './figure.js';
import { asked, serveApi } from './http.js';
import { give, plansOn } from './in-process.js';
import { READERS, seedManyPlans } from './many-plans.js';
import { START, TEN_VERBS } from './ten-verbs.js';

const FILTERS = [
  '',
  'limit=1000',
  'stage=stage-3',
  'stage=nowhere',
  'status=active',
  'status=discontinued',
  'template=trial',
  'template=unheard-of',
  'kind=case',
  'kind=initiative&status=paused&stage=stage-12',
  'programme=PROGRAMME-14',
  'programme=NONE',
  'parent=00000000-0000-4000-8000-000000000000',
  'q=ensamhet',
  'q=%C3%85SEDA',
  'q=99999',
  'q=finns%20inte',
  'q=mönsterås%201234&status=completed',
  'stage=stage-3&status=paused&template=trial&kind=plan&programme=PROGRAMME-7',
  'stage=stage-11&status=completed&q=b%C3%A5tliv',
];

interface Asker {
  url: string;
  /** The operator's when absent. */
  token?: string;
}

/** The first page of each filter, and the pages after it as far as there are five. */
async function pagesOf({ url, token }: Asker, filter: string, latenciesMs: number[]): Promise<void> {
  let cursor = '';
  for (let page = 0; page < 5; page += 1) {
    const { answer, tookMs } = await asked(`${url}/v1/plans?${filter}${cursor}`, token);
    latenciesMs.push(tookMs);
    const { next } = answer as { next: string | null };
    if (next === null) return;
    cursor = `${filter ? '&' : ''}cursor=${encodeURIComponent(next)}`;
  }
}

interface Slow {
  filter: string;
  p50Ms: number;
  p99Ms: number;
}

async function measured(asker: Asker, filter: string, samples: number): Promise<Slow> {
  const latenciesMs: number[] = [];
  await pagesOf(asker, filter, []);
  while (latenciesMs.length < samples) await pagesOf(asker, filter, latenciesMs);
  latenciesMs.sort((one, other) => one - other);
  const at = (share: number) => latenciesMs[Math.floor((latenciesMs.length - 1) * share)] as number;
  return { filter, p50Ms: at(0.5), p99Ms: at(0.99) };
}

async function slowest(asker: Asker, by: 'p50Ms' | 'p99Ms', samples: number, more = ''): Promise<Slow> {
  const found: Slow[] = [];
  for (const filter of FILTERS) found.push(await measured(asker, [filter, more].filter(Boolean).join('&'), samples));
  found.sort((one, other) => other[by] - one[by]);
  return found[0] as Slow;
}

export async function boardFigures(dataDir: string): Promise<Figure[]> {
  mkdirSync(dataDir);
  const postgres = await startPostgres({ dataDir });
  try {
    await fill(postgres.url);
    const api = await serveApi(postgres.url);
    const url = `http://127.0.0.1:${api.port}`;
    const now = await slowest({ url }, 'p99Ms', 200);
    const then = await slowest({ url }, 'p50Ms', 10, 'asOf=2024-03-15T09:00:00Z');
    const bare = { unit: 'ms', floor: null, ratio: null };
    const own: Figure[] = [];
    for (const { has, ...reader } of READERS) {
      const token = await signedIn(postgres.url, reader);
      const { p99Ms } = await slowest({ url, token }, 'p99Ms', 100);
      own.push({ name: `the same for a person who has ${has}`, value: p99Ms, ...bare, target: 'under 50 ms' });
    }
    await api.close();
    return [
      { name: 'board, 100,000 plans, p99 of the slowest filter', value: now.p99Ms, ...bare, target: 'under 50 ms' },
      ...own,
      {
        name: 'board of an earlier instant, median of the slowest filter',
        value: then.p50Ms,
        ...bare,
        target: 'under 1,000 ms',
      },
    ];
  } finally {
    await postgres.stop();
  }
}

/** @returns the token of the person's session. */
async function signedIn(
  databaseUrl: string,
  { id, organisation }: { id: string; organisation: string },
): Promise<string> {
  const pool = openPool(databaseUrl);
  const token = `bench-session-of-${id}`;
  const hash = createHash('sha256').update(token).digest('hex');
  await pool.query(`INSERT INTO organisation (code, name, kind) VALUES ($1, $1, 'other')`, [organisation]);
  await pool.query(`INSERT INTO person (id, name, organisation, created_at) VALUES ($1, 'Bench', $2, now())`, [
    id,
    organisation,
  ]);
  await pool.query(
    `INSERT INTO token (id, name, kind, hash, scopes, person, created_at) VALUES (gen_random_uuid(), 'bench', 'session', $2, '{read}', $1, now())`,
    [id, hash],
  );
  await pool.end();
  return token;
}

/** The rows weigh what a plan weighs after ten verbs. */
async function fill(databaseUrl: string): Promise<void> {
  const source = dataSourceOf(
    databaseUrl,
    [PublishedTemplate],
    [Journal1764000000001, Plans1764000000002, Board1764000000006, Readers1764000000009],
  );
  await source.initialize();
  await migrate(source);
  const pool: Pool = openPool(databaseUrl);
  const { plans, close } = await plansOn(pool, source);
  const id = await give(plans, null, 'start', START);
  for (const [verb, body] of TEN_VERBS) await give(plans, id, verb, body);
  await seedManyPlans(pool, (await plans.one(id)) as object);
  await close();
  await pool.end();
  await source.destroy();
}
