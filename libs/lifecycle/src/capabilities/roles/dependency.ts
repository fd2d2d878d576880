// How much the plan hangs on single people: roles without a deputy, roles that end soon, roles that nobody has, and what leaders bring
// (the obstacle that the source documents name most; domain.md b.8).
import type { Plan } from '../../engine/plan.js';
import type { Template } from '../../engine/template.js';
import { addDays, dayOf, daysBetween, type Day } from '../../schedule/days.js';
import { isExact, type When } from '../../schedule/when.js';
import { openReAnchorings } from '../re-anchoring/facts.js';
import { mandateOf } from '../mandate/facts.js';
import { holdingsOf, type Holding } from './facts.js';
import { hasDeputyOn, holdersOf, isHeldOn } from './held.js';
import { nextElection } from './next-election.js';
import { isFollowed } from './seats.js';

/** So many days ahead a role that ends is told of. */
export const ENDS_SOON_DAYS = 90;

export interface Dependency {
  /** Roles that one person has, without a deputy. */
  alone: HeldRole[];
  /** Roles whose last day is within 90 days, and that nobody is said to have after it. */
  ending: (HeldRole & { until: Day })[];
  /** Required roles that nobody has. */
  vacant: VacantRole[];
  /** When the mandate of the plan ends, as precisely as it was told; `soon` when within 90 days. */
  mandateEnds: { at: When; soon: boolean } | null;
  /** The next elections, and how many days are left. */
  election: { on: Day; days: number };
  /** What waits to be anchored anew after a change of leadership. */
  reAnchorings: { task: string; organisation: string; role?: string; on: Day }[];
}

export interface HeldRole {
  role: string;
  holding: string;
  person: string;
  organisation: string;
  workgroup?: string;
}

export interface VacantRole {
  role: string;
  /** Who stands in meanwhile, where the last holder had a deputy. */
  deputy?: string;
  /** The holding whose hand-over is open. */
  handingOver?: string;
}

/** @param day a day of Stockholm's calendar, YYYY-MM-DD */
export function dependencyOf(plan: Plan, template: Template, day: Day): Dependency {
  const election = nextElection(day);
  return {
    alone: holdingsOf(plan)
      .filter((one) => isAlone(plan, one, day))
      .map(told),
    ending: endingFrom(plan, day),
    vacant: template.roles.filter(({ required }) => required).flatMap(({ key }) => vacant(plan, template, key, day)),
    mandateEnds: mandateEnd(plan, day),
    election: { on: election, days: daysBetween(day, election) },
    reAnchorings: openReAnchorings(plan).map(({ key: task, organisation, role, on }) => ({
      task,
      organisation,
      ...(role === undefined ? {} : { role }),
      on,
    })),
  };
}

function told({ key: holding, role, person, organisation, workgroup }: Holding): HeldRole {
  return { role, holding, person, organisation, ...(workgroup === undefined ? {} : { workgroup }) };
}

function isAlone(plan: Plan, holding: Holding, day: Day): boolean {
  if (!isHeldOn(holding, day) || holding.deputy !== undefined) return false;
  const others = holdersOf(plan, holding.role, day).filter((one) => one.workgroup === holding.workgroup);
  return others.length === 1;
}

function endingFrom(plan: Plan, day: Day): Dependency['ending'] {
  const soon = addDays(day, ENDS_SOON_DAYS);
  return holdingsOf(plan).flatMap((holding) => {
    const { until } = holding;
    if (until === undefined || until > soon || !isHeldOn(holding, day)) return [];
    return isFollowed(plan, holding, addDays(until, 1)) ? [] : [{ ...told(holding), until }];
  });
}

function vacant(plan: Plan, template: Template, role: string, day: Day): VacantRole[] {
  if (holdersOf(plan, role, day).length > 0) return [];
  const own = holdingsOf(plan).filter((one) => one.role === role);
  const standsIn = own.findLast((one) => hasDeputyOn(plan, one, day, template))?.deputy;
  const open = own.find(({ handOver }) => handOver)?.key;
  return [
    {
      role,
      ...(standsIn === undefined ? {} : { deputy: standsIn }),
      ...(open === undefined ? {} : { handingOver: open }),
    },
  ];
}

function mandateEnd(plan: Plan, day: Day): Dependency['mandateEnds'] {
  const at = mandateOf(plan)?.period?.until;
  if (at === undefined) return null;
  return { at, soon: isExact(at) && dayOf(at) <= addDays(day, ENDS_SOON_DAYS) };
}
