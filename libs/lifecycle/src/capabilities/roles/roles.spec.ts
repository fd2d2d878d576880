import { vocabulary } from '../../engine.js';
import { given, openTemplate } from '../../given.js';
import { holdingsOf } from './facts.js';
import { ANNA, BO, CILLA, dataOf, led, leads, withRoles as template } from './given-roles.js';
import { isHeldOn, rolesOf, whoFor } from './held.js';

describe('assign-role', () => {
  it('gives a person a role from today on, and what it is for stays out of the event', () => {
    const one = led({
      deputy: BO.toUpperCase(),
      share: 50,
      until: '2026-12-31',
      mandate: 'Leder arbetet',
    });
    expect(one.types).toEqual(['role.assigned']);
    const told = { role: 'process-leader', person: ANNA, organisation: 'RKL', deputy: BO, share: 50 };
    const days = { from: '2026-01-12', until: '2026-12-31' };
    expect(dataOf(one)).toEqual([{ holding: 'holding-1', ...told, ...days, mandateText: 'text-1' }]);
    expect(holdingsOf(one.plan)).toEqual([
      { key: 'holding-1', ...told, ...days, mandateText: 'text-1', imported: false },
    ]);
  });

  it('INV-43 a required role has one holder at a time; others may have several', () => {
    const params = { role: 'process-leader', from: '2026-01-12' };
    expect(led().refused('assign-role', { ...leads, person: BO })).toMatchObject([
      { code: 'role-has-holder', field: '/role', params },
    ]);
    const member = { ...leads, role: 'member' };
    const several = led()
      .did('assign-role', member)
      .did('assign-role', { ...member, person: BO });
    expect(several.refused('assign-role', member)).toMatchObject([{ code: 'role-held-already', field: '/person' }]);
  });

  it('INV-43 who decides or answers for a party: one for each', () => {
    const deciding = openTemplate({
      roles: [
        ...openTemplate().roles,
        { key: 'board', as: 'deciding-body', name: { sv: 'nämnd', en: 'board' }, required: true },
      ],
    });
    const board = { ...leads, role: 'board' };
    const first = given(deciding).did('assign-role', board);
    expect(first.refused('assign-role', { ...board, person: BO })).toMatchObject([{ code: 'role-has-holder' }]);
    const both = first.did('assign-role', { ...board, person: BO, organisation: 'HOGSBY' });
    expect(holdingsOf(both.plan).map(({ organisation }) => organisation)).toEqual(['RKL', 'HOGSBY']);
    const left = both
      .did('start-hand-over', { holding: 'holding-1', why: 'Ny nämnd' })
      .did('end-role', { holding: 'holding-1' });
    expect(left.refused('assign-role', { ...board, person: CILLA })).toMatchObject([
      { code: 'role-being-handed-over' },
    ]);
    expect(left.did('assign-role', { ...board, person: CILLA, organisation: 'SLU' }).types).toEqual(['role.assigned']);
  });

  it('refuses a role that the template lacks, a deputy for oneself, and an end before the beginning', () => {
    const refused = (body: object) => given(template).refused('assign-role', { ...leads, ...body });
    expect(refused({ role: 'king' })).toEqual([{ code: 'unknown-record', field: '/role', params: { value: 'king' } }]);
    expect(refused({ workgroup: 'workgroup-1' })).toMatchObject([{ code: 'unknown-record', field: '/workgroup' }]);
    expect(refused({ deputy: ANNA.toUpperCase() })).toMatchObject([{ code: 'deputy-for-oneself' }]);
    expect(refused({ until: '2026-01-11' })).toMatchObject([{ code: 'role-ends-first', field: '/until' }]);
  });
});

