// Registration: the number under which a public body keeps the plan or one of its records, and the mark that one may be secret.
// The mark is a warning to whoever is asked to give it out, no decision: that is taken anew each time somebody asks.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import type { When } from '../../schedule/when.js';

export interface RegistryNumber {
  /** The record's key; the plan as a whole when absent. */
  record?: string;
  /** The code of the organisation whose register it is: each keeps its own. */
  organisation: string;
  number: string;
  at: When;
}

export interface ConfidentialMark {
  key: string;
  /** The record's key; the plan as a whole when absent. */
  record?: string;
  /** The provision that it may be secret by, as it is cited. */
  ground: string;
  /** The last day, where one was said. */
  until?: Day;
  at: When;
  lifted?: When;
}

export interface Registration {
  numbers: RegistryNumber[];
  marks: ConfidentialMark[];
}

export const nothing: Registration = { numbers: [], marks: [] };

export interface ConfidentialMarked {
  mark: string;
  record?: string;
  ground: string;
  until?: Day;
  reasonText?: string;
}

type Numbered = Pick<RegistryNumber, 'record' | 'organisation' | 'number'>;

export const events: Record<string, Evolve<Registration>> = {
  'record.registered': on((facts, told: Numbered, { occurredAt: at }) => ({
    ...facts,
    numbers: [...facts.numbers.filter((one) => !isSame(one, told)), { ...told, at }],
  })),
  'confidentiality.marked': on(
    (facts, { mark, reasonText: _reason, ...told }: ConfidentialMarked, { occurredAt: at }) => ({
      ...facts,
      marks: [...facts.marks, { key: mark, ...told, at }],
    }),
  ),
  'confidentiality.lifted': on((facts, { mark }: { mark: string }, { occurredAt: lifted }) => ({
    ...facts,
    marks: facts.marks.map((one) => (one.key === mark ? { ...one, lifted } : one)),
  })),
};

/** Each body's register has one number for a thing. */
export function isSame(one: Omit<Numbered, 'number'>, other: Omit<Numbered, 'number'>): boolean {
  return one.record === other.record && one.organisation === other.organisation;
}

export function registrationOf(plan: Plan): Registration {
  return factsOf({ key: 'registration', nothing }, plan);
}

/** The marks that hold. @param day YYYY-MM-DD */
export function marksOn(plan: Plan, day: Day): ConfidentialMark[] {
  return registrationOf(plan).marks.filter(
    ({ lifted, until }) => lifted === undefined && (until === undefined || until >= day),
  );
}
