// A "no" is a value: what stands in the way, what is missing and who can supply it.
import type { Label } from './template.js';

export type Params = Record<string, string | number>;

/** One thing that is missing. `code` has words in both languages; `by` says who can supply it. */
export interface Missing {
  code: string;
  params?: Params;
  /** As of a reason. */
  names?: Record<string, Label>;
  by?: { roles?: string[]; organisation?: string };
  /** The same in words, by the template's names. */
  who?: Label;
  /** The verb that supplies it. */
  verb?: string;
  /** The way that it belongs to, where one of several is enough; they are counted from 1. */
  alternative?: { number: number; name: Label };
}

export interface Reason {
  code: string;
  params?: Params;
  /** Names for the sentence, where a parameter alone is a key: the template's, in both languages. */
  names?: Record<string, Label>;
  /** The criterion of the template that does not hold. */
  criterion?: string;
  /** `unknown` when only imported history could tell and it is silent; never taken as met (INV-26). */
  state?: 'unmet' | 'unknown';
  missing?: Missing[];
  /** JSON pointer into the body, when one field is the trouble. */
  field?: string;
}

export interface Refusal {
  refused: Reason[];
}

export function refuse(code: string, more: Omit<Reason, 'code'> = {}): Refusal {
  return { refused: [{ code, ...more }] };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** The refusal for a record that the body names and the plan has not. */
export function unknownRecord(field: string, value: string): Refusal {
  return refuse('unknown-record', { field, params: { value } });
}
