// What each may and may not do, read off the table of roles: the right column is tested as carefully as the left.
import { LIFECYCLE_VERBS, vocabulary, type PlanEvent } from '#libs/lifecycle';
import { asked, did, NOW, personId, policy, program, shipped, someone, startedPlan, told } from './given-plan.js';

const template = shipped('joint-action-plan');
const begun = startedPlan(template, { programme: 'HOGSBY-PILOT' });
const verbs = [...Object.keys(LIFECYCLE_VERBS), ...vocabulary.verbs.keys()];

/** One person in each role of the template, of the region or, those who are the municipality's, of the municipality. */
const MUNICIPAL = ['municipal-lead', 'deciding-body'];
const people = new Map(template.roles.map(({ key }, index) => [key, personId(index + 1)]));
const plan = template.roles.reduce(
  (before, { key: role }) =>
    did(before, template, 'assign-role', {
      role,
      person: people.get(role) as string,
      organisation: MUNICIPAL.includes(role) ? 'HOGSBY' : 'RKL',
    }),
  did(begun, template, 'add-party', { organisation: 'HOGSBY' }),
);
const inRole = (role: string) => someone(people.get(role) as string, MUNICIPAL.includes(role) ? 'HOGSBY' : 'RKL');
const can = (role: string) => verbs.filter((verb) => typeof asked(inRole(role), verb, { plan, template }) === 'string');

describe('a role may', () => {
  it.each([
    [
      'process-leader',
      ['advance', 'fork', 'pause', 'form-workgroup', 'hold-meeting', 'register-effort', 'assign-role'],
    ],
    ['municipal-lead', ['consent', 'decline-consent', 'choose-direction', 'form-workgroup', 'pause', 'resume']],
    ['deciding-body', ['record-decision', 'consent', 'announce-decision']],
    ['chair', ['advance', 'return', 'pause', 'resume', 'restart', 'complete', 'discontinue', 'override']],
    ['deputy-chair', ['advance', 'override', 'complete']],
    ['steering-group-member', ['propose-potential', 'comment']],
    ['workgroup-lead', ['write-section', 'cite', 'add-activity', 'submit-version', 'add-member']],
    ['workgroup-member', ['write-section', 'cite', 'complete-activity']],
    ['activity-owner', ['start-activity', 'complete-activity', 'measure-indicator', 'count-participation', 'comment']],
    ['civil-society-partner', ['comment', 'answer-question', 'propose-potential', 'complete-activity']],
    ['researcher', ['write-research-note', 'publish-research-note', 'measure-indicator', 'add-method-card']],
    ['knowledge-steward', ['register-knowledge-item', 'confirm-anchoring', 'add-method-card']],
    ['connector', ['use-method', 'link-method', 'look-at-existing']],
    ['registrar', ['set-registry-number', 'register-record', 'mark-confidential']],
  ])('%s: %j', (role, wanted) => {
    expect(can(role)).toEqual(expect.arrayContaining(wanted));
  });
});

describe('a role may not', () => {
  it.each([
    ['process-leader', ['record-decision', 'consent', 'set-registry-number', 'accept-risk', 'write-research-note']],
    ['municipal-lead', ['record-decision', 'override', 'complete', 'discontinue', 'restart']],
    ['deciding-body', ['write-section', 'submit-version', 'revise-version', 'cite', 'set-target']],
    ['chair', ['write-section', 'revise-version', 'record-decision', 'consent', 'set-target']],
    ['steering-group-member', ['advance', 'return', 'pause', 'complete', 'record-decision', 'write-section']],
    ['workgroup-lead', ['record-decision', 'consent', 'complete', 'discontinue']],
    ['workgroup-member', ['record-decision', 'advance', 'submit-version']],
    ['activity-owner', ['set-target', 'advance', 'record-decision', 'write-section']],
    ['civil-society-partner', ['advance', 'record-decision', 'write-section', 'assign-role', 'strike-attachment']],
    ['researcher', ['advance', 'return', 'skip', 'override', 'complete', 'restart', 'record-decision']],
    ['knowledge-steward', ['advance', 'strike-attachment', 'record-decision']],
    ['connector', ['advance', 'consent', 'record-decision', 'choose-direction']],
    ['registrar', ['write-section', 'set-target', 'advance', 'correct', 'complete-activity', 'record-decision']],
  ])('%s: %j', (role, refused) => {
    const allowed = can(role);
    expect(refused.filter((verb) => allowed.includes(verb))).toEqual([]);
  });

  it('funder: anything but promise its own money, and leave', () => {
    const own = ['change-role', 'end-role', 'start-hand-over', 'withdraw-hand-over'];
    expect(can('funder').filter((verb) => !own.includes(verb))).toEqual([
      'commit-resources',
      'change-commitment',
      'withdraw-commitment',
    ]);
    const promise = (organisation: string) =>
      asked(inRole('funder'), 'commit-resources', { plan, template, body: { organisation } });
    expect(promise('RKL')).toBe('funder for RKL');
    expect(promise('HOGSBY')).toContain('process-leader HOGSBY');
  });
});

