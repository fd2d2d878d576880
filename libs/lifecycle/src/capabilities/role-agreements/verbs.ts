// agree-roles, end-role-agreement.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { agreementsOf, everyAgreement, standingAgreements, type Counterpart } from './facts.js';

export interface AgreeRoles {
  /** The organisation's code; agreed anew with the same in the same capacity, it takes the place of the former. */
  with: string;
  as?: Counterpart;
  agreement: string;
  until?: string;
}

export interface EndRoleAgreement {
  agreement: string;
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'agree-roles': verb<AgreeRoles>({
    name: { sv: 'Kom överens om roller', en: 'Agree on roles' },
    decide: (plan, { with: organisation, as, agreement: text, until }) => {
      const agreement = nextKey('role-agreement', everyAgreement(plan));
      const data = told({ agreement, with: organisation, as, until });
      return [{ type: 'roles.agreed', data, texts: { agreementText: text } }];
    },
  }),
  'end-role-agreement': verb<EndRoleAgreement>({
    name: { sv: 'Avsluta rollöverenskommelse', en: 'End a role agreement' },
    ready: (plan) => (agreementsOf(plan).length > 0 ? [] : [{ code: 'no-role-agreement' }]),
    decide: (plan, { agreement, reason }) => {
      const found = standingAgreements(plan).find((one) => one.key === agreement);
      if (!found) return unknownRecord('/agreement', agreement);
      if (!agreementsOf(plan).includes(found))
        return refuse('role-agreement-not-in-force', { field: '/agreement', params: { organisation: found.with } });
      return [{ type: 'role-agreement.ended', data: { agreement }, texts: { reasonText: reason } }];
    },
  }),
};
