// Direction: which potentials are taken on as themes, and which are parked until later. Every decision is kept.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

export interface Theme {
  key: string;
  title: string;
  /** Potentials that it rests on; none when the source names only the theme. */
  potentials: string[];
  /** The key of the latest text that says why. */
  rationale?: string;
}

export interface Direction extends Made {
  key: string;
  themes: Theme[];
  decidedBy: string[];
  decidedAt: When;
  /** More than the plan should take on, with a reason (INV-13). */
  overridden: boolean;
}

export interface Parked extends Made {
  potential: string;
  lookAgainOn?: string;
  imported: boolean;
}

/** A text that still counts unless a restart sets it aside. */
export interface Written extends Made {
  text: string;
}

export interface Directions {
  decisions: Direction[];
  parked: Parked[];
  problem?: Written;
  goalPicture?: Written;
}

export const nothing: Directions = { decisions: [], parked: [] };

export interface DirectionChosen {
  direction: string;
  themes: { theme: string; title: string; potentials: string[] }[];
  decidedBy: string[];
  overridden?: true;
  problemText?: string;
  goalPictureText?: string;
}

export interface PotentialParked {
  potential: string;
  direction: string;
  lookAgainOn?: string;
}

export const events: Record<string, Evolve<Directions>> = {
  'direction.chosen': on((facts, data: DirectionChosen, event, plan) => {
    const { direction: key, decidedBy, problemText, goalPictureText } = data;
    const themes = data.themes.map(({ theme, title, potentials }) => ({ key: theme, title, potentials }));
    const decidedAt = event.occurredAt;
    const decision = { key, themes, decidedBy, decidedAt, overridden: data.overridden === true, ...madeIn(plan) };
    const chosen = new Set(themes.flatMap((theme) => theme.potentials));
    return {
      ...facts,
      decisions: [...facts.decisions, decision],
      parked: facts.parked.filter((one) => !chosen.has(one.potential)),
      ...(problemText === undefined ? {} : { problem: { text: problemText, ...madeIn(plan) } }),
      ...(goalPictureText === undefined ? {} : { goalPicture: { text: goalPictureText, ...madeIn(plan) } }),
    };
  }),
  'theme.explained': on((facts, data: { direction: string; theme: string; rationaleText: string }) => ({
    ...facts,
    decisions: facts.decisions.map((decision) =>
      decision.key === data.direction ? explained(decision, data) : decision,
    ),
  })),
  'potential.parked': on((facts, { potential, lookAgainOn }: PotentialParked, event, plan) => {
    const parked = { ...told({ potential, lookAgainOn }), imported: event.imported === true, ...madeIn(plan) };
    return { ...facts, parked: [...without(facts.parked, potential), parked] };
  }),
  'potential.taken-up': on((facts, { potential }: { potential: string }) => ({
    ...facts,
    parked: without(facts.parked, potential),
  })),
};

function explained(decision: Direction, { theme, rationaleText }: { theme: string; rationaleText: string }): Direction {
  const themes = decision.themes.map((one) => (one.key === theme ? { ...one, rationale: rationaleText } : one));
  return { ...decision, themes };
}

function without(parked: Parked[], potential: string): Parked[] {
  return parked.filter((one) => one.potential !== potential);
}

export function directionsOf(plan: Plan): Directions {
  return factsOf({ key: 'direction', nothing }, plan);
}

/** The decision in force: the latest that no restart has set aside. */
export function directionOf(plan: Plan): Direction | undefined {
  return directionsOf(plan).decisions.findLast((decision) => stands(plan, decision));
}

export function themesOf(plan: Plan): Theme[] {
  return directionOf(plan)?.themes ?? [];
}

export function parkedOf(plan: Plan): Parked[] {
  return directionsOf(plan).parked.filter((parked) => stands(plan, parked));
}

/** `open`: neither chosen nor parked, so still to be weighed. */
export function statusOfPotential(plan: Plan, potential: string): 'open' | 'chosen' | 'parked' {
  if (themesOf(plan).some((theme) => theme.potentials.includes(potential))) return 'chosen';
  return parkedOf(plan).some((parked) => parked.potential === potential) ? 'parked' : 'open';
}
