// The archive of a plan with cases under it, a sending back, two cycles and a new version of its way of working: told by names.
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';
import { archiveOf } from '../../../test/services/archive.js';

const label = (sv: string, en: string) => ({ sv, en });
const wayOfWorking = (key: string, version: number, writing: string) => ({
  key,
  version,
  name: label('Bygdegården', 'The village hall'),
  kind: 'initiative',
  roles: [{ key: 'leader', name: label('ledare', 'leader'), required: true }],
  methods: [
    {
      key: 'shadowing',
      name: label('Skuggning', 'Shadowing'),
      level: 'operative',
      summary: label('Gå bredvid.', 'Walk beside.'),
    },
  ],
  stages: [
    {
      key: writing,
      name: version === 1 ? label('Skrivstugan', 'The writing room') : label('Skriva', 'Writing'),
      opens: [
        'write-section',
        'register-knowledge-item',
        'cite',
        'submit-version',
        'record-decision',
        'use-method',
        'record-lesson',
        'revise-version',
      ],
      criteria: [],
      next: ['asking'],
    },
    {
      key: 'asking',
      name: label('Fråga byarna', 'Asking the villages'),
      opens: [],
      criteria: [],
      next: ['looking-back'],
      fork: { to: 'village', as: 'case', join: true },
    },
    { key: 'village', name: label('Byn svarar', 'The village answers'), opens: [], criteria: [], next: [], end: true },
    {
      key: 'looking-back',
      name: label('Se tillbaka', 'Looking back'),
      opens: [],
      criteria: [],
      next: [],
      cycle: { to: writing },
      end: true,
    },
  ],
  tracks: [
    {
      key: 'together',
      name: label('Tillsammans', 'Together'),
      opens: ['add-party', 'plan-meeting', 'hold-meeting', 'write-log-entry', 'comment'],
    },
  ],
});

let api: RunningApi;
let files: Map<string, string>;
let plan: string;

