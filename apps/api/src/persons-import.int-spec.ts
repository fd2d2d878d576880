// Many persons at once over HTTP, out of files as people have them: each row's fault named, the good ones offered.
import { DataSource } from 'typeorm';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
  const organisations = { REGION: 'Region Nord', TOWN: 'Åby kommun', ONE: 'Tvilling', TWO: 'Tvilling' };
  for (const [code, name] of Object.entries(organisations))
    await api.ask('PUT', `/v1/organisations/${code}`, { body: { name } });
});
afterAll(() => api.close());
beforeEach(() => api.app.get(DataSource).query('TRUNCATE post, person CASCADE'));

const bring = (csv: string | Buffer, { asked = '', type = 'text/csv', language = 'en' } = {}) =>
  api.ask('POST', `/v1/persons/import${asked}`, {
    body: typeof csv === 'string' ? Buffer.from(csv) : csv,
    headers: { 'content-type': type, 'accept-language': language },
  });
const persons = async (): Promise<Json[]> => (await api.ask('GET', '/v1/persons?limit=1000')).body.items;
const shown = (items: Json[]) =>
  items.map(({ name, address, language, organisation }) => [name, address, language, organisation]);
const faultsOf = ({ body }: { body: Json }) => body.faults.map((one: Json) => [one.row, one.column, one.code]);

const WANTED = [
  ['Anna Öberg', 'anna@region.example', 'sv', 'REGION'],
  ['Bo Åkesson, jr', 'bo@town.example', 'en', 'TOWN'],
  ['Åsa Ek', null, 'sv', null],
];
const cells = [
  ['Namn', 'E-post', 'Organisation', 'Språk'],
  ['Anna Öberg', 'anna@region.example', 'REGION', 'sv'],
  ['"Bo Åkesson, jr"', 'bo@town.example', 'åby kommun', 'Engelska'],
  ['Åsa Ek', '', '', ''],
];
const fileOf = (delimiter: string, end = '\r\n') => cells.map((row) => row.join(delimiter)).join(end) + end;

describe('a file', () => {
  it.each([
    ['UTF-8 with semicolons', Buffer.from(fileOf(';')), 'utf-8', ';'],
    ['UTF-8 with BOM, as Excel’s “CSV UTF-8”', Buffer.from(`\ufeff${fileOf(';')}`), 'utf-8', ';'],
    ['UTF-8 with commas and bare line feeds', Buffer.from(fileOf(',', '\n')), 'utf-8', ','],
    ['tabs', Buffer.from(fileOf('\t')), 'utf-8', '\t'],
    ['Excel’s word on what stands between', Buffer.from(`sep=;\r\n${fileOf(';')}`), 'utf-8', ';'],
    ['that with BOM', Buffer.from(`\ufeffsep=,\r\n${fileOf(',')}`), 'utf-8', ','],
    ['Windows-1252, as Swedish Excel’s plain CSV', Buffer.from(fileOf(';'), 'latin1'), 'windows-1252', ';'],
    ['UTF-16, as Excel’s Unicode text', Buffer.from(`\ufeff${fileOf('\t')}`, 'utf16le'), 'utf-16le', '\t'],
    ['lines that Mac of old ended', Buffer.from(fileOf(';', '\r')), 'utf-8', ';'],
  ])('in %s is read', async (_what, bytes, encoding, delimiter) => {
    const { status, body } = await bring(bytes);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ rows: 3, good: 3, new: 3, stored: 3, encoding, delimiter, faults: [], ignored: [] }),
    ]);
    expect(body.notes).toHaveLength(encoding === 'windows-1252' ? 1 : 0);
    expect(shown(await persons())).toEqual(WANTED);
  });

  it('has heads in English as well, names in two columns, and columns that are not read', async () => {
    const { body } = await bring('Phone,First name,Last name,Email\n1,Anna,Öberg,anna@region.example\n2,Bo,,\n');
    expect(body).toMatchObject({ stored: 2, ignored: ['Phone'] });
    expect((await persons()).map(({ name }) => name)).toEqual(['Anna Öberg', 'Bo']);
  });

  it('has cells with line breaks and quotation marks, counted as a spreadsheet counts rows', async () => {
    const csv = 'namn;anteckning;e-post\n\nAnna;"rad 1\nrad 2; ""så""";anna@region.example\n;;\nBo "Bosse" Ek;;bo\n';
    expect(faultsOf(await bring(csv))).toEqual([[5, 'e-post', 'not-an-address']]);
    const { body } = await bring(csv, { asked: '?onlyGood=true' });
    expect(body).toMatchObject({ rows: 2, good: 1, stored: 1 });
  });

  it.each([
    ['an empty one', '', 'empty'],
    ['one with heads alone that are unknown', 'a;b;c\n1;2;3\n', 'a, b, c'],
    ['one without heads', 'Anna;anna@region.example\n', 'Anna, anna@region.example'],
    ['one with a head twice', 'namn;e-post;email\nAnna;a@b.se;c@d.se\n', 'email'],
    ['one with a quotation mark that never closes', 'namn;e-post\n"Anna;anna@region.example\nBo;\n', 'quotation mark'],
    ['one with more after a closing quotation mark', 'namn;e-post\nBo;\n"Anna" Ek;\n', 'line 3'],
    ['a workbook', Buffer.from('504b0304140006000800', 'hex'), 'workbook'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'no text'],
    ['one that is too long', `namn\n${'Anna\n'.repeat(50_001)}`, '50000'],
  ])('that is %s is refused with a word on why', async (_what, csv, why) => {
    const { status, body } = await bring(csv);
    expect([status, body.code]).toEqual([400, 'unreadable-csv']);
    expect(body.detail).toContain(why);
    expect(await persons()).toEqual([]);
  });

  it('is CSV by its type, and no larger than 16 MiB', async () => {
    expect((await bring('namn\nAnna\n', { type: 'application/json' })).body).toMatchObject({
      status: 415,
      code: 'not-csv',
    });
    expect((await bring('namn\nAnna\n', { type: 'Text/CSV; charset=utf-8' })).status).toBe(200);
    expect((await bring(Buffer.alloc(16 * 1024 * 1024 + 1, 'x'))).status).toBe(413);
  });
});

