// Development areas: an open register in the order they were told, without rank, and which of them this plan links to.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';

export interface Area {
  code: string;
  name: string;
}

export interface Areas {
  areas: Area[];
  /** Codes; none is as valid as many (INV-15). */
  links: string[];
}

export const nothing: Areas = { areas: [], links: [] };

export const events: Record<string, Evolve<Areas>> = {
  'area.registered': on((facts, { area, name }: { area: string; name: string }) => ({
    ...facts,
    areas: [...facts.areas, { code: area, name }],
  })),
  'area.linked': on((facts, { area }: { area: string }) => ({ ...facts, links: [...facts.links, area] })),
  'area.unlinked': on((facts, { area }: { area: string }) => ({
    ...facts,
    links: facts.links.filter((code) => code !== area),
  })),
};

export function areasOf(plan: Plan): Area[] {
  return factsOf({ key: 'areas', nothing }, plan).areas;
}

export function areaLinksOf(plan: Plan): string[] {
  return factsOf({ key: 'areas', nothing }, plan).links;
}

export function areaOf(plan: Plan, code: string): Area | undefined {
  return areasOf(plan).find((area) => area.code === code);
}
