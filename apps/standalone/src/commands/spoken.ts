// --language: the language that a command answers in.
import { LANGUAGES, type Language } from '#libs/lifecycle';
import { StartFault } from '../start-fault.js';

/** @throws StartFault when Stegvis does not speak it */
export function spoken(language: string): Language {
  const known = LANGUAGES.find((one) => one === language);
  if (known === undefined)
    throw new StartFault(`--language: there is no "${language}"; there are ${LANGUAGES.join(', ')}.`);
  return known;
}
