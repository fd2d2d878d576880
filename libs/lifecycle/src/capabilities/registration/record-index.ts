// Every record of a plan: its registry numbers, the marks that hold, and whether it is finished or still worked on (a Swedish public
// body's documents are public once they are finished or sent out; tryckfrihetsförordningen 2 kap. 9-10 §§).
import { isEnded, type Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import { everyEntry } from '../adoption/facts.js';
import { logOf } from '../log/facts.js';
import { versionsOf } from '../versions/status.js';
import { marksOn, registrationOf, type ConfidentialMark, type RegistryNumber } from './facts.js';

export interface IndexedRecord {
  /** Absent of the plan as a whole. */
  record?: string;
  capability?: string;
  title?: string;
  numbers: Pick<RegistryNumber, 'organisation' | 'number'>[];
  marks: ConfidentialMark[];
  status: 'finished' | 'working-material';
}

/** Who holds a role and the marks themselves are no records. */
const NO_RECORDS = new Set(['registration', 'roles', 'role-map', 're-anchoring']);

/** The plan first, then its records in the order of the capabilities. @param sent records that have been given out to somebody */
export function recordIndex(plan: Plan, day: Day, sent: ReadonlySet<string> = new Set()): IndexedRecord[] {
  const finished = finishedIn(plan);
  const told = ({ record, ...rest }: Pick<IndexedRecord, 'record' | 'capability' | 'title'>): IndexedRecord => {
    const numbers = registrationOf(plan).numbers.filter((one) => one.record === record);
    const isFinished =
      isEnded(plan) || numbers.length > 0 || (record !== undefined && (finished.has(record) || sent.has(record)));
    return {
      ...(record === undefined ? {} : { record }),
      ...rest,
      numbers: numbers.map(({ organisation, number }) => ({ organisation, number })),
      marks: marksOn(plan, day).filter((mark) => mark.record === record),
      status: isFinished ? 'finished' : 'working-material',
    };
  };
  return [told({ title: plan.title }), ...recordsOf(plan).map(told)];
}

function recordsOf(plan: Plan): { record: string; capability: string; title?: string }[] {
  const kept = Object.entries(plan.facts).filter(([capability]) => !NO_RECORDS.has(capability));
  const keyed = kept.flatMap(([capability, facts]) =>
    keyedIn(facts).map(({ key, title }) => ({ record: key, capability, ...(title === undefined ? {} : { title }) })),
  );
  const { entries, comments } = logOf(plan);
  const counted = (kind: string, number: number) =>
    Array.from({ length: number }, (_, index) => ({ record: `${kind}-${index + 1}`, capability: 'log' }));
  return [...keyed, ...counted('log-entry', entries), ...counted('comment', comments)];
}

const KEY = /^[a-z][a-z-]*-\d+$/;

function keyedIn(value: unknown): { key: string; title?: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { key, title } = value as { key?: unknown; title?: unknown };
  const own =
    !Array.isArray(value) && typeof key === 'string' && KEY.test(key)
      ? [{ key, ...(typeof title === 'string' ? { title } : {}) }]
      : [];
  return [...own, ...Object.values(value).flatMap(keyedIn)];
}

/** Versions that were adopted, decisions taken, minutes written out. */
function finishedIn(plan: Plan): Set<string> {
  const versions = versionsOf(plan).filter(({ adopted }) => adopted !== undefined);
  const decided = everyEntry(plan).filter(({ decision }) => decision !== undefined);
  return new Set([...versions, ...decided].map(({ key }) => key));
}
