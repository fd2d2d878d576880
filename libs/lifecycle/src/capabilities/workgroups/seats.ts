// Which parties have no seat in a group.
import type { Plan } from '../../engine/plan.js';
import { partiesOf } from '../parties/facts.js';

/** @returns codes of organisations; a party that takes part lightly need not staff a group (B40). */
export function partiesWithoutSeat(plan: Plan, seated: readonly string[]): string[] {
  const expected = partiesOf(plan).filter((party) => !party.light);
  return expected.map((party) => party.organisation).filter((organisation) => !seated.includes(organisation));
}
