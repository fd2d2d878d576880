// The page behind a sign-in link. The link only shows a button: what looks at links ahead of people must not use them up.
// It dresses as the start page does, by its style sheet.
import type { Language } from '#libs/lifecycle';
import type { FastifyReply } from 'fastify';

const CSP = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'";

const WORDS = {
  sv: {
    button: 'Logga in i den här webbläsaren',
    used: 'Länken är använd eller för gammal. Starta om Stegvis för att få en ny.',
  },
  en: {
    button: 'Sign in on this browser',
    used: 'The link has been used or is too old. Restart Stegvis for a new one.',
  },
} as const satisfies Record<Language, object>;

/** A small page for people, of markup alone. @param head more of its head. */
export const peoplePage = (language: Language, body: string, head = '') => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stegvis</title><link rel="stylesheet" href="/app.css"><link rel="icon" href="/icon.svg">${head}
</head>
<body><main><h1>Stegvis</h1>${body}</main></body>
</html>`;

export function signInPage(language: Language): string {
  return peoplePage(language, `<form method="post"><button type="submit">${WORDS[language].button}</button></form>`);
}

export function usedLinkPage(language: Language): string {
  return peoplePage(language, `<p>${WORDS[language].used}</p>`);
}

export function sendPage(reply: FastifyReply, status: number, page: string): void {
  reply
    .code(status)
    .headers({ 'content-security-policy': CSP, 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(page);
}
