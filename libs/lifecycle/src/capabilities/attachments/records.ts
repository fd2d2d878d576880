// Whether a plan has a record of some name, whatever capability it belongs to.
import type { Plan } from '../../engine/plan.js';
import { logOf } from '../log/facts.js';

/** Records carry their `key`; entries of the log are counted only. */
export function hasRecord(plan: Plan, key: string): boolean {
  const entry = /^(log-entry|comment)-([1-9]\d{0,8})$/.exec(key);
  if (entry) return Number(entry[2]) <= logOf(plan)[entry[1] === 'comment' ? 'comments' : 'entries'];
  return Object.entries(plan.facts).some(([capability, facts]) => capability !== 'attachments' && holds(facts, key));
}

function holds(facts: unknown, key: string): boolean {
  if (typeof facts !== 'object' || facts === null) return false;
  if (!Array.isArray(facts) && (facts as { key?: unknown }).key === key) return true;
  return Object.values(facts).some((inner) => holds(inner, key));
}
