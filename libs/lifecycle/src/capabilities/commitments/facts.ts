// Commitments: the money, people and time that an organisation puts into the work (B07, B42, B43, B63). A promise lasts until it
// is taken back; whether it still counts for what a stage asks is asked again with a new attempt.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import { isOver, type When } from '../../schedule/when.js';
import type { Count } from '../count.js';

export const COMMITMENT_KINDS = ['money', 'people', 'time'] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/** B42: «egen eller inköpt kompetens/resurser». */
export const RESOURCE_ORIGINS = ['own', 'bought'] as const;
export type ResourceOrigin = (typeof RESOURCE_ORIGINS)[number];

export interface Promised {
  what: string;
  /** Whole kronor, of money. */
  sek?: number;
  /** How many, of people and time: persons, hours, percent. */
  count?: Count;
  own?: ResourceOrigin;
  from?: string;
  until?: string;
}

export interface Commitment extends Made, Promised {
  key: string;
  organisation: string;
  kind: CommitmentKind;
  withdrawn: boolean;
  /** Whether what was told last came from elsewhere. */
  imported: boolean;
}

export interface Commitments {
  commitments: Commitment[];
}

export const nothing: Commitments = { commitments: [] };

export interface CommitmentMade extends Promised {
  commitment: string;
  organisation: string;
  kind: CommitmentKind;
}

export type CommitmentChanged = { commitment: string; reasonText: string } & Partial<Promised>;

export const events: Record<string, Evolve<Commitments>> = {
  'commitment.made': on(({ commitments }, { commitment: key, ...told }: CommitmentMade, event, plan) => ({
    commitments: [
      ...commitments,
      { key, ...told, withdrawn: false, imported: event.imported === true, ...madeIn(plan) },
    ],
  })),
  'commitment.changed': on((facts, { commitment, reasonText: _why, ...told }: CommitmentChanged, event, plan) =>
    changed(facts, commitment, { ...told, imported: event.imported === true, ...madeIn(plan) }),
  ),
  'commitment.withdrawn': on((facts, { commitment }: { commitment: string }) =>
    changed(facts, commitment, { withdrawn: true }),
  ),
};

function changed({ commitments }: Commitments, key: string, change: Partial<Commitment>): Commitments {
  return { commitments: commitments.map((one) => (one.key === key ? { ...one, ...change } : one)) };
}

export function everyCommitment(plan: Plan): Commitment[] {
  return factsOf({ key: 'commitments', nothing }, plan).commitments;
}

/** What has been promised and not taken back, in whatever attempt. */
export function promisesOf(plan: Plan): Commitment[] {
  return everyCommitment(plan).filter((commitment) => !commitment.withdrawn);
}

/** The promises made or said anew since the stage was last taken up. */
export function commitmentsOf(plan: Plan): Commitment[] {
  return promisesOf(plan).filter((commitment) => stands(plan, commitment));
}

/** When the promise ends, as precisely as it was told. */
export function endOf({ until }: Commitment): When {
  return until ?? null;
}

/** Whether its last day is past; one that is told less precisely ends with its month, season or year. */
export function isOverBy(commitment: Commitment, today: Day): boolean {
  return isOver(endOf(commitment), today);
}
