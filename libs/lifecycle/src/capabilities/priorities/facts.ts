// Priorities: decisions on what comes first, above all in the support to commercial service (B57). Each keeps the version of the
// description that it leaned on, whatever is published later (INV-51).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';
import type { DescriptionKind } from '../descriptions/facts.js';

export interface PriorityDecided {
  priority: string;
  what: string;
  /** Who decides. */
  organisation: string;
  /** Whether what was applied for is granted; absent when nothing was applied for. */
  granted?: boolean;
  /** The code of the priority area. */
  area?: string;
  decidedOn: When;
  reference?: string;
  registryNumber?: string;
  /** Absent only where imported history is silent about it (INV-26). */
  description?: DescriptionKind;
  descriptionVersion?: number;
  rationaleText?: string;
}

export interface Priority extends Omit<PriorityDecided, 'priority'>, Made {
  key: string;
  imported: boolean;
}

export interface Priorities {
  priorities: Priority[];
}

export const nothing: Priorities = { priorities: [] };

export const events: Record<string, Evolve<Priorities>> = {
  'priority.decided': on(({ priorities }, { priority: key, ...decided }: PriorityDecided, event, plan) => ({
    priorities: [...priorities, { key, ...told(decided), imported: event.imported === true, ...madeIn(plan) }],
  })),
};

/** Every decision there ever was. */
export function everyPriority(plan: Plan): Priority[] {
  return factsOf({ key: 'priorities', nothing }, plan).priorities;
}

/** The decisions of the present cycle. */
export function prioritiesOf(plan: Plan): Priority[] {
  return everyPriority(plan).filter((priority) => stands(plan, priority));
}