const verb = async (name: string, body: object = {}): Promise<Json> => {
  const answer = await api.ask('POST', `/v1/plans/${plan}/${name}`, { body });
  if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Sent back, adopted, asked in two villages of which one is let go; then once more, in a new cycle and by a new version. */
async function live(language: string, key = `village-hall-${language}`): Promise<void> {
  await publish(wayOfWorking(key, 1, 'write'));
  plan = (await api.start({ template: key, title: 'Bygdegården', language })).id as string;
  await verb('add-party', { organisation: 'HOGSBY', deciding: true });
  await verb('hold-meeting', { title: 'Årsmötet', represented: ['HOGSBY'], notes: 'Alla kom.' });
  await verb('use-method', { method: 'shadowing', note: 'Vi gick med vaktmästaren.' });
  await verb('record-lesson', { lesson: 'Fråga tidigare.', stage: 'write', worked: false });
  await verb('write-log-entry', { entry: 'Nyckeln hänger i affären.' });
  await verb('comment', { comment: 'Tack!', entry: 'log-entry-1' });
  await verb('register-knowledge-item', { title: 'Vilka som kommer', kind: 'study' });
  await verb('cite', { item: 'knowledge-item-1' });
  await verb('write-section', { section: 'goal', text: 'Öppet varje kväll.' });
  await verb('write-section', { section: 'purpose', text: 'Ett hus för alla.' });
  await verb('submit-version', { label: 'Version 1' });
  await verb('record-decision', { organisation: 'HOGSBY', decision: 'sent-back', comment: 'Säg vem som äger huset.' });
  await attach('beslut.pdf', 'decision-1');
  await verb('write-section', { section: 'purpose', text: 'Ett hus för alla, ägt av föreningen.' });
  await verb('submit-version', { label: 'Version 2' });
  await verb('record-decision', { organisation: 'HOGSBY', decision: 'yes' });
  await verb('advance', { to: 'asking' });
  await verb('fork', { plans: [{ title: 'Fagerhult' }, { title: 'Ruda' }] });
  const [fagerhult, ruda] = (await api.ask('GET', `/v1/plans/${plan}`)).body.children as Json[];
  await api.ask('POST', `/v1/plans/${fagerhult.id}/complete`, { body: {} });
  await verb('release', { plans: [ruda.id], reason: 'Ruda svarar i höst.' });
  await verb('advance', { to: 'looking-back' });
  await verb('advance', { to: 'write' });
  await verb('cite', { item: 'knowledge-item-1' });
  await verb('write-section', { section: 'goal', text: 'Öppet hela dagen.' });
  await verb('write-section', { section: 'purpose', text: 'Ett hus för alla, med bibliotek.' });
  await verb('submit-version', { label: 'Cykel 2' });
  await verb('record-decision', { organisation: 'HOGSBY', decision: 'yes', comment: 'Gärna böcker.' });
  await publish(wayOfWorking(key, 2, 'writing'));
  await verb('migrate', { version: 2, stages: { write: 'writing' }, reason: 'Bättre ord.' });
}

async function publish(body: object): Promise<void> {
  expect(await api.ask('POST', '/v1/templates', { body })).toMatchObject({ status: 201 });
}

async function attach(name: string, record: string): Promise<void> {
  const path = `/v1/plans/${plan}/attachments?name=${name}&record=${record}`;
  await api.ask('POST', path, { body: Buffer.from(name), headers: { 'content-type': 'application/pdf' } });
}

/** What a page says, without its tags. */
const said = (name: string) =>
  (files.get(name) ?? '')
    .replace(/^[^]*<body>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

beforeAll(async () => {
  api = await runningApi();
  await api.ask('PUT', '/v1/organisations/HOGSBY', { body: { name: 'Högsby kommun' } });
});
afterAll(() => api.close());

/** Keys of stages, records, roles and fields, and words of the other language. */
const RAW = /\b(write|writing|asking|looking-back|[a-z-]+-\d+|HOGSBY|text-\d+|undefined|null|\[object)\b/;
const pages = ['index', 'plan', 'versions', 'decisions', 'log', 'history'];
/** A page and its files' names have keys in their paths. */
const told = (name: string) =>
  said(`${name}.html`)
    .replace(/\S+\.(json|html)|\S+\/\S+/g, '')
    .replace(/[0-9a-f-]{36}/g, '');

describe('in Swedish', () => {
  beforeAll(async () => {
    await live('sv');
    files = await archiveOf(api, plan);
  });

  it('a version has one name everywhere, and is never called Version Version', () => {
    for (const page of ['versions', 'decisions', 'history']) {
      expect(told(page)).toContain('1.0 (inlämnad som Version 2)');
      expect(told(page)).toContain('2.0 (inlämnad som Cykel 2)');
      expect(told(page)).not.toMatch(/Version Version/i);
    }
    expect(told('versions')).toContain('Version 1 Inlämnad');
    expect(told('decisions')).toContain('Högsby kommun, version 1.0 (inlämnad som Version 2)');
  });

  it('what has been adopted is no draft; what is written after it is, and says what is from before', async () => {
    expect(told('versions')).not.toContain('Utkast');
    await verb('revise-version', { reason: 'Huset har en historia.' });
    await verb('write-section', { section: 'background', text: 'Huset byggdes 1931.' });
    files = await archiveOf(api, plan);
    const draft = told('versions').split('Utkast')[1];
    expect(draft).toContain('Huset byggdes 1931.');
    expect(draft).toContain('Ett hus för alla, med bibliotek.');
    expect(draft).not.toContain('ägt av föreningen');
  });

  it('a sending back stands with its reason, in the page and in the JSON', () => {
    expect(told('decisions')).toContain('Beslut återremitterat Kommentar Säg vem som äger huset.');
    const { entries } = JSON.parse(files.get('decisions.json') ?? '');
    expect(entries.map(({ comment }: Json) => comment)).toEqual([
      'Säg vem som äger huset.',
      undefined,
      'Gärna böcker.',
    ]);
  });

  it('cases are named: on the first page with how they stand, in the history where one was let go', () => {
    expect(told('index')).toContain('Fagerhult case avslutad, Byn svarar, från omgång 1');
    expect(told('index')).toContain('Ruda case pågår, Byn svarar, väntas inte längre in, från omgång 1');
    expect(told('history')).toContain('Ruda svarar i höst. Planer Ruda');
    expect(told('history')).toContain('Plan Fagerhult Läge avslutad');
    expect(JSON.parse(files.get('index.json') ?? '').children).toMatchObject([
      { title: 'Fagerhult', kind: 'case', status: 'completed', released: false },
      { title: 'Ruda', kind: 'case', status: 'active', released: true },
    ]);
  });

  it('keys are told by their names, and the cycle by its number', () => {
    for (const page of pages) expect([page, RAW.exec(told(page))?.[0]]).toEqual([page, undefined]);
    expect(told('index')).toContain('Omgång 2');
    expect(told('index')).toContain('beslut.pdf Högsby kommun, Version 1');
    expect(told('log')).toContain('Kommentar om Anteckning 1');
    expect(told('plan')).toContain('Var med Högsby kommun');
    expect(told('plan')).toContain('Skuggning');
    expect(told('plan')).not.toMatch(/Represented|Card|shadowing|Cycle/);
  });

  it('stages that are gone have their names, and every version of the way of working is there', () => {
    expect(told('history')).toContain('Kom till skedet ”Skrivstugan”');
    expect(told('history')).toContain('Arbetssätt förut Bygdegården, version 1 Arbetssätt nu Bygdegården, version 2');
    expect(told('index')).toContain('Skede Skriva');
    expect([...files.keys()].filter((name) => name.startsWith('templates/'))).toEqual([
      'templates/village-hall-sv-v2.json',
      'templates/village-hall-sv-v1.json',
    ]);
    expect(JSON.parse(files.get('templates/village-hall-sv-v1.json') ?? '').stages[0].key).toBe('write');
  });

  it('what was undone and what was corrected is told by what it was', async () => {
    await verb('plan-meeting', { title: 'Fikat', on: '2027-03' });
    await verb('undo', { reason: 'Fel plan.' });
    await verb('write-log-entry', { entry: 'Nycklen' });
    const { items } = (await api.ask('GET', `/v1/plans/${plan}/history?limit=1000`)).body;
    const event = items.at(-1).id as string;
    await verb('correct', { event, verb: 'write-log-entry', body: { entry: 'Nyckeln' }, reason: 'Felstavat.' });
    files = await archiveOf(api, plan);
    expect(told('history')).toMatch(/ångrades.{0,60} Ett möte planerades Varför Fel plan\./);
    expect(told('history')).toMatch(/rättades.{0,60} En anteckning skrevs i loggen Text Nyckeln Varför Felstavat\./);
  });
});

it('in the archive of a case, what it shares with the initiative is told by the initiative’s names', async () => {
  await live('sv', 'shared');
  const [fagerhult] = (await api.ask('GET', `/v1/plans/${plan}`)).body.children as Json[];
  files = await archiveOf(api, fagerhult.id as string);
  expect(told('index')).toContain('Del av Bygdegården');
  expect(told('history')).toContain('Möte Årsmötet Anteckningar Alla kom.');
  expect(told('history')).toContain('Version 1.0 (inlämnad som Version 2)');
  expect(told('decisions')).toContain('Inget är antecknat.');
});

describe('in English', () => {
  beforeAll(async () => {
    await live('en');
    files = await archiveOf(api, plan);
  });

  it('the same is told in its words', () => {
    expect(told('decisions')).toContain('Högsby kommun, version 1.0 (submitted as Version 2) from cycle 1');
    expect(told('index')).toContain('Ruda case active, The village answers, no longer waited for, from cycle 1');
    expect(told('history')).toContain('“The writing room”');
    for (const page of pages)
      expect([page, /\b(Skede|Läge|Antagen|Kommentar|omgång|Beslut)\b/.exec(told(page))?.[0]]).toEqual([
        page,
        undefined,
      ]);
  });
});
