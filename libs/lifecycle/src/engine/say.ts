// Codes into words a person can read.
import type { Missing, Params, Reason } from './refusal.js';
import type { Label, Language } from './template.js';
import type { Vocabulary } from './vocabulary.js';

/** @throws when a code has no words: that is a fault of the program. */
export function say(vocabulary: Vocabulary, code: string, params: Params | undefined, language: Language): string {
  const label = vocabulary.words.get(code);
  if (!label) throw new Error(`no words for ${code}`);
  return label[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}

export interface SaidMissing extends Omit<Missing, 'who' | 'names' | 'alternative'> {
  message: string;
  alternative?: { number: number; name: string };
  /** Who can supply it. */
  who?: string;
}

export interface SaidReason extends Omit<Reason, 'missing' | 'names'> {
  message: string;
  missing: SaidMissing[];
}

export function sayReason(vocabulary: Vocabulary, reason: Reason, language: Language): SaidReason {
  const { names = {}, missing = [], ...told } = reason;
  return {
    ...told,
    message: say(vocabulary, reason.code, { ...reason.params, ...inOne(names, language) }, language),
    missing: sayMissing(vocabulary, missing, language),
  };
}

export function sayMissing(vocabulary: Vocabulary, missing: Missing[], language: Language): SaidMissing[] {
  return missing.map(({ who, names = {}, alternative, ...one }) => {
    const message = say(vocabulary, one.code, { ...one.params, ...inOne(names, language) }, language);
    const of = alternative && { number: alternative.number, name: alternative.name[language] };
    return {
      ...one,
      message: of ? say(vocabulary, 'alternative', { ...of, message }, language) : message,
      ...(of ? { alternative: of } : {}),
      ...(who ? { who: who[language] } : {}),
    };
  });
}

function inOne(names: Record<string, Label>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([name, label]) => [name, label[language]]));
}
