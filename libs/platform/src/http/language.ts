// Swedish or English, as the caller prefers; Swedish when nothing is said.
import { LANGUAGES, type Label, type Language } from '#libs/lifecycle';

export type { Language };
/** What is put into words: as it is, or by language. */
export type Params = Record<string, string | number | Label>;

/** @param accept the Accept-Language header (RFC 9110, 12.5.4). */
export function languageOf(accept: string | undefined): Language {
  if (!accept) return 'sv';
  let best: { language: Language; weight: number } | undefined;
  for (const range of accept.slice(0, 1_000).split(',')) {
    const [tag = '', ...rest] = range.split(';');
    const asked = tag.trim().toLowerCase().split('-')[0];
    const language = LANGUAGES.find((known) => known === asked);
    const weight = weightOf(rest);
    if (language && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? 'sv';
}

function weightOf(parameters: string[]): number {
  const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find((one) => one !== undefined);
  return weight === undefined ? 1 : Number(weight) || 0;
}

/** Puts {parameters} into words. */
export function say(words: Label, params: Params | undefined, language: Language): string {
  return words[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params?.[name] ?? whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
