// workgroups-formed, role-agreements-signed and process-planned: who does the work, on what terms, and by when.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { themesOf } from '../direction/facts.js';
import { flag, parameters } from '../parameters.js';
import { isActive, organisationsIn, processOf, workgroupsOf, type Workgroup } from './facts.js';
import { partiesWithoutSeat } from './seats.js';

interface Asked {
  perTheme?: boolean;
  lead?: boolean;
  deputy?: boolean;
  partyMembers?: boolean;
  timeSetAside?: boolean;
}

export const criteria: Record<string, CriterionKind> = {
  'workgroups-formed': criterionKind<Asked>({
    name: { sv: 'Arbetsgrupper är bildade', en: 'Workgroups are formed' },
    with: parameters({
      perTheme: flag('Each theme has a group; a group without theme serves them all.'),
      lead: flag('Each group has a lead (INV-19); true by default.'),
      deputy: flag('Each group has a deputy lead.'),
      partyMembers: flag('Each party has a seat in each group, but for those that take part lightly.'),
      timeSetAside: flag('Each group says what time is set aside.'),
    }),
    suppliedBy: ['form-workgroup', 'appoint-lead', 'appoint-deputy', 'add-member', 'set-time-aside'],
    missing: (plan, asked) => {
      const groups = workgroupsOf(plan);
      if (groups.length === 0) return [none];
      return [
        ...(asked.perTheme ? themesWithout(plan, groups) : []),
        ...groups.flatMap((group) => lacks(plan, group, asked)),
      ];
    },
  }),
  'role-agreements-signed': criterionKind({
    name: { sv: 'Rollöverenskommelser är underskrivna', en: 'Role agreements are signed' },
    suppliedBy: ['sign-role-agreement'],
    missing: (plan) => {
      const groups = workgroupsOf(plan);
      if (groups.length === 0) return [none];
      return groups
        .filter((group) => !group.agreementSigned)
        .map(({ key, name }) => ({
          code: 'role-agreement-missing',
          verb: 'sign-role-agreement',
          params: { workgroup: key, name },
        }));
    },
  }),
  'process-planned': criterionKind({
    name: { sv: 'Processen är planerad', en: 'The process is planned' },
    suppliedBy: ['plan-process'],
    missing: (plan) => (processOf(plan) ? [] : [{ code: 'process-missing', verb: 'plan-process' }]),
  }),
};

const none: Missing = { code: 'workgroup-missing', verb: 'form-workgroup' };

function themesWithout(plan: Plan, groups: Workgroup[]): Missing[] {
  if (groups.some((group) => group.theme === undefined)) return [];
  return themesOf(plan)
    .filter((theme) => !groups.some((group) => group.theme === theme.key))
    .map(({ key, title }) => ({
      code: 'theme-without-workgroup',
      verb: 'form-workgroup',
      params: { theme: key, title },
    }));
}

function lacks(plan: Plan, group: Workgroup, asked: Asked): Missing[] {
  const { lead = true, deputy, partyMembers, timeSetAside } = asked;
  const params = { workgroup: group.key, name: group.name };
  const missing: Missing[] = [];
  if (lead && !isActive(group)) missing.push({ code: 'workgroup-without-lead', verb: 'appoint-lead', params });
  if (deputy && !group.deputy) missing.push({ code: 'workgroup-without-deputy', verb: 'appoint-deputy', params });
  if (timeSetAside && !group.timeSetAside)
    missing.push({ code: 'workgroup-without-time', verb: 'set-time-aside', params });
  if (!partyMembers) return missing;
  const absent = partiesWithoutSeat(plan, organisationsIn(group)).map((organisation) => ({
    code: 'workgroup-without-party',
    verb: 'add-member',
    params: { ...params, organisation },
    by: { organisation },
  }));
  return [...missing, ...absent];
}
