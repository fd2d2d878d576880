// What the check says of forks: the plans that a fork makes have facts of their own, and what is done in one does not count in another.
import type { Stage, Template } from '#libs/lifecycle';
import { checkTemplate } from './index.js';

const label = (text: string) => ({ sv: text, en: text });
const stage = (key: string, next: string[], more: Partial<Stage> = {}): Stage => ({
  key,
  name: label(key),
  opens: [],
  criteria: [],
  next,
  ...more,
});
const asks = (kind: string, given?: object): Pick<Stage, 'criteria'> => ({
  criteria: [{ key: 'c', kind, name: label('c'), ...(given ? { with: given as Record<string, unknown> } : {}) }],
});
const insight = asks('insights-recorded');
const record = { opens: ['record-insight'] };

function told(stages: Stage[], more: Partial<Template> = {}): string[] {
  const roles = [{ key: 'lead', name: label('lead') }];
  const template = { key: 'forked', version: 1, name: label('forked'), roles, stages, ...more };
  return checkTemplate(template).map(({ pointer, code }) => `${pointer} ${code}`);
}

/** begin -> split, which makes plans that go answer -> finish; it waits for them, and goes on to gather -> finish. */
function forked(more: Partial<Record<'begin' | 'split' | 'answer' | 'gather' | 'finish', Partial<Stage>>>): Stage[] {
  return [
    stage('begin', ['split'], more.begin),
    stage('split', ['gather'], { fork: { to: 'answer', join: true }, ...more.split }),
    stage('answer', ['finish'], more.answer),
    stage('gather', ['finish'], more.gather),
    stage('finish', [], more.finish),
  ];
}

