// resources-committed and financing-committed: what the work needs has been promised, by those who are to give it.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { dayOf } from '../../schedule/days.js';
import { flag, howMany, parameters, someOf } from '../parameters.js';
import { partiesOf } from '../parties/facts.js';
import { COMMITMENT_KINDS, commitmentsOf, isOverBy, type Commitment, type CommitmentKind } from './facts.js';

interface Asked {
  kinds?: CommitmentKind[];
  perParty?: boolean;
  min?: number;
}

const verb = 'commit-resources';

export const criteria: Record<string, CriterionKind> = {
  'resources-committed': criterionKind<Asked>({
    name: { sv: 'Resurser är utfästa', en: 'Resources are committed' },
    with: parameters({
      kinds: someOf(COMMITMENT_KINDS, 'There is a commitment of each of these kinds, and no other kind counts.'),
      perParty: flag('Each party has made a commitment, but for those that take part lightly.'),
      min: howMany('How many commitments; 1 by default.'),
    }),
    suppliedBy: [verb, 'change-commitment'],
    missing: (plan, { kinds = [], perParty = false, min = 1 }, _template, now) => {
      const isAsked = ({ kind }: Commitment) => kinds.length === 0 || kinds.includes(kind);
      const { counted, ended } = on(now, commitmentsOf(plan).filter(isAsked));
      const absent = kinds.filter((kind) => !counted.some((one) => one.kind === kind));
      const missing = [
        ...absent.map((kind) => ({ code: `${kind}-not-committed`, verb })),
        ...(perParty ? partiesWithout(plan, counted) : []),
        ...tooFew(counted.length, Math.max(min, 1), absent.length),
      ];
      return missing.length === 0 ? [] : [...missing, ...ended.map(hasEnded)];
    },
  }),
  'financing-committed': criterionKind<{ sek?: number }>({
    name: { sv: 'Finansieringen är utfäst', en: 'The financing is committed' },
    with: parameters({ sek: howMany('At least so many kronor in all; any sum by default.') }),
    suppliedBy: [verb, 'change-commitment'],
    missing: (plan, { sek: asked }, _template, now) => {
      const inMoney = commitmentsOf(plan).filter(({ kind }) => kind === 'money');
      const { counted: money, ended } = on(now, inMoney);
      if (money.length === 0) return [{ code: 'money-not-committed', verb }, ...ended.map(hasEnded)];
      const have = money.reduce((so, { sek = 0 }) => so + sek, 0);
      if (asked === undefined || have >= asked) return [];
      const unsaid = money.filter(({ sek }) => sek === undefined).map(withoutSum);
      return [
        { code: 'financing-too-little', verb, params: { sek: asked, have, lacks: asked - have } },
        ...unsaid,
        ...ended.map(hasEnded),
      ];
    },
  }),
};

/** What was promised until a day that has passed is no longer there to be used. */
function on(now: string, commitments: Commitment[]): { counted: Commitment[]; ended: Commitment[] } {
  const today = dayOf(now);
  const ended = commitments.filter((one) => isOverBy(one, today));
  return { counted: commitments.filter((one) => !ended.includes(one)), ended };
}

function hasEnded(commitment: Commitment): Missing {
  const { key, what, organisation, until = '' } = commitment;
  const params = { commitment: key, what, organisation, until };
  return { code: 'commitment-has-ended', verb: 'change-commitment', params, by: { organisation } };
}

/** What lacks a kind of its own has been told already. */
function tooFew(have: number, min: number, told: number): Missing[] {
  return have + told >= min ? [] : [{ code: 'commitments-too-few', verb, params: { min, have } }];
}

function partiesWithout(plan: Plan, counted: Commitment[]): Missing[] {
  return partiesOf(plan)
    .filter((party) => !party.light && !counted.some((one) => one.organisation === party.organisation))
    .map(({ organisation }) => ({
      code: 'party-without-commitment',
      verb,
      params: { organisation },
      by: { organisation },
    }));
}

function withoutSum({ key, what, organisation }: Commitment): Missing {
  const params = { commitment: key, what, organisation };
  return { code: 'financing-without-sum', verb: 'change-commitment', params, by: { organisation } };
}
