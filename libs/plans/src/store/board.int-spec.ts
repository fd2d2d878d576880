// On real PostgreSQL: the board gives what folding every plan gives, now and at any earlier instant, whatever it is asked for.
import { fold, readersOf, type Plan, type PlanEvent, type Template } from '#libs/lifecycle';
import { readPlan } from '#libs/journal';
import fc from 'fast-check';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Door } from '../../../../test/services/plans.js';
import { checkRebuild } from '../rebuild.js';
import { isBoardCursor, readBoard, type BoardQuery, type BoardRow } from './board.js';

const label = { sv: 'Steg', en: 'Step' };
const stage = (key: string, next: string[], more: Partial<Template['stages'][number]> = {}) => ({
  key,
  name: label,
  opens: [],
  criteria: [],
  next,
  ...more,
});
const ways = (key: string, version = 1): Template => ({
  key,
  version,
  name: label,
  roles: [{ key: 'lead', name: label, required: true }],
  stages: [
    stage('begin', ['work'], { fork: { to: 'work' }, restart: true }),
    stage('work', ['end'], { returnsTo: ['begin'], optional: true }),
    stage('end', []),
  ],
  tracks: [{ key: 'all', name: label, opens: ['add-party'] }],
});

let database: FreshDatabase;
let door: Door;

beforeAll(async () => {
  database = await freshDatabase();
  door = await Door.open(database.url);
  await door.publish(ways('garden'));
  await door.publish(ways('harbour'));
  await door.publish(ways('harbour', 2));
});

afterAll(async () => {
  await door.close();
  await database.drop();
});

const started = async (body: object): Promise<string> => {
  const answer = await door.give(null, 'start', { template: 'garden', title: 'Plan', ...body });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.plan.id;
};

const titles = async (query: Partial<BoardQuery>) =>
  (await readBoard(door.pool, { limit: 100, reach: null, ...query })).items.map((item) => item.title);

describe('words of the title', () => {
  beforeAll(async () => {
    for (const title of ['Älskade ÅRSRIKA ö', 'Ålder i Högsby', 'Alder i Hogsby', '100 % rörelse_nu', 'Café Västervik'])
      await started({ title });
  });

  it.each([
    ['åLDER', ['Ålder i Högsby']],
    ['alder', ['Alder i Hogsby']],
    ['älskade årsrika Ö', ['Älskade ÅRSRIKA ö']],
    ['HÖGSBY', ['Ålder i Högsby']],
    ['ö'.normalize('NFD'), ['100 % rörelse_nu', 'Ålder i Högsby', 'Älskade ÅRSRIKA ö']],
    ['SRIK', ['Älskade ÅRSRIKA ö']],
    ['%', ['100 % rörelse_nu']],
    ['_', ['100 % rörelse_nu']],
    ['CAFÉ VÄ', ['Café Västervik']],
    ['\\', []],
  ])('%s', async (q, found) => {
    expect(await titles({ q })).toEqual(found);
  });

  it('are found where the ring was typed as a character of its own', async () => {
    await started({ title: 'Åsna'.normalize('NFD') });
    expect(await titles({ q: 'åsna' })).toHaveLength(1);
  });
});

/** Of somebody who has so many plans that they are not looked up one by one. */
const MANY = 'organisation:MANY';

