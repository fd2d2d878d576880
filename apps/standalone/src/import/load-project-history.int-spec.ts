// Bringing the Högsby pilot in, on a real PostgreSQL: whole or not at all, once, and in agreement with the journal.
import { due, type PlanEvent } from '#libs/lifecycle';
import { Organisation } from '#libs/people';
import { checkRebuild, Plans, Programme } from '#libs/plans';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { createApi } from '../../../api/src/index.js';
import { faultLines } from './faults.js';
import { loadProjectHistory, type Import } from './load-project-history.js';
import { loadPilot } from './load-pilot.js';
import { reportLines } from './report.js';
import { importServices } from './services-of.js';

const demo = fileURLToPath(new URL('../../../../demo/hogsby.json', import.meta.url));

let database: FreshDatabase;
let app: Awaited<ReturnType<typeof createApi>>;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  app = await open();
  folder = await mkdtemp(join(tmpdir(), 'stegvis-import-'));
});

afterEach(async () => {
  await app.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const open = () =>
  createApi({
    databaseUrl: database.url,
    adminToken: undefined,
    rateLimit: null,
    logLevel: 'silent',
    baseUrl: 'http://127.0.0.1',
  });

function load(path: string, through = app, progress: string[] = []): Promise<Import> {
  return loadProjectHistory(
    path,
    importServices(through, (line) => progress.push(line)),
  );
}

/** The pilot's file after a change of its text, in a file of its own. */
async function changed(change: (text: string) => string): Promise<string> {
  const path = join(folder, 'changed.json');
  await writeFile(path, change(await readFile(demo, 'utf8')));
  return path;
}

async function rows(): Promise<Record<string, number>> {
  const { rows: counted } = await app
    .get(Pool)
    .query<{ table: string; count: number }>(
      ['plan', 'event', 'text', 'organisation', 'programme']
        .map((table) => `SELECT '${table}' AS table, count(*)::int AS count FROM ${table}`)
        .join(' UNION ALL '),
    );
  return Object.fromEntries(counted.map(({ table, count }) => [table, count]));
}

const nothing = { plan: 0, event: 0, text: 0, organisation: 0, programme: 0 };

async function loaded(path = demo): Promise<Extract<Import, { kind: 'loaded' }>> {
  const outcome = await load(path);
  if (outcome.kind !== 'loaded') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('loading a project history', () => {
  it('gives an initiative with two adopted plans, every event flagged as imported, and nothing due', async () => {
    const { initiative, report } = await loaded();
    const plans = app.get(Plans);
    const parent = await plans.one(initiative);
    expect(parent?.children).toMatchObject([
      { title: 'Hälsolots', status: 'active' },
      { title: 'Samverkan med civilsamhället & allmänna dialoger', status: 'active' },
    ]);
    for (const { id } of [{ id: initiative }, ...(parent?.children ?? [])]) {
      const plan = (await plans.one(id))!;
      const history: PlanEvent[] = (await plans.history(id, { limit: 500 })).items;
      expect(history.length).toBeGreaterThan(15);
      expect(history.every((event) => event.imported)).toBe(true);
      expect(due(plan, '2030-01-01T00:00:00.000Z', await plans.templateOf(plan))).toEqual([]);
    }
    expect(await rows()).toMatchObject({ plan: 3, event: expect.any(Number), organisation: 11, programme: 1 });
    expect(report).toMatchObject({
      organisations: 11,
      programme: 'HRU-KALMAR',
      dated: 4,
      events: (await rows())['event'],
    });
  });

  it('keeps organisations and the programme as the file tells them', async () => {
    await loaded();
    const source = app.get(DataSource);
    expect(await source.getRepository(Organisation).findOneBy({ code: 'HOGSBY' })).toEqual({
      code: 'HOGSBY',
      name: 'Högsby kommun',
      kind: null,
      roles: ['pilotkommun', 'part i handlingsplanerna'],
      source: 'presentation',
    });
    const programme = await source.getRepository(Programme).findOneByOrFail({ code: 'HRU-KALMAR' });
    expect(programme.strands).toHaveLength(4);
    expect(programme.strands[0]).toMatchObject({ no: 1, name: 'Pilotprojekt Högsby' });
  });

  it('shows its progress and ends with a report: loaded, unknown, not loaded yet', async () => {
    const progress: string[] = [];
    const outcome = await load(demo, app, progress);
    if (outcome.kind !== 'loaded') throw new Error(outcome.kind);
    expect(progress).toEqual([`Reading ${demo} ...`, expect.stringMatching(/^Storing \d+ commands in one commit/)]);
    const lines = reportLines(outcome.report).join('\n');
    expect(lines).toContain('Loaded "Pilotprojekt Högsby" and its plans "Hälsolots" (implementation, active)');
    expect(lines).toMatch(/Hälsolots, Drafting: .*;/);
    expect(lines).toContain('/follow_up_research: ');
  });

  it('INV-53 the stored plans agree with their events', async () => {
    await loaded();
    expect(await checkRebuild(app.get(Pool), () => undefined)).toMatchObject({ plans: 3, different: [] });
  });

  it('a second time says that it is there and changes nothing, also from another process', async () => {
    const { initiative } = await loaded();
    const before = await rows();
    const other = await open();
    try {
      for (const door of [app, other])
        expect(await load(demo, door)).toEqual({ kind: 'already-there', initiative, title: 'Pilotprojekt Högsby' });
    } finally {
      await other.close();
    }
    expect(await rows()).toEqual(before);
  });

  it('two processes at the same moment load it once', async () => {
    const other = await open();
    try {
      const outcomes = await Promise.all([load(demo), load(demo, other), load(demo), load(demo, other)]);
      expect(outcomes.map((one) => one.kind).sort()).toEqual([
        'already-there',
        'already-there',
        'already-there',
        'loaded',
      ]);
    } finally {
      await other.close();
    }
    expect(await rows()).toMatchObject({ plan: 3, organisation: 11 });
    expect(await checkRebuild(app.get(Pool), () => undefined)).toMatchObject({ different: [] });
  });

  it('leaves an organisation that is there already as it is', async () => {
    const organisations = app.get(DataSource).getRepository(Organisation);
    const known = { code: 'SLU', name: 'SLU Uppsala', kind: 'researcher' as const, roles: [], source: null };
    await organisations.insert(known);
    await loaded();
    expect(await organisations.findOneBy({ code: 'SLU' })).toEqual(known);
  });
});

describe('the first start', () => {
  it('loads the pilot where there is no plan yet, and leaves every other database alone', async () => {
    const said: string[] = [];
    await loadPilot(app, (line) => said.push(line));
    expect(await rows()).toMatchObject({ plan: 3 });
    await loadPilot(app, (line) => said.push(line));
    expect(said).toEqual(['Loading the Högsby pilot ...']);
  });

  it('goes on without the pilot when it cannot be loaded, and says why', async () => {
    await app.get(Pool).query('DELETE FROM template');
    const said: string[] = [];
    await loadPilot(app, (line) => said.push(line));
    expect(said.at(-1)).toBe('  /project: start is refused: there is no template joint-action-plan here.');
    expect(await rows()).toEqual(nothing);
  });
});

describe('a file that cannot be taken in', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    ['cut off', (text) => text.slice(0, 30_000), /^line \d+, column \d+: the file ends before its JSON does\.$/],
    [
      'a wrong type',
      (text) => text.replace('"strand": 1', '"strand": "one"'),
      /^\/project\/strand: must be a whole number/,
    ],
    [
      'a key like a verb',
      (text) => text.replace('"lessons"', '"record-decision": [], "lessons"'),
      /^\/record-decision: there is no such field/,
    ],
    [
      'a code twice',
      (text) => text.replace('"code": "SLU"', '"code": "RKL"'),
      /^\/organisations\/\d+\/code: "RKL" stands at/,
    ],
    [
      'a day that does not exist',
      (text) => text.replace(/("year_to": 2021,\s*"iso_date":) null/, '$1 "2021-06-31"'),
      /^\/analyses\/4\/date\/iso_date: must be/,
    ],
    [
      'a day to come',
      (text) => text.replace(/("year_to": 2021,\s*"iso_date":) null/, '$1 "2999-06-30"'),
      /^\/analyses\/4: register-knowledge-item is refused: /,
    ],
    [
      'an outcome in another unit',
      (text) => text.replace(/("value": 70,\s*"unit":) "percent"/, '$1 "persons"'),
      /^\/indicators\/0\/outcome: measure-indicator is refused: /,
    ],
    [
      'a text that is too long for a mandate',
      (text) => text.replace(/("goal_sv": "Starkare)/, `$1${' x'.repeat(9_900)}`),
      /^\/project: goal may have at most 20000/,
    ],
  ])('%s: one line that names the place, and nothing is stored', async (_name, change, line) => {
    const path = await changed(change);
    const outcome = await load(path);
    if (outcome.kind !== 'refused') throw new Error(`${outcome.kind}: the change changed nothing`);
    expect(faultLines(outcome.faults)).toEqual([expect.stringMatching(line)]);
    expect(await rows()).toEqual(nothing);
    await loaded();
  });

  it('20 MiB', async () => {
    const path = await changed((text) => text + ' '.repeat(20 * 1024 * 1024));
    expect(await load(path)).toMatchObject({
      kind: 'refused',
      faults: [{ message: expect.stringContaining('at most 16 MiB') }],
    });
    expect(await rows()).toEqual(nothing);
  });

  it('16 MiB of one text are refused before anything else is asked', async () => {
    const path = await changed((text) => text.replace('"way_of_working_sv": "', `$&${'å'.repeat(7 * 1024 * 1024)}`));
    const outcome = await load(path);
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ place: '/project/way_of_working_sv' }] });
  });
});
