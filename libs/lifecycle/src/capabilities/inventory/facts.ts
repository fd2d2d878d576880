// The inventory: what is done today, by whom and how, asked of every actor group alike (INV-16, seed 000).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { Count } from '../count.js';
import { told } from '../told.js';

export const ACTOR_GROUPS = ['region', 'municipality', 'civil-society', 'others'] as const;
export type ActorGroup = (typeof ACTOR_GROUPS)[number];

export const INVENTORY_ACTIVITY_KINDS = ['workshop', 'interview', 'mapping', 'other'] as const;
export type InventoryActivityKind = (typeof INVENTORY_ACTIVITY_KINDS)[number];

export interface Effort extends Made {
  key: string;
  group: ActorGroup;
  title: string;
  /** The text row that tells how it is done. */
  howText?: string;
  organisation?: string;
  /** Where it is known from: a workshop, a document. */
  source?: string;
}

/** The group was asked, and nothing was found. */
export interface NoneFound extends Made {
  group: ActorGroup;
  source?: string;
}

export interface InventoryActivity extends Made {
  key: string;
  title: string;
  kind: InventoryActivityKind;
  participants?: Count;
  organisations?: string[];
}

export interface Inventory {
  efforts: Effort[];
  noneFound: NoneFound[];
  activities: InventoryActivity[];
}

export const nothing: Inventory = { efforts: [], noneFound: [], activities: [] };

export interface EffortInventoried {
  /** A key that is there already: the effort is told again, with what was lacking. */
  effort: string;
  group: ActorGroup;
  title: string;
  howText?: string;
  organisation?: string;
  source?: string;
}

export interface ActivityRecorded {
  activity: string;
  title: string;
  kind: InventoryActivityKind;
  participants?: Count;
  organisations?: string[];
}

export const events: Record<string, Evolve<Inventory>> = {
  'effort.inventoried': on((facts, { effort: key, ...data }: EffortInventoried, _event, plan) => ({
    ...facts,
    efforts: put(facts.efforts, { key, ...data, ...madeIn(plan) }),
    noneFound: without(facts.noneFound, data.group),
  })),
  'actor-group.declared-empty': on((facts, data: { group: ActorGroup; source?: string }, _event, plan) => ({
    ...facts,
    noneFound: [...without(facts.noneFound, data.group), { ...data, ...madeIn(plan) }],
  })),
  'inventory-activity.recorded': on((facts, { activity: key, ...data }: ActivityRecorded, _event, plan) => ({
    ...facts,
    activities: [...facts.activities, { key, ...data, ...madeIn(plan) }],
  })),
};

function put(efforts: Effort[], effort: Effort): Effort[] {
  const before = efforts.find((one) => one.key === effort.key);
  if (!before) return [...efforts, effort];
  const again = { ...before, ...told(effort) };
  return efforts.map((one) => (one === before ? again : one));
}

function without(noneFound: NoneFound[], group: ActorGroup): NoneFound[] {
  return noneFound.filter((one) => one.group !== group);
}

/** The plan's whole inventory, earlier attempts and all: what keys are counted from. */
export function inventoryOf(plan: Plan): Inventory {
  return factsOf({ key: 'inventory', nothing }, plan);
}

/** Efforts that count in the present attempt. */
export function effortsOf(plan: Plan): Effort[] {
  return inventoryOf(plan).efforts.filter((effort) => stands(plan, effort));
}

/** Groups that were asked in the present attempt and had nothing to tell. */
export function noneFoundOf(plan: Plan): NoneFound[] {
  return inventoryOf(plan).noneFound.filter((one) => stands(plan, one));
}
