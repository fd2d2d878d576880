// register-knowledge-item, mark-carried-out, confirm-anchoring, cite.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason } from '../../engine/refusal.js';
import { partiesOf, partyOf } from '../parties/facts.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { citationsOf, itemOf, itemsOf, type ItemRegistered, type Kind } from './facts.js';

export interface RegisterKnowledgeItem {
  title: string;
  kind: Kind;
  code?: string;
  places?: string[];
  /** Already carried out when it is registered. */
  carriedOut?: boolean;
  on?: string;
}

export interface MarkCarriedOut {
  item: string;
}

export interface ConfirmAnchoring {
  item: string;
  organisation: string;
}

export interface Cite {
  item: string;
  section?: string;
}

export const verbs: Record<string, Verb> = {
  'register-knowledge-item': verb<RegisterKnowledgeItem>({
    name: { sv: 'Registrera underlag', en: 'Register a knowledge item' },
    decide: (plan, { title, kind, code, places, carriedOut, on }) => {
      if (code !== undefined && itemsOf(plan).some((item) => item.code === code))
        return refuse('knowledge-code-taken', { field: '/code', params: { code } });
      const item = nextKey('knowledge-item', itemsOf(plan));
      const data: ItemRegistered = told({ item, title, kind, code, places, on });
      const registered = { type: 'knowledge-item.registered', data };
      return carriedOut ? [registered, { type: 'analysis.carried-out', data: { item } }] : [registered];
    },
  }),
  'mark-carried-out': verb<MarkCarriedOut>({
    name: { sv: 'Markera som genomförd', en: 'Mark as carried out' },
    ready: needsItems,
    decide: (plan, { item }) => {
      const found = itemOf(plan, item);
      if (!found) return unknownRecord('/item', item);
      if (found.carriedOut) return refuse('already-carried-out', { field: '/item', params: { title: found.title } });
      return [{ type: 'analysis.carried-out', data: { item } }];
    },
  }),
  'confirm-anchoring': verb<ConfirmAnchoring>({
    name: { sv: 'Bekräfta förankring', en: 'Confirm anchoring' },
    ready: (plan) => [...(partiesOf(plan).length > 0 ? [] : [{ code: 'no-parties' }]), ...needsItems(plan)],
    decide: (plan, { item, organisation }) => {
      const found = itemOf(plan, item);
      if (!found) return unknownRecord('/item', item);
      if (!partyOf(plan, organisation)) return unknownRecord('/organisation', organisation);
      if (found.anchoredIn.includes(organisation))
        return refuse('already-anchored', { field: '/organisation', params: { title: found.title, organisation } });
      return [{ type: 'analysis.anchored', data: { item, organisation } }];
    },
  }),
  cite: verb<Cite>({
    name: { sv: 'Hänvisa till underlag', en: 'Cite a knowledge item' },
    ready: needsItems,
    decide: (plan, { item, section }) => {
      const found = itemOf(plan, item);
      if (!found) return unknownRecord('/item', item);
      if (citationsOf(plan).some((citation) => citation.item === item && citation.section === section))
        return refuse('already-cited', { field: '/item', params: { title: found.title } });
      return [{ type: 'knowledge-item.cited', data: told({ item, section }) }];
    },
  }),
};

function needsItems(plan: Plan): Reason[] {
  return itemsOf(plan).length > 0 ? [] : [{ code: 'no-knowledge-items' }];
}
