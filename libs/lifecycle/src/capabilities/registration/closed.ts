// What a mark closes to everybody: the plan as a whole, or a record of it wherever the plan and its events tell of it.
import type { Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import { marksOn, registrationOf } from './facts.js';

/**
 * Whether anybody may see the plan. A mark on all of it closes it until somebody lifts the mark, also past its last day: lists of
 * what is public are kept by what was said, and the passing of a day says nothing.
 */
export function isPublic(plan: Plan): boolean {
  return plan.public && !registrationOf(plan).marks.some(({ record, lifted }) => record === undefined && !lifted);
}

/** The records on which a mark holds. @param day YYYY-MM-DD */
export function markedRecords(plan: Plan, day: Day): Set<string> {
  return new Set(marksOn(plan, day).flatMap(({ record }) => record ?? []));
}

/** What is told of the records, without these and all that says it belongs to one of them. */
export function withoutRecords<Told>(told: Told, records: ReadonlySet<string>): Told {
  return records.size === 0 ? told : (left(told, records) as Told);
}

function left(value: unknown, records: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isOf(one, records)).map((one) => left(one, records));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => !isOf(inner, records));
  return Object.fromEntries(kept.map(([name, inner]) => [name, left(inner, records)]));
}

function isOf(value: unknown, records: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return records.has(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((inner) => typeof inner === 'string' && records.has(inner));
}

/** Whether anything in it names one of the records. */
export function namesAny(told: unknown, records: ReadonlySet<string>): boolean {
  if (records.size === 0) return false;
  if (typeof told === 'string') return records.has(told);
  if (typeof told !== 'object' || told === null) return false;
  return Object.values(told).some((inner) => namesAny(inner, records));
}
