// The outbox for whoever runs this installation: what mails there are and what became of them. Without a mail server it is
// here that links are read and handed on.
import type { Language } from '#libs/lifecycle';
import type { MailStatus, ToldMail, WrittenMail } from '#libs/platform';
import { escaped } from './html.js';
import { instantIn } from './instant-words.js';
import { peoplePage } from './sign-in-page.js';

const WORDS = {
  sv: {
    title: 'Utkorgen',
    kept: 'Den här installationen skickar ingen e-post: ingen SMTP_URL är satt. Breven ligger kvar här i sju dagar, så att du kan läsa dem och lämna över länkarna.',
    sending:
      'Breven skickas genom e-postservern i SMTP_URL och ligger kvar här i sju dagar. Innehållet tas bort när ett brev har lämnats över.',
    secret: 'Länkarna är hemliga: ge dem bara till den som brevet är till.',
    none: 'Här finns inga brev.',
    to: 'Till',
    subject: 'Ärende',
    when: 'Skrivet',
    status: 'Läge',
    attempts: 'Försök',
    fault: 'Svar från e-postservern',
    next: 'Försöks igen',
    older: 'Äldre brev',
    back: 'Till utkorgen',
    gone: 'Innehållet är borttaget: brevet har lämnats över.',
    missing: 'Det brevet finns inte, eller har tagits bort.',
    again: 'Skicka igen',
    html: 'Så ser brevet ut',
    text: 'Som text',
    states: { kept: 'ligger här', waiting: 'väntar', sent: 'skickat', failed: 'kom inte fram' },
  },
  en: {
    title: 'The outbox',
    kept: 'This installation sends no mail: no SMTP_URL is set. Mails stay here for seven days, so that you can read them and hand the links on.',
    sending:
      'Mails go out through the mail server in SMTP_URL and are listed here for seven days. What they say is erased once they have been handed over.',
    secret: 'The links are secret: give them only to whom the mail is addressed.',
    none: 'There are no mails here.',
    to: 'To',
    subject: 'Subject',
    when: 'Written',
    status: 'State',
    attempts: 'Tries',
    fault: 'What the mail server said',
    next: 'Tried again',
    older: 'Older mails',
    back: 'To the outbox',
    gone: 'What it said has been erased: the mail has been handed over.',
    missing: 'There is no such mail, or it has been erased.',
    again: 'Send it again',
    html: 'What it looks like',
    text: 'As text',
    states: { kept: 'kept here', waiting: 'waiting', sent: 'sent', failed: 'did not arrive' },
  },
} as const satisfies Record<Language, Record<string, string | Record<MailStatus, string>>>;

const whom = ({ name, to }: ToldMail) => escaped(name ? `${name} <${to}>` : to);

export function outboxPage(language: Language, mails: ToldMail[], older: string | null, isSending: boolean): string {
  const words = WORDS[language];
  const head = [words.when, words.to, words.subject, words.status]
    .map((word) => `<th scope="col">${word}</th>`)
    .join('');
  const rows = mails.map((mail) => {
    const cells = [
      [words.when, instantIn(language, mail.createdAt)],
      [words.to, whom(mail)],
      [words.subject, `<a href="/outbox/${mail.id}">${escaped(mail.subject)}</a>`],
      [words.status, words.states[mail.status]],
    ];
    return `<tr>${cells.map(([term, said]) => `<td data-field="${term}">${said}</td>`).join('')}</tr>`;
  });
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const more = older === null ? '' : `<p><a href="/outbox?cursor=${older}">${words.older}</a></p>`;
  return peoplePage(
    language,
    `<h1>${words.title}</h1><p>${isSending ? words.sending : words.kept}</p><p>${words.secret}</p>` +
      (mails.length === 0 ? `<p>${words.none}</p>` : table) +
      more,
  );
}

export function mailPage(language: Language, mail: WrittenMail, isSending: boolean): string {
  const words = WORDS[language];
  const facts: [string, string][] = [
    [words.to, whom(mail)],
    [words.when, instantIn(language, mail.createdAt)],
    [words.status, words.states[mail.status]],
    ...(mail.attempts > 0 ? [[words.attempts, String(mail.attempts)] as [string, string]] : []),
    ...(mail.status === 'waiting' && mail.due ? [[words.next, instantIn(language, mail.due)] as [string, string]] : []),
    ...(mail.fault === null ? [] : [[words.fault, escaped(mail.fault)] as [string, string]]),
  ];
  const list = facts.map(([term, said]) => `<dt>${term}</dt><dd>${said}</dd>`).join('');
  const canSend = isSending && (mail.status === 'failed' || mail.status === 'kept');
  const again = canSend ? `<form method="post"><button type="submit">${words.again}</button></form>` : '';
  return peoplePage(
    language,
    `<p><a href="/outbox">${words.back}</a></p><h1>${escaped(mail.subject)}</h1><dl>${list}</dl>${again}${contentOf(language, mail)}`,
  );
}

/** The HTML of a mail is shown where it can do nothing: without scripts, forms or an origin of its own. */
function contentOf(language: Language, { text, html }: WrittenMail): string {
  const words = WORDS[language];
  if (text === null) return `<p>${words.gone}</p>`;
  const shown =
    html === null
      ? ''
      : `<h2>${words.html}</h2><iframe class="mail" sandbox srcdoc="${escaped(html)}" title="${words.html}"></iframe>`;
  return `<p>${words.secret}</p><h2>${words.text}</h2><pre class="mail">${escaped(text)}</pre>${shown}`;
}

export function noMailPage(language: Language): string {
  const words = WORDS[language];
  return peoplePage(
    language,
    `<h1>${words.title}</h1><p>${words.missing}</p><p><a href="/outbox">${words.back}</a></p>`,
  );
}
