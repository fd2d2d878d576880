// propose-potential, withdraw-potential.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Refusal } from '../../engine/refusal.js';
import { areaOf } from '../areas/facts.js';
import { statusOfPotential } from '../direction/facts.js';
import { nextKey } from '../record-key.js';
import { potentialOf, potentialsOf, potentialsToWeigh } from './facts.js';

export interface ProposePotential {
  title: string;
  description?: string;
  /** Codes of registered development areas. */
  areas?: string[];
}

export interface WithdrawPotential {
  potential: string;
  reason?: string;
}

export const verbs: Record<string, Verb> = {
  'propose-potential': verb<ProposePotential>({
    name: { sv: 'Föreslå utvecklingspotential', en: 'Propose a potential' },
    decide: (plan, { title, description, areas = [] }) => {
      const unknown = areas.find((code) => !areaOf(plan, code));
      if (unknown !== undefined) return unknownRecord('/areas', unknown);
      const potential = nextKey('potential', potentialsOf(plan));
      const data = { potential, title, areas: [...new Set(areas)] };
      return [{ type: 'potential.proposed', data, texts: { descriptionText: description } }];
    },
  }),
  'withdraw-potential': verb<WithdrawPotential>({
    name: { sv: 'Dra tillbaka utvecklingspotential', en: 'Withdraw a potential' },
    ready: (plan) => (potentialsToWeigh(plan).length > 0 ? [] : [{ code: 'no-potentials' }]),
    decide: (plan, { potential, reason }) =>
      cannotBeWithdrawn(plan, potential) ?? [
        { type: 'potential.withdrawn', data: { potential }, texts: { reasonText: reason } },
      ],
  }),
};

/** A chosen one is first left out by a new choice: a theme must not lose what it rests on in silence. */
function cannotBeWithdrawn(plan: Plan, key: string): Refusal | null {
  const gone = notToWeigh(plan, key, '/potential');
  if (gone || statusOfPotential(plan, key) !== 'chosen') return gone;
  return refuse('potential-is-chosen', { field: '/potential', params: { potential: titleOf(plan, key) } });
}

/** Why a potential that a body names cannot be weighed: unknown, or withdrawn. */
export function notToWeigh(plan: Plan, key: string, field: string): Refusal | null {
  const potential = potentialOf(plan, key);
  if (!potential) return unknownRecord(field, key);
  if (!potential.withdrawn) return null;
  return refuse('potential-is-withdrawn', { field, params: { potential: potential.title } });
}

export function titleOf(plan: Plan, key: string): string {
  return potentialOf(plan, key)?.title ?? key;
}
