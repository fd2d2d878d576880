// What trials have cost against their ceilings. Only costs that were told count: nobody is said to have kept a ceiling in silence.
import type { Trial } from './facts.js';

export interface Account {
  /** The costs told, added up. */
  costSek: number;
  /** The ceilings of the trials whose cost is told, added up. */
  ceilingSek: number;
  /** How many started trials have ended without a word of their cost. */
  withoutCost: number;
}

export function accountOf(trials: readonly Trial[]): Account {
  const told = trials.filter(({ costSek }) => costSek !== undefined);
  const ended = trials.filter(({ status, started }) => started !== undefined && status !== 'running');
  return {
    costSek: sum(told.map(({ costSek }) => costSek)),
    ceilingSek: sum(told.map(({ ceilingSek }) => ceilingSek)),
    withoutCost: ended.filter(({ costSek }) => costSek === undefined).length,
  };
}

/** By how many kronor the cost is over the ceiling; undefined when it is not, or when either is not told. */
export function overCeiling({ costSek, ceilingSek }: Pick<Trial, 'costSek' | 'ceilingSek'>): number | undefined {
  if (costSek === undefined || ceilingSek === undefined || costSek <= ceilingSek) return undefined;
  return costSek - ceilingSek;
}

function sum(parts: (number | undefined)[]): number {
  return parts.reduce<number>((so, part) => so + (part ?? 0), 0);
}
