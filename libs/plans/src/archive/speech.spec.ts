import type { Template } from '#libs/lifecycle';
import { FRAME_WORDS } from './archive-words.js';
import { html, prose } from './html.js';
import { isTold, showRecord } from './show-record.js';
import { Speech } from './speech.js';

const name = { sv: 'Uppstart', en: 'Kick-off' };
const template: Template = {
  key: 'short',
  version: 1,
  name,
  roles: [{ key: 'leader', name: { sv: 'ledare', en: 'leader' }, required: true }],
  stages: [{ key: 'begin', name, opens: [], criteria: [], next: [] }],
};
const words = { 'field.title': 'Titel', 'value.held': 'hållet', 'event.stage.entered': 'Kom till {stage}' };
const former: Template = {
  ...template,
  version: 0,
  stages: [{ ...template.stages[0]!, key: 'gone', name: { sv: 'Förr', en: 'Before' } }],
};
const names = new Map([
  ['meeting-1', 'Möte'],
  ['A1', 'Hälsa'],
]);
const silent = {
  words: {},
  organisations: new Map<string, string>(),
  templates: [template],
  names: new Map<string, string>(),
};
const sv = new Speech('sv', {
  words,
  organisations: new Map([['REGION', 'Regionen']]),
  templates: [template, former],
  names,
});
const en = new Speech('en', silent);

describe('an archive speaks', () => {
  it.each([
    ['2027', '2027', '2027'],
    ['2027-21', 'våren 2027', 'spring 2027'],
    ['2027-24', 'vintern 2027–2028', 'winter 2027–2028'],
    ['2027-03', 'mars 2027', 'March 2027'],
    ['2027-03-15', '15 mars 2027', '15 March 2027'],
    ['2027-03-15T23:30:00Z', '16 mars 2027 kl. 00:30', '16 March 2027 at 00:30'],
    [null, 'datum okänt', 'date unknown'],
  ])('of %s as precisely as it is known', (when, swedish, english) => {
    expect([sv.when(when), en.when(when)]).toEqual([swedish, english]);
  });

  it('by names where there are names, and by the key made readable where there are none', () => {
    expect([sv.stage('begin'), en.stage('begin'), sv.stage('gone'), en.stage('gone')]).toEqual([
      'Uppstart',
      'Kick-off',
      'Förr',
      'gone',
    ]);
    expect([sv.role('leader'), sv.organisation('REGION'), sv.organisation('X')]).toEqual(['ledare', 'Regionen', 'X']);
    expect([sv.named('field', 'title'), sv.named('field', 'plannedFor')]).toEqual(['Titel', 'Planned for']);
    expect(sv.named('event', 'stage.entered', { stage: 'begin' })).toBe('Kom till ”Uppstart”');
    const told = new Speech('en', { ...silent, words: { 'event.stage.entered': 'Came to {stage}' } });
    expect(told.named('event', 'stage.entered', { stage: 'begin' })).toBe('Came to “Kick-off”');
    expect(told.named('event', 'stage.entered')).toBe('Came to {stage}');
    expect([sv.choice('held'), sv.choice('REGION'), sv.organisation('held')]).toEqual(['hållet', 'REGION', 'held']);
  });

  it('the same words in both languages', () => {
    expect(Object.keys(FRAME_WORDS.en)).toEqual(Object.keys(FRAME_WORDS.sv));
  });
});

describe('a record', () => {
  it('shows what was told, and neither keys nor what nobody said', () => {
    const record = {
      key: 'meeting-1',
      title: 'Möte',
      heldAt: null,
      notes: null,
      empty: [],
      no: false,
      notesText: 'text-1',
    };
    expect(showRecord(sv, record)?.source.replace(/\s*\n\s*/g, '')).toBe(
      '<dl><dt>Titel</dt><dd>Möte</dd><dt>Held at</dt><dd>datum okänt</dd><dt>Notes</dt><dd><em>struket</em></dd></dl>',
    );
    expect(showRecord(sv, { key: 'meeting-1', stage: 'begin' })).toBeNull();
  });

  it('takes nothing that people write for a choice', () => {
    const written = {
      title: 'held',
      label: 'held',
      notes: 'held',
      place: 'held',
      from: 'held',
      lines: ['held', 'REGION'],
    };
    const shown = showRecord(sv, { ...written, status: 'held', body: 'REGION' })?.source ?? '';
    const said = [...shown.matchAll(/<(?:dd|li)>(held|hållet|REGION|Regionen)</g)].map(([, word]) => word).join(' ');
    expect(said).toBe('held held held held held held Regionen hållet Regionen');
  });

  it.each([
    [undefined, false],
    [false, false],
    ['', false],
    [[], false],
    [{}, false],
    [{ a: [] }, false],
    [null, true],
    [0, true],
    [{ a: { b: 1 } }, true],
  ])('%j is told: %s', (value, told) => expect(isTold(value)).toBe(told));
});

describe('HTML', () => {
  it('escapes whatever is put into it, and not what is HTML already', () => {
    expect(html`<p title="${'"x"'}">${'<b>&'}${html`<i>${"'"}</i>`}${[1, null, undefined]}</p>`.source).toBe(
      '<p title="&#34;x&#34;">&#60;b&#62;&#38;<i>&#39;</i>1</p>',
    );
  });

  it('keeps the paragraphs and lines that people wrote', () => {
    expect(prose('ett\ntvå\r\n\r\ntre').source).toBe('<p>ett<br>två</p><p>tre</p>');
  });
});
