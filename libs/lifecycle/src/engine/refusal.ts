// A "no" is a value: what stands in the way, what is missing and who can supply it.

export type Params = Record<string, string | number>;

/** One thing that is missing. `code` has words in both languages; `by` says who can supply it. */
export interface Missing {
  code: string;
  params?: Params;
  by?: { roles?: string[]; organisation?: string };
  /** The verb that supplies it. */
  verb?: string;
}

export interface Reason {
  code: string;
  params?: Params;
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
