// The pages behind a guest's link: what is asked, thanks, and why a link does nothing any more.
import type { Language } from '#libs/lifecycle';
import { DUTY_WORDS, fromLine, type DeadLink, type ToldDuty } from './duty-words.js';
import { escaped, paragraphs } from './html.js';
import { peoplePage } from './sign-in-page.js';

interface Given {
  /** What the guest has written already. */
  text?: string;
  /** Why it was not taken, a sentence each. */
  faults?: string[];
}

/** @param asks whether there is a field to fill in. */
export function dutyPage(
  language: Language,
  told: ToldDuty,
  asks: boolean,
  { text = '', faults = [] }: Given = {},
): string {
  const words = DUTY_WORDS[language];
  const message = told.message === null ? '' : `<blockquote>${paragraphs(told.message)}</blockquote>`;
  const wrong =
    faults.length === 0 ? '' : `<div class="fault" id="fault" role="alert">${faults.map(paragraphs).join('')}</div>`;
  const about = faults.length === 0 ? '' : ' aria-invalid="true" aria-describedby="fault"';
  const field = asks
    ? `<p class="field"><label for="text">${words.field[told.kind]}</label><textarea id="text" name="text" rows="6" maxlength="20000" required${about}>${escaped(text)}</textarea></p>`
    : '';
  const button = asks ? words.send : escaped(told.duty[language]);
  return peoplePage(
    language,
    `<h1>${words.asked[told.kind]}</h1><p>${escaped(fromLine(language, told))}</p>${message}${factsOf(language, told)}${wrong}
<form method="post">${field}<p><button type="submit">${button}</button></p></form><p class="quiet">${words.noAccount}</p>`,
  );
}

function factsOf(language: Language, { duty, organisation, about }: ToldDuty): string {
  const words = DUTY_WORDS[language];
  const facts: [string, string][] = [
    [words.duty, duty[language]],
    ...about.map((one) => [words.about, one] as [string, string]),
    ...(organisation === null ? [] : [[words.organisation, organisation] as [string, string]]),
  ];
  return `<dl>${facts.map(([term, said]) => `<dt>${term}</dt><dd>${escaped(said)}</dd>`).join('')}</dl>`;
}

export function thanksPage(language: Language): string {
  const { thanksTitle, thanks } = DUTY_WORDS[language];
  return peoplePage(language, `<h1>${thanksTitle}</h1><p>${thanks}</p>`);
}

export function deadLinkPage(language: Language, why: DeadLink): string {
  const { title, text } = DUTY_WORDS[language].dead[why];
  return peoplePage(language, `<h1>${title}</h1><p>${text}</p>`);
}
