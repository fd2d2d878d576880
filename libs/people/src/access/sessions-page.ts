// Where somebody is signed in, as a page: each place can be signed out, and all of them at once.
import type { Language } from '#libs/lifecycle';
import { instantIn } from './instant-words.js';
import { peoplePage } from './sign-in-page.js';
import type { Token } from './token.entity.js';

const WORDS = {
  sv: {
    title: 'Här är du inloggad',
    lead: 'En inloggning tar slut av sig själv tolv timmar efter att den började, eller två timmar efter att du senast gjorde något.',
    begun: 'Inloggad',
    used: 'Senast använd',
    where: 'Var',
    here: 'den här webbläsaren',
    elsewhere: 'en annan webbläsare',
    end: 'Logga ut där',
    all: 'Logga ut överallt',
  },
  en: {
    title: 'Where you are signed in',
    lead: 'You are signed out twelve hours after you signed in, or two hours after you last did something.',
    begun: 'Signed in',
    used: 'Last used',
    where: 'Where',
    here: 'this browser',
    elsewhere: 'another browser',
    end: 'Sign out there',
    all: 'Sign out everywhere',
  },
} as const satisfies Record<Language, object>;

/** @param current the hash of the session that asks. */
export function sessionsPage(language: Language, sessions: Token[], current: string | undefined): string {
  const words = WORDS[language];
  const rows = sessions.map(({ id, hash, createdAt, lastUsedAt }) => {
    const end = `${words.elsewhere}<form method="post" action="/sessions/${id}"><button class="plain" type="submit">${words.end}</button></form>`;
    const used = instantIn(language, lastUsedAt ?? createdAt);
    return `<tr><td data-field="${words.begun}">${instantIn(language, createdAt)}</td><td data-field="${words.used}">${used}</td><td data-field="${words.where}">${hash === current ? words.here : end}</td></tr>`;
  });
  return peoplePage(
    language,
    `<h1>${words.title}</h1><p>${words.lead}</p>
<table><thead><tr><th scope="col">${words.begun}</th><th scope="col">${words.used}</th><th scope="col">${words.where}</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<form method="post" action="/sessions"><button type="submit">${words.all}</button></form>`,
  );
}