describe('who has it', () => {
  it('INV-40 the holder, then the deputy, then whoever answers for the stage', () => {
    const plan = led().plan;
    const who = { person: ANNA, organisation: 'RKL', role: 'process-leader' };
    expect(whoFor(plan, template, 'process-leader', '2026-02-01')).toEqual({ ...who, as: 'holder' });
    expect(whoFor(plan, template, 'chair', '2026-02-01')).toEqual({ ...who, as: 'accountable' });
    expect(whoFor(plan, template, 'chair', '2026-01-11')).toBeNull();
    const short = led({ until: '2026-03-31', deputy: BO }).plan;
    expect(whoFor(short, template, 'process-leader', '2026-04-01')).toMatchObject({ person: BO, as: 'deputy' });
    expect(rolesOf(short, BO, '2026-02-01')).toEqual([{ role: 'process-leader', organisation: 'RKL', as: 'deputy' }]);
    expect(rolesOf(short, ANNA, '2026-04-01')).toEqual([]);
    expect(rolesOf(short, CILLA, '2026-02-01')).toEqual([]);
  });

  it('a deputy stands in after the last day only where somebody must have the role, and nobody has it yet', () => {
    const member = given(template).did('assign-role', { ...leads, role: 'member', until: '2026-03-31', deputy: BO });
    expect(rolesOf(member.plan, BO, '2026-03-31', template)).toHaveLength(1);
    expect(rolesOf(member.plan, BO, '2026-04-01', template)).toEqual([]);
    const lead = led({ until: '2026-03-31', deputy: BO });
    expect(rolesOf(lead.plan, BO, '2026-04-01', template)).toMatchObject([{ as: 'deputy' }]);
    expect(rolesOf(lead.plan, BO, '2026-04-01')).toEqual([]);
    const next = lead.did('assign-role', { ...leads, person: CILLA, from: '2026-04-01' });
    expect(rolesOf(next.plan, BO, '2026-04-01', template)).toEqual([]);
  });

  it('from the first day to the last', () => {
    const [one] = holdingsOf(led({ until: '2026-03-31' }).plan);
    const held = ['2026-01-11', '2026-01-12', '2026-03-31', '2026-04-01'].map((day) => one && isHeldOn(one, day));
    expect(held).toEqual([false, true, true, false]);
  });
});

describe('change-role', () => {
  const change = (body: object) => ({ holding: 'holding-1', ...body });

  it('tells a deputy, a last day, a share or a mandate, and takes them away', () => {
    const all = led().did('change-role', change({ deputy: BO, until: '2026-12-31', share: 40, mandate: 'Leder' }));
    expect(holdingsOf(all.plan)).toMatchObject([
      { person: ANNA, deputy: BO, until: '2026-12-31', share: 40, mandateText: 'text-1' },
    ]);
    const less = all.did('change-role', change({ remove: 'until' })).did('change-role', change({ remove: 'deputy' }));
    expect(holdingsOf(less.plan)[0]).toEqual({
      key: 'holding-1',
      ...leads,
      from: '2026-01-12',
      share: 40,
      mandateText: 'text-1',
      imported: false,
    });
  });

  it('refuses what changes nothing, what is not there, and what no assignment could say', () => {
    expect(given(template).refused('change-role', change({ share: 1 }))).toEqual([{ code: 'no-roles-held' }]);
    expect(led().refused('change-role', { holding: 'holding-9', share: 1 })).toMatchObject([
      { code: 'unknown-record' },
    ]);
    for (const body of [{}, { remove: 'deputy' }])
      expect(led().refused('change-role', change(body))).toEqual([{ code: 'role-unchanged' }]);
    expect(led().refused('change-role', change({ deputy: ANNA }))).toMatchObject([{ code: 'deputy-for-oneself' }]);
    expect(led().refused('change-role', change({ until: '2026-01-01' }))).toMatchObject([{ code: 'role-ends-first' }]);
  });

  it('INV-43 cannot be made longer than until the next holder', () => {
    const next = led({ until: '2026-06-30' }).did('assign-role', { ...leads, person: BO, from: '2026-07-01' });
    expect(next.refused('change-role', change({ until: '2026-07-01' }))).toMatchObject([{ code: 'role-has-holder' }]);
    expect(next.refused('change-role', change({ remove: 'until' }))).toMatchObject([{ code: 'role-has-holder' }]);
    expect(next.did('change-role', change({ until: '2026-06-29' })).types).toEqual(['role.changed']);
  });

  it('INV-44 a last day that is past is no way to leave a required role', () => {
    const later = led().after(30);
    expect(later.refused('change-role', change({ until: '2026-02-01' }))).toMatchObject([
      { code: 'role-needs-successor', field: '/until' },
    ]);
    const member = later.did('assign-role', { ...leads, role: 'member', from: '2026-01-12' });
    expect(member.did('change-role', { holding: 'holding-2', until: '2026-02-01' }).types).toEqual(['role.changed']);
  });
});