describe('a deciding body', () => {
  const decision = (organisation: string) => ({ plan, template, body: { organisation, decision: 'yes' } });

  it('decides for its own organisation and no other, and the answer says who would', () => {
    expect(asked(inRole('deciding-body'), 'record-decision', decision('HOGSBY'))).toBe('deciding-body for HOGSBY');
    expect(asked(inRole('deciding-body'), 'record-decision', decision('RKL'))).toEqual(['deciding-body RKL']);
    expect(asked(inRole('process-leader'), 'record-decision', decision('RKL'))).toEqual(['deciding-body RKL']);
  });

  it('is not got round by a correction', () => {
    const again = (verb: string) => ({ plan, template, body: { event: 'x', verb, body: { organisation: 'HOGSBY' } } });
    expect(asked(inRole('process-leader'), 'correct', again('record-decision'))).toEqual(['deciding-body HOGSBY']);
    expect(asked(inRole('process-leader'), 'correct', again('add-party'))).toBe('process-leader for RKL');
    expect(asked(inRole('deciding-body'), 'correct', again('record-decision'))).toBe('deciding-body for HOGSBY');
  });

  it('nor by mending what it has said', () => {
    const told = (type: string, data: object) =>
      ({ id: 'x', type, data, version: plan.version }) as unknown as PlanEvent;
    const decided = [told('party-decision.recorded', { organisation: 'HOGSBY' }), told('plan.adopted', {})];
    const last = { version: plan.version, from: 1, command: 'x' };
    const undo = { plan: { ...plan, last }, template, body: {}, history: decided };
    expect(asked(inRole('process-leader'), 'undo', undo)).toEqual(['deciding-body HOGSBY']);
    expect(asked(inRole('deciding-body'), 'undo', undo)).toBe('deciding-body for HOGSBY');
    const other = { ...undo, history: [told('meeting.planned', {})] };
    expect(asked(inRole('process-leader'), 'undo', other)).toBe('process-leader for RKL');
    const day = { plan, template, body: { event: 'x', happened: '2026-01-01' }, history: decided };
    expect(asked(inRole('process-leader'), 'correct', day)).toEqual(['deciding-body HOGSBY']);
    expect(asked(inRole('deciding-body'), 'correct', day)).toBe('deciding-body for HOGSBY');
  });

  it('nor by correcting who was given its role, to oneself or at all', () => {
    const again = (person: string) => ({
      plan,
      template,
      body: { event: 'x', verb: 'assign-role', body: { role: 'deciding-body', organisation: 'HOGSBY', person } },
    });
    expect(asked(inRole('process-leader'), 'correct', again(personId(99)))).toContain('municipal-lead HOGSBY');
    expect(asked(inRole('process-leader'), 'correct', again(people.get('process-leader') as string))).toEqual([
      'somebody-else-needed',
    ]);
  });

  it('nor is the day of a step said otherwise by anybody who may not say the step', () => {
    const day = { plan, template, body: { event: 'x', happened: '2026-01-01' } };
    expect(asked(inRole('workgroup-lead'), 'correct', day)).toEqual(['process-leader', 'chair', 'deputy-chair']);
    expect(asked(inRole('process-leader'), 'correct', day)).toBe('process-leader for RKL');
  });

  it('is named by its own organisation, never by another', () => {
    const name = (role: string, organisation: string, person = personId(99)) =>
      asked(inRole(role), 'assign-role', { plan, template, body: { role: 'deciding-body', person, organisation } });
    expect(name('municipal-lead', 'HOGSBY')).toBe('municipal-lead for HOGSBY');
    expect(name('process-leader', 'HOGSBY')).toEqual(expect.arrayContaining(['municipal-lead HOGSBY']));
    expect(name('process-leader', 'RKL')).toBe('process-leader for RKL');
    expect(name('process-leader', 'RKL', people.get('process-leader'))).toEqual(['somebody-else-needed']);
    const straw = someone(people.get('municipal-lead') as string, 'RKL');
    const body = { role: 'deciding-body', person: personId(99), organisation: 'HOGSBY' };
    expect(asked(straw, 'assign-role', { plan, template, body })).toContain('municipal-lead HOGSBY');
    const post = [{ role: 'municipal-lead', organisation: 'HOGSBY', programme: 'HOGSBY-PILOT' }];
    expect(asked(someone(personId(73), 'RKL', post), 'assign-role', { plan, template, body })).toBe(
      'municipal-lead for HOGSBY',
    );
  });
});

