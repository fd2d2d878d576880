// What a guest reads: in the mail, on the page, and when the link is dead.
import type { Label, Language } from '#libs/lifecycle';
import type { DutyKind } from './duties.js';

/** `outlived`: whoever sent it may no longer do what it asks for. */
export type DeadLink = 'used' | 'expired' | 'withdrawn' | 'outlived' | 'ended' | 'unknown';

interface Words {
  /** By kind: the subject of the mail and the heading of the page. */
  asked: Record<DutyKind, string>;
  /** Before the field. */
  field: Record<DutyKind, string>;
  hello: string;
  from: string;
  fromNobody: string;
  duty: string;
  organisation: string;
  about: string;
  link: string;
  until: string;
  noAccount: string;
  look: string;
  send: string;
  blank: string;
  refused: string;
  thanksTitle: string;
  thanks: string;
  dead: Record<DeadLink, { title: string; text: string }>;
  foreign: string;
}

export const DUTY_WORDS: Record<Language, Words> = {
  sv: {
    asked: {
      answer: 'Du har fått en fråga',
      confirm: 'Du ombeds bekräfta något',
      comment: 'Vad säger du?',
    },
    field: { answer: 'Ditt svar', confirm: 'Dina ord', comment: 'Dina ord' },
    hello: 'Hej {name}!',
    from: '{from} ber dig om något i planen ”{plan}”.',
    fromNobody: 'Du ombeds göra något i planen ”{plan}”.',
    duty: 'Det gäller',
    organisation: 'Organisation',
    about: 'Om',
    link: 'Öppna',
    until: 'Länken gäller till och med {day}, eller tills det är gjort. Du behöver inget konto.',
    noAccount: 'Du behöver inget konto. Länken är din egen: ge den inte vidare.',
    look: 'Inget händer förrän du trycker på knappen på sidan.',
    send: 'Skicka',
    blank: 'Skriv något först.',
    refused: 'Det gick inte nu:',
    thanksTitle: 'Tack!',
    thanks: 'Det är gjort och står nu i planen. Länken är förbrukad, och du kan stänga sidan.',
    dead: {
      used: { title: 'Redan gjort', text: 'Det som länken var till för är gjort. Tack!' },
      expired: {
        title: 'Länken har gått ut',
        text: 'Tiden är ute. Be den som skickade länken om en ny, om det fortfarande behövs.',
      },
      withdrawn: {
        title: 'Länken är återtagen',
        text: 'Den som skickade länken har tagit tillbaka den. Du behöver inte göra något.',
      },
      outlived: {
        title: 'Länken gäller inte längre',
        text: 'Den som skickade länken har inte kvar uppgiften. Fråga den som nu håller i planen, så får du en ny om den behövs.',
      },
      ended: { title: 'Planen är avslutad', text: 'Planen är avslutad, så det här behövs inte längre. Tack ändå!' },
      unknown: { title: 'Länken finns inte', text: 'Titta så att hela länken kom med när du öppnade den ur brevet.' },
    },
    foreign: 'Anropet kom från en annan webbplats. Öppna länken ur brevet på nytt.',
  },
  en: {
    asked: {
      answer: 'You have been asked a question',
      confirm: 'You are asked to confirm something',
      comment: 'What do you say?',
    },
    field: { answer: 'Your answer', confirm: 'Your words', comment: 'Your words' },
    hello: 'Hello {name},',
    from: '{from} asks something of you in the plan "{plan}".',
    fromNobody: 'Something is asked of you in the plan "{plan}".',
    duty: 'It is about',
    organisation: 'Organisation',
    about: 'About',
    link: 'Open',
    until: 'The link works until and on {day}, or until it is done. You need no account.',
    noAccount: 'You need no account. The link is your own: do not hand it on.',
    look: 'Nothing happens until you press the button on the page.',
    send: 'Send',
    blank: 'Write something first.',
    refused: 'It could not be done now:',
    thanksTitle: 'Thank you!',
    thanks: 'It is done and stands in the plan now. The link is used up, and you can close the page.',
    dead: {
      used: { title: 'Already done', text: 'What the link was for has been done. Thank you!' },
      expired: {
        title: 'The link has expired',
        text: 'Its time is over. Ask whoever sent it for a new one, if it is still needed.',
      },
      withdrawn: {
        title: 'The link has been withdrawn',
        text: 'Whoever sent the link has taken it back. You need not do anything.',
      },
      outlived: {
        title: 'The link is no longer good',
        text: 'Whoever sent the link has left the task. Ask those who now lead the plan: you get a new one if it is needed.',
      },
      ended: {
        title: 'The plan has ended',
        text: 'The plan has ended, so this is needed no more. Thank you all the same!',
      },
      unknown: {
        title: 'There is no such link',
        text: 'See that all of the link came along when you opened it from the mail.',
      },
    },
    foreign: 'The request came from another site. Open the link from the mail anew.',
  },
};

/** What a duty is about, in the words of its reader. */
export interface ToldDuty {
  kind: DutyKind;
  plan: string;
  /** Who asks; nobody by name when the installation itself does. */
  from: string | null;
  duty: Label;
  message: string | null;
  /** The name of the organisation that the guest speaks for. */
  organisation: string | null;
  /** What the plan says about what is asked. */
  about: string[];
}

/** Of the reader's own day. */
export function dayIn(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Stockholm',
  }).format(at);
}

export function fromLine(language: Language, { from, plan }: Pick<ToldDuty, 'from' | 'plan'>): string {
  const words = DUTY_WORDS[language];
  return (from === null ? words.fromNobody : words.from)
    .replace('{from}', () => from ?? '')
    .replace('{plan}', () => plan);
}
