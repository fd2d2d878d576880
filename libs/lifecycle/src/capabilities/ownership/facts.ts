// Ownership: which organisation owns what goes on after the plan, and whether it has accepted (A11, INV-50).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';

export interface Ownership extends Made {
  key: string;
  /** What goes on, in one line. */
  what: string;
  organisation: string;
  role?: string;
  accepted: boolean;
}

export interface Ownerships {
  ownerships: Ownership[];
}

export const nothing: Ownerships = { ownerships: [] };

export interface OwnershipNamed {
  ownership: string;
  what: string;
  organisation: string;
  role?: string;
}

export const events: Record<string, Evolve<Ownerships>> = {
  'ownership.named': on(({ ownerships }, { ownership: key, ...named }: OwnershipNamed, _event, plan) => ({
    ownerships: [...ownerships, { key, ...named, accepted: false, ...madeIn(plan) }],
  })),
  'ownership.accepted': on(({ ownerships }, { ownership }: { ownership: string }) => ({
    ownerships: ownerships.map((one) => (one.key === ownership ? { ...one, accepted: true } : one)),
  })),
};

export function ownershipsOf(plan: Plan): Ownership[] {
  return factsOf({ key: 'ownership', nothing }, plan).ownerships;
}

/** Who owns what now: of the same thing, the owner named last. */
export function ownersOf(plan: Plan): Ownership[] {
  const standing = ownershipsOf(plan).filter((one) => stands(plan, one));
  return standing.filter((one, index) => !standing.slice(index + 1).some((later) => later.what === one.what));
}