describe('end-role', () => {
  const end = { holding: 'holding-1', reason: 'Ny tjänst' };
  const missing = [
    { code: 'successor-missing', verb: 'end-role' },
    { code: 'role-hand-over-missing', verb: 'start-hand-over' },
  ];

  it('INV-44 a required role is left with a successor, who goes on with its mandate and deputy the same day', () => {
    expect(led().refused('end-role', end)).toMatchObject([{ code: 'role-needs-successor', missing }]);
    const next = led({ deputy: CILLA, mandate: 'Leder' })
      .after(20)
      .did('end-role', {
        ...end,
        at: '2026-02-01',
        successor: { person: BO },
      });
    expect(led().refused('end-role', { ...end, at: '2026-01-13' })).toMatchObject([
      { code: 'lies-ahead', field: '/at' },
    ]);
    expect(next.types).toEqual(['role.ended', 'role.assigned']);
    expect(holdingsOf(next.plan)).toMatchObject([
      { person: ANNA, ended: { at: '2026-02-01', successor: 'holding-2', reasonText: 'text-2' } },
      { person: BO, from: '2026-02-01', deputy: CILLA, mandateText: 'text-1', after: 'holding-1', organisation: 'RKL' },
    ]);
    const days = ['2026-01-31', '2026-02-01'].map((day) => whoFor(next.plan, template, 'process-leader', day)?.person);
    expect(days).toEqual([ANNA, BO]);
  });

  it('whoever has had the role until a day that is past is followed late, by one with its mandate', () => {
    const late = led({ until: '2026-01-20', mandate: 'Leder' }).after(20);
    expect(late.refused('end-role', { holding: 'holding-1' })).toMatchObject([{ code: 'role-needs-successor' }]);
    const next = late.did('end-role', { holding: 'holding-1', successor: { person: BO } });
    expect(holdingsOf(next.plan)[1]).toMatchObject({ person: BO, from: '2026-02-01', mandateText: 'text-1' });
  });

  it('the deputy takes over, and needs a deputy of their own', () => {
    const next = led({ deputy: BO }).did('end-role', { ...end, successor: { person: BO } });
    expect(holdingsOf(next.plan)[1]).not.toHaveProperty('deputy');
  });

  it('refuses a successor who is the same, or stands in for themselves, and points into the successor', () => {
    const refused = (successor: object) => led().refused('end-role', { ...end, successor });
    expect(refused({ person: ANNA })).toMatchObject([{ code: 'role-held-already', field: '/successor/person' }]);
    expect(refused({ person: BO, deputy: BO })).toMatchObject([{ field: '/successor/deputy' }]);
    expect(refused({ person: BO, until: '2026-01-01' })).toMatchObject([{ field: '/successor/until' }]);
  });

  it('another role ends without a successor, once, and not before it began', () => {
    const member = given(template).did('assign-role', { ...leads, role: 'member' });
    expect(member.refused('end-role', { ...end, at: '2026-01-11' })).toMatchObject([
      { code: 'role-ends-first', field: '/at' },
    ]);
    const ended = member.did('end-role', end);
    expect(ended.types).toEqual(['role.ended']);
    expect(rolesOf(ended.plan, ANNA, '2026-01-12')).toEqual([]);
    expect(ended.open('change-role')).toBe(false);
    const deputised = given(template).did('assign-role', { ...leads, role: 'member', deputy: BO });
    expect(rolesOf(deputised.did('end-role', end).plan, BO, '2026-01-12')).toEqual([]);
    const two = ended.did('assign-role', { ...leads, role: 'member' });
    expect(two.refused('end-role', end)).toMatchObject([{ code: 'role-already-ended' }]);
  });

  it('INV-26 history brought in from elsewhere may tell of a role that nobody had', () => {
    expect(led().did('end-role', end, { imported: true, occurredAt: '2026-01-12' }).types).toEqual(['role.ended']);
  });
});

