// Ownership: which organisation owns what goes on, what is offered to another and whether it has accepted (A11, B76, INV-50);
// and what is in use, perhaps as a part of regular operations (B82).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

export interface Ownership extends Made {
  key: string;
  /** What goes on, in one line. */
  what: string;
  organisation: string;
  role?: string;
  accepted: boolean;
  declined?: true;
  /** Set on what was offered in the midst of the work: nothing changes hands until the receiver accepts. */
  offer?: Offer;
}

export interface Offer {
  /** Who hands it over. */
  from?: string;
  at: When;
  imported?: true;
}

/** What is in use. */
export interface Solution extends Made {
  key: string;
  what: string;
  organisation?: string;
  regularOperations: boolean;
  since: When;
  imported?: true;
}

export interface Ownerships {
  ownerships: Ownership[];
  /** Absent until something is in use. */
  solutions?: Solution[];
}

export const nothing: Ownerships = { ownerships: [] };

export interface OwnershipNamed {
  ownership: string;
  what: string;
  organisation: string;
  role?: string;
}

export interface OwnershipOffered extends OwnershipNamed {
  from?: string;
}

export interface SolutionPutInUse {
  solution: string;
  what: string;
  organisation?: string;
}

export const events: Record<string, Evolve<Ownerships>> = {
  'ownership.named': on((facts, { ownership: key, ...named }: OwnershipNamed, _event, plan) => ({
    ...facts,
    ownerships: [...facts.ownerships, { key, ...named, accepted: false, ...madeIn(plan) }],
  })),
  'ownership.offered': on((facts, { ownership: key, from, ...offered }: OwnershipOffered, event, plan) => {
    const offer = { ...told({ from, imported: event.imported }), at: event.occurredAt };
    return {
      ...facts,
      ownerships: [...facts.ownerships, { key, ...offered, accepted: false, offer, ...madeIn(plan) }],
    };
  }),
  'ownership.accepted': on((facts, { ownership }: { ownership: string }) =>
    changed(facts, ownership, { accepted: true }),
  ),
  'ownership.declined': on((facts, { ownership }: { ownership: string }) =>
    changed(facts, ownership, { declined: true }),
  ),
  // For readers: the acceptance just before it has already changed the fold.
  'ownership.transferred': (facts) => facts,
  'solution.put-in-use': on((facts, { solution: key, ...said }: SolutionPutInUse, event, plan) => {
    const more = { since: event.occurredAt, ...told({ imported: event.imported }), ...madeIn(plan) };
    return { ...facts, solutions: [...(facts.solutions ?? []), { key, ...said, regularOperations: false, ...more }] };
  }),
  'solution.moved-to-regular-operations': on((facts, { solution, organisation }: Omit<SolutionPutInUse, 'what'>) => ({
    ...facts,
    solutions: (facts.solutions ?? []).map((one) =>
      one.key === solution ? { ...one, ...told({ organisation }), regularOperations: true } : one,
    ),
  })),
};

function changed(facts: Ownerships, key: string, change: Partial<Ownership>): Ownerships {
  return { ...facts, ownerships: facts.ownerships.map((one) => (one.key === key ? { ...one, ...change } : one)) };
}

export function ownershipsOf(plan: Plan): Ownership[] {
  return factsOf({ key: 'ownership', nothing }, plan).ownerships;
}

/** Who owns what now: of the same thing, the owner named last that has not declined. An offer changes nothing until accepted. */
export function ownersOf(plan: Plan): Ownership[] {
  return lastOfEach(standingOf(plan).filter((one) => !one.declined && (!one.offer || one.accepted)));
}

/** Offers that await an answer: whatever is said later of the same thing takes their place. */
export function offersOf(plan: Plan): Ownership[] {
  return lastOfEach(standingOf(plan)).filter((one) => one.offer && !one.accepted && !one.declined);
}

export function transfersOf(plan: Plan): Ownership[] {
  return standingOf(plan).filter((one) => one.offer && one.accepted);
}

export function solutionsOf(plan: Plan): Solution[] {
  const { solutions = [] } = factsOf({ key: 'ownership', nothing }, plan);
  return solutions.filter((one) => stands(plan, one));
}

/** Every solution there has been, for its key. */
export function everySolutionOf(plan: Plan): Solution[] {
  return factsOf({ key: 'ownership', nothing }, plan).solutions ?? [];
}

function standingOf(plan: Plan): Ownership[] {
  return ownershipsOf(plan).filter((one) => stands(plan, one));
}

function lastOfEach(ownerships: Ownership[]): Ownership[] {
  return ownerships.filter((one, index) => !ownerships.slice(index + 1).some((later) => later.what === one.what));
}
