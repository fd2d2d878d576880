import { vocabulary, type Template, type Timing } from '#libs/lifecycle';
import fc from 'fast-check';
import { diffTemplates, shippedTemplates } from '../index.js';
import { anchorInWords } from './anchor-words.js';
import { movedKeys } from './keyed.js';
import { durationInWords, timingInWords } from './timing-words.js';

const label = (text: string) => ({ sv: `${text} (sv)`, en: text });
type Stage = Template['stages'][0];

function before(): Template {
  const stage = (key: string, next: string[], more: Partial<Stage> = {}): Stage => ({
    key,
    name: label(key),
    opens: ['plan-meeting'],
    criteria: [],
    next,
    ...more,
  });
  const held = { key: 'held', kind: 'meeting-held', with: { min: 1 }, name: label('The meeting was held') };
  const remind = { key: 'notes', name: label('Notes'), when: { after: 'meeting-held', by: 'P7D' }, to: ['lead'] };
  return {
    key: 'try-out',
    version: 1,
    name: label('Try-out'),
    roles: [{ key: 'lead', name: label('lead'), required: true }],
    stages: [
      stage('study', ['test'], { criteria: [held], reminders: [remind] }),
      stage('test', ['evaluation'], { optional: true, returnsTo: ['study'] }),
      stage('evaluation', ['proposal']),
      stage('proposal', []),
    ],
    tracks: [{ key: 'log', name: label('log'), opens: ['write-log-entry'] }],
  };
}

/** What is told of a change to the template, «stage: sentence», in English. */
function told(edit: (template: Template, stages: Record<string, Stage>) => void): string[] {
  const after = structuredClone(before());
  after.version = 2;
  edit(after, Object.fromEntries(after.stages.map((stage) => [stage.key, stage])));
  const { parts } = diffTemplates(before(), after);
  return parts.flatMap(({ stage, changes }) => changes.map(({ code, message }) => `${stage}: ${code}: ${message.en}`));
}

const given = (stages: Record<string, Stage>, key: string) => stages[key] as Stage;

