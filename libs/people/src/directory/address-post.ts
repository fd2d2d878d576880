// Puts the word on a changed address into the outbox, in the transaction of the change.
import type { Address, PostOffice } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { addressNotice } from './address-notice.js';
import type { Person } from './person.entity.js';

export class AddressPost {
  constructor(
    private readonly office: PostOffice,
    private readonly home: Address,
  ) {}

  /** @returns the id of the mail, to be said `posted` after the commit; undefined when there is nothing to tell. */
  async tell(before: Person, after: string | null | undefined, manager: EntityManager): Promise<string | undefined> {
    const notice = addressNotice(before, after, this.home.url);
    if (!notice) return undefined;
    return this.office.put(notice, {
      query: async (text, values) => ({ rows: await manager.query(text, values), rowCount: null }),
    });
  }

  posted(mail: string): void {
    this.office.posted(mail);
  }
}
