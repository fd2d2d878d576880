// A sign-in link by mail: short-lived, once, for the browser that asked (OWASP: forgot password, authentication).
import type { Language } from '#libs/lifecycle';
import { isMailAddress, type Address, type Clock, type PostOffice } from '#libs/platform';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Person } from '../directory/person.entity.js';
import type { Persons } from '../directory/persons.js';
import { ASKED_VALID_S } from './cookies.js';
import { letter } from './letter.js';
import { hashOf, newSecret } from './secrets.js';

const WORDS = {
  sv: {
    subject: 'Din länk för att logga in i Stegvis',
    hello: 'Hej {name}!',
    here: 'Med den här länken loggar du in i Stegvis:',
    link: 'Logga in i Stegvis',
    holds: 'Den gäller i 15 minuter, en enda gång, och bara i den webbläsare där du bad om den.',
    unasked: 'Har du inte bett om någon länk behöver du inte göra något. Ingen kommer in utan den.',
  },
  en: {
    subject: 'Your link to sign in to Stegvis',
    hello: 'Hello {name},',
    here: 'This link signs you in to Stegvis:',
    link: 'Sign in to Stegvis',
    holds: 'It works for 15 minutes, once, and only in the browser in which you asked for it.',
    unasked: 'If you have not asked for a link, you need not do anything. Nobody gets in without it.',
  },
} as const satisfies Record<Language, object>;

/** Where a link was asked for. */
export interface Asker {
  /** What that browser was given. */
  mark: string;
  /** Where it is to go on, a path of ours. */
  next: string | undefined;
}

export class MailedLinks implements OnModuleDestroy {
  private readonly log = new Logger(MailedLinks.name);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly persons: Persons,
    private readonly office: PostOffice,
    private readonly address: Address,
  ) {}

  /** Whether mails leave this installation; else whoever runs it hands the links on. */
  get isSending(): boolean {
    return this.office.isSending;
  }

  /** The same work for an address that is known and one that is not. @throws what the database says */
  async find(address: string): Promise<Person | null> {
    const person = await this.persons.byAddress(address);
    return person?.address && isMailAddress(person.address) ? person : null;
  }

  /** Sends once the answer is out, so that its time tells nothing. */
  sendSoon(person: Person, asker: Asker): void {
    const sent = new Promise((later) => setImmediate(later))
      .then(() => this.send(person, asker))
      .catch((error: unknown) => this.log.error(error, 'a sign-in link could not be made'))
      .finally(() => this.underWay.delete(sent));
    this.underWay.add(sent);
  }

  /** All that is being sent has been put. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }

  /** A new link withdraws those before it. */
  private async send(person: Person, asker: Asker): Promise<void> {
    const code = newSecret('sign_in');
    const now = Date.parse(this.clock.now());
    const until = new Date(now + ASKED_VALID_S * 1000);
    const mail = await this.source.transaction(async (manager) => {
      // One after the other: of two at once neither would see the other's link to withdraw it.
      await manager.query('SELECT FROM person WHERE id = $1 FOR UPDATE', [person.id]);
      await manager.query('DELETE FROM sign_in_code WHERE person = $1', [person.id]);
      await manager.query(
        `INSERT INTO sign_in_code (hash, created_at, expires_at, purpose, person, browser_hash, next)
         VALUES ($1, $2, $3, 'person', $4, $5, $6)`,
        [hashOf(code), new Date(now), until, person.id, hashOf(asker.mark), asker.next ?? null],
      );
      return this.office.put(this.mailTo(person, code, until), {
        query: async (text, values) => ({ rows: await manager.query(text, values), rowCount: null }),
      });
    });
    this.office.posted(mail);
  }

  private mailTo({ id, name, address, language }: Person, code: string, until: Date) {
    const words = WORDS[language];
    const link = { href: `${this.address.url}/sign-in/${code}`, words: words.link };
    const before = [words.hello.replace('{name}', () => name ?? ''), words.here];
    return {
      to: { address: address ?? '', ...(name === null ? {} : { name }) },
      language,
      subject: words.subject,
      ...letter({ language, before, link, after: [words.holds, words.unasked] }),
      purpose: 'sign-in' as const,
      person: id,
      until: until.toISOString(),
    };
  }
}

/** For the browser that asks. */
export function newMark(): string {
  return newSecret('asked');
}
