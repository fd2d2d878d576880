// Where somebody is signed in, as a page: each place can be signed out, and all of them at once.
import type { Language } from '#libs/lifecycle';
import { instantIn } from './instant-words.js';
import { peoplePage } from './sign-in-page.js';
import type { Token } from './token.entity.js';

const WORDS = {
  sv: {
    title: 'Här är du inloggad',
    lead: 'Du loggas ut av dig själv tolv timmar efter att du loggade in, och två timmar efter att du sist gjorde något.',
    begun: 'Inloggad',
    used: 'Senast använd',
    here: 'den här webbläsaren',
    end: 'Logga ut där',
    all: 'Logga ut överallt',
  },
  en: {
    title: 'Where you are signed in',
    lead: 'You are signed out by yourself twelve hours after you signed in, and two hours after you last did something.',
    begun: 'Signed in',
    used: 'Last used',
    here: 'this browser',
    end: 'Sign out there',
    all: 'Sign out everywhere',
  },
} as const satisfies Record<Language, object>;

/** @param current the hash of the session that asks. */
export function sessionsPage(language: Language, sessions: Token[], current: string | undefined): string {
  const words = WORDS[language];
  const rows = sessions.map(({ id, hash, createdAt, lastUsedAt }) => {
    const end = `<form method="post" action="/sessions/${id}"><button class="plain" type="submit">${words.end}</button></form>`;
    const used = instantIn(language, lastUsedAt ?? createdAt);
    return `<tr><td data-field="${words.begun}">${instantIn(language, createdAt)}</td><td data-field="${words.used}">${used}</td><td>${hash === current ? words.here : end}</td></tr>`;
  });
  return peoplePage(
    language,
    `<h1>${words.title}</h1><p>${words.lead}</p>
<table><thead><tr><th scope="col">${words.begun}</th><th scope="col">${words.used}</th><td></td></tr></thead><tbody>${rows.join('')}</tbody></table>
<form method="post" action="/sessions"><button type="submit">${words.all}</button></form>`,
  );
}
