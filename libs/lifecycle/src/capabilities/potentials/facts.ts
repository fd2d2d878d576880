// Potentials: possibilities raised at the kick-off, of which some are taken on to action (B22). None is ever deleted (INV-12).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';

export interface Potential extends Made {
  key: string;
  title: string;
  /** Codes of development areas. */
  areas: string[];
  withdrawn: boolean;
}

export interface Potentials {
  potentials: Potential[];
}

export const nothing: Potentials = { potentials: [] };

export interface PotentialProposed {
  potential: string;
  title: string;
  areas: string[];
}

export const events: Record<string, Evolve<Potentials>> = {
  'potential.proposed': on(({ potentials }, { potential, title, areas }: PotentialProposed, _event, plan) => ({
    potentials: [...potentials, { key: potential, title, areas, withdrawn: false, ...madeIn(plan) }],
  })),
  'potential.withdrawn': on(({ potentials }, { potential }: { potential: string }) => ({
    potentials: potentials.map((one) => (one.key === potential ? { ...one, withdrawn: true } : one)),
  })),
};

export function potentialsOf(plan: Plan): Potential[] {
  return factsOf({ key: 'potentials', nothing }, plan).potentials;
}

/** Those that can be chosen: neither withdrawn nor set aside by a restart. */
export function potentialsToWeigh(plan: Plan): Potential[] {
  return potentialsOf(plan).filter((potential) => !potential.withdrawn && stands(plan, potential));
}

export function potentialOf(plan: Plan, key: string): Potential | undefined {
  return potentialsOf(plan).find((potential) => potential.key === key && stands(plan, potential));
}