describe('diffTemplates', () => {
  const cases: [string, Parameters<typeof told>[0], string[]][] = [
    ['nothing', () => {}, []],
    [
      'a stage that is new',
      (template) => {
        const { criteria } = template.stages[0] as Stage;
        template.stages.splice(1, 0, { key: 'pause', name: label('pause'), opens: [], criteria, next: ['test'] });
      },
      ['pause: stage-added: The stage "pause" is new, after "study". To leave it: The meeting was held.'],
    ],
    [
      'a stage that is gone',
      (template) => void template.stages.splice(2, 1),
      ['evaluation: stage-removed: The stage "evaluation" is no longer there. Plans that stand in it need another.'],
    ],
    [
      'a stage of another key and the same name',
      (_, stages) => {
        given(stages, 'evaluation').key = 'review';
        given(stages, 'test').next = ['review'];
      },
      ['review: stage-key-changed: The key of the stage is now review; before, evaluation.'],
    ],
    [
      'a stage that has moved',
      (template) => template.stages.push(...template.stages.splice(0, 1)),
      [
        'null: start-changed: The first stage is now "test"; before, "study".',
        'study: stage-moved: The stage "study" now stands after "proposal".',
      ],
    ],
    [
      'names, purposes and what may be left out',
      (template, stages) => {
        template.name = label('Trial');
        given(stages, 'study').name = label('Pre-study');
        given(stages, 'study').purpose = label('To know');
        given(stages, 'test').optional = false;
        given(stages, 'study').accountable = 'lead';
      },
      [
        'null: template-renamed: The way of working is now called "Trial"; before, "Try-out".',
        'study: stage-renamed: The stage is now called "Pre-study"; before, "study".',
        'study: purpose-changed: The purpose is written anew.',
        'study: accountable-changed: Accountable is now lead; before, –.',
        'test: optional-no-more: The stage may no longer be skipped.',
      ],
    ],
    [
      'criteria',
      (_, stages) => {
        const study = given(stages, 'study');
        const [held] = study.criteria as [Stage['criteria'][0]];
        study.criteria = [{ ...held, with: { min: 3 }, by: ['lead'] }];
        given(stages, 'test').criteria = [{ key: 'notes', kind: 'notes-recorded', name: label('Notes are there') }];
      },
      [
        'study: criterion-changed: The criterion "The meeting was held" is changed: min: 1 → 3; by: – → lead.',
        'test: criterion-added: A new criterion for leaving the stage: Notes are there.',
      ],
    ],
    [
      'a stage that is gone with all that it had',
      (template) => {
        const [study, ...stages] = template.stages as [Stage, ...Stage[]];
        template.stages = stages;
        (template.stages[0] as Stage).returnsTo = [];
        expect(study.criteria).toHaveLength(1);
      },
      [
        'null: start-changed: The first stage is now "test"; before, "study".',
        'test: way-back-removed: No longer a way back: "study".',
        'study: stage-removed: The stage "study" is no longer there, with its 1 criterion and 1 reminder. Plans that stand in it need another.',
      ],
    ],
    [
      'what a stage opens and where it leads',
      (_, stages) => {
        Object.assign(given(stages, 'evaluation'), { opens: ['hold-meeting'], next: ['proposal', 'study'] });
        Object.assign(given(stages, 'test'), { returnsTo: [], restart: true });
        Object.assign(given(stages, 'proposal'), { cycle: { to: 'study' }, fork: { to: 'test', join: true } });
      },
      [
        'test: way-back-removed: No longer a way back: "study".',
        'test: restart-allowed: A new attempt may now begin here.',
        'evaluation: opens-added: Newly open here: Meeting held.',
        'evaluation: opens-removed: No longer open here: Plan a meeting.',
        'evaluation: way-added: A new way on: "study".',
        'proposal: fork-added: Here the work may now be forked into plans, which begin at "test".',
        'proposal: cycle-added: From here a new cycle may now begin, at "study".',
      ],
    ],
    [
      'what a role gives the right to',
      (template) => {
        (template.roles[0] as Template['roles'][0]).as = 'workgroup-lead';
      },
      ['null: role-as-changed: The role "lead" now gives the rights of: workgroup lead; before: nothing said.'],
    ],
    [
      'roles, method cards, tracks and reminders',
      (template, stages) => {
        template.roles.push({ key: 'researcher', name: label('researcher') });
        template.methods = [{ key: 'cafe', name: label('World café'), level: 'strategic', summary: label('talk') }];
        given(stages, 'study').methods = ['cafe'];
        template.tracks = [{ key: 'log', name: label('log'), opens: ['write-log-entry', 'hold-meeting'] }];
        const [notes] = given(stages, 'study').reminders as [NonNullable<Stage['reminders']>[0]];
        const escalate = [{ after: 'P3D', to: ['deputy', 'lead'] }];
        given(stages, 'study').reminders = [{ ...notes, when: { idle: 'P1M' }, to: ['lead', 'researcher'], escalate }];
        template.rules = { checkIns: [{ key: 'ask', form: 'interview', when: { every: 'P3M' }, to: ['researcher'] }] };
      },
      [
        'null: role-added: The role "researcher" is new.',
        'null: method-added: The method card "World café" is new.',
        'null: track-opens-added: Newly open on the track "log": Meeting held.',
        'null: check-in-added: A new check-in for the whole plan, "ask": every 3 months, for researcher.',
        'study: method-linked: The method card "World café" now belongs here.',
        'study: reminder-changed: The reminder "Notes" is changed: when: 7 days after the meeting that was held → when nothing has happened for 1 month; to: lead → lead, researcher; goes on: – → 3 days later to the deputy, lead.',
      ],
    ],
  ];

  it.each(cases)('tells of %s', (_what, edit, expected) => {
    expect(told(edit)).toEqual(expected);
  });

  it('says it in Swedish too, with stable codes and keys', () => {
    const after = { ...structuredClone(before()), version: 2 };
    after.roles.push({ key: 'researcher', name: { sv: 'följeforskare', en: 'researcher' } });
    expect(diffTemplates(before(), after)).toEqual({
      from: { key: 'try-out', version: 1 },
      to: { key: 'try-out', version: 2 },
      parts: [
        {
          stage: null,
          name: null,
          changes: [
            {
              code: 'role-added',
              params: { role: 'researcher' },
              message: { sv: 'Rollen ”följeforskare” är ny.', en: 'The role "researcher" is new.' },
            },
          ],
        },
      ],
    });
  });

  it('finds nothing between a template and itself, and every sentence is whole between any two', () => {
    for (const from of shippedTemplates)
      for (const to of shippedTemplates) {
        const { parts } = diffTemplates(from, to);
        const sentences = parts.flatMap(({ changes }) => changes.flatMap(({ message }) => [message.sv, message.en]));
        expect(sentences.filter((sentence) => /[{}]|undefined|\[object/.test(sentence))).toEqual([]);
        expect(parts.length === 0).toBe(from === to);
      }
  });

  it('moves as few as can be: what stayed keeps its order', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.string(), { maxLength: 12 })
          .chain((keys) => fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys, { minLength: keys.length }))),
        ([from, to]) => {
          const moved = new Set(movedKeys(from, to));
          const stayed = (keys: string[]) => keys.filter((key) => !moved.has(key));
          expect(stayed(to)).toEqual(stayed(from));
        },
      ),
    );
    expect(movedKeys(['a', 'b', 'c', 'd', 'e'], ['a', 'c', 'd', 'b', 'e'])).toEqual(['b']);
    expect(movedKeys(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c']);
  });
});

