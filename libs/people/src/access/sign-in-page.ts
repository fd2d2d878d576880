// The pages of sign-in: where a link is asked for, and what stands behind it. A link only shows a button: what looks at links
// ahead of people must not use them up. They dress as the start page does, by its style sheet.
import type { Label, Language } from '#libs/lifecycle';
import type { FastifyReply } from 'fastify';
import { escaped } from './html.js';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const WORDS = {
  sv: {
    title: 'Logga in',
    lead: 'Skriv din e-postadress, så skickar vi en länk som loggar in dig. Inget lösenord behövs.',
    address: 'E-postadress',
    ask: 'Skicka länken',
    or: 'Eller logga in med',
    wrongAddress: 'Det där är ingen e-postadress. Skriv den som namn@exempel.se.',
    askedTitle: 'Titta i din e-post',
    asked:
      'Om adressen finns här är en länk på väg. Den gäller i 15 minuter och fungerar bara i den här webbläsaren: öppna den här.',
    kept: 'Den här installationen skickar ingen e-post. Den som sköter Stegvis ser länken i utkorgen och kan ge dig den.',
    nothing: 'Kommer inget? Titta i skräpposten, eller fråga den som sköter Stegvis om din adress finns här.',
    again: 'Be om en ny länk',
    button: 'Logga in i den här webbläsaren',
    buttonLead: 'Ett steg kvar.',
    used: 'Länken är använd, ersatt av en nyare eller för gammal.',
    usedOperator: 'Kom den från fönstret där Stegvis startades: starta om Stegvis för att få en ny.',
    otherTitle: 'Fel webbläsare',
    other:
      'Länken fungerar bara i den webbläsare där du bad om den. Öppna den där, eller be om en ny länk i den här. Bad du inte om den: gör ingenting.',
    late: 'Du har bett om länkar många gånger på kort tid. Försök igen om {minutes} minuter.',
    foreign: 'Anropet kom från en annan webbplats. Börja om här.',
    home: 'Till startsidan',
    left: 'Du är utloggad här. Fortsätt för att logga ut även där du loggade in.',
    goOn: 'Fortsätt',
  },
  en: {
    title: 'Sign in',
    lead: 'Write your mail address, and we send a link that signs you in. No password is needed.',
    address: 'Mail address',
    ask: 'Send the link',
    or: 'Or sign in with',
    wrongAddress: 'That is no mail address. Write it as name@example.org.',
    askedTitle: 'Look in your mail',
    asked:
      'If the address is known here, a link is on its way. It works for 15 minutes and only in this browser: open it here.',
    kept: 'This installation sends no mail. Whoever runs Stegvis sees the link in the outbox and can give it to you.',
    nothing: 'Nothing comes? Look among the junk mail, or ask whoever runs Stegvis whether your address is known here.',
    again: 'Ask for a new link',
    button: 'Sign in on this browser',
    buttonLead: 'One step left.',
    used: 'The link has been used, replaced by a newer one, or is too old.',
    usedOperator: 'If it came from the window in which Stegvis was started: restart Stegvis for a new one.',
    otherTitle: 'Another browser',
    other:
      'The link works only in the browser in which you asked for it. Open it there, or ask for a new link in this one. If you did not ask for it, do nothing.',
    late: 'You have asked for links many times in a short while. Try again in {minutes} minutes.',
    foreign: 'The request came from another site. Start again here.',
    home: 'To the start page',
    left: 'You are signed out here. Go on to sign out where you signed in, too.',
    goOn: 'Go on',
  },
} as const satisfies Record<Language, object>;

/** A small page for people, of markup alone. @param head more of its head. */
export const peoplePage = (language: Language, body: string, head = '') => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Stegvis</title><link rel="stylesheet" href="/app.css"><link rel="icon" href="/icon.svg">${head}
</head>
<body><header class="top"><a class="brand" href="/">Stegvis</a></header>
<main id="main" class="small">${body}</main></body>
</html>`;

/** Another way in, by its button. */
export interface OtherWay {
  key: string;
  name: Label;
}

interface Asking {
  next: string | undefined;
  ways: readonly OtherWay[];
  /** Nothing that is an address was given. */
  isWrong?: boolean;
}

export function askPage(language: Language, { next, ways, isWrong = false }: Asking): string {
  const words = WORDS[language];
  const after = next === undefined ? '' : `<input type="hidden" name="next" value="${escaped(next)}">`;
  const wrong = isWrong ? `<p class="fault" id="fault" role="alert">${words.wrongAddress}</p>` : '';
  const about = isWrong ? ' aria-invalid="true" aria-describedby="fault"' : '';
  const field = `<input id="address" name="address" type="email" required maxlength="254" autocomplete="email"${about}>`;
  const others = ways.map(
    ({ key, name }) =>
      `<form method="post" action="/sign-in/oidc/${escaped(key)}"><button type="submit">${escaped(name[language])}</button></form>`,
  );
  return peoplePage(
    language,
    `<h1>${words.title}</h1><p>${words.lead}</p>${wrong}
<form method="post" action="/sign-in">${after}<p class="field"><label for="address">${words.address}</label>${field}</p>
<p><button type="submit">${words.ask}</button></p></form>${others.length > 0 ? `<h2>${words.or}</h2>` : ''}${others.join('')}`,
  );
}

/** The same for every address. */
export function askedPage(language: Language, isSending: boolean): string {
  const words = WORDS[language];
  const kept = isSending ? '' : `<p>${words.kept}</p>`;
  return peoplePage(
    language,
    `<h1>${words.askedTitle}</h1><p>${words.asked}</p>${kept}<p>${words.nothing}</p>${again(language)}`,
  );
}

export function signInPage(language: Language): string {
  const words = WORDS[language];
  return peoplePage(
    language,
    `<h1>${words.title}</h1><p>${words.buttonLead}</p><form method="post"><button type="submit">${words.button}</button></form>`,
  );
}

export function usedLinkPage(language: Language): string {
  const { title, used, usedOperator } = WORDS[language];
  return peoplePage(language, `<h1>${title}</h1><p>${used}</p>${again(language)}<p class="quiet">${usedOperator}</p>`);
}

export function otherBrowserPage(language: Language): string {
  const words = WORDS[language];
  return peoplePage(language, `<h1>${words.otherTitle}</h1><p>${words.other}</p>${again(language)}`);
}

export function latePage(language: Language, seconds: number): string {
  const late = WORDS[language].late.replace('{minutes}', String(Math.max(1, Math.ceil(seconds / 60))));
  return peoplePage(language, `<h1>${WORDS[language].title}</h1><p>${late}</p>`);
}

export function foreignPage(language: Language): string {
  const { foreign, home } = WORDS[language];
  return peoplePage(language, `<h1>Stegvis</h1><p>${foreign}</p><p><a href="/">${home}</a></p>`);
}

/** Goes on by itself: a browser does not let a form's answer lead to another site. */
export function leftPage(language: Language, to: string): string {
  const { left, goOn } = WORDS[language];
  const href = escaped(to);
  const body = `<h1>Stegvis</h1><p>${left}</p><p><a href="${href}">${goOn}</a></p>`;
  return peoplePage(language, body, `<meta http-equiv="refresh" content="0;url=${href}">`);
}

const again = (language: Language) => `<p><a href="/sign-in">${WORDS[language].again}</a></p>`;

/** The address of a page may be a secret, so no other site hears of it; our own forms are to say that they are ours. */
export function sendPage(reply: FastifyReply, status: number, page: string): void {
  reply
    .code(status)
    .headers({
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}
