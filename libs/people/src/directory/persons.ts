// The directory of persons: found, listed, added, changed. Names and addresses are told of here and nowhere else.
import type { KnownPersons } from '#libs/plans';
import { noteInAudit, OPERATOR, type Clock, type Language } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import {
  In,
  IsNull,
  QueryFailedError,
  type DataSource,
  type EntityManager,
  type Repository,
  type SelectQueryBuilder,
} from 'typeorm';
import type { AddressPost } from './address-post.js';
import { Person } from './person.entity.js';

export interface Told {
  name: string;
  address: string | null;
  language: Language;
  organisation: string | null;
}

export interface PersonsAsked {
  /** Words of the name or the address. */
  q?: string | undefined;
  organisation?: string | undefined;
  /** The id of the last person of the page before. */
  cursor?: string | undefined;
  limit: number;
}

export interface PersonsAmong {
  /** Their codes. */
  organisations: string[];
  /** Words of the name, or a whole address. */
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Why a person was not added or changed. */
export type PersonRefusal = 'unknown-person' | 'erased-person' | 'address-taken' | 'unknown-organisation';

/** What PostgreSQL calls the rules that a row broke. */
const BROKEN: Record<string, PersonRefusal> = {
  person_address: 'address-taken',
  person_organisation_fkey: 'unknown-organisation',
};

export class Persons implements KnownPersons {
  private readonly rows: Repository<Person>;
  private swedish: Promise<string> | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    /** Tells the former address of a change. */
    private readonly post?: AddressPost,
  ) {
    this.rows = source.getRepository(Person);
  }

  find(id: string): Promise<Person | null> {
    return this.rows.findOneBy({ id });
  }

  /** Whoever has this address, whatever its case; nobody who has been erased has one. */
  byAddress(address: string): Promise<Person | null> {
    return this.rows.createQueryBuilder('one').where('folded(one.address) = folded(:address)', { address }).getOne();
  }

  /** Those of the ids that are there, by id. */
  async byId(ids: Iterable<string>): Promise<Map<string, Person>> {
    const asked = [...new Set(ids)];
    const found = asked.length === 0 ? [] : await this.rows.findBy({ id: In(asked) });
    return new Map(found.map((person) => [person.id, person]));
  }

  /** As the plans ask: how each stands, of those that are there. */
  async standing(ids: string[]): Promise<Map<string, 'here' | 'erased'>> {
    const found = await this.byId(ids);
    return new Map([...found].map(([id, { erasedAt }]) => [id, erasedAt === null ? 'here' : 'erased']));
  }

  /** Whether a page can go on from this person: one who was erased meanwhile has no place in the list any more. */
  isListed(id: string): Promise<boolean> {
    return this.rows.existsBy({ id, erasedAt: IsNull() });
  }

  /** By name as the Swedish alphabet has it. Who has been erased is not listed. */
  async list({ q, organisation, ...page }: PersonsAsked): Promise<Person[]> {
    const query = await this.byName(page);
    if (organisation !== undefined) query.andWhere('one.organisation = :organisation', { organisation });
    if (q !== undefined)
      query.andWhere('(strpos(folded(one.name), folded(:q)) > 0 OR strpos(folded(one.address), folded(:q)) > 0)', {
        q,
      });
    return query.getMany();
  }

  private async byName({ cursor, limit }: Pick<PersonsAsked, 'cursor' | 'limit'>): Promise<SelectQueryBuilder<Person>> {
    const collation = await this.collation();
    const name = (of: string) => `folded(${of}.name) COLLATE "${collation}"`;
    const query = this.rows.createQueryBuilder('one').where('one.erased_at IS NULL');
    if (cursor !== undefined)
      query.andWhere(
        `(${name('one')}, one.id) > (SELECT ${name('last')}, last.id FROM person last WHERE last.id = :cursor)`,
        { cursor },
      );
    return query.orderBy(name('one')).addOrderBy('one.id').limit(limit);
  }

  /** Persons of these organisations, by name; and whoever has just this address, from wherever. */
  async among({ organisations, q, cursor, limit }: PersonsAmong): Promise<Person[]> {
    const query = await this.byName({ cursor, limit });
    const asked = q ?? null;
    const named = '(:asked::text IS NULL OR strpos(folded(one.name), folded(:asked)) > 0)';
    return query
      .andWhere(`((one.organisation = ANY(:organisations) AND ${named}) OR folded(one.address) = folded(:asked))`, {
        organisations,
        asked,
      })
      .getMany();
  }

  /** @param by who adds it. @returns the new person, or why there is none. */
  async add(told: Told, by = OPERATOR): Promise<Person | PersonRefusal> {
    const person = { id: randomUUID(), ...told, createdAt: new Date(this.clock.now()), erasedAt: null };
    return this.orRefusal(async (manager) => {
      await manager.insert(Person, person);
      await noteInAudit(manager, { kind: 'person.added', who: by, about: { person: person.id } });
      return person;
    });
  }

  /** @param by who says so. @returns the person as it now is, or why it was not changed. */
  async change(id: string, told: Partial<Told>, by = OPERATOR): Promise<Person | PersonRefusal> {
    let mail: string | undefined;
    const changed = await this.orRefusal(async (manager) => {
      const person = await manager.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!person) return 'unknown-person';
      if (person.erasedAt !== null) return 'erased-person';
      const fields = (Object.keys(told) as (keyof Told)[]).filter((field) => told[field] !== person[field]);
      if (fields.length === 0) return person;
      await manager.update(Person, { id }, { ...told });
      await noteInAudit(manager, { kind: 'person.changed', who: by, about: { person: id, fields } });
      mail = await this.post?.tell(person, told.address, manager);
      return { ...person, ...told };
    });
    if (mail !== undefined && typeof changed !== 'string') this.post?.posted(mail);
    return changed;
  }

  /** All of the work, or nothing and why. */
  private async orRefusal(
    work: (manager: EntityManager) => Promise<Person | PersonRefusal>,
  ): Promise<Person | PersonRefusal> {
    try {
      return await this.source.transaction(work);
    } catch (error) {
      const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
      const refused = BROKEN[constraint ?? ''];
      if (refused === undefined) throw error;
      return refused;
    }
  }

  /** Å after Z where the server can; by code points elsewhere. */
  private collation(): Promise<string> {
    this.swedish ??= this.source
      .query<object[]>(`SELECT FROM pg_collation WHERE collname = 'sv-x-icu'`)
      .then((found) => (found.length > 0 ? 'sv-x-icu' : 'C'));
    return this.swedish;
  }
}
