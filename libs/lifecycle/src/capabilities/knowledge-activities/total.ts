// How many in all, out of counts of parts: only where that can be said (INV-27, INV-28).
import type { Count, Qualifier } from '../count.js';

/** A count of a part; `distinct` when nobody in it is in another part. */
export interface Part {
  count: Count;
  distinct: boolean;
}

/** The sum in a unit, or null when the parts may overlap or there are none to add. Counts in other units are never added. */
export function sumOfDistinct(parts: readonly Part[], unit: string): Count | null {
  const same = parts.filter((part) => part.count.unit === unit);
  if (same.length < 2 || same.some((part) => !part.distinct)) return null;
  const value = same.reduce((sum, part) => sum + part.count.value, 0);
  return { value, unit, qualifier: leastSure(same.map((part) => part.count.qualifier)) };
}

/** "About" can err both ways, so it outweighs "more than", which errs one way. */
function leastSure(qualifiers: readonly Qualifier[]): Qualifier {
  return (['about', 'more-than'] as const).find((qualifier) => qualifiers.includes(qualifier)) ?? 'exact';
}