describe('whoever appoints', () => {
  const leader = people.get('process-leader') as string;
  const body = (change: object) => ({ plan, template, body: { organisation: 'RKL', person: personId(99), ...change } });

  it('gives nobody, not as a deputy either, what would raise themselves', () => {
    const appoint = (change: object) => asked(inRole('process-leader'), 'assign-role', body(change));
    expect(appoint({ role: 'researcher' })).toBe('process-leader for RKL');
    expect(appoint({ role: 'researcher', person: leader })).toEqual(['somebody-else-needed']);
    expect(appoint({ role: 'deciding-body', deputy: leader.toUpperCase() })).toEqual(['somebody-else-needed']);
    expect(appoint({ role: 'workgroup-member', person: leader })).toBe('process-leader for RKL');
  });

  it('is not needed by who hands over or leaves a role of their own, but for another organisation or a longer time', () => {
    const researcher = inRole('researcher');
    const holding = `holding-${template.roles.findIndex(({ key }) => key === 'researcher') + 1}`;
    const own = (verb: string, change: object) =>
      asked(researcher, verb, { plan, template, body: { holding, ...change } });
    expect(own('end-role', {})).toBe('researcher for RKL');
    expect(own('change-role', { deputy: personId(98) })).toBe('researcher for RKL');
    for (const more of [{ until: '2040-01-01' }, { remove: ['until'] }, { mandate: 'Allt' }])
      expect(own('change-role', more)).toContain('process-leader');
    expect(own('end-role', { successor: { person: personId(98), organisation: 'HOGSBY' } })).toContain(
      'process-leader',
    );
    expect(own('start-hand-over', { to: personId(98) })).toBe('researcher for RKL');
    const another = { plan, template, body: { holding: 'holding-1' } };
    expect(asked(researcher, 'end-role', another)).toContain('chair');
  });

  it('is not needed by whoever a hand-over is meant for, and nobody else answers it', () => {
    const offered = did(plan, template, 'start-hand-over', {
      holding: 'holding-1',
      to: personId(77),
      why: 'Ny tjänst',
      contacts: 'Kommunen',
    });
    const accept = { plan: offered, template, body: { holding: 'holding-1' } };
    expect(asked(someone(personId(77)), 'accept-hand-over', accept)).toBe('process-leader for RKL');
    expect(asked(inRole('chair'), 'accept-hand-over', accept)).toEqual(['receiver-needed', 'administrator']);
    expect(policy.view(someone(personId(77)), offered, template, NOW)?.records('versions')).toBe(true);
  });
});

