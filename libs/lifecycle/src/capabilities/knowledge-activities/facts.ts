// Courses, training and certification: planned, held, and how many took part. What people have learnt is not unlearnt
// when a plan starts again, so nothing here is set aside.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import type { Count } from '../count.js';
import { sumOfDistinct, type Part } from './total.js';

export interface KnowledgeActivity {
  key: string;
  title: string;
  /** What its source calls it, e.g. KA-1. */
  code?: string;
  plannedFor: When;
  status: 'planned' | 'held';
  heldAt: When;
  /** One for each unit; a new count in the same unit takes the place of the old. */
  counts: Part[];
  imported: boolean;
}

export interface KnowledgeActivities {
  activities: KnowledgeActivity[];
  /** Totals as they were stated, one for each unit: facts of their own, never worked out from the parts (INV-28). */
  totals: Count[];
}

export const nothing: KnowledgeActivities = { activities: [], totals: [] };

export interface KnowledgeActivityPlanned {
  activity: string;
  title: string;
  topics?: string[];
  organiser?: string;
  plannedFor: When;
}

export interface KnowledgeActivityHeld {
  activity: string;
  /** Set when it had not been planned before. */
  title?: string;
  code?: string;
  organiser?: string;
  /** Credits of higher education that each participant was given. */
  credits?: number;
}

export interface ParticipationCounted {
  /** The activity; absent for a stated total. */
  activity?: string;
  total: boolean;
  count: Count;
  distinct?: boolean;
}

export const events: Record<string, Evolve<KnowledgeActivities>> = {
  'knowledge-activity.planned': on((facts, data: KnowledgeActivityPlanned, event) => ({
    ...facts,
    activities: [...facts.activities, begun(data.activity, data.title, data.plannedFor, event.imported === true)],
  })),
  'knowledge-activity.held': on((facts, { activity, title, code }: KnowledgeActivityHeld, event) => {
    const unplanned = title === undefined ? [] : [begun(activity, title, event.occurredAt, event.imported === true)];
    return changed({ ...facts, activities: [...facts.activities, ...unplanned] }, activity, (one) => ({
      ...one,
      status: 'held',
      heldAt: event.occurredAt,
      ...(code === undefined ? {} : { code }),
    }));
  }),
  'participation.counted': on((facts, { activity, count, distinct = false }: ParticipationCounted) => {
    if (activity === undefined) return { ...facts, totals: [...otherUnits(facts.totals, count, (one) => one), count] };
    return changed(facts, activity, (one) => ({
      ...one,
      counts: [...otherUnits(one.counts, count, (part) => part.count), { count, distinct }],
    }));
  }),
};

function begun(key: string, title: string, plannedFor: When, imported: boolean): KnowledgeActivity {
  return { key, title, plannedFor, status: 'planned', heldAt: null, counts: [], imported };
}

function changed(
  facts: KnowledgeActivities,
  key: string,
  change: (activity: KnowledgeActivity) => KnowledgeActivity,
): KnowledgeActivities {
  return { ...facts, activities: facts.activities.map((one) => (one.key === key ? change(one) : one)) };
}

function otherUnits<One>(counts: One[], { unit }: Count, countOf: (one: One) => Count): One[] {
  return counts.filter((one) => countOf(one).unit !== unit);
}

export function knowledgeActivitiesOf(plan: Plan): KnowledgeActivity[] {
  return factsOf({ key: 'knowledge-activities', nothing }, plan).activities;
}

export function heldActivitiesOf(plan: Plan): KnowledgeActivity[] {
  return knowledgeActivitiesOf(plan).filter((activity) => activity.status === 'held');
}

/** How many in all in each unit for which nobody has stated it: where every part says that nobody is counted twice (INV-28). */
export function sumsOf({ activities, totals }: KnowledgeActivities): Count[] {
  const parts = activities.flatMap(({ counts }) => counts);
  const units = [...new Set(parts.map(({ count }) => count.unit))];
  const unstated = units.filter((unit) => !totals.some((total) => total.unit === unit));
  return unstated.flatMap((unit) => sumOfDistinct(parts, unit) ?? []);
}
