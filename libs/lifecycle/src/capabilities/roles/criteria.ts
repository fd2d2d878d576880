// role-held: somebody has each of the roles, with a deputy and for long enough where the template says so.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import type { Duration, Template } from '../../engine/template.js';
import { addDuration, dayOf, type Day } from '../../schedule/days.js';
import { flag, parameters } from '../parameters.js';
import { namesOf } from './assignment.js';
import { holdersOf } from './held.js';
import { DURATION } from '../../engine/lifecycle-criteria.js';

interface Asked {
  roles?: string[];
  deputy?: boolean;
  beyond?: Duration;
}

export const criteria: Record<string, CriterionKind> = {
  'role-held': criterionKind<Asked>({
    name: { sv: 'Rollerna har innehavare', en: 'The roles are held' },
    with: parameters({
      roles: {
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        uniqueItems: true,
        description: 'Keys of roles of the template; the required ones by default.',
      },
      deputy: flag('Each of them has a deputy.'),
      beyond: { ...DURATION, description: 'Each of them is held that long from today, by the same or by a successor.' },
    }),
    rolesIn: ['roles'],
    suppliedBy: ['assign-role', 'change-role', 'end-role', 'accept-hand-over'],
    missing: (plan, { roles, deputy = false, beyond }, template, now) => {
      const today = dayOf(now);
      const asked = roles ?? template.roles.filter(({ required }) => required).map(({ key }) => key);
      const later = beyond === undefined ? today : addDuration(today, beyond);
      return asked.flatMap((role) => lacks(plan, template, role, { today, later, deputy }));
    },
  }),
};

function lacks(
  plan: Plan,
  template: Template,
  role: string,
  { today, later, deputy }: { today: Day; later: Day; deputy: boolean },
): Missing[] {
  const about = { params: { role }, names: namesOf(role, template) };
  const held = holdersOf(plan, role, today);
  if (held.length === 0) return [{ code: 'role-vacant', verb: 'assign-role', ...about }];
  const missing: Missing[] = [];
  if (deputy && !held.some((one) => one.deputy !== undefined))
    missing.push({ code: 'role-without-deputy', verb: 'change-role', ...about });
  if (holdersOf(plan, role, later).length === 0) {
    const params = { role, day: later };
    missing.push({ code: 'role-ends-too-soon', verb: 'change-role', ...about, params });
  }
  return missing;
}
