// steering-group-formed: the adopted plan has a group that can steer it (A8).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { organisationsIn } from '../workgroups/facts.js';
import { partiesWithoutSeat } from '../workgroups/seats.js';
import { flag, parameters } from '../parameters.js';
import { steeringGroupOf, type SteeringGroup } from './facts.js';

interface Asked {
  chair?: boolean;
  deputy?: boolean;
  partyMembers?: boolean;
  mandate?: boolean;
  rhythm?: boolean;
  handOver?: boolean;
}

const verb = 'change-steering-group';

export const criteria: Record<string, CriterionKind> = {
  'steering-group-formed': criterionKind<Asked>({
    name: { sv: 'Styrgruppen är bildad', en: 'The steering group is formed' },
    with: parameters({
      chair: flag('It has a chair; true by default.'),
      deputy: flag('It has a deputy chair.'),
      partyMembers: flag('Each party has a seat, but for those that take part lightly.'),
      mandate: flag('Its mandate is written.'),
      rhythm: flag('It says how often it meets.'),
      handOver: flag('It has received the hand-over from those before it.'),
    }),
    suppliedBy: ['form-steering-group', verb, 'receive-hand-over'],
    missing: (plan, asked) => {
      const group = steeringGroupOf(plan);
      if (!group) return [{ code: 'steering-group-missing', verb: 'form-steering-group' }];
      return [...lacks(group, asked), ...(asked.partyMembers ? partiesOutside(plan, group) : [])];
    },
  }),
};

function lacks(group: SteeringGroup, { chair = true, deputy, mandate, rhythm, handOver }: Asked): Missing[] {
  const missing: Missing[] = [];
  if (chair && !group.chair) missing.push({ code: 'steering-group-without-chair', verb });
  if (deputy && !group.deputy) missing.push({ code: 'steering-group-without-deputy', verb });
  if (mandate && !group.mandate) missing.push({ code: 'steering-group-without-mandate', verb });
  if (rhythm && !group.rhythm) missing.push({ code: 'steering-group-without-rhythm', verb });
  if (handOver && !group.handOver) missing.push({ code: 'hand-over-missing', verb: 'receive-hand-over' });
  return missing;
}

function partiesOutside(plan: Plan, { chair, deputy, members }: SteeringGroup): Missing[] {
  const seated = organisationsIn({ members, ...(chair ? { lead: chair } : {}), ...(deputy ? { deputy } : {}) });
  return partiesWithoutSeat(plan, seated).map((organisation) => ({
    code: 'steering-group-without-party',
    verb,
    params: { organisation },
    by: { organisation },
  }));
}