describe('earlier', () => {
  const VERBS = [
    'advance',
    'pause',
    'resume',
    'return',
    'restart',
    'discontinue',
    'complete',
    'skip',
    'add-party',
    'fork',
    'repeat',
    'undo',
    'correct',
    'migrate',
  ];
  let histories: PlanEvent[][];

  /** Random lives: what is refused changes nothing, which is part of the test. */
  beforeAll(async () => {
    const words = ['Hälsolots', 'Båtliv', 'Trygghet'];
    const lives = fc.sample(
      fc.record({
        template: fc.constantFrom('garden', 'harbour'),
        kind: fc.constantFrom('initiative', 'plan', 'case'),
        title: fc.constantFrom(...words),
        public: fc.boolean(),
        verbs: fc.array(fc.tuple(fc.constantFrom(...VERBS), fc.boolean()), { maxLength: 14 }),
      }),
      { numRuns: 40, seed: 20261122 },
    );
    // Three at a time: some instants are shared by several plans, most are not.
    for (let from = 0; from < lives.length; from += 3) await Promise.all(lives.slice(from, from + 3).map(live));
    const { rows } = await door.pool.query<{ id: string }>('SELECT id FROM plan');
    histories = await Promise.all(rows.map(({ id }) => readPlan(door.pool, id)));
  });

  async function live({ verbs, ...body }: { verbs: [string, boolean][] }): Promise<void> {
    const plan = await started(body);
    for (const [verb, imported] of verbs) {
      const more = { reason: 'Så blev det.', ...bodyOf(plan, verb) };
      await door.give(plan, verb, more, imported ? { imported: true } : {});
    }
  }

  function bodyOf(plan: string, verb: string): object {
    switch (verb) {
      case 'add-party':
        return { organisation: ['RKL', 'HOGSBY', 'LNU'][Math.floor(performance.now()) % 3] };
      case 'fork':
        return { plans: [{ title: 'Gren Å' }, { title: 'Gren B' }] };
      case 'correct':
        return { event: `${plan}-2`, happened: '2026-01' };
      case 'migrate':
        return { template: 'harbour', version: 2 };
      default:
        return {};
    }
  }

  const shown = ({ id, kind, title, template, stage: at, status, attempt, version, ...plan }: Plan): BoardRow => ({
    id,
    kind,
    title,
    template,
    stage: at,
    status,
    attempt,
    version,
    parent: plan.parent ?? null,
    programme: plan.programme?.code ?? null,
    public: plan.public,
    imported: plan.imported,
    startedAt: plan.startedAt,
    recordedAt: plan.recordedAt,
  });

  /** What the board should be: every plan folded as far as it had come. */
  function foldedBoard(asOf: string): BoardRow[] {
    const rows = histories.flatMap((events) => {
      const then = fold(events.filter((event) => event.recordedAt <= asOf));
      return then ? [shown(then)] : [];
    });
    const place = ({ startedAt, id }: BoardRow) => `${startedAt}_${id}`;
    return rows.sort((one, other) => (place(one) < place(other) ? 1 : -1));
  }

  /** Whose plans they are, and whether they are public, is asked of the plans as they are now. */
  function isWithin(id: string, reach: BoardQuery['reach']): boolean {
    const now = fold(histories.find(([first]) => first?.plan === id) ?? []) as Plan;
    return reach === null || now.public || readersOf(now).some((key) => reach.includes(key));
  }

  async function boardIn(pages: number, query: Partial<BoardQuery>): Promise<BoardRow[]> {
    const rows: BoardRow[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await readBoard(door.pool, { reach: null, ...query, limit: pages, ...(cursor ? { cursor } : {}) });
      rows.push(...page.items);
      if (page.next === null) return rows;
      expect(isBoardCursor(page.next)).toBe(true);
      cursor = page.next;
    }
  }

  const maybe = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });

  beforeAll(async () => {
    await door.pool.query(
      'INSERT INTO reader (plan, key, started_at) SELECT gen_random_uuid(), $1, now() FROM generate_series(1, 10000)',
      [MANY],
    );
  });

  it('is what folding every plan up to then gives, by any filter, in pages of any size', async () => {
    const instants = [...new Set(histories.flat().map((event) => event.recordedAt))];
    expect(instants.length).toBeGreaterThan(30);
    const asked = fc.record({
      asOf: fc
        .tuple(fc.constantFrom(...instants), fc.constantFrom(-1, 0, 0, 1))
        .map(([instant, ms]) => new Date(Date.parse(instant) + ms).toISOString()),
      stage: maybe('begin', 'work', 'end', 'nowhere'),
      status: maybe('active', 'paused', 'completed', 'discontinued'),
      template: maybe('garden', 'harbour'),
      kind: maybe('initiative', 'plan', 'case'),
      q: maybe('LOTS', 'gren å', 'xyz'),
      publicOnly: maybe(true),
      reach: fc.constantFrom(
        null,
        [],
        ['organisation:RKL'],
        ['organisation:HOGSBY', 'organisation:LNU'],
        ['organisation:LNU', MANY],
      ),
      pages: fc.integer({ min: 1, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ pages, ...query }) => {
        const wanted = foldedBoard(query.asOf).filter(
          (row) =>
            (query.stage ?? row.stage) === row.stage &&
            (query.status ?? row.status) === row.status &&
            (query.template ?? row.template.key) === row.template.key &&
            (query.kind ?? row.kind) === row.kind &&
            (!query.publicOnly || row.public) &&
            isWithin(row.id, query.reach) &&
            row.title.toLowerCase().includes((query.q ?? '').toLowerCase()),
        );
        expect(await boardIn(pages, given(query))).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('rebuild finds nothing to mend: rows and standings are what the events give', async () => {
    const { different, plans } = await checkRebuild(door.pool, () => undefined);
    expect(different).toEqual([]);
    expect(plans).toBeGreaterThan(40);
    const { rows } = await door.pool.query<{ type: string }>(`SELECT DISTINCT type FROM event`);
    const types = rows.map((row) => row.type);
    expect(types).toEqual(
      expect.arrayContaining(['step.undone', 'step.corrected', 'plan.migrated', 'plan.forked', 'plan.restarted']),
    );
  });

  it.each([
    [null],
    [[]],
    [['organisation:RKL']],
    [['organisation:HOGSBY', 'organisation:LNU', 'person:x']],
    [['organisation:LNU', MANY]],
  ])('the board of now is the one of an instant that lies ahead, within reach of %j', async (reach) => {
    const now = await boardIn(7, { reach });
    expect(now).toEqual(await boardIn(7, { reach, asOf: '2999-01-01T00:00:00.000Z' }));
    expect(now.length > 5 && now.length < (await boardIn(60, {})).length).toBe(reach !== null);
  });

  it.each([['lots'], ['gren å']])('and within reach by words of the title: %s', async (q) => {
    for (const reach of [['organisation:RKL'], ['organisation:RKL', MANY]]) {
      const all = await boardIn(60, { q });
      expect(await boardIn(3, { q, reach })).toEqual(all.filter(({ id }) => isWithin(id, reach)));
    }
  });
});

function given<Query extends object>(query: Query): { [Name in keyof Query]?: Exclude<Query[Name], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}
