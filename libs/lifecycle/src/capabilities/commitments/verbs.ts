// commit-resources, change-commitment, withdraw-commitment.
import { verb, type Decision, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { dayOf } from '../../schedule/days.js';
import { isExact } from '../../schedule/when.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { everyCommitment, promisesOf, type Commitment, type CommitmentKind, type Promised } from './facts.js';

export interface CommitResources extends Promised {
  organisation: string;
  kind: CommitmentKind;
}

export interface ChangeCommitment extends Partial<Promised> {
  commitment: string;
  reason: string;
}

export interface WithdrawCommitment {
  commitment: string;
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'commit-resources': verb<CommitResources>({
    name: { sv: 'Utfäst resurser', en: 'Commit resources' },
    decide: (plan, { organisation, kind, ...promise }) => {
      const commitment = nextKey('commitment', everyCommitment(plan));
      const data = { commitment, organisation, kind, ...said(promise) };
      return wrongIn(kind, promise) ?? [{ type: 'commitment.made', data }];
    },
  }),
  'change-commitment': verb<ChangeCommitment>({
    name: { sv: 'Ändra utfästelse', en: 'Change a commitment' },
    ready: anyPromise,
    decide: (plan, { commitment, reason, ...change }) =>
      onPromise(plan, commitment, (before) => {
        const now = said(change);
        if (Object.keys(now).length === 0) return refuse('commitment-unchanged', { params: { what: before.what } });
        const data = { commitment, ...now };
        const changed = { type: 'commitment.changed', data, texts: { reasonText: reason } };
        return wrongIn(before.kind, { ...before, ...now }) ?? [changed];
      }),
  }),
  'withdraw-commitment': verb<WithdrawCommitment>({
    name: { sv: 'Ta tillbaka utfästelse', en: 'Withdraw a commitment' },
    ready: anyPromise,
    decide: (plan, { commitment, reason }) =>
      onPromise(plan, commitment, () => [
        { type: 'commitment.withdrawn', data: { commitment }, texts: { reasonText: reason } },
      ]),
  }),
};

function said({ what, sek, count, own, from, until }: Partial<Promised>) {
  return told({ what, sek, count, own, from, until });
}

/** Money is counted in kronor and nothing else is (INV-27); and nothing ends before it begins. */
function wrongIn(kind: CommitmentKind, { sek, count, from, until }: Partial<Promised>): Refusal | null {
  if (kind === 'money' && count !== undefined) return refuse('money-in-kronor', { field: '/count' });
  if (kind !== 'money' && sek !== undefined) return refuse('only-money-in-kronor', { field: '/sek' });
  if (from === undefined || until === undefined || !isExact(from) || !isExact(until)) return null;
  if (dayOf(until) >= dayOf(from)) return null;
  return refuse('commitment-ends-before-it-begins', { field: '/until', params: { from, until } });
}

function anyPromise(plan: Plan): Reason[] {
  return promisesOf(plan).length > 0 ? [] : [{ code: 'no-commitments' }];
}

function onPromise(plan: Plan, key: string, decide: (commitment: Commitment) => Decision): Decision {
  const found = everyCommitment(plan).find((one) => one.key === key);
  if (!found) return unknownRecord('/commitment', key);
  if (!found.withdrawn) return decide(found);
  return refuse('commitment-is-withdrawn', { field: '/commitment', params: { what: found.what } });
}
