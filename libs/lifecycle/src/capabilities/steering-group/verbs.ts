// form-steering-group, change-steering-group, receive-hand-over.
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, type Reason } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { adoptedVersion } from '../versions/facts.js';
import type { Seat } from '../workgroups/facts.js';
import { steeringGroupOf, steeringGroupsOf, type SteeringGroup } from './facts.js';

interface Seats {
  chair?: Seat;
  deputy?: Seat;
  members?: string[];
  mandate?: string;
  /** How often it meets, e.g. «fyra gånger om året». */
  rhythm?: string;
}

export interface FormSteeringGroup extends Seats {
  /** The same name in several plans means one group that steers them all. */
  name?: string;
}

export interface ChangeSteeringGroup extends Seats {
  reason?: string;
}

export interface ReceiveHandOver {
  /** Who handed over, e.g. «projektets styrgrupp». */
  from?: string;
}

export const verbs: Record<string, Verb> = {
  'form-steering-group': verb<FormSteeringGroup>({
    name: { sv: 'Bilda styrgrupp', en: 'Form the steering group' },
    ready: cannotForm,
    decide: (plan, { name, ...seats }) => {
      const steeringGroup = nextKey('steering-group', steeringGroupsOf(plan));
      const data = { steeringGroup, ...told({ name }), ...saidIn(seats) };
      return [{ type: 'steering-group.formed', data, texts: { mandateText: seats.mandate } }];
    },
  }),
  'change-steering-group': verb<ChangeSteeringGroup>({
    name: { sv: 'Ändra styrgrupp', en: 'Change the steering group' },
    ready: noGroup,
    decide: (plan, { reason, ...seats }) => {
      const said = saidIn(seats);
      if (Object.keys(said).length === 0 && seats.mandate === undefined) return refuse('steering-group-unchanged');
      const data = { steeringGroup: standing(plan).key, ...said };
      const texts = { mandateText: seats.mandate, reasonText: reason };
      return [{ type: 'steering-group.changed', data, texts }];
    },
  }),
  'receive-hand-over': verb<ReceiveHandOver>({
    name: { sv: 'Ta emot överlämning', en: 'Receive the hand-over' },
    ready: (plan) => {
      const none = noGroup(plan);
      if (none.length > 0) return none;
      return standing(plan).handOver ? [{ code: 'hand-over-already-received' }] : [];
    },
    decide: (plan, { from }) => [
      { type: 'hand-over.received', data: { steeringGroup: standing(plan).key, ...told({ from }) } },
    ],
  }),
};

/** INV-21: first an adopted version, then the group; INV-22: a plan has one group. */
function cannotForm(plan: Plan, at: Setting): Reason[] {
  if (steeringGroupOf(plan)) return [{ code: 'steering-group-already-there' }];
  if (adoptedVersion(plan) || at.imported) return [];
  return [{ code: 'steering-before-adoption', missing: [{ code: 'no-adopted-version', verb: 'record-decision' }] }];
}

function noGroup(plan: Plan): Reason[] {
  return steeringGroupOf(plan) ? [] : [{ code: 'no-steering-group' }];
}

/** @throws when there is none: `ready` has asked. */
function standing(plan: Plan): SteeringGroup {
  const group = steeringGroupOf(plan);
  if (!group) throw new Error(`plan ${plan.id} has no steering group`);
  return group;
}

function saidIn({ chair, deputy, members, rhythm }: Seats) {
  const seats = { chair: chair && told(chair), deputy: deputy && told(deputy) };
  return told({ ...seats, members: members && [...new Set(members)], rhythm });
}