describe('a stage', () => {
  it('that a chair answers for is moved by the chair; the process leader moves it while there is none', () => {
    const steered = { ...plan, stage: 'implementation' };
    const unsteered = { ...begun, stage: 'implementation' };
    const post = [{ role: 'process-leader', organisation: 'RKL' }];
    expect(asked(inRole('chair'), 'advance', { plan: steered, template })).toBe('chair for RKL');
    expect(asked(inRole('process-leader'), 'advance', { plan: steered, template })).toEqual(['chair', 'deputy-chair']);
    expect(asked(someone(personId(50), 'RKL', post), 'advance', { plan: unsteered, template })).toContain(
      'process-leader',
    );
  });

  it('is the chair’s, too, while a deputy stands in for one whose time is over', () => {
    const over = { role: 'chair', organisation: 'RKL', from: '2026-01-01', until: '2026-02-01' };
    const left = did(begun, template, 'assign-role', { ...over, person: personId(40), deputy: personId(41) });
    const at = { plan: { ...left, stage: 'implementation' }, template };
    const leader = someone(personId(42), 'RKL', [{ role: 'process-leader', organisation: 'RKL' }]);
    expect(asked(someone(personId(41)), 'advance', at)).toBe('chair for RKL');
    expect(asked(leader, 'advance', at)).toEqual(['chair', 'deputy-chair']);
  });

  it('is moved on by the role that answers for it', () => {
    const drafting = { plan: { ...plan, stage: 'drafting' }, template };
    expect(asked(inRole('workgroup-lead'), 'advance', drafting)).toBe('workgroup-lead for RKL');
    expect(asked(inRole('workgroup-lead'), 'advance', { plan, template })).toContain('process-leader');
  });
});

describe('time', () => {
  const held = (change: object) =>
    did(begun, template, 'assign-role', { role: 'chair', person: personId(60), organisation: 'RKL', ...change });
  const advance = (person: number, plan_: typeof begun, now = NOW) =>
    told(policy.permission(someone(personId(person)), 'advance', { plan: plan_, template, now }));

  it('begins and ends what a role gives, to the day in Stockholm', () => {
    const brief = held({ from: '2026-11-23', until: '2026-11-24' });
    expect(advance(60, brief, '2026-11-22T22:59:59Z')).toContain('chair');
    expect(advance(60, brief, '2026-11-22T23:00:00Z')).toBe('chair for RKL');
    expect(advance(60, brief, '2026-11-24T22:59:59Z')).toBe('chair for RKL');
    expect(advance(60, brief, '2026-11-24T23:00:00Z')).toContain('chair');
  });

  it('makes no difference between a holder and a deputy', () => {
    expect(advance(61, held({ deputy: personId(61) }))).toBe('chair for RKL');
  });
});

describe('posts', () => {
  const leads = (programme?: string) =>
    someone(personId(70), 'RKL', [
      { role: 'process-leader', organisation: 'RKL', ...(programme ? { programme } : {}) },
    ]);
  const begin = (caller: ReturnType<typeof someone>, change: object = {}) =>
    asked(caller, 'start', { template, ...change });

  it('let a process leader begin plans, in their programme or in all', () => {
    expect(begin(leads('HOGSBY-PILOT'), { programme: 'HOGSBY-PILOT' })).toBe('process-leader for RKL');
    expect(begin(leads('HOGSBY-PILOT'), { programme: 'OTHER' })).toEqual(['process-leader', 'administrator']);
    expect(begin(leads('HOGSBY-PILOT'))).toEqual(['process-leader', 'administrator']);
    expect(begin(leads())).toBe('process-leader for RKL');
    expect(begin(someone(personId(71)))).toEqual(['process-leader', 'administrator']);
  });

  it('or a role in the initiative that it begins under, and no programme that is not theirs', () => {
    const parent = { plan, template };
    const free = did(startedPlan(template), template, 'assign-role', {
      role: 'process-leader',
      person: people.get('process-leader') as string,
      organisation: 'RKL',
    });
    expect(begin(inRole('process-leader'), { parent })).toBe('process-leader for RKL');
    expect(begin(inRole('researcher'), { parent })).toEqual(['process-leader', 'administrator']);
    expect(begin(leads('OTHER'), { parent })).toEqual(['process-leader', 'administrator']);
    expect(begin(inRole('process-leader'), { parent: { plan: free, template } })).toBe('process-leader for RKL');
    expect(begin(inRole('process-leader'), { parent: { plan: free, template }, programme: 'OTHER' })).toEqual([
      'process-leader',
      'administrator',
    ]);
  });

  it('act in every plan of their programme, and in no other', () => {
    expect(asked(leads('HOGSBY-PILOT'), 'pause', { plan, template })).toBe('process-leader for RKL');
    expect(asked(leads('OTHER'), 'pause', { plan, template })).toContain('process-leader');
    const strange = someone(personId(72), 'RKL', [{ role: 'emperor', organisation: 'RKL' }]);
    expect(asked(strange, 'pause', { plan, template })).toContain('process-leader');
  });
});

