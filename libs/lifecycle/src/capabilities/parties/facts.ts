// Who the plan belongs to: the organisations that share it, and whether each has consented (seed 001: «valts ut – och erbjudit sig»).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';

export interface Party {
  /** The organisation's code, e.g. RKL. */
  organisation: string;
  /** Its body decides on adoption. */
  deciding: boolean;
  /** A small party takes part on its own terms (B40): it is asked for less. */
  light: boolean;
  /** An association or the like: its board decides by its own rules, with no notice board and no appeal by law. */
  association?: true;
  /** `unknown`: imported history that does not say (INV-26). */
  consent: 'asked' | 'given' | 'declined' | 'unknown';
}

export interface Parties {
  parties: Party[];
}

export const nothing: Parties = { parties: [] };

export const events: Record<string, Evolve<Parties>> = {
  'party.added': on(({ parties }, party: Omit<Party, 'consent'>, event) => ({
    parties: [...parties, { ...party, consent: event.imported ? 'unknown' : 'asked' }],
  })),
  'party.consented': on((facts, { organisation }: { organisation: string }) => answered(facts, organisation, 'given')),
  'party.declined': on((facts, { organisation }: { organisation: string }) =>
    answered(facts, organisation, 'declined'),
  ),
  'party.deciding-changed': on(({ parties }, { organisation, deciding }: Pick<Party, 'organisation' | 'deciding'>) => ({
    parties: parties.map((party) => (party.organisation === organisation ? { ...party, deciding } : party)),
  })),
  'party.withdrawn': on(({ parties }, { organisation }: { organisation: string }) => ({
    parties: parties.filter((party) => party.organisation !== organisation),
  })),
};

function answered({ parties }: Parties, organisation: string, consent: Party['consent']): Parties {
  return { parties: parties.map((party) => (party.organisation === organisation ? { ...party, consent } : party)) };
}

export function partiesOf(plan: Plan): Party[] {
  return factsOf({ key: 'parties', nothing }, plan).parties;
}

export function decidingParties(plan: Plan): Party[] {
  return partiesOf(plan).filter((party) => party.deciding);
}

export function partyOf(plan: Plan, organisation: string): Party | undefined {
  return partiesOf(plan).find((party) => party.organisation === organisation);
}
