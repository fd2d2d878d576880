// form-workgroup, appoint-lead, appoint-deputy, add-member, set-time-aside, sign-role-agreement, dissolve-workgroup, plan-process.
import { verb, type Decision, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason } from '../../engine/refusal.js';
import { themesOf } from '../direction/facts.js';
import { keysByTitle, nextKey } from '../record-key.js';
import { told } from '../told.js';
import { processOf, recordedOf, workgroupOf, workgroupsOf, type Seat, type Workgroup } from './facts.js';

export interface FormWorkgroup {
  name: string;
  /** «Samverkan för samverkans skull» is not enough (INV-19): required unless imported. */
  purpose?: string;
  /** The key of a theme of the direction in force. */
  theme?: string;
  lead?: Seat;
  deputy?: Seat;
  members?: string[];
  timeSetAside?: string;
}

export interface AppointLead {
  workgroup: string;
  lead: Seat;
}

export interface AppointDeputy {
  workgroup: string;
  deputy: Seat;
}

export interface AddMember {
  workgroup: string;
  organisation: string;
}

export interface SetTimeAside {
  workgroup: string;
  time: string;
}

export interface SignRoleAgreement {
  workgroup: string;
  agreement?: string;
}

export interface DissolveWorkgroup {
  workgroup: string;
  reason: string;
}

export interface PlanProcess {
  milestones: { title: string; on?: string }[];
}

export const verbs: Record<string, Verb> = {
  'form-workgroup': verb<FormWorkgroup>({
    name: { sv: 'Bilda arbetsgrupp', en: 'Form a workgroup' },
    decide: (plan, body, at) => {
      const { name, purpose, theme, lead, deputy, members = [], timeSetAside } = body;
      if (!purpose && !at.imported) return refuse('workgroup-purpose-missing', { field: '/purpose' });
      if (theme !== undefined && !themesOf(plan).some((one) => one.key === theme))
        return unknownRecord('/theme', theme);
      const workgroup = nextKey('workgroup', recordedOf(plan).workgroups);
      const seats = { lead: lead && told(lead), deputy: deputy && told(deputy), members: [...new Set(members)] };
      const data = told({ workgroup, name, theme, ...seats, timeSetAside });
      return [{ type: 'workgroup.formed', data, texts: { purposeText: purpose } }];
    },
  }),
  'appoint-lead': verb<AppointLead>({
    name: { sv: 'Utse ledare för arbetsgrupp', en: 'Appoint the lead of a workgroup' },
    ready: anyGroup,
    decide: (plan, { workgroup, lead }) =>
      inGroup(plan, workgroup, () => [{ type: 'workgroup.lead-appointed', data: { workgroup, lead: told(lead) } }]),
  }),
  'appoint-deputy': verb<AppointDeputy>({
    name: { sv: 'Utse ersättare för ledaren', en: 'Appoint the deputy lead of a workgroup' },
    ready: anyGroup,
    decide: (plan, { workgroup, deputy }) =>
      inGroup(plan, workgroup, () => [
        { type: 'workgroup.deputy-appointed', data: { workgroup, deputy: told(deputy) } },
      ]),
  }),
  'add-member': verb<AddMember>({
    name: { sv: 'Lägg till medlem i arbetsgrupp', en: 'Add a member to a workgroup' },
    ready: anyGroup,
    decide: (plan, { workgroup, organisation }) =>
      inGroup(plan, workgroup, (group) =>
        group.members.includes(organisation)
          ? refuse('workgroup-has-member', { field: '/organisation', params: { organisation, workgroup: group.name } })
          : [{ type: 'workgroup.member-added', data: { workgroup, organisation } }],
      ),
  }),
  'set-time-aside': verb<SetTimeAside>({
    name: { sv: 'Avsätt tid för arbetsgrupp', en: 'Set time aside for a workgroup' },
    ready: anyGroup,
    decide: (plan, { workgroup, time }) =>
      inGroup(plan, workgroup, () => [{ type: 'workgroup.time-set-aside', data: { workgroup, time } }]),
  }),
  'sign-role-agreement': verb<SignRoleAgreement>({
    name: { sv: 'Skriv under rollöverenskommelse', en: 'Sign the role agreement' },
    ready: anyGroup,
    decide: (plan, { workgroup, agreement }) =>
      inGroup(plan, workgroup, () => [
        { type: 'role-agreement.signed', data: { workgroup }, texts: { agreementText: agreement } },
      ]),
  }),
  'dissolve-workgroup': verb<DissolveWorkgroup>({
    name: { sv: 'Upplös arbetsgrupp', en: 'Dissolve a workgroup' },
    ready: anyGroup,
    decide: (plan, { workgroup, reason }) =>
      inGroup(plan, workgroup, () => [
        { type: 'workgroup.dissolved', data: { workgroup }, texts: { reasonText: reason } },
      ]),
  }),
  'plan-process': verb<PlanProcess>({
    name: { sv: 'Planera processen', en: 'Plan the process' },
    decide: (plan, body, at) =>
      body.milestones.length === 0 && !at.imported
        ? refuse('milestones-missing', { field: '/milestones' })
        : [{ type: 'process.planned', data: { milestones: milestonesIn(plan, body) } }],
  }),
};

function anyGroup(plan: Plan): Reason[] {
  return workgroupsOf(plan).length > 0 ? [] : [{ code: 'no-workgroups' }];
}

function inGroup(plan: Plan, key: string, decide: (group: Workgroup) => Decision): Decision {
  const group = workgroupOf(plan, key);
  if (!group) return unknownRecord('/workgroup', key);
  if (!group.dissolved) return decide(group);
  return refuse('workgroup-is-dissolved', { field: '/workgroup', params: { workgroup: group.name } });
}

/** A milestone that is planned again under its title is the same one, perhaps on another day. */
function milestonesIn(plan: Plan, { milestones }: PlanProcess) {
  const ever = recordedOf(plan).processes.flatMap((process) => process.milestones);
  const titles = milestones.map((one) => one.title);
  const keys = keysByTitle('milestone', titles, processOf(plan)?.milestones ?? [], ever);
  const days = new Map(milestones.map((one) => [one.title, one.on ?? null]));
  return [...keys].map(([title, milestone]) => ({ milestone, title, on: days.get(title) ?? null }));
}
