// Persons and their posts on a real PostgreSQL: what is kept, what is refused, and what a session knows of them.
import { DataSource } from 'typeorm';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { Tokens } from '../access/tokens.js';
import { kindInSql } from './organisation-kinds.js';
import { Person } from './person.entity.js';
import { Persons } from './persons.js';

let api: RunningApi;
let source: DataSource;
beforeAll(async () => {
  api = await runningApi();
  source = api.app.get(DataSource);
  await source.query(`INSERT INTO organisation (code, name) VALUES ('REGION', 'Region Nord'), ('TOWN', 'Stad')`);
  await source.query(`INSERT INTO programme (code, name, strands) VALUES ('OMST', 'Omställning', '[]')`);
});
afterAll(() => api.close());

const persons = () => api.app.get(Persons);
const anna = {
  name: 'Anna Öberg',
  address: 'Anna.Oberg@region.example',
  language: 'sv' as const,
  organisation: 'REGION',
};

async function added(change: object = {}): Promise<Person> {
  const person = await persons().add({ ...anna, address: null, ...change });
  if (typeof person === 'string') throw new Error(person);
  return person;
}

describe('an address', () => {
  it('is one person’s alone, whatever its case', async () => {
    const { id } = await added({ address: anna.address });
    expect(await persons().add({ ...anna, address: 'ANNA.OBERG@REGION.EXAMPLE' })).toBe('address-taken');
    const other = await added();
    expect(await persons().change(other.id, { ...anna, address: 'anna.oberg@region.example' })).toBe('address-taken');
    expect((await persons().byAddress('anna.OBERG@region.example'))?.id).toBe(id);
    expect(await persons().byAddress('nobody@region.example')).toBeNull();
  });
});

describe('a session', () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const post = (person: string, change: object = {}) =>
    source.query(
      `INSERT INTO post (id, role, person, organisation, programme, from_day, until_day, deputy, created_at)
       SELECT gen_random_uuid(), role, person, 'TOWN', programme, from_day, until_day, deputy, now()
       FROM json_to_record($1) AS one (role text, person uuid, programme text, from_day date, until_day date, deputy uuid)`,
      [JSON.stringify({ role: 'funder', person, from_day: day(-9), ...change })],
    );

  it('knows its person, and the posts that it holds or deputises for today', async () => {
    const [one, other] = [await added(), await added({ organisation: null })];
    await post(one.id, { role: 'process-leader', programme: 'OMST' });
    await post(other.id, { role: 'registrar', deputy: one.id });
    await post(one.id, { until_day: day(-3) });
    await post(one.id, { from_day: day(3) });
    const { token } = await api.app.get(Tokens).startSession(one.id);
    const posts = [
      { role: 'process-leader', organisation: 'TOWN', programme: 'OMST' },
      { role: 'registrar', organisation: 'TOWN' },
    ];
    const caller = await api.app.get(Tokens).authenticate(token);
    expect(caller).toMatchObject({
      who: { id: one.id, organisation: 'REGION' },
      name: anna.name,
      session: true,
      person: { id: one.id, organisation: 'REGION' },
    });
    expect(caller?.person?.posts).toHaveLength(2);
    expect(caller?.person?.posts).toEqual(expect.arrayContaining(posts));
  });

  it('is nobody’s once the person has been erased', async () => {
    const { id } = await added();
    const tokens = api.app.get(Tokens);
    const { token } = await tokens.startSession(id);
    expect(await tokens.authenticate(token)).not.toBeNull();
    await source.query('UPDATE person SET name = NULL, address = NULL, erased_at = now() WHERE id = $1', [id]);
    tokens.forget();
    expect(await tokens.authenticate(token)).toBeNull();
  });

  it('is refused a post that is its own deputy’s, or over before it begins', async () => {
    const { id } = await added();
    await expect(post(id, { deputy: id })).rejects.toThrow('post_has_another_as_deputy');
    await expect(post(id, { from_day: day(5), until_day: day(2) })).rejects.toThrow('post_ends_after_it_begins');
  });
});

describe('an organisation’s kind in words of before', () => {
  it.each([
    ['Kommun', 'municipality'],
    [' municipality ', 'municipality'],
    ['Region', 'region'],
    ['förening', 'civil-society'],
    ['Länsstyrelsen', 'agency'],
    ['university', 'researcher'],
    ['företag', 'business'],
    ['bathing club', 'other'],
    ['', null],
    [null, null],
  ])('%s is %s', async (words, kind) => {
    const [row] = await source.query(`SELECT ${kindInSql('words')} AS kind FROM (SELECT $1::text AS words)`, [words]);
    expect(row.kind).toBe(kind);
  });
});

it('lists by name as the Swedish alphabet has it, page by page', async () => {
  await source.query('UPDATE person SET organisation = NULL');
  for (const name of ['Östen', 'Zara', 'Åke', 'Ärla', 'adam', 'Bo']) await added({ name, organisation: 'TOWN' });
  const names: (string | null)[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await persons().list({ organisation: 'TOWN', cursor, limit: 4 });
    names.push(...page.map(({ name }) => name));
    cursor = page.at(-1)?.id;
    if (page.length < 4) break;
  }
  expect(names).toEqual(['adam', 'Bo', 'Zara', 'Åke', 'Ärla', 'Östen']);
  expect(await persons().list({ q: 'äR', organisation: 'TOWN', limit: 9 })).toHaveLength(1);
});
