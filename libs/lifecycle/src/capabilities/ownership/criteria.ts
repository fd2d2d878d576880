// ownership-named, ownership-transferred: who owns it has said yes (A11, INV-50). solution-in-use: it is used for real (B82).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Missing } from '../../engine/refusal.js';
import { flag, howMany, parameters } from '../parameters.js';
import { offersOf, ownersOf, solutionsOf, transfersOf, type Ownership } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'ownership-named': criterionKind<{ accepted?: boolean }>({
    name: { sv: 'Det som fortsätter har en ägare', en: 'What goes on has an owner' },
    with: parameters({ accepted: flag('Each owner has accepted (INV-50); true by default.') }),
    suppliedBy: ['name-owner', 'transfer-ownership', 'accept-ownership'],
    missing: (plan, { accepted = true }) => {
      const owners = ownersOf(plan);
      const offers = offersOf(plan).filter((offer) => !owners.some((owner) => owner.what === offer.what));
      const named = [...owners, ...offers];
      if (named.length === 0) return [{ code: 'owner-missing', verb: 'name-owner' }];
      return accepted ? named.filter((one) => !one.accepted).map(unanswered) : [];
    },
  }),
  'ownership-transferred': criterionKind<{ min?: number }>({
    name: { sv: 'Ägarskapet är överlämnat', en: 'The ownership has been transferred' },
    with: parameters({ min: howMany('How many transfers the receiver has accepted; 1 by default.') }),
    suppliedBy: ['transfer-ownership', 'accept-ownership'],
    missing: (plan, { min = 1 }) => {
      const have = transfersOf(plan).length;
      if (have >= min) return [];
      const offers = offersOf(plan);
      const params = { min, have };
      return have + offers.length >= min
        ? offers.map(unanswered)
        : [...offers.map(unanswered), { code: 'ownership-not-offered', verb: 'transfer-ownership', params }];
    },
  }),
  'solution-in-use': criterionKind<{ regularOperations?: boolean }>({
    name: { sv: 'Lösningen är i bruk', en: 'The solution is in use' },
    with: parameters({
      regularOperations: flag('A solution has become a part of regular operations; false by default.'),
    }),
    suppliedBy: ['put-in-use'],
    missing: (plan, { regularOperations = false }) => {
      const solutions = solutionsOf(plan);
      if (solutions.length === 0) return [{ code: 'solution-not-in-use', verb: 'put-in-use' }];
      const isThere = !regularOperations || solutions.some((solution) => solution.regularOperations);
      return isThere ? [] : [{ code: 'solution-beside-regular-operations', verb: 'put-in-use' }];
    },
  }),
};

function unanswered({ key, organisation, what }: Ownership): Missing {
  return {
    code: 'ownership-not-accepted',
    verb: 'accept-ownership',
    params: { ownership: key, organisation, what },
    by: { organisation },
  };
}
