import type { Template } from '#libs/lifecycle';
import { checkTemplate } from './index.js';

const label = (text: string) => ({ sv: text, en: text });

/** A way of working nobody has seen: a loop, an optional stage, a track. */
function sound(): Template {
  const stage = (key: string, next: string[], more: Partial<Template['stages'][0]> = {}) => ({
    key,
    name: label(key),
    opens: ['plan-meeting', 'hold-meeting'],
    criteria: [],
    next,
    ...more,
  });
  return {
    key: 'try-out',
    version: 1,
    name: label('try-out'),
    roles: [{ key: 'lead', name: label('lead'), required: true }],
    stages: [
      stage('study', ['test'], {
        criteria: [{ key: 'held', kind: 'meeting-held', with: { min: 2 }, name: label('held') }],
        reminders: [{ key: 'late', when: { entered: 'P14D' }, to: ['lead'], until: 'meeting-held', given: { min: 2 } }],
        checkIns: [{ key: 'observe', form: 'interview', when: { on: 'meeting-planned' }, to: ['lead'] }],
      }),
      stage('test', ['proposal'], { optional: true, returnsTo: ['study'] }),
      stage('proposal', []),
    ],
    tracks: [{ key: 'log', name: label('log'), opens: ['record-notes'] }],
    rules: { whilePaused: [{ key: 'review', when: { entered: 'P30D' }, to: ['lead'] }] },
  };
}

const card = { key: 'talk', name: label('talk'), level: 'operative', summary: label('talk with people') };

/** What to put at which JSON pointer; `-` is the end of a list, undefined takes the place away. */
type Breaks = Record<string, unknown>;

function broken(breaks: Breaks): string[] {
  const template = structuredClone(sound());
  for (const [pointer, value] of Object.entries(breaks)) put(template, pointer.split('/').slice(1), value);
  return checkTemplate(template).map(({ pointer, code }) => `${pointer} ${code}`);
}

const ITEMS = '/stages/0/criteria/1/with/items';

/** A checklist in the first stage, and what it takes to tick it. */
function listed(...items: unknown[]): Breaks {
  const criterion = { key: 'list', kind: 'checklist-done', with: { items }, name: label('list') };
  return { '/stages/0/criteria/-': criterion, '/stages/0/opens/-': 'tick-item' };
}

function put(into: object, [key = '', ...path]: string[], value: unknown): void {
  const part = into as Record<string, unknown>;
  if (path.length > 0) put(part[key] as object, path, value);
  else if (value === undefined) delete part[key];
  else if (key === '-') (into as unknown[]).push(value);
  else part[key] = value;
}

function chain(length: number): Template {
  const [study] = sound().stages as [Template['stages'][0]];
  const stages = Array.from({ length }, (_, index) => ({
    ...study,
    key: `stage-${index}`,
    next: index + 1 < length ? [`stage-${index + 1}`] : [],
    returnsTo: index > 0 ? [`stage-${index - 1}`] : [],
  }));
  return { ...sound(), stages };
}