describe('what a role has', () => {
  it('goes along to the successor of another organisation, by the events of whatever keeps it', () => {
    const seat = { organisation: 'RKL', role: 'Processledare' };
    const before = led()
      .did('form-workgroup', { name: 'Hälsa', purpose: 'Fler sammanhang', lead: seat, deputy: { organisation: 'RKL' } })
      .did('add-activity', { title: 'Lots', owner: { organisation: 'RKL', role: 'process-leader' } })
      .did('add-activity', { title: 'Annat', owner: { organisation: 'HOGSBY', role: 'process-leader' } })
      .did('form-team', { lead: seat })
      .did('record-mandate', { accountable: { organisation: 'RKL', role: 'process-leader' } });
    const toHogsby = { holding: 'holding-1', successor: { person: BO, organisation: 'HOGSBY' } };
    const next = before.did('end-role', toHogsby);
    expect(next.types.slice(2).sort()).toEqual([
      'activity.owner-changed',
      'mandate.recorded',
      'team.formed',
      'workgroup.lead-appointed',
    ]);
    expect(next.plan.facts['activities']).toMatchObject({ activities: [{ owner: { organisation: 'HOGSBY' } }, {}] });
    const same = before.did('end-role', { holding: 'holding-1', successor: { person: BO } });
    expect(same.types).toEqual(['role.ended', 'role.assigned']);
    expect(before.did('restart', { reason: 'Nytt', to: 'begin' }).did('end-role', toHogsby).types).toEqual(same.types);
  });
});

describe('what several share', () => {
  it('stays with the one who is left in the same organisation', () => {
    const member = { ...leads, role: 'member' };
    const two = given(template)
      .did('assign-role', member)
      .did('assign-role', { ...member, person: CILLA })
      .did('add-activity', { title: 'Lots', owner: { organisation: 'RKL', role: 'member' } });
    const left = two.did('end-role', { holding: 'holding-1', successor: { person: BO, organisation: 'HOGSBY' } });
    expect(left.types).toEqual(['role.ended', 'role.assigned']);
    const none = left.did('end-role', { holding: 'holding-2', successor: { person: ANNA, organisation: 'HOGSBY' } });
    expect(none.types).toEqual(['role.ended', 'role.assigned', 'activity.owner-changed']);
  });

  it('in a workgroup a role has what it has there, and nothing of the plan', () => {
    const seat = { organisation: 'RKL', role: 'member' };
    const groups = given(template)
      .did('form-workgroup', { name: 'Hälsa', purpose: 'Fler sammanhang', lead: seat })
      .did('form-workgroup', { name: 'Mat', purpose: 'Mer lokal mat', lead: seat })
      .did('form-team', { lead: seat })
      .did('assign-role', { ...leads, role: 'member', workgroup: 'workgroup-1' });
    const next = groups.did('end-role', { holding: 'holding-1', successor: { person: BO, organisation: 'HOGSBY' } });
    expect(next.types.slice(2)).toEqual(['workgroup.lead-appointed']);
    expect(dataOf(next)?.at(-1)).toEqual({
      workgroup: 'workgroup-1',
      lead: { organisation: 'HOGSBY', role: 'member' },
    });
    expect(holdingsOf(next.plan)[1]).toMatchObject({ workgroup: 'workgroup-1' });
    const gone = groups.did('dissolve-workgroup', { workgroup: 'workgroup-2', reason: 'Klar' });
    expect(gone.refused('assign-role', { ...leads, role: 'member', workgroup: 'workgroup-2' })).toMatchObject([
      { code: 'unknown-record', field: '/workgroup' },
    ]);
  });
});

