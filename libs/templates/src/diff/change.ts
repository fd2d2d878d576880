// One change between two versions of a template: a stable code, what it concerns, and the same in words.
import type { Label, Language } from '#libs/lifecycle';
import { changeWords } from './change-words.js';

export type ChangeCode = keyof typeof changeWords;

export interface Change {
  code: ChangeCode;
  /** Keys and values as they stand in the templates; texts in every language. */
  params: Record<string, string | number | Label>;
  message: Label;
}

/** Something of a template that has a key and a name: its key goes to programs, its name into the sentence. */
export interface Named {
  key: string;
  name: Label;
}

type Value = string | number | Label | Named;

export function change(code: ChangeCode, values: Record<string, Value> = {}): Change {
  const params = Object.entries(values).map(([name, value]) => [name, isNamed(value) ? value.key : value] as const);
  return {
    code,
    params: Object.fromEntries(params),
    message: { sv: sentence(code, values, 'sv'), en: sentence(code, values, 'en') },
  };
}

function sentence(code: ChangeCode, values: Record<string, Value>, language: Language): string {
  const words: Label = changeWords[code];
  return words[language].replace(/\{(\w+)\}/g, (_, name: string) => inWords(values[name] ?? '', language));
}

function inWords(value: Value, language: Language): string {
  if (isNamed(value)) return value.name[language];
  return typeof value === 'object' ? value[language] : String(value);
}

function isNamed(value: Value): value is Named {
  return typeof value === 'object' && 'key' in value;
}

/** Texts of both languages put one after another, where a part may be a plain text. */
export function joined(parts: (string | Label)[], between: string | Label): Label {
  const read = (text: string | Label, language: Language) => (typeof text === 'string' ? text : text[language]);
  const of = (language: Language) => parts.map((part) => read(part, language)).join(read(between, language));
  return { sv: of('sv'), en: of('en') };
}

export function sameText(one: Label | undefined, other: Label | undefined): boolean {
  return one?.sv === other?.sv && one?.en === other?.en;
}
