// A word to the former address when a person's address is changed: whoever has not asked for it is to know, for from then on others
// than they get the links to sign in. The new address is not told there.
import type { Language } from '#libs/lifecycle';
import type { NewMail } from '#libs/platform';
import { letter } from '../access/letter.js';
import type { Person } from './person.entity.js';

const WORDS = {
  sv: {
    subject: 'Din e-postadress i Stegvis har ändrats',
    hello: 'Hej {name}!',
    changed: 'Din e-postadress i Stegvis är inte längre den här. Länkar för att logga in skickas nu till den nya.',
    link: 'Till Stegvis',
    unasked: 'Har varken du eller den som sköter Stegvis ändrat den: hör av dig till den som sköter Stegvis.',
  },
  en: {
    subject: 'Your mail address in Stegvis has been changed',
    hello: 'Hello {name},',
    changed: 'Your mail address in Stegvis is no longer this one. Links to sign in are now sent to the new one.',
    link: 'To Stegvis',
    unasked: 'If neither you nor those who run Stegvis have changed it, get in touch with those who run Stegvis.',
  },
} as const satisfies Record<Language, object>;

/** @param before as the person was. @param home where Stegvis is reached. @returns null when there was no address, or it is the same. */
export function addressNotice(before: Person, after: string | null | undefined, home: string): NewMail | null {
  const { id, name, address, language } = before;
  if (address === null || after === undefined || alike(address) === alike(after ?? '')) return null;
  const words = WORDS[language];
  return {
    to: { address, ...(name === null ? {} : { name }) },
    language,
    subject: words.subject,
    ...letter({
      language,
      before: [words.hello.replace('{name}', () => name ?? ''), words.changed],
      link: { href: `${home}/`, words: words.link },
      after: [words.unasked],
    }),
    purpose: 'notice',
    person: id,
  };
}

function alike(address: string): string {
  return address.normalize('NFC').toLowerCase();
}
