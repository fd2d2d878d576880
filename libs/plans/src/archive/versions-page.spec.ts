import type { Plan } from '#libs/lifecycle';
import type { Gathered } from './gather.js';
import { namesInPlan } from './names-in-plan.js';
import { isRecordKey, numbered } from './numbered-records.js';
import { Speech } from './speech.js';
import { versionName, versionWords } from './version-names.js';
import { versionsPage } from './versions-page.js';

const speech = new Speech('sv', { words: {}, organisations: new Map(), templates: [], names: new Map() });
const plan = { attempt: 2, since: { write: 2 }, cycle: 2, cycleSince: { write: 2 } } as unknown as Plan;
const piece = (text: string, attempt: number, cycle?: number) => ({
  section: 'goal',
  text,
  stage: 'write',
  attempt,
  round: 1,
  ...(cycle === undefined ? {} : { cycle }),
});
const version = (...pieces: object[]) => ({ label: '0.1', submittedOn: '2027', content: { pieces }, dates: {} });
const page = (pieces: object[], ...versions: object[]) =>
  versionsPage(speech, { plan, records: { versions: { versions, draft: { pieces } } } } as unknown as Gathered)
    .source.replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the draft in an archive', () => {
  const [first, second] = [piece('Den första.', 1), piece('Den andra.', 2, 2)];

  it.each([
    [
      'is not shown where a version says the same, and an earlier one what came before',
      [first, second],
      [[first], [second]],
    ],
    ['is not shown when nothing is written anew', [first], [[first]]],
  ])('%s', (_name, draft, versions) => {
    expect(page(draft, ...versions.map((pieces) => version(...pieces)))).not.toContain('Utkast');
  });

  it('is shown where something is written anew, without what an earlier version says', () => {
    const draft = page([first, second], version(first)).split('Utkast')[1];
    expect(draft).toContain('ansats 2 · omgång 2 Den andra.');
    expect(draft).not.toContain('Den första.');
  });

  it('keeps what was set aside and never submitted, marked as what it is', () => {
    expect(page([first, second], version(second))).toContain('Utkast Goal från ansats 1 · från omgång 1 Den första.');
    expect(page([piece('Mellan.', 2)], version(second))).toContain('från omgång 1 · ansats 2 Mellan.');
  });
});

describe('names', () => {
  it.each([
    [
      { label: 'Version 2', adopted: { label: '1.0' } },
      '1.0 (inlämnad som Version 2)',
      'version 1.0 (inlämnad som Version 2)',
    ],
    [{ label: '3.0', adopted: { label: '3.0' } }, '3.0', 'version 3.0'],
    [{ label: '0.1' }, '0.1', 'version 0.1'],
    [{ label: 'Version 1' }, 'Version 1', 'Version 1'],
    [{ label: 'Cykel 2' }, 'Cykel 2', 'Cykel 2'],
  ])('%j is %s', (told, name, words) => {
    expect(versionName('sv', told)).toBe(name);
    expect(versionWords(name)).toBe(words);
  });

  it('of records are their titles, of decisions whose and on what, of others their kind and number', () => {
    const records = {
      versions: { versions: [{ key: 'version-1', label: 'Version 2', adopted: { label: '1.0' } }] },
      adoption: { entries: [{ key: 'decision-1', organisation: 'X', version: 'version-1', label: 'Version 2' }] },
      meetings: { meetings: [{ key: 'meeting-1', title: 'Mötet' }] },
      areas: { areas: [{ code: 'A1', name: 'Hälsa' }] },
      strategies: { areas: [{ code: 'A1', title: 'En annan' }] },
    };
    const names = namesInPlan({
      language: 'en',
      records,
      templates: [],
      plans: new Map(),
      organisation: (code) => `<${code}>`,
    });
    expect(Object.fromEntries(names)).toEqual({
      'version-1': '1.0 (submitted as Version 2)',
      'decision-1': '<X>, 1.0 (submitted as Version 2)',
      'meeting-1': 'Mötet',
      A1: 'Hälsa',
    });
    expect([numbered('sv', 'lesson-12'), numbered('en', 'log-entry-3')]).toEqual(['Lärdom 12', 'Entry 3']);
    expect(['kapitel-1', 'constructor-1', 'meeting', 'meeting-x'].map(isRecordKey)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
