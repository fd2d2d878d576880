// descriptions-published: each kind that the template asks for has a version of the present cycle.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { parameters, someOf } from '../parameters.js';
import { DESCRIPTION_KINDS, isPublished, type DescriptionKind } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'descriptions-published': criterionKind<{ kinds?: DescriptionKind[] }>({
    name: { sv: 'Beskrivningarna är publicerade', en: 'The descriptions are published' },
    with: parameters({
      kinds: someOf(DESCRIPTION_KINDS, 'Which descriptions must have a version of this cycle; both by default.'),
    }),
    suppliedBy: ['publish-description'],
    missing: (plan, { kinds = [...DESCRIPTION_KINDS] }) =>
      kinds
        .filter((kind) => !isPublished(plan, kind))
        .map((kind) => ({ code: `description-missing-${kind}`, verb: 'publish-description', params: { kind } })),
  }),
};