describe('parameters in words', () => {
  type Criterion = Stage['criteria'][0];
  const of = (kind: string, given?: object): Criterion => ({
    key: 'held',
    kind,
    name: label('Held'),
    ...(given ? { with: given as Record<string, unknown> } : {}),
  });
  const between = (from: Criterion, to: Criterion, language: 'sv' | 'en' = 'en') => {
    const [one, other] = [structuredClone(before()), structuredClone(before())];
    (one.stages[0] as Stage).criteria = [from];
    (other.stages[0] as Stage).criteria = [to];
    return diffTemplates(one, other).parts.flatMap(({ changes }) => changes.map(({ params }) => params['what']))[0]?.[
      language as never
    ];
  };
  const [a, b, c] = [label('Keys are handed in'), 'The room is cleaned', label('The door is locked')];

  it('of a list of texts, what is new and what is gone', () => {
    const [from, to] = [of('checklist-done', { items: [a, b] }), of('checklist-done', { items: [b, c] })];
    expect(between(from, to)).toBe('items: new "The door is locked"; gone "Keys are handed in"');
    expect(between(from, to, 'sv')).toBe('items: nytt ”The door is locked (sv)”; borta ”Keys are handed in (sv)”');
    const turned = of('checklist-done', { items: [b, a] });
    expect(between(from, turned)).toBe(
      'items: "Keys are handed in", "The room is cleaned" → "The room is cleaned", "Keys are handed in"',
    );
    expect(between(of('checklist-done'), turned)).toBe('items: – → "The room is cleaned", "Keys are handed in"');
  });

  it('what has a key is the same under other words, and by other keys it is new and gone', () => {
    const keyed = (key: string, text: string) => ({ key, name: label(text) });
    const from = of('checklist-done', {
      items: [keyed('keys', 'Keys are handed in'), keyed('room', 'The room is cleaned'), b],
    });
    const items = [keyed('keys', 'The keys are with the caretaker'), keyed('door', 'The door is locked'), b];
    const to = of('checklist-done', { items });
    expect(between(from, to)).toBe(
      'items: the wording of "Keys are handed in" is now "The keys are with the caretaker", and ticks stay; ' +
        'new "The door is locked"; gone "The room is cleaned"',
    );
    expect(between(from, to, 'sv')).toContain(
      '”Keys are handed in (sv)” heter nu ”The keys are with the caretaker (sv)”, och det som är avbockat står kvar',
    );
  });

  it('names of kinds, stages and days, lengths of time, yes and no', () => {
    const day = (more: object) => of('day-reached', { anchor: 'meeting-held', ...more });
    expect(between(day({ after: 'P1M' }), day({ after: 'P6W', anchor: 'trial-due' }))).toBe(
      'anchor: the meeting that was held → the due date of the trial; after: 1 month → 6 weeks',
    );
    expect(between(of('plans-in-stage', { stage: 'study' }), of('plans-in-stage', { stage: 'test' }))).toBe(
      'stage: study → test',
    );
    expect(between(of('ownership-named', { accepted: true }), of('ownership-named', { accepted: false }), 'sv')).toBe(
      'accepted: ja → nej',
    );
    const anyOf = (...criteria: object[]) => of('any-of', { criteria });
    const held = { kind: 'meeting-held', with: { min: 2 } };
    expect(between(anyOf(held), anyOf(held, { kind: 'notes-recorded' }))).toMatch(/^criteria: new [A-Z][a-z ]+$/);
    expect(between(anyOf(held), of('notes-recorded'))).toBe(
      'kind: One of several criteria → Notes are written; criteria: The meeting has been held (min 2) → –',
    );
  });

  it('every anchor has words', () => {
    const without = [...vocabulary.anchors.keys()].filter((anchor) => anchorInWords(anchor).en === anchor);
    expect(without).toEqual([]);
    expect(anchorInWords('constructor').sv).toBe('constructor');
  });
});

it('says times', () => {
  expect(durationInWords('P1Y6M')).toEqual({ sv: '1 år 6 månader', en: '1 year 6 months' });
  expect(durationInWords('P1D')).toEqual({ sv: '1 dag', en: '1 day' });
  const timed = (when: Timing) => timingInWords(when, { role: (key) => ({ key, name: label(key) }) });
  expect(timed({ every: 'P2W', first: 'P1W' }).sv).toBe('med 2 veckor emellan, första gången efter 1 vecka');
  expect(timed({ entered: 'P14D' }).en).toBe('14 days after the beginning');
  expect(timed({ entered: 'P0D' })).toEqual({ sv: 'vid början', en: 'at the beginning' });
  expect(timed({ midway: 'mandate-ends' }).en).toBe('half-way to the end of the mandate');
  expect(timed({ vacant: 'chair', by: 'P7D' }).en).toBe('when nobody for 7 days has been chair');
});