describe('checkTemplate', () => {
  it('finds nothing wrong with a sound template', () => {
    expect(checkTemplate(sound())).toEqual([]);
  });

  const faults: [string, Breaks, string[]][] = [
    ['a label in one language only', { '/stages/1/name/en': undefined }, ['/stages/1/name/en label-missing']],
    ['an empty label', { '/name/sv': '  ' }, ['/name/sv empty-text']],
    ['a missing part', { '/roles': undefined }, ['/roles missing']],
    ['an unknown part', { '/stages/0/guard': [] }, ['/stages/0/guard not-known-here']],
    ['a key that is none', { '/key': 'Try Out' }, ['/key not-a-key']],
    ['a version that is no number', { '/version': '1' }, ['/version wrong-type']],
    ['an unknown verb', { '/tracks/0/opens/-': 'dance' }, ['/tracks/0/opens/1 unknown-verb']],
    ['a lifecycle verb', { '/stages/0/opens/-': 'advance' }, ['/stages/0/opens/2 lifecycle-verb']],
    ['the same verb twice', { '/stages/0/opens/-': 'plan-meeting' }, ['/stages/0/opens/2 given-twice']],
    [
      'an unknown kind of criterion',
      { '/stages/0/criteria/0/kind': 'moon-full' },
      ['/stages/0/criteria/0/kind unknown-criterion'],
    ],
    [
      'parameters that do not fit the kind',
      { '/stages/0/criteria/0/with': { min: 0, max: 3 } },
      ['/stages/0/criteria/0/with/max not-known-here', '/stages/0/criteria/0/with/min too-low'],
    ],
    [
      'parameters for a kind that takes none',
      { '/stages/0/criteria/0/kind': 'notes-recorded', '/stages/0/criteria/0/with': { min: 1 } },
      ['/stages/0/criteria/0/with takes-nothing'],
    ],
    [
      'parameters of an until that do not fit',
      { '/stages/0/reminders/0/given': { min: 'two' } },
      ['/stages/0/reminders/0/given/min wrong-type'],
    ],
    [
      'parameters without an until',
      { '/stages/0/reminders/0/until': undefined },
      ['/stages/0/reminders/0/until missing'],
    ],
    ['an unknown until', { '/stages/0/reminders/0/until': 'x' }, ['/stages/0/reminders/0/until unknown-criterion']],
    [
      'an unknown anchor',
      { '/stages/0/checkIns/0/when': { on: 'moon-full' } },
      ['/stages/0/checkIns/0/when/on unknown-anchor'],
    ],
    ['an unknown standard role', { '/roles/0/as': 'proces-leader' }, ['/roles/0/as unknown-standard-role']],
    ['a role of the installation', { '/roles/0/as': 'administrator' }, ['/roles/0/as unknown-standard-role']],
    ['a standard role that is none', { '/roles/0/as': 7 }, ['/roles/0/as not-one-of']],
    ['an unknown form', { '/stages/0/checkIns/0/form': 'tea' }, ['/stages/0/checkIns/0/form unknown-form']],
    [
      'a wrong duration',
      { '/stages/0/reminders/0/when': { entered: '14 days' } },
      ['/stages/0/reminders/0/when/entered not-a-duration'],
    ],
    [
      'no duration at all',
      { '/stages/0/reminders/0/when': { every: 'P0D' } },
      ['/stages/0/reminders/0/when/every not-a-duration'],
    ],
    ['the very day of the entry', { '/stages/0/reminders/0/when': { entered: 'P0D' } }, []],
    [
      'half-way to a day',
      { '/rules/reminders': [{ key: 'mid', when: { midway: 'meeting-planned' }, to: ['lead'] }] },
      [],
    ],
    [
      'half-way to no day',
      { '/stages/0/checkIns/0/when': { midway: 'doomsday' } },
      ['/stages/0/checkIns/0/when/midway unknown-anchor'],
    ],
    [
      'half-way to a day that never comes',
      { '/stages/0/checkIns/0/when': { midway: 'decision-meeting' } },
      ['/stages/0/checkIns/0/when/midway anchor-unsuppliable'],
    ],
    ['a role with nobody', { '/stages/0/reminders/0/when': { vacant: 'lead', by: 'P7D' } }, []],
    [
      'an unknown role with nobody',
      { '/stages/0/reminders/0/when': { vacant: 'mayor', by: 'P7D' } },
      ['/stages/0/reminders/0/when/vacant unknown-role'],
    ],
    [
      'a role with nobody for no time',
      { '/stages/0/reminders/0/when': { vacant: 'lead' } },
      ['/stages/0/reminders/0/when timing'],
    ],
    [
      'an escalation',
      {
        '/stages/0/reminders/0/escalate': [
          { after: 'P3D', to: ['deputy'] },
          { after: 'P1W', to: ['accountable', 'lead'] },
        ],
      },
      [],
    ],
    [
      'an escalation to nobody, and one to a stranger',
      {
        '/stages/0/reminders/0/escalate': [
          { after: 'P3D', to: [] },
          { after: 'P4D', to: ['mayor'] },
        ],
      },
      ['/stages/0/reminders/0/escalate/0/to too-few', '/stages/0/reminders/0/escalate/1/to/0 unknown-role'],
    ],
    [
      'an escalation with no steps',
      { '/stages/0/reminders/0/escalate': [] },
      ['/stages/0/reminders/0/escalate too-few'],
    ],
    [
      'an escalation at once',
      { '/stages/0/reminders/0/escalate': [{ after: 'P0D', to: ['lead'] }] },
      ['/stages/0/reminders/0/escalate/0/after not-a-duration'],
    ],
    [
      'an escalation without an end',
      { '/rules/whilePaused/0/escalate': [{ after: 'P3D', to: ['deputy'] }] },
      ['/rules/whilePaused/0/escalate escalates-for-ever'],
    ],
    [
      'an escalation that ends by itself',
      {
        '/rules/reminders': [
          { key: 'quiet', when: { idle: 'P30D' }, to: ['lead'], escalate: [{ after: 'P7D', to: ['deputy'] }] },
          {
            key: 'nobody',
            when: { vacant: 'lead', by: 'P7D' },
            to: ['lead'],
            escalate: [{ after: 'P7D', to: ['deputy'] }],
          },
        ],
      },
      [],
    ],
    [
      'steps of an escalation in the wrong order',
      {
        '/stages/0/reminders/0/escalate': [
          { after: 'P1M', to: ['deputy'] },
          { after: 'P4W', to: ['accountable'] },
        ],
      },
      ['/stages/0/reminders/0/escalate/1/after step-not-later'],
    ],
    [
      'steps of an escalation on one day',
      {
        '/stages/0/reminders/0/escalate': [
          { after: 'P7D', to: ['deputy'] },
          { after: 'P1W', to: ['accountable'] },
        ],
      },
      ['/stages/0/reminders/0/escalate/1/after step-not-later'],
    ],
    [
      'steps of an escalation that cannot be compared',
      {
        '/stages/0/reminders/0/escalate': [
          { after: '3 days', to: ['deputy'] },
          { after: 'P1W', to: ['accountable'] },
          { to: ['lead'] },
        ],
      },
      ['/stages/0/reminders/0/escalate/0/after not-a-duration', '/stages/0/reminders/0/escalate/2/after missing'],
    ],
    [
      'a step after the day that is prepared for',
      {
        '/stages/0/reminders/0/when': { before: 'meeting-planned', by: 'P14D' },
        '/stages/0/reminders/0/escalate': [
          { after: 'P14D', to: ['deputy'] },
          { after: 'P15D', to: ['lead'] },
        ],
      },
      ['/stages/0/reminders/0/escalate/1/after step-too-late'],
    ],
    [
      'a role that is called by a word of escalations',
      {
        '/roles/-': { key: 'deputy', name: label('deputy') },
        '/stages/0/reminders/0/escalate': [{ after: 'P3D', to: ['deputy'] }],
      },
      ['/roles/1/key role-is-word'],
    ],
    ['such a role where nothing escalates', { '/roles/-': { key: 'deputy', name: label('deputy') } }, []],
    [
      'half a timing',
      { '/stages/0/reminders/0/when': { after: 'meeting-held' } },
      ['/stages/0/reminders/0/when timing'],
    ],
    [
      'a timing that a pause has not',
      { '/rules/whilePaused/0/when': { idle: 'P1D' } },
      ['/rules/whilePaused/0/when/entered missing', '/rules/whilePaused/0/when/idle not-known-here'],
    ],
    ['a reminder to nobody', { '/stages/0/reminders/0/to': [] }, ['/stages/0/reminders/0/to too-few']],
    [
      'a reminder to an unknown role',
      { '/stages/0/reminders/0/to': ['mayor'] },
      ['/stages/0/reminders/0/to/0 unknown-role'],
    ],
    ['an unknown accountable role', { '/stages/0/accountable': 'mayor' }, ['/stages/0/accountable unknown-role']],
    ['an unknown role to supply', { '/stages/0/criteria/0/by': ['mayor'] }, ['/stages/0/criteria/0/by/0 unknown-role']],
    ['a role twice', { '/roles/-': sound().roles[0] }, ['/roles/1/key duplicate-key']],
    ['a stage twice', { '/stages/1/key': 'study' }, ['/stages/1/key duplicate-key', '/stages/0/next/0 unknown-stage']],
    [
      'a criterion twice',
      { '/stages/0/criteria/-': sound().stages[0]?.criteria[0] },
      ['/stages/0/criteria/1/key duplicate-key'],
    ],
    [
      'an item of a checklist twice, by its key',
      listed({ key: 'filed', name: label('Filed') }, 'Aired', { key: 'filed', name: label('Kept') }),
      [`${ITEMS}/2/key duplicate-key`],
    ],
    [
      'items of a checklist with parts that are not there, or are too many, by the shape that each comes nearest to',
      listed({ key: 'filed', name: { sv: 'x' } }, { name: label('x') }, { sv: 'x' }, { ...label('x'), of: 'x' }, 7, ''),
      [
        `${ITEMS}/0/name/en label-missing`,
        `${ITEMS}/1/key missing`,
        `${ITEMS}/2/en label-missing`,
        `${ITEMS}/3/of not-known-here`,
        `${ITEMS}/4 wrong-type`,
        `${ITEMS}/5 too-few`,
      ],
    ],
    [
      'keys of items that are none',
      listed({ key: 'Filed?', name: label('Filed') }, { key: 7, name: 'x' }),
      [`${ITEMS}/0/key not-a-key`, `${ITEMS}/1/key wrong-type`, `${ITEMS}/1/name wrong-type`],
    ],
    [
      'a reminder and a check-in of one key',
      { '/stages/0/checkIns/0/key': 'late' },
      ['/stages/0/checkIns/0/key duplicate-key'],
    ],
    ['an unknown start', { '/start': 'x' }, ['/start unknown-stage']],
    ['an unknown way back', { '/stages/1/returnsTo': ['x'] }, ['/stages/1/returnsTo/0 unknown-stage']],
    [
      'an unknown fork',
      { '/stages/0/fork': { to: 'x', each: 'y' } },
      ['/stages/0/fork/each unknown-fork', '/stages/0/fork/to unknown-stage'],
    ],
    ['INV-04 an unreachable stage', { '/start': 'test', '/stages/1/returnsTo': [] }, ['/stages/0 unreachable-stage']],
    [
      'INV-04 a circle with no way out',
      { '/stages/1/next': ['study'] },
      ['/stages/0/next no-way-out', '/stages/1/next no-way-out', '/stages/2 unreachable-stage'],
    ],
    ['an optional stage that is the last', { '/stages/2/optional': true }, ['/stages/2/optional optional-last-stage']],
    [
      'a criterion that nothing can meet',
      { '/stages/0/opens': ['plan-meeting'], '/tracks': [] },
      ['/stages/0/criteria/0 criterion-unmeetable-here', '/stages/0/reminders/0/until until-unmeetable'],
    ],
    [
      'a method card that is not there',
      { '/stages/0/methods': ['world-cafe'] },
      ['/stages/0/methods/0 unknown-method'],
    ],
    ['a method card twice', { '/methods': [card, card] }, ['/methods/1/key duplicate-key']],
    [
      'a method card that leads nowhere',
      { '/methods': [{ ...card, link: 'javascript:alert(1)', level: 'local' }] },
      ['/methods/0/level not-one-of', '/methods/0/link wrong-form'],
    ],
    ['an unknown cycle', { '/stages/2/cycle': { to: 'x' } }, ['/stages/2/cycle/to unknown-stage']],
    [
      'a cycle to itself, beside an end',
      { '/stages/2/cycle': { to: 'proposal' }, '/stages/2/end': true },
      ['/stages/2/cycle/to cycle-to-itself'],
    ],
    [
      'a cycle that can never be left',
      { '/stages/2/cycle': { to: 'study' } },
      ['/stages/0/next no-way-out', '/stages/1/next no-way-out', '/stages/2/next no-way-out'],
    ],
    ['a cycle beside a way on', { '/stages/1/cycle': { to: 'proposal' } }, ['/stages/1/cycle/to cycle-also-next']],
    [
      'a circle whose only way out is a new cycle',
      { '/stages/1/next': ['study'], '/stages/1/cycle': { to: 'study' } },
      [
        '/stages/0/next no-way-out',
        '/stages/1/next no-way-out',
        '/stages/1/cycle/to cycle-also-next',
        '/stages/2 unreachable-stage',
      ],
    ],
    [
      'a join after which nothing comes',
      { '/stages/2/fork': { to: 'test', join: true } },
      ['/stages/2/fork/join join-without-next', '/stages/2/fork/to branch-without-end'],
    ],
    [
      'a branch that only comes to its own fork again',
      { '/stages/1/fork': { to: 'study', join: true } },
      ['/stages/1/fork/to branch-without-end'],
    ],
    ['a join without a fork', { '/stages/0/fork': { join: true } }, ['/stages/0/fork/to missing']],
    ['a join beside the fork', { '/stages/0/join': true }, ['/stages/0/join not-known-here']],
    [
      'a reference',
      { '/stages/1': { $ref: '#/stages/0' }, '/stages/0/next': ['proposal'] },
      ['/stages/1/$ref no-references', '/stages/1/key missing', '/stages/1/name missing'],
    ],
  ];

  const asks = (kind: string, given?: object) => ({
    '/stages/2/criteria': [{ key: 'c', kind, name: label('c'), ...(given ? { with: given } : {}) }],
  });
  const anyOf = (...criteria: unknown[]) => asks('any-of', { criteria });
  const held = { kind: 'meeting-held', with: { min: 1 } };
  const aside: Breaks = { '/stages/0/fork': { to: 'aside' }, '/stages/-': { key: 'aside', name: label('aside') } };
  const engines: [string, Breaks, string[]][] = [
    ['one of several, of which one can be met', anyOf(held, { kind: 'plans-ended' }), []],
    ['one of several, of which none can be met', anyOf({ kind: 'plans-ended' }, { kind: 'notes-recorded' }), []],
    [
      'one of several that nothing opens',
      { ...anyOf({ kind: 'plans-ended' }, { kind: 'potentials-proposed', with: { min: 1 } }) },
      ['/stages/2/criteria/0 criterion-unmeetable'],
    ],
    ['one of one', anyOf(held), ['/stages/2/criteria/0/with/criteria too-few']],
    [
      'an unknown kind among several',
      anyOf(held, { kind: 'moon-full' }),
      ['/stages/2/criteria/0/with/criteria/1/kind unknown-criterion'],
    ],
    [
      'parameters that do not fit among several, and among several of these',
      anyOf(
        { kind: 'meeting-held', with: { min: 0 } },
        { kind: 'any-of', with: { criteria: [held, { kind: 'meeting-held', with: { max: 1 } }] } },
      ),
      [
        '/stages/2/criteria/0/with/criteria/0/with/min too-low',
        '/stages/2/criteria/0/with/criteria/1/with/criteria/1/with/max not-known-here',
      ],
    ],
    [
      'several that are no list',
      asks('any-of', { criteria: 'held' }),
      ['/stages/2/criteria/0/with/criteria wrong-type'],
    ],
    ['several of nothing', anyOf(held, null), ['/stages/2/criteria/0/with/criteria/1 wrong-type']],
    ['plans below where none are made', asks('plans-ended'), ['/stages/2/criteria/0 criterion-unmeetable']],
    ['plans below an initiative, where they can be begun', { ...asks('plans-ended'), '/kind': 'initiative' }, []],
    ['plans below where an earlier stage forks', { ...asks('plans-ended'), ...aside }, []],
    [
      'plans below, asked for of the plans that the fork makes, too',
      { ...asks('plans-ended'), '/stages/0/fork': { to: 'proposal' } },
      ['/stages/2/criteria/0 criterion-unmeetable'],
    ],
    [
      'plans in a stage that is not there',
      { ...asks('plans-in-stage', { stage: 'x' }), ...aside },
      ['/stages/2/criteria/0/with/stage unknown-stage'],
    ],
    [
      'a day of an unknown anchor',
      asks('day-reached', { anchor: 'easter' }),
      ['/stages/2/criteria/0/with/anchor unknown-anchor'],
    ],
    [
      'a day both before and after',
      asks('day-reached', { anchor: 'meeting-held', before: 'P1D', after: 'P1D' }),
      ['/stages/2/criteria/0/with not-both'],
    ],
    ['roles of the template that are to be held', asks('role-held', { roles: ['lead'] }), []],
    [
      'roles that the template lacks, among those that are to be held',
      asks('role-held', { roles: ['lead', 'mayor'], beyond: 'P90D' }),
      ['/stages/2/criteria/0/with/roles/1 unknown-role'],
    ],
    [
      'roles held for no time that there is',
      asks('role-held', { beyond: '90 days' }),
      ['/stages/2/criteria/0/with/beyond not-a-duration'],
    ],
    ['a day, which no verb brings', asks('day-reached', { anchor: 'meeting-held', after: 'P1D' }), []],
    [
      'a reminder until one of several, of which one is unknown',
      {
        '/stages/0/reminders/0/until': 'any-of',
        '/stages/0/reminders/0/given': { criteria: [held, { kind: 'moon-full' }] },
      },
      ['/stages/0/reminders/0/given/criteria/1/kind unknown-criterion'],
    ],
  ];

  it.each(engines)('of the engine’s own criteria: %s', (_what, change, expected) => {
    expect(broken(change).sort()).toEqual([...expected].sort());
  });

  it.each(faults)('%s: each fault once, at its place', (_what, change, expected) => {
    expect(broken(change).sort()).toEqual([...expected].sort());
  });

  it('a stage that opens nothing, asks for nothing and leads nowhere need not say so', () => {
    expect(
      broken({ '/stages/2/opens': undefined, '/stages/2/criteria': undefined, '/stages/2/next': undefined }),
    ).toEqual([]);
  });

  it('an end in what is made and waited for is no way out of the circle that waits', () => {
    const bare = (key: string, rest: object) => ({ key, name: label(key), ...rest });
    const stages = [
      bare('a', { next: ['b'] }),
      bare('b', { fork: { to: 'c', join: true }, next: ['a'] }),
      bare('c', {}),
    ];
    const { roles, name } = sound();
    const template = { key: 'circle', version: 1, name, roles, stages };
    expect(checkTemplate(template).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/stages/0/next no-way-out',
      '/stages/1/next no-way-out',
    ]);
  });

  it('what an earlier stage or a track opens can meet a criterion, unless it counts only what is done in its own stage', () => {
    const held = { key: 'held', kind: 'meeting-held', name: label('held') };
    const here = { '/stages/2/criteria': [held], '/stages/2/opens': [] };
    expect(broken(here)).toEqual(['/stages/2/criteria/0 criterion-unmeetable-here']);
    expect(broken({ ...here, '/stages/2/opens': ['hold-meeting'] })).toEqual([]);
    expect(broken({ ...here, '/tracks': [{ key: 't', name: label('t'), opens: ['hold-meeting'] }] })).toEqual([]);
    expect(
      broken({
        '/stages/2/criteria': [{ key: 'proposed', kind: 'potentials-proposed', name: label('proposed') }],
        '/stages/2/opens': [],
        '/stages/0/criteria': [{ key: 'notes', kind: 'notes-recorded', name: label('notes') }],
        '/stages/0/opens': ['propose-potential', 'plan-meeting'],
        '/stages/0/reminders': [],
      }),
    ).toEqual([]);
  });

  it('what is open in every way of working meets a criterion, unless the template says where it is open', () => {
    const criteria = [{ key: 'c', kind: 'role-held', name: label('c') }];
    expect(broken({ '/stages/0/criteria': criteria })).toEqual([]);
    const later = ['assign-role', 'change-role', 'end-role', 'accept-hand-over'];
    expect(broken({ '/stages/0/criteria': criteria, '/stages/2/opens': later })).toEqual([
      '/stages/0/criteria/0 criterion-unmeetable',
    ]);
  });

  it('lists every fault at once, and no ways where they cannot be read', () => {
    const listed = broken({
      '/stages/0/next': 'b',
      '/stages/1/name': 'test',
      '/stages/2/opens': ['dance'],
      '/roles/0/key': 7,
    });
    expect(listed.sort()).toEqual([
      '/roles/0/key wrong-type',
      '/stages/0/next wrong-type',
      '/stages/1/name wrong-type',
      '/stages/2/opens/0 unknown-verb',
    ]);
  });

  it.each([
    [null],
    [7],
    ['x'],
    [[]],
    [[[]]],
    [{}],
    [{ stages: {} }],
    [{ stages: [null, 7, []], roles: [null], rules: 7 }],
  ])('says what is wrong with %j', (candidate) => {
    const found = checkTemplate(candidate);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ message }) => message.length > 5 && !/\{\w/.test(message))).toBe(true);
  });

  it('tells them in the order of the file, with the name that was likely meant and what to do', () => {
    const candidate = structuredClone(sound());
    Object.assign(candidate.stages[0] as object, { accountable: 'leed', next: ['tset', 'proposal'] });
    Object.assign(candidate.stages[2] as object, { optional: true });
    Object.assign(candidate.roles[0] as object, { name: { sv: 'lead' } });
    expect(checkTemplate(candidate)).toEqual([
      expect.objectContaining({ pointer: '/roles/0/name/en' }),
      {
        pointer: '/stages/0/next/0',
        code: 'unknown-stage',
        message: 'The template has no stage "tset". Did you mean "test"?',
      },
      {
        pointer: '/stages/0/accountable',
        code: 'unknown-role',
        message: 'The template has no role "leed". Did you mean "lead"?',
      },
      expect.objectContaining({ pointer: '/stages/2/optional', message: expect.stringContaining('fill in next') }),
    ]);
    expect(checkTemplate(candidate, 'sv')[1]?.message).toBe('Mallen har inget skede ”tset”. Menade du ”test”?');
  });

  it('names the part and the choice that were likely meant', () => {
    const { methods: _, ...rest } = { ...structuredClone(sound()), methods: [] };
    const candidate = { ...rest, knd: 'plan', stgaes: [], kind: 'initative', zzz: 1 };
    const told = checkTemplate(candidate).map(({ pointer, message }) => [pointer, message]);
    expect(told).toEqual([
      ['/knd', 'Nothing called "knd" belongs here. Did you mean "kind"?'],
      ['/stgaes', 'Nothing called "stgaes" belongs here. Did you mean "stages"?'],
      ['/kind', expect.stringMatching(/ Did you mean "initiative"\?$/)],
      ['/zzz', 'Nothing called "zzz" belongs here.'],
    ]);
  });

  it('says what to write instead: the parameter that was meant, what there is to choose among, where a key stood first', () => {
    const template = structuredClone(sound());
    const { level: _, ...unlevelled } = card;
    const breaks: Breaks = {
      '/stages/0/criteria/0/with': { minimum: 2 },
      '/methods': [unlevelled],
      '/stages/0/checkIns/0/form': 'letter',
      '/stages/1/key': 'proposal',
      '/stages/0/next': ['proposal'],
    };
    for (const [pointer, value] of Object.entries(breaks)) put(template, pointer.split('/').slice(1), value);
    const said = new Map(checkTemplate(template).map(({ pointer, message }) => [pointer, message]));
    expect(said.get('/stages/0/criteria/0/with/minimum')).toMatch(/Did you mean "min"\?$/);
    expect(said.get('/methods/0/level')).toBe('"level" is missing. Choose among: strategic, operative.');
    expect(said.get('/stages/0/checkIns/0/form')).toMatch(/Choose among: participant-observation, .*, taking-part\.$/);
    expect(said.get('/stages/2/key')).toContain('is already used, at /stages/1/key.');
  });

  it('a criterion without a name hides no faults of ways', () => {
    expect(broken({ '/stages/0/criteria/0/name': undefined, '/stages/2/optional': true })).toEqual([
      '/stages/0/criteria/0/name missing',
      '/stages/2/optional optional-last-stage',
    ]);
  });

  it('speaks both languages', () => {
    const candidate = { ...sound(), start: 'x' };
    expect(checkTemplate(candidate, 'sv')[0]?.message).toBe('Mallen har inget skede ”x”.');
    expect(checkTemplate(candidate, 'en')[0]?.message).toBe('The template has no stage "x".');
  });

  it('reads an any-of five levels down', () => {
    let given: object = { criteria: [held, { kind: 'meeting-held', with: { max: 1 } }] };
    for (let level = 1; level < 5; level += 1) given = { criteria: [held, { kind: 'any-of', with: given }] };
    expect(broken(asks('any-of', given))).toEqual([
      `/stages/2/criteria/0${'/with/criteria/1'.repeat(5)}/with/max not-known-here`,
    ]);
  });

  it('takes a thousand stages', () => {
    expect(checkTemplate(chain(1000))).toEqual([]);
  });

  it('refuses ten thousand stages, endless depth and cyclic references', () => {
    expect(checkTemplate(chain(10_000))).toMatchObject([{ pointer: '/stages', code: 'too-many' }]);
    const cyclic = { ...sound(), roles: [] as unknown[] };
    cyclic.roles.push(cyclic);
    expect(checkTemplate(cyclic).map(({ code }) => code)).toContain('too-deep');
    let deep: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(checkTemplate(deep)).toMatchObject([{ code: 'too-deep' }]);
  });

  it('tells of a thousand faults and how many more there are', () => {
    const many = {
      ...sound(),
      stages: chain(1000).stages.map((stage) => ({ ...stage, opens: ['a', 'b'], criteria: [], reminders: [] })),
    };
    const found = checkTemplate(many);
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toEqual({ pointer: '', code: 'more-faults', message: '... and 1000 more faults.' });
  });
});
