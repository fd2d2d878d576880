// A count as the file tells it into a count of the engine (INV-27).
import type { Count } from '#libs/lifecycle';
import { QUALIFIERS, type ToldQualifier } from './history.js';

/** @returns undefined when the source gives no number. */
export function countTold(
  value: number | null | undefined,
  qualifier: ToldQualifier = 'exact',
  unit = 'persons',
): Count | undefined {
  return typeof value === 'number' ? { value, unit, qualifier: QUALIFIERS[qualifier] } : undefined;
}
