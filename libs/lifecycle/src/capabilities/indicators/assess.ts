// What an outcome says about a target, worked out and never typed in (INV-29). The seed gives counts with words such as
// "about" and "a little over", and no assessments; so each says what it rests on.
import type { Count } from '../count.js';

export const OPERATORS = ['at-least', 'at-most', 'equals'] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Target {
  value: number;
  unit: string;
  operator: Operator;
  /** What must also hold of what is counted, e.g. "anchored in the participating organisations". */
  conditions?: string[];
}

export type Assessment = 'met' | 'met-approximately' | 'partly-evidenced' | 'not-met' | 'not-measured';

/** `code` has words in both languages; the params fill them. */
export interface Basis {
  code: `basis-${'meets' | 'about-meets' | 'misses' | 'bound-open' | 'conditions-open' | 'not-measured'}`;
  params: Record<string, string | number>;
}

export interface Assessed {
  assessment: Assessment;
  basis: Basis;
}

/**
 * @param outcome null when nothing was measured; in the target's unit, since different units are never compared (INV-27).
 * @param conditionsMet those of the target's conditions that the outcome is known to fulfil.
 */
export function assess(target: Target, outcome: Count | null, conditionsMet: readonly string[] = []): Assessed {
  if (outcome === null) return { assessment: 'not-measured', basis: { code: 'basis-not-measured', params: {} } };
  const { assessment, code } = compare(target, outcome);
  const params = { value: outcome.value, target: target.value, unit: target.unit };
  const open = (target.conditions ?? []).filter((condition) => !conditionsMet.includes(condition));
  if (open.length === 0 || assessment === 'not-met' || assessment === 'partly-evidenced')
    return { assessment, basis: { code, params } };
  const conditions = open.join('; ');
  return {
    assessment: 'partly-evidenced',
    basis: { code: 'basis-conditions-open', params: { ...params, conditions } },
  };
}

function compare(target: Target, outcome: Count): { assessment: Assessment; code: Basis['code'] } {
  if (outcome.qualifier === 'more-than') return compareBound(target, outcome.value);
  if (!reaches(target, outcome.value)) return { assessment: 'not-met', code: 'basis-misses' };
  if (outcome.qualifier === 'about') return { assessment: 'met-approximately', code: 'basis-about-meets' };
  return { assessment: 'met', code: 'basis-meets' };
}

/** More than `bound` may be anything above it: it settles a target on its own side only. */
function compareBound({ operator, value }: Target, bound: number): { assessment: Assessment; code: Basis['code'] } {
  if (bound < value) return { assessment: 'partly-evidenced', code: 'basis-bound-open' };
  return operator === 'at-least'
    ? { assessment: 'met', code: 'basis-meets' }
    : { assessment: 'not-met', code: 'basis-misses' };
}

function reaches({ operator, value }: Target, outcome: number): boolean {
  switch (operator) {
    case 'at-least':
      return outcome >= value;
    case 'at-most':
      return outcome <= value;
    case 'equals':
      return outcome === value;
  }
}