describe('the check of a template that forks', () => {
  it.each<[string, Stage[], string[]]>([
    ['what nothing asks for', forked({ answer: record }), []],
    ['done in the main way, asked for there', forked({ begin: record, gather: insight }), []],
    ['done in the branch, asked for there', forked({ answer: { ...record, ...insight } }), []],
    [
      'done in the branch, asked for in the main way',
      forked({ answer: record, gather: insight }),
      ['/stages/3/criteria/0 criterion-unmeetable'],
    ],
    [
      'done in the branch, asked for where both ways come',
      forked({ answer: record, finish: insight }),
      ['/stages/4/criteria/0 criterion-unmeetable'],
    ],
    ['done in both, asked for where both ways come', forked({ answer: record, gather: record, finish: insight }), []],
    [
      'done in the main way after the fork, asked for in the branch',
      forked({ gather: record, answer: insight }),
      ['/stages/2/criteria/0 criterion-unmeetable'],
    ],
    [
      'done in the main way before the fork, asked for in the branch, and no fork takes it along',
      forked({ begin: record, answer: insight }),
      ['/stages/2/criteria/0 criterion-unmeetable'],
    ],
    [
      'done in the main way before the fork, asked for in the branch: the fork takes it along',
      forked({ begin: { opens: ['add-party'] }, answer: asks('parties-consented') }),
      [],
    ],
    ['done where the fork is', forked({ split: { opens: ['add-party'] }, answer: asks('parties-consented') }), []],
    [
      'done in the main way after the fork, though a fork would take it along',
      forked({ gather: { opens: ['add-party'] }, answer: asks('parties-consented') }),
      ['/stages/2/criteria/0 criterion-unmeetable'],
    ],
    [
      'done after the fork, where a way leads back to it',
      forked({ gather: { opens: ['add-party'], returnsTo: ['split'] }, answer: asks('parties-consented') }),
      [],
    ],
    [
      'done in the branch, though a fork would take it along: a join brings nothing back',
      forked({ answer: { opens: ['add-party'] }, gather: asks('parties-consented') }),
      ['/stages/3/criteria/0 criterion-unmeetable'],
    ],
    [
      'cited before the fork: a fork takes the knowledge along, not what cites it',
      forked({ begin: { opens: ['register-knowledge-item', 'cite'] }, answer: asks('knowledge-cited') }),
      ['/stages/2/criteria/0 criterion-unmeetable'],
    ],
    [
      'what holds as long as there is nothing to ask about',
      forked({ gather: { opens: ['add-activity', 'complete-activity'] }, finish: asks('activities-settled') }),
      [],
    ],
    [
      'one of several, of which one can be met in the branch and another in the main way',
      forked({
        answer: record,
        gather: { opens: ['add-party'] },
        finish: asks('any-of', { criteria: [{ kind: 'insights-recorded' }, { kind: 'parties-consented' }] }),
      }),
      [],
    ],
    [
      'one of several, of which none can be met in the main way',
      forked({
        answer: { opens: ['record-insight', 'add-party'] },
        gather: asks('any-of', { criteria: [{ kind: 'insights-recorded' }, { kind: 'parties-consented' }] }),
      }),
      ['/stages/3/criteria/0 criterion-unmeetable'],
    ],
    [
      'a reminder of the main way until what only the branch does',
      forked({
        answer: record,
        gather: { reminders: [{ key: 'r', when: { entered: 'P1D' }, to: ['lead'], until: 'insights-recorded' }] },
      }),
      ['/stages/3/reminders/0/until until-unmeetable'],
    ],
    [
      'a reminder where both ways come, until what one of them does',
      forked({
        answer: record,
        finish: { reminders: [{ key: 'r', when: { entered: 'P1D' }, to: ['lead'], until: 'insights-recorded' }] },
      }),
      [],
    ],
    [
      'forked by what only the branch records',
      forked({
        answer: { opens: ['name-municipality'] },
        split: { fork: { to: 'answer', join: true, each: 'municipality' } },
      }),
      ['/stages/1/fork/each fork-unsuppliable'],
    ],
    [
      'plans below that are made in the branch',
      [
        ...forked({ answer: { fork: { to: 'detail', join: true } }, gather: asks('plans-ended'), split: {} }).slice(
          0,
          1,
        ),
        stage('split', ['gather'], asks('plans-ended')),
        stage('gather', []),
      ],
      ['/stages/1/criteria/0 criterion-unmeetable'],
    ],
  ])('%s', (_what, stages, expected) => {
    expect(told(stages)).toEqual(expected);
  });

  it('names the branch where what would meet it is opened nowhere at all, and none on the main way', () => {
    const said = (stages: Stage[]) => {
      const roles = [{ key: 'lead', name: label('lead') }];
      return checkTemplate({ key: 'forked', version: 1, name: label('forked'), roles, stages })[0]?.message;
    };
    expect(said(forked({ answer: insight }))).toMatch(/This is so in the plans that begin at "answer"\.$/);
    expect(said(forked({ gather: insight }))).toMatch(/name one of: record-insight\.$/);
  });

  it('a branch in a branch begins with what the main way did, where a fork takes it along', () => {
    const inner = (opens: string[], kind: string) => [
      ...forked({ begin: { opens }, answer: { fork: { to: 'detail', join: true } } }),
      stage('detail', [], asks(kind)),
    ];
    expect(told(inner(['add-party'], 'parties-consented'))).toEqual([]);
    expect(told(inner(['record-insight'], 'insights-recorded'))).toEqual(['/stages/5/criteria/0 criterion-unmeetable']);
  });

  it('plans that carry the work on hold what they did, and what their fork took along', () => {
    const carried = (opens: string[], kind: string) => [
      stage('begin', ['go'], { opens, fork: { to: 'go' } }),
      stage('go', [], asks(kind)),
    ];
    expect(told(carried(['add-party'], 'parties-consented'))).toEqual([]);
    expect(told(carried(['record-insight'], 'insights-recorded'))).toEqual([
      '/stages/1/criteria/0 criterion-unmeetable',
    ]);
  });

  it('says in which plans it does not count', () => {
    const roles = [{ key: 'lead', name: label('lead') }];
    const stages = forked({ answer: record, gather: insight });
    const [fault] = checkTemplate({ key: 'forked', version: 1, name: label('forked'), roles, stages });
    expect(fault?.message).toBe(
      'The criterion "c" can never be met. Let opens here, in a stage on the way here or on a track name one of: record-insight. What is done in other plans than those that begin at "begin" does not count here.',
    );
  });

  it('says nothing of branches where a name of a stage is in doubt', () => {
    const stages = forked({ answer: { ...record, next: ['finihs'] }, finish: insight });
    expect(told(stages)).toEqual(['/stages/2/next/0 unknown-stage']);
    const doubled = [...forked({ answer: record, finish: insight }), stage('gather', ['finish'])];
    expect(told(doubled)).toEqual(['/stages/5/key duplicate-key']);
  });

  describe('plans-in-stage', () => {
    const there = (key: string) => asks('plans-in-stage', { stage: key });

    it.each(['answer', 'finish'])('may wait for %s, where the plans come', (key) => {
      expect(told(forked({ split: { fork: { to: 'answer', join: true }, ...there(key) } }))).toEqual([]);
      expect(told(forked({ gather: there(key) }))).toEqual([]);
    });

    it.each(['begin', 'split', 'gather'])('cannot wait for %s, where none of the plans comes', (key) => {
      const expected = ['/stages/3/criteria/0/with/stage criterion-unmeetable-below'];
      expect(told(forked({ gather: there(key) }))).toEqual(expected);
      expect(told(forked({ gather: there(key) }), { kind: 'initiative' })).toEqual([]);
    });

    it('counts the ways back of the plans, and not the plans that they make', () => {
      expect(told(forked({ answer: { returnsTo: ['begin'] }, gather: there('begin') }))).toEqual([]);
      const inner = [
        ...forked({ answer: { fork: { to: 'detail', join: true } }, gather: there('detail') }),
        stage('detail', []),
      ];
      expect(told(inner)).toEqual(['/stages/3/criteria/0/with/stage criterion-unmeetable-below']);
    });

    it('as one of several is no fault while another can be met; alone among them it is', () => {
      const several = (kind: string) =>
        asks('any-of', { criteria: [{ kind: 'plans-in-stage', with: { stage: 'begin' } }, { kind }] });
      expect(told(forked({ gather: several('plans-ended') }))).toEqual([]);
      expect(told(forked({ gather: several('insights-recorded') }))).toEqual([
        '/stages/3/criteria/0 criterion-unmeetable',
      ]);
    });

    it('is told at its place as an until, too', () => {
      const reminder = { key: 'r', when: { entered: 'P1D' as const }, to: ['lead'], until: 'plans-in-stage' };
      const stages = (key: string) => forked({ split: { reminders: [{ ...reminder, given: { stage: key } }] } });
      expect(told(stages('finish'))).toEqual([]);
      expect(told(stages('gather'))).toEqual(['/stages/1/reminders/0/given/stage criterion-unmeetable-below']);
    });

    it('needs plans at all', () => {
      expect(told([stage('begin', ['end'], there('end')), stage('end', [])])).toEqual([
        '/stages/0/criteria/0 criterion-unmeetable',
      ]);
    });
  });

  describe('on the way', () => {
    const detour = (more: Partial<Stage>, back: string[]) => [
      stage('choice', ['wait', 'work']),
      stage('wait', ['work'], { ...insight, ...more }),
      stage('work', [], { ...record, returnsTo: back }),
    ];

    it('a criterion can be met where one comes back from another way', () => {
      expect(told(detour({}, ['wait']))).toEqual([]);
      expect(told(detour({}, ['choice']))).toEqual([]);
    });

    it('nor by what lies behind it in a circle that leads on to it again', () => {
      const circle = [stage('ask', ['work'], { ...insight, end: true }), stage('work', ['ask'], record)];
      expect(told(circle)).toEqual(['/stages/0/criteria/0 criterion-unmeetable']);
      const [ask, work] = circle as [Stage, Stage];
      expect(told([work, ask])).toEqual([]);
    });

    it('but not by what lies behind it alone', () => {
      expect(told(detour({}, []))).toEqual(['/stages/1/criteria/0 criterion-unmeetable']);
      const [, ...alone] = detour({}, ['wait']);
      expect(told(alone)).toEqual(['/stages/0/criteria/0 criterion-unmeetable']);
      expect(told([stage('wait', ['work'], { ...insight, optional: true }), ...alone.slice(1)])).toEqual([]);
    });
  });
});
