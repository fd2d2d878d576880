// Codes into words a person can read.
import type { Missing, Params, Reason } from './refusal.js';
import type { Language } from './template.js';
import type { Vocabulary } from './vocabulary.js';

/** @throws when a code has no words: that is a fault of the program. */
export function say(vocabulary: Vocabulary, code: string, params: Params | undefined, language: Language): string {
  const label = vocabulary.words.get(code);
  if (!label) throw new Error(`no words for ${code}`);
  return label[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

export interface SaidMissing extends Omit<Missing, 'who'> {
  message: string;
  /** Who can supply it. */
  who?: string;
}

export interface SaidReason extends Omit<Reason, 'missing' | 'names'> {
  message: string;
  missing: SaidMissing[];
}

export function sayReason(vocabulary: Vocabulary, reason: Reason, language: Language): SaidReason {
  const { names = {}, missing = [], ...told } = reason;
  const named = Object.entries(names).map(([name, label]) => [name, label[language]] as const);
  return {
    ...told,
    message: say(vocabulary, reason.code, { ...reason.params, ...Object.fromEntries(named) }, language),
    missing: sayMissing(vocabulary, missing, language),
  };
}

export function sayMissing(vocabulary: Vocabulary, missing: Missing[], language: Language): SaidMissing[] {
  return missing.map(({ who, ...one }) => ({
    ...one,
    message: say(vocabulary, one.code, one.params, language),
    ...(who ? { who: who[language] } : {}),
  }));
}
