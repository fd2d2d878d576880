// register-effort, declare-none-found, record-inventory-activity.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Refusal } from '../../engine/refusal.js';
import type { Count } from '../count.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import {
  effortsOf,
  inventoryOf,
  noneFoundOf,
  type ActivityRecorded,
  type ActorGroup,
  type EffortInventoried,
  type InventoryActivityKind,
} from './facts.js';

export interface RegisterEffort {
  /** An effort that is registered already, told again with what was lacking. */
  effort?: string;
  group: ActorGroup;
  title: string;
  how?: string;
  organisation?: string;
  source?: string;
}

export interface DeclareNoneFound {
  group: ActorGroup;
  source?: string;
}

export interface RecordInventoryActivity {
  title: string;
  kind: InventoryActivityKind;
  participants?: Count;
  organisations?: string[];
}

export const verbs: Record<string, Verb> = {
  'register-effort': verb<RegisterEffort>({
    name: { sv: 'Registrera insats', en: 'Register an effort' },
    decide: (plan, { effort: named, group, title, how, organisation, source }) => {
      const unknown = noSuchEffort(plan, named);
      if (unknown) return unknown;
      const effort = named ?? nextKey('effort', inventoryOf(plan).efforts);
      const data: EffortInventoried = told({ effort, group, title, organisation, source });
      return [{ type: 'effort.inventoried', data, texts: { howText: how } }];
    },
  }),
  'declare-none-found': verb<DeclareNoneFound>({
    name: { sv: 'Inga insatser hittade', en: 'None found' },
    decide: (plan, { group, source }) => {
      if (effortsOf(plan).some((effort) => effort.group === group))
        return refuse('group-has-efforts', { field: '/group', params: { group } });
      const before = noneFoundOf(plan).find((one) => one.group === group);
      if (before && (before.source !== undefined || source === undefined))
        return refuse('group-already-empty', { field: '/group', params: { group } });
      return [{ type: 'actor-group.declared-empty', data: told({ group, source }) }];
    },
  }),
  'record-inventory-activity': verb<RecordInventoryActivity>({
    name: { sv: 'Registrera kartläggning', en: 'Record an inventory activity' },
    decide: (plan, { title, kind, participants, organisations }) => {
      const activity = nextKey('inventory-activity', inventoryOf(plan).activities);
      const data: ActivityRecorded = told({ activity, title, kind, participants, organisations });
      return [{ type: 'inventory-activity.recorded', data }];
    },
  }),
};

function noSuchEffort(plan: Plan, key: string | undefined): Refusal | null {
  if (key === undefined || effortsOf(plan).some((effort) => effort.key === key)) return null;
  return unknownRecord('/effort', key);
}
