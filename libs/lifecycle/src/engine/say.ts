// Codes into words a person can read.
import type { Missing, Params, Reason } from './refusal.js';
import type { Vocabulary } from './vocabulary.js';

export type Language = 'sv' | 'en';

/** @throws when a code has no words: that is a fault of the program. */
export function say(vocabulary: Vocabulary, code: string, params: Params | undefined, language: Language): string {
  const label = vocabulary.words.get(code);
  if (!label) throw new Error(`no words for ${code}`);
  return label[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

export interface SaidMissing extends Missing {
  message: string;
}

export interface SaidReason extends Omit<Reason, 'missing'> {
  message: string;
  missing: SaidMissing[];
}

export function sayReason(vocabulary: Vocabulary, reason: Reason, language: Language): SaidReason {
  return {
    ...reason,
    message: say(vocabulary, reason.code, reason.params, language),
    missing: (reason.missing ?? []).map((one) => ({
      ...one,
      message: say(vocabulary, one.code, one.params, language),
    })),
  };
}