describe('programs', () => {
  it('do what their scopes say, as whoever their token says', () => {
    const who = { id: 'token-2', role: 'process-leader', organisation: 'HOGSBY' };
    expect(asked(program({ who }), 'record-decision', { plan, template })).toBe('process-leader for HOGSBY');
    expect(policy.permission(program({ scopes: ['read'] }), 'pause', { plan, template, now: NOW })).toEqual({
      needed: [{ code: 'scope-needed', params: { scope: 'write' } }],
    });
  });

  it('bound to programmes see and begin nothing outside them', () => {
    const bound = program({ programmes: ['OTHER'] });
    expect(policy.view(bound, plan, template, NOW)).toBeNull();
    expect(policy.view(program({ programmes: ['HOGSBY-PILOT'] }), plan, template, NOW)).not.toBeNull();
    expect(policy.view(program({ programmes: [] }), startedPlan(template), template, NOW)).toBeNull();
    expect(policy.reach(bound)).toEqual(['programme:OTHER']);
    expect(asked(bound, 'start', { template, programme: 'OTHER' })).toBe('no role for nobody');
    for (const elsewhere of [{ programme: 'HOGSBY-PILOT' }, {}, { programme: 'OTHER', parent: { plan, template } }])
      expect(asked(bound, 'start', { template, ...elsewhere })).toEqual(['other-programme']);
  });

  it('read what is public as everybody does, and change nothing in it', () => {
    const bound = program({ programmes: ['OTHER'] });
    const open = { ...plan, public: true };
    expect(policy.view(bound, open, template, NOW)?.records('log')).toBe(false);
    expect(asked(bound, 'pause', { plan: open, template })).toEqual(['other-programme']);
    expect(asked(someone(personId(71)), 'comment', { plan: open, template })).toContain('process-leader');
  });
});

describe('a token of a person', () => {
  it('lets through no more than it says itself', () => {
    const leader = inRole('process-leader');
    expect(asked({ ...leader, scopes: ['read'] }, 'pause', { plan, template })).toEqual(['scope-needed']);
    const bound = { ...leader, programmes: ['OTHER'] };
    expect([policy.view(bound, plan, template, NOW), policy.reach(bound)]).toEqual([null, ['programme:OTHER']]);
    const own = { ...leader, programmes: ['HOGSBY-PILOT'] };
    expect(policy.view(own, plan, template, NOW)).not.toBeNull();
  });
});

describe('a guest', () => {
  const guest = program({ duty: { plan: plan.id, verb: 'comment' } });

  it('does the one thing it was asked for', () => {
    expect(asked(guest, 'comment', { plan, template })).toBe('no role for nobody');
    expect(asked(guest, 'consent', { plan, template })).toEqual(expect.arrayContaining(['municipal-lead']));
    expect(asked(guest, 'comment', { plan: { ...plan, id: personId(5) }, template })).toEqual(
      expect.arrayContaining(['process-leader']),
    );
    expect(asked(guest, 'start', { template })).toEqual(['process-leader', 'administrator']);
  });

  it('sees that the plan is there, and nothing that is recorded in it', () => {
    expect(policy.view(guest, plan, template, NOW)?.records('parties')).toBe(false);
    expect(policy.view(guest, { ...plan, id: personId(5) }, template, NOW)).toBeNull();
    expect(policy.reach(guest)).toEqual([]);
  });
});
