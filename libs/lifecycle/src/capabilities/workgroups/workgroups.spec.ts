import { given, Given, openTemplate } from '../../given.js';
import { processOf, recordedOf, workgroupsOf } from './facts.js';
import { workgroups } from './index.js';

const purpose = 'Stötta individer ut i sociala sammanhang';
const lead = { organisation: 'HOGSBY', role: 'kommunchef' };

function formed(more: object = {}, from: Given = given()): Given {
  return from.did('form-workgroup', { name: 'Hälsolots', purpose, ...more });
}

function themed(from: Given, ...themes: string[]): Given {
  return from.did('choose-direction', { chosen: themes.map((theme) => ({ theme, rationale: 'Behov' })) });
}

const codes = (plan: Given, kind: string, asked: object = {}) => plan.missing(kind, asked)?.map((one) => one.code);

describe('workgroups', () => {
  it('INV-19 a group has a purpose from the start, and without a lead it is not active', () => {
    expect(given().refused('form-workgroup', { name: 'Hälsolots' })).toMatchObject([
      { code: 'workgroup-purpose-missing', field: '/purpose' },
    ]);
    expect(given().missing('workgroups-formed')).toMatchObject([{ code: 'workgroup-missing', verb: 'form-workgroup' }]);
    expect(formed().missing('workgroups-formed')).toMatchObject([
      { code: 'workgroup-without-lead', verb: 'appoint-lead', params: { workgroup: 'workgroup-1', name: 'Hälsolots' } },
    ]);
    const led = formed().did('appoint-lead', { workgroup: 'workgroup-1', lead });
    expect(led.types).toEqual(['workgroup.lead-appointed']);
    expect(led.missing('workgroups-formed')).toEqual([]);
    expect(formed({ lead }).missing('workgroups-formed')).toEqual([]);
    expect(JSON.stringify(led.last?.events)).not.toContain(purpose);
  });

  it('a stage is left when every group has what the template asks for', () => {
    const asked = { lead: true, deputy: true, timeSetAside: true, partyMembers: true };
    const template = openTemplate();
    const criterion = { key: 'groups', kind: 'workgroups-formed', name: template.name, with: asked };
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, criteria: [criterion] } : stage,
    );
    const parties = given({ ...template, stages })
      .did('add-party', { organisation: 'RKL' })
      .did('add-party', { organisation: 'HOGSBY' })
      .did('add-party', { organisation: 'CIVIL', light: true });
    const bare = formed({}, parties);
    expect(bare.refused('advance')[0]?.missing?.map((one) => one.code)).toEqual([
      'workgroup-without-lead',
      'workgroup-without-deputy',
      'workgroup-without-time',
      'workgroup-without-party',
      'workgroup-without-party',
    ]);
    const whole = bare
      .did('appoint-lead', { workgroup: 'workgroup-1', lead })
      .did('appoint-deputy', { workgroup: 'workgroup-1', deputy: { organisation: 'HOGSBY' } })
      .did('set-time-aside', { workgroup: 'workgroup-1', time: 'en dag i veckan' });
    expect(whole.missing('workgroups-formed', asked)).toMatchObject([
      { code: 'workgroup-without-party', verb: 'add-member', by: { organisation: 'RKL' } },
    ]);
    const staffed = whole.did('add-member', { workgroup: 'workgroup-1', organisation: 'RKL' });
    expect(staffed.did('advance').plan.stage).toBe('finish');
  });

  it('each theme has a group, and a group without theme serves them all', () => {
    const two = formed({ theme: 'theme-1', lead }, themed(given(), 'Hälsolots', 'Samverkan'));
    expect(two.missing('workgroups-formed', { perTheme: true })).toMatchObject([
      { code: 'theme-without-workgroup', params: { theme: 'theme-2', title: 'Samverkan' } },
    ]);
    expect(codes(formed({ name: 'Alla', lead }, two), 'workgroups-formed', { perTheme: true })).toEqual([]);
    expect(codes(formed({ name: 'B', theme: 'theme-2', lead }, two), 'workgroups-formed', { perTheme: true })).toEqual(
      [],
    );
    expect(two.refused('form-workgroup', { name: 'C', purpose, theme: 'theme-9' })).toMatchObject([
      { code: 'unknown-record', field: '/theme' },
    ]);
  });

  it('INV-45 every group has its role agreement', () => {
    expect(codes(given(), 'role-agreements-signed')).toEqual(['workgroup-missing']);
    expect(formed().missing('role-agreements-signed')).toMatchObject([
      { code: 'role-agreement-missing', verb: 'sign-role-agreement' },
    ]);
    const signed = formed().did('sign-role-agreement', {
      workgroup: 'workgroup-1',
      agreement: 'Vi delar på ledarskapet.',
    });
    expect(signed.missing('role-agreements-signed')).toEqual([]);
    expect(JSON.stringify(signed.last?.events)).not.toContain('delar');
  });

  it('a dissolved group is kept, asks for nothing and takes nothing more', () => {
    const verbs = [
      'appoint-lead',
      'appoint-deputy',
      'add-member',
      'set-time-aside',
      'sign-role-agreement',
      'dissolve-workgroup',
    ];
    expect(verbs.map((verb) => given().open(verb))).toEqual(verbs.map(() => false));
    expect(verbs.map((verb) => formed().open(verb))).toEqual(verbs.map(() => true));
    const rest = { lead, deputy: lead, organisation: 'RKL', time: 'x', reason: 'Ingen kunde' };
    const dissolved = formed({}, formed()).did('dissolve-workgroup', {
      workgroup: 'workgroup-1',
      reason: 'Ingen kunde',
    });
    for (const verb of verbs) {
      expect(dissolved.refused(verb, { workgroup: 'workgroup-1', ...rest })).toMatchObject([
        { code: 'workgroup-is-dissolved' },
      ]);
      expect(dissolved.refused(verb, { workgroup: 'workgroup-9', ...rest })).toMatchObject([
        { code: 'unknown-record' },
      ]);
    }
    expect(recordedOf(dissolved.plan).workgroups.map((group) => group.dissolved)).toEqual([true, false]);
    expect(dissolved.missing('workgroups-formed')).toHaveLength(1);
    expect(workgroups.anchors?.['workgroup-formed']?.(dissolved.plan)).toMatchObject([{ record: 'workgroup-2' }]);
  });

  it('a member is added once', () => {
    const joined = formed({ members: ['RKL', 'RKL'] });
    expect(workgroupsOf(joined.plan)[0]?.members).toEqual(['RKL']);
    expect(joined.refused('add-member', { workgroup: 'workgroup-1', organisation: 'RKL' })).toMatchObject([
      { code: 'workgroup-has-member' },
    ]);
  });

  it('the process has milestones; planned again, one that keeps its title is the same', () => {
    expect(codes(given(), 'process-planned')).toEqual(['process-missing']);
    expect(given().refused('plan-process', { milestones: [] })).toMatchObject([{ code: 'milestones-missing' }]);
    const planned = given().did('plan-process', {
      milestones: [{ title: 'Utkast', on: '2026-10-01' }, { title: 'Remiss' }],
    });
    expect(planned.missing('process-planned')).toEqual([]);
    const again = planned.did('plan-process', {
      milestones: [
        { title: 'Beslut', on: '2027' },
        { title: 'Remiss', on: '2026-11' },
      ],
    });
    expect(workgroups.anchors?.['milestone']?.(again.plan)).toMatchObject([
      { record: 'milestone-3', at: '2027' },
      { record: 'milestone-2', at: '2026-11' },
    ]);
  });

  it('INV-14 a forked plan begins with the groups of its theme and those without, and with the milestones', () => {
    const template = openTemplate();
    const stages = template.stages.map((stage) =>
      stage.key === 'begin' ? { ...stage, fork: { to: 'finish', each: 'theme' } } : stage,
    );
    const forked = themed(given({ ...template, stages, kind: 'initiative' }), 'Hälsolots', 'Samverkan')
      .did('form-workgroup', { name: 'A', purpose, theme: 'theme-1' })
      .did('form-workgroup', { name: 'B', purpose, theme: 'theme-2' })
      .did('form-workgroup', { name: 'C', purpose })
      .did('plan-process', { milestones: [{ title: 'Utkast' }] })
      .did('fork');
    const plans = forked.last?.births.map((birth) => birth.plan) ?? [];
    expect(plans.map((plan) => workgroupsOf(plan).map((group) => group.name))).toEqual([
      ['A', 'C'],
      ['B', 'C'],
    ]);
    expect(plans.map((plan) => processOf(plan)?.milestones.length)).toEqual([1, 1]);
    // text-1 of the plan is not text-1 of the initiative
    expect(plans.flatMap((plan) => workgroupsOf(plan).map((group) => group.purpose))).toEqual(Array(4).fill(undefined));
    const next = formed({}, new Given(forked.template, plans[1]!, undefined, '2026-02-01T08:00:00.000Z'));
    expect(workgroupsOf(next.plan).map((group) => group.key)).toEqual(['workgroup-2', 'workgroup-3', 'workgroup-4']);
  });

  it('INV-05 a restart sets groups and process aside, and no later plan inherits them', () => {
    const again = formed({ lead })
      .did('plan-process', { milestones: [{ title: 'Utkast' }] })
      .did('restart', { reason: 'Fel grupp' });
    expect(codes(again, 'workgroups-formed')).toEqual(['workgroup-missing']);
    expect(processOf(again.plan)).toBeUndefined();
    expect(again.refused('appoint-lead', { workgroup: 'workgroup-1', lead })).toMatchObject([
      { code: 'no-workgroups' },
    ]);
    expect(workgroups.inherit?.(recordedOf(again.plan), {}, again.plan)).toEqual({ workgroups: [], processes: [] });
    expect(workgroupsOf(formed({}, again).plan)).toMatchObject([{ key: 'workgroup-2', attempt: 2 }]);
  });

  it('INV-26 imported history may know only that groups were formed and the process planned', () => {
    const told = { imported: true, occurredAt: null };
    const known = given()
      .did('form-workgroup', { name: 'Arbetsgrupp' }, told)
      .did('plan-process', { milestones: [] }, told);
    expect(workgroupsOf(known.plan)).toMatchObject([{ formedAt: null, imported: true, members: [] }]);
    expect(codes(known, 'process-planned')).toEqual([]);
    expect(codes(known, 'workgroups-formed')).toEqual(['workgroup-without-lead']);
  });
});