describe('roles over time', () => {
  it('INV-05 people do not vanish when the plan is taken up again', () => {
    const again = led().did('restart', { reason: 'Nytt läge' });
    expect(whoFor(again.plan, template, 'process-leader', '2026-02-01')).toMatchObject({ person: ANNA });
    expect(again.refused('assign-role', { ...leads, person: BO })).toMatchObject([{ code: 'role-has-holder' }]);
  });

  it('a plan made out of this one has the same people, without the texts and what has ended', () => {
    const parent = led({ mandate: 'Leder' })
      .did('end-role', { holding: 'holding-1', successor: { person: BO, deputy: CILLA } })
      .did('start-hand-over', { holding: 'holding-2', why: 'Så är det' });
    const [child] = parent.did('fork', { plans: [{ title: 'Kirseberg' }] }).last?.births ?? [];
    expect(child && holdingsOf(child.plan)).toEqual([
      { key: 'holding-2', ...leads, person: BO, deputy: CILLA, from: '2026-01-12', imported: false },
    ]);
  });

  it('undone, the role is free again', () => {
    const undone = led().did('undo', { reason: 'Fel' });
    expect(undone.did('assign-role', { ...leads, person: BO }).types).toEqual(['role.assigned']);
  });

  it('INV-43 a correction brings about no two holders at once, nor the same person twice', () => {
    const two = led({ until: '2026-06-30' }).did('assign-role', { ...leads, person: BO, from: '2026-07-01' });
    const correct = (body: object) => ({ event: `${two.plan.id}-3`, verb: 'assign-role', body, reason: 'Fel dag' });
    expect(two.refused('correct', correct(leads))).toMatchObject([{ code: 'role-has-holder', field: '/body' }]);
    const earlier = two.did('correct', correct({ ...leads, until: '2026-05-31', deputy: BO }));
    expect(holdingsOf(earlier.plan)).toMatchObject([{ until: '2026-05-31', deputy: BO }, { person: BO }]);
  });

  it('nor somebody who stands in for themselves', () => {
    const deputised = led().did('change-role', { holding: 'holding-1', deputy: BO });
    const correction = {
      event: `${deputised.plan.id}-3`,
      verb: 'assign-role',
      body: { ...leads, person: BO },
      reason: 'Fel',
    };
    expect(deputised.refused('correct', correction)).toMatchObject([{ code: 'deputy-for-oneself', field: '/body' }]);
  });

  it('they stay through a new cycle', () => {
    const stages = template.stages.map((one) => (one.key === 'finish' ? { ...one, cycle: { to: 'begin' } } : one));
    const plan = given({ ...template, stages })
      .did('assign-role', leads)
      .did('advance')
      .did('advance', { to: 'begin' });
    expect([plan.plan.cycle, rolesOf(plan.plan, ANNA, '2026-02-01')]).toMatchObject([2, [{ as: 'holder' }]]);
  });

  it('reminds of the last day', () => {
    const anchor = vocabulary.anchors.get('role-ends');
    expect(anchor?.(led().plan)).toEqual([]);
    const short = led({ until: '2026-12-31' });
    expect(anchor?.(short.plan)).toEqual([{ record: 'holding-1', at: '2026-12-31', imported: false }]);
    expect(anchor?.(short.did('end-role', { holding: 'holding-1', successor: { person: BO } }).plan)).toEqual([]);
  });
});
