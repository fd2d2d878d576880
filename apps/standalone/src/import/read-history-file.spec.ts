// Broken files: each fault at its place, all of a kind at once, and never an exception.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { faultLines } from './faults.js';
import { readHistory, readHistoryFile } from './read-history-file.js';

const demo = fileURLToPath(new URL('../../../../demo/hogsby.json', import.meta.url));
const text = readFileSync(demo, 'utf8');

/** The faults of the pilot's file with other values at these places; undefined takes the field away. */
function faultsWith(changes: Record<string, unknown>): string[] {
  const file = JSON.parse(text) as object;
  for (const [pointer, value] of Object.entries(changes)) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() as string;
    const parent = steps.reduce(
      (inner, step) => inner[step] as Record<string, unknown>,
      file as Record<string, unknown>,
    );
    parent[last] = value;
  }
  return faultsIn(JSON.stringify(file));
}

function faultsIn(content: string | Buffer): string[] {
  const read = readHistory(Buffer.from(content));
  return 'faults' in read ? faultLines(read.faults) : [];
}

describe('a file of history', () => {
  it('is taken as it is, with or without a byte order mark', async () => {
    expect(await readHistoryFile(demo)).toMatchObject({ file: { project: { code: 'HOGSBY-PILOT' } } });
    expect(faultsIn(`\ufeff${text}`)).toEqual([]);
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'The file is empty.'],
    ['cut off', text.slice(0, text.indexOf('"analyses"')), 'the file ends before its JSON does.'],
    ['a comma too many', '{\n  "plans": [1,],\n}', 'line 2, column 15: "]" cannot stand here: the file is not JSON.'],
    ['no quotes', '{\n  plans: []\n}', 'line 2, column 3: "p" cannot stand here: the file is not JSON.'],
    ['another file', '\u0089PNG', 'line 1, column 1'],
    ['not UTF-8', Buffer.from([0x7b, 0xe5, 0x7d]), 'The file is not text in UTF-8.'],
    [
      'too deep',
      '{"notes": '.padEnd(200, '['),
      '/notes/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: is nested deeper than 32 levels.',
    ],
    ['a name twice', '{"plans": [], "plans": []}', '/plans: stands twice in the same object.'],
    ['a name that reaches into the prototype', '{"__proto__": {}}', '/__proto__: may not have that name.'],
    ['NUL', '{"title": "a\\u0000b"}', '/title: holds a character that is no text (NUL or half a character).'],
    [
      'half a character',
      '{"title": "\\ud800"}',
      '/title: holds a character that is no text (NUL or half a character).',
    ],
    [
      'a number beyond range',
      '{"knowledge_total": {"count": 1e999}}',
      '/knowledge_total/count: is a number beyond what can be reckoned.',
    ],
    ['a list', '[]', 'must be an object.'],
    ['null', 'null', 'must be an object.'],
  ])('%s', (_name, content, fault) => {
    const faults = faultsIn(content);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('tells every fault of shape at once, each at its place', () => {
    const faults = faultsWith({
      '/project/code': undefined,
      '/organisations/3/name': 7,
      '/record-decision': { decision: 'yes' },
      '/plans/0/approve': true,
      '/plans/1/status': 'half-adopted',
      '/analyses/4/date/iso_date': '2021-02-30',
      '/analyses/0/title_sv': ' ',
      '/indicators/0/outcome/value': 'ca 70',
      '/knowledge_activities/1/count': -2,
      '/development_areas/2/code': 'vision & självbild',
      '/plans/0/parties': ['RKL', 'RKL'],
    });
    expect(faults.sort()).toEqual([
      '/analyses/0/title_sv: must be one line that is not blank.',
      '/analyses/4/date/iso_date: must be an instant, a day, a month, a season (2027-21 is spring 2027) or a year that exists.',
      '/development_areas/2/code: must be a code of letters, digits, - and _.',
      '/indicators/0/outcome/value: must be a number.',
      '/knowledge_activities/1/count: must be at least 0.',
      '/organisations/3/name: must be text.',
      '/plans/0/approve: there is no such field here.',
      '/plans/0/parties/1: stands twice in the list.',
      '/plans/1/status: must be one of: adopted, drafted.',
      '/project/code: the field is missing.',
      '/record-decision: there is no such field here.',
    ]);
  });

  it('tells codes that stand twice, and codes that nothing has', () => {
    const faults = faultsWith({
      '/organisations/1/code': 'RKL',
      '/plans/1/theme_sv': 'Hälsolots',
      '/plans/0/makers': ['RKL', 'SLU'],
      '/plans/1/development_area_refs': ['HEALTH'],
      '/knowledge_activities/3/plan': 'PLAN-X',
      '/project/strand': 9,
    });
    expect(faults.sort()).toEqual([
      '/knowledge_activities/3/plan: the file has no plan "PLAN-X".',
      '/organisations/1/code: "RKL" stands at /organisations/0 already.',
      '/plans/0/makers/1: "SLU" is not among the plan\'s parties.',
      '/plans/0/parties/1: the file has no organisation "HOGSBY".',
      '/plans/1/development_area_refs/0: the file has no development area "HEALTH".',
      '/plans/1/parties/1: the file has no organisation "HOGSBY".',
      '/plans/1/theme_sv: "Hälsolots" stands at /plans/0 already.',
      '/project/selected: the file has no organisation "HOGSBY".',
      "/project/strand: the file's programme has no strand 9.",
    ]);
  });

  it('a file that is wrong everywhere is told of in fifty lines', () => {
    const faults = faultsWith({ '/organisations': Array.from({ length: 400 }, () => ({})) });
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe('... and 750 more.');
  });

  it.each([
    ['/no/such/file.json', 'There is no file /no/such/file.json.'],
    ['/dev/zero', '/dev/zero is not a file.'],
    [fileURLToPath(new URL('.', import.meta.url)), 'is not a file.'],
  ])('%s', async (path, fault) => {
    const read = await readHistoryFile(path);
    expect('faults' in read && faultLines(read.faults)[0]).toContain(fault);
  });
});