describe('rows with faults', () => {
  const csv = [
    'Namn;E-post;Organisation;Språk;Roll',
    'Anna;anna@region.example;REGION;;',
    ';bo@town.example;;;',
    'Cia;cia;NOWHERE;tyska;',
    `${'x'.repeat(201)};;;;`,
    '"Dan\nBcc: x@y.se";;;;',
    'Eva;"eva@region.example\r\nBcc: bo@town.example";;;',
    'Fia;ANNA@REGION.example;;;',
    'Gun;;Tvilling;;',
    'Han;;;;chair',
    'Ida;;TOWN;;king',
    'Jan;;TOWN;;;;more',
    'Kim;kim@town.example;TOWN;en;Registrator',
    '',
  ].join('\n');
  const FAULTS = [
    [3, 'Namn', 'required'],
    [4, 'E-post', 'not-an-address'],
    [4, 'Språk', 'not-one-of'],
    [4, 'Organisation', 'unknown-organisation'],
    [5, 'Namn', 'too-long'],
    [6, 'Namn', 'not-a-line'],
    [7, 'E-post', 'not-an-address'],
    [8, 'E-post', 'person-twice'],
    [9, 'Organisation', 'two-of-the-name'],
    [10, 'Roll', 'role-without-organisation'],
    [11, 'Roll', 'unknown-role'],
    [12, null, 'too-many-cells'],
  ];

  it('are named, each at its row and column, and nothing is stored', async () => {
    const answer = await bring(csv);
    expect([answer.status, answer.body.code]).toEqual([400, 'faulty-rows']);
    expect(faultsOf(answer)).toEqual(FAULTS);
    expect(answer.body).toMatchObject({ rows: 12, good: 2, stored: 0 });
    expect(answer.body.faults[0].pointer).toBe('/3/Namn');
    expect(answer.body.faults[7].message).toContain('row 2');
    expect((await bring(csv, { language: 'sv' })).body.faults[0].message).toBe('namnet saknas.');
    expect(await persons()).toEqual([]);
  });

  it('are told the same in a dry run', async () => {
    const answer = await bring(csv, { asked: '?dryRun=true' });
    expect([answer.status, answer.body.dryRun, faultsOf(answer)]).toEqual([200, true, FAULTS]);
    expect(answer.body.items).toMatchObject([
      { row: 2, what: 'new', name: 'Anna', role: null },
      { row: 13, what: 'new', name: 'Kim', language: 'en', role: 'registrar' },
    ]);
    expect(await persons()).toEqual([]);
  });

  it('do not hinder the good ones where those alone are asked for', async () => {
    const { status, body } = await bring(csv, { asked: '?onlyGood=true' });
    expect([status, body]).toEqual([200, expect.objectContaining({ rows: 12, good: 2, new: 2, stored: 2 })]);
    expect((await persons()).map(({ name }) => name)).toEqual(['Anna', 'Kim']);
    const { body: posts } = await api.ask('GET', '/v1/posts');
    expect(posts.items).toMatchObject([{ role: 'registrar', organisation: 'TOWN', programme: null, until: null }]);
  });
});

