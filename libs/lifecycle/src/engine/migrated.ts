// A plan that goes on by another template: its stage, and every record's, by the new names.
import { isMade } from './fork.js';
import { ofStage, type Plan } from './plan.js';

export interface PlanMigrated {
  from: { key: string; version: number };
  to: { key: string; version: number };
  /** The stage that the plan stands in, by its new key. */
  stage: string;
  /** Stages whose key is another now, the old first. */
  stages: Record<string, string>;
}

/** What a stage is called after the migration. */
export function newName({ stages }: PlanMigrated): (stage: string) => string {
  return (key) => ofStage(stages, key) ?? key;
}

export function migrated(plan: Plan, migration: PlanMigrated): Plan {
  const { from, to, stage } = migration;
  const now = newName(migration);
  const { cycleSince, letGo } = plan;
  return {
    ...plan,
    template: to,
    formerly: [...(plan.formerly ?? []), from],
    stage,
    rounds: renamed(plan.rounds, now, Math.max),
    since: renamed(plan.since, now, Math.max),
    ...(cycleSince === undefined ? {} : { cycleSince: renamed(cycleSince, now, Math.max) }),
    ...(letGo === undefined ? {} : { letGo: renamed(letGo, now, (one, other) => [...one, ...other]) }),
    children: plan.children.map((child) => (child.joins === undefined ? child : { ...child, joins: now(child.joins) })),
    facts: recordsIn(plan.facts, now) as Plan['facts'],
  };
}

/** Of stages that have become one, both values count. */
function renamed<Value>(
  of: Record<string, Value>,
  now: (key: string) => string,
  both: (one: Value, other: Value) => Value,
): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const [key, value] of Object.entries(of)) {
    const name = now(key);
    const other = ofStage(found, name);
    found[name] = other === undefined ? value : both(other, value);
  }
  return found;
}

function recordsIn(value: unknown, now: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => recordsIn(one, now));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, recordsIn(one, now)]));
  return isMade(value) ? { ...copy, stage: now(value.stage) } : copy;
}
