// register-record, mark-confidential, lift-confidentiality.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Refusal } from '../../engine/refusal.js';
import { dayOf, type Day } from '../../schedule/days.js';
import { hasRecord } from '../attachments/records.js';
import { attachmentsOf } from '../attachments/facts.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { isSame, marksOn, registrationOf } from './facts.js';

export interface RegisterRecord {
  number: string;
  /** The code of the organisation whose register it is. */
  organisation: string;
  /** The record that it is of; without it, the plan as a whole. */
  record?: string;
}

export interface MarkConfidential {
  record?: string;
  ground: string;
  until?: Day;
  reason?: string;
}

export interface LiftConfidentiality {
  mark: string;
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'register-record': verb<RegisterRecord>({
    name: { sv: 'Diarieför', en: 'Enter in a register' },
    onEnded: true,
    decide: (plan, { number, organisation, record }) => {
      const missing = missingRecord(plan, record);
      if (missing) return missing;
      const data = { ...told({ record }), organisation, number };
      const had = registrationOf(plan).numbers.find((one) => isSame(one, data));
      if (had?.number === number) return refuse('number-already-set', { field: '/number', params: { number } });
      return [{ type: 'record.registered', data }];
    },
  }),
  'mark-confidential': verb<MarkConfidential>({
    name: { sv: 'Sekretessmarkera', en: 'Mark as confidential' },
    onEnded: true,
    decide: (plan, { record, ground, until, reason }, { now }) => {
      const missing = missingRecord(plan, record);
      if (missing) return missing;
      if (until !== undefined && until < dayOf(now)) return refuse('mark-ends-first', { field: '/until' });
      if (marksOn(plan, dayOf(now)).some((one) => one.record === record && one.ground === ground))
        return refuse('already-marked', { field: '/ground', params: { ground } });
      const data = { mark: nextKey('mark', registrationOf(plan).marks), ...told({ record, until }), ground };
      return [{ type: 'confidentiality.marked', data, texts: { reasonText: reason } }];
    },
  }),
  'lift-confidentiality': verb<LiftConfidentiality>({
    name: { sv: 'Ta bort en sekretessmarkering', en: 'Lift a confidentiality mark' },
    onEnded: true,
    ready: (plan) =>
      registrationOf(plan).marks.some(({ lifted }) => lifted === undefined) ? [] : [{ code: 'nothing-marked' }],
    decide: (plan, { mark, reason }) => {
      const found = registrationOf(plan).marks.find(({ key }) => key === mark);
      if (!found) return unknownRecord('/mark', mark);
      if (found.lifted !== undefined) return refuse('already-lifted', { field: '/mark', params: { mark } });
      return [{ type: 'confidentiality.lifted', data: { mark }, texts: { reasonText: reason } }];
    },
  }),
};

function missingRecord(plan: Plan, record: string | undefined): Refusal | null {
  if (record === undefined || hasRecord(plan, record)) return null;
  return attachmentsOf(plan).some(({ key }) => key === record) ? null : unknownRecord('/record', record);
}