describe('the same file again', () => {
  const csv = 'name,email,organisation,role\nAnna,anna@region.example,REGION,chair\nBo,,TOWN,\n';

  it('changes nothing', async () => {
    expect((await bring(csv)).body).toMatchObject({ new: 2, stored: 2 });
    const [before, posts] = [await persons(), (await api.ask('GET', '/v1/posts')).body];
    for (const asked of ['', '?dryRun=true', '?onlyGood=true'])
      expect((await bring(csv, { asked })).body).toMatchObject({ new: 0, changed: 0, known: 2, stored: 0 });
    expect([await persons(), (await api.ask('GET', '/v1/posts')).body]).toEqual([before, posts]);
    const noted = await api.app
      .get(DataSource)
      .query(`SELECT about FROM audit WHERE kind = 'persons.imported' ORDER BY at DESC LIMIT 1`);
    expect(noted[0]).toEqual({ about: { rows: 2, stored: 2 } });
  });

  it('with something new in it changes that alone, and an empty cell clears nothing', async () => {
    await bring(csv);
    const [anna, bo] = await persons();
    const { body } = await bring('name,email,organisation\nAnna Ek,ANNA@region.example,\nBo,,TOWN\n');
    expect(body).toMatchObject({ changed: 1, known: 1, stored: 1 });
    expect(await persons()).toEqual([{ ...anna, name: 'Anna Ek' }, bo]);
    expect((await bring('name,organisation\nBO,TOWN\n')).body).toMatchObject({ known: 1, stored: 0 });
    const role = await bring('name,email,organisation,role\nAnna Ek,anna@region.example,TOWN,chair\n');
    expect(role.body).toMatchObject({ changed: 1, items: [{ what: 'changed' }] });
  });

  it('does not guess which of two is meant', async () => {
    await bring('name,email,organisation\nBo,bo1@town.example,TOWN\nBo,bo2@town.example,TOWN\n');
    expect(faultsOf(await bring('name,organisation\nBo,TOWN\n'))).toEqual([[2, 'name', 'several-known']]);
    expect(faultsOf(await bring('name,email\nBo,bo1@town.example\nCia,\nCia,\n'))).toEqual([
      [4, 'name', 'person-twice'],
    ]);
    await bring('name,email\nDan,dan@town.example\n');
    expect(faultsOf(await bring('name,email\nDan,dan@town.example\nDan,\n'))).toEqual([[3, 'name', 'person-twice']]);
  });

  it('twice at once stores each once', async () => {
    const answers = await Promise.all([bring(csv), bring(csv), bring(csv)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await persons()).toHaveLength(2);
  });
});

it('takes ten thousand rows at once, in one transaction', async () => {
  const rows = Array.from({ length: 10_000 }, (_one, n) => `Person ${n};person${n}@region.example;REGION;sv`);
  const csv = `Namn;E-post;Organisation;Språk\r\n${rows.join('\r\n')}\r\n`;
  const cpu = process.cpuUsage();
  const { body } = await bring(csv);
  const { user, system } = process.cpuUsage(cpu);
  expect(body).toMatchObject({ rows: 10_000, good: 10_000, stored: 10_000 });
  expect(body.items).toHaveLength(100);
  expect((await bring(csv)).body).toMatchObject({ known: 10_000, stored: 0 });
  // In microseconds: about 0.3 s of this process; what is quadratic takes minutes.
  expect(user + system).toBeLessThan(5_000_000);
});

it('is for those who administer', async () => {
  const answer = await api.ask('POST', '/v1/persons/import', { token: null, body: Buffer.from('namn\nAnna\n') });
  expect(answer.status).toBe(401);
});

it('tells beforehand which posts for the whole installation the column of roles would give', async () => {
  const csv =
    'Namn;Organisation;Roll\nAda;REGION;administratör\nBea;TOWN;administratör\nCia;TOWN;följeforskare\nDan;TOWN;\n';
  const { body } = await bring(csv, { asked: '?dryRun=true' });
  expect(body.notes).toEqual([
    'The column of roles gives posts for the whole installation: administrator 2, researcher 1.',
  ]);
  expect((await bring('Namn\nEva\n', { asked: '?dryRun=true' })).body.notes).toEqual([]);
});
