// re-anchored: what was agreed has been anchored with those who came after a change of leadership (INV-46).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { namesOf } from '../roles/assignment.js';
import { openReAnchorings } from './facts.js';

const verb = 're-anchor';

export const criteria: Record<string, CriterionKind> = {
  're-anchored': criterionKind({
    name: { sv: 'Förankrat på nytt efter ledarskifte', en: 'Anchored anew after a change of leadership' },
    suppliedBy: [verb],
    holdsAtFirst: true,
    missing: (plan, _given, template) =>
      openReAnchorings(plan).map(({ key, organisation, role, on }) => {
        const params = { task: key, organisation, on };
        if (role === undefined) return { code: 're-anchoring-open', verb, params, by: { organisation } };
        const names = namesOf(role, template);
        return { code: 're-anchoring-open-with-role', verb, params: { ...params, role }, names, by: { organisation } };
      }),
  }),
};
