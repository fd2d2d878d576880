// What people see on the way back from an OpenID provider, in their language.
import type { Language } from '#libs/lifecycle';
import { escaped } from '../access/html.js';
import { peoplePage } from '../access/sign-in-page.js';

const WORDS = {
  sv: {
    out: 'Fortsätt till inloggningen',
    in: 'Du är inloggad. Fortsätt till Stegvis',
    again: 'Försök igen',
    stale: 'Inloggningen tog för lång tid, eller började i en annan webbläsare.',
    unknown:
      'Du är inloggad hos din organisation, men har inget konto här. Be den som sköter Stegvis att lägga till dig.',
    unverified:
      'Din organisation har inte bekräftat din e-postadress, så vi vet inte vem du är här. Be den som sköter Stegvis om hjälp.',
    trouble: 'Din organisations inloggning svarar inte som den ska just nu. Försök igen om en stund.',
  },
  en: {
    out: 'Go on to sign in',
    in: 'You are signed in. Go on to Stegvis',
    again: 'Try again',
    stale: 'The sign-in took too long, or was begun in another browser.',
    unknown: 'You are signed in at your organisation, but have no account here. Ask whoever runs Stegvis to add you.',
    unverified:
      'Your organisation has not confirmed your mail address, so we do not know who you are here. Ask whoever runs Stegvis for help.',
    trouble: "Your organisation's sign-in does not answer as it should just now. Try again in a while.",
  },
} as const satisfies Record<Language, object>;

export type Hindrance = 'stale' | 'unknown' | 'unverified' | 'trouble';

/** Goes on by itself: a browser does not let a form's answer lead to another site, and a provider's form may stand on any. */
export function goingPage(language: Language, to: string): string {
  const href = escaped(to);
  const body = `<p><a href="${href}">${WORDS[language].out}</a></p>`;
  return peoplePage(language, body, `<meta http-equiv="refresh" content="0;url=${href}">`);
}

/** The browser comes from another site, so a redirect would go without the session's strict cookie: the page goes on by itself. */
export function signedInPage(language: Language): string {
  const words = WORDS[language];
  return peoplePage(language, `<p><a href="/">${words.in}</a></p>`, '<meta http-equiv="refresh" content="0;url=/">');
}

export function hinderedPage(language: Language, why: Hindrance): string {
  const words = WORDS[language];
  return peoplePage(language, `<p>${words[why]}</p><p><a href="/sign-in">${words.again}</a></p>`);
}
