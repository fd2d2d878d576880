// Tokens: made, revoked, listed, and asked for at every request, which therefore costs next to nothing.
import type { Who } from '#libs/lifecycle';
import { isUuid, noteInAudit, OPERATOR, SCOPES, type Caller, type Clock, type Scope } from '#libs/platform';
import { LRUCache } from 'lru-cache';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { IsNull, type DataSource, type Repository } from 'typeorm';
import { Person } from '../directory/person.entity.js';
import { Posts } from '../directory/posts.js';
import { scopesOf } from '../policy/scopes-of.js';
import { hashOf, newSecret } from './secrets.js';
import { Token } from './token.entity.js';

export interface NewToken {
  name: string;
  scopes?: readonly Scope[];
  role?: string;
  organisation?: string;
  /** The id of the person whose session it is. */
  person?: string;
  /** The codes of the programmes it is let in to; every one when absent. */
  programmes?: readonly string[];
  /** A year from now when absent. */
  expiresAt?: Date;
}

/** How long a revoked token may still open a door of another process. */
const KNOWN_AGE_MAX_MS = 2_000;
const KNOWN_MAX = 10_000;
const USED_PRECISION_MS = 60_000;
const TOKEN_VALID_MS = 365 * 86_400_000;
/** However busy it is, a session ends after this long; one that nobody uses, earlier (OWASP: session expiration). */
export const SESSION_VALID_MS = 12 * 3_600_000;
const SESSION_IDLE_MAX_MS = 2 * 3_600_000;

const ADMIN: Caller = { who: { id: 'admin' }, scopes: SCOPES, name: 'admin', session: false };

export class Tokens {
  private readonly rows: Repository<Token>;
  private readonly persons: Repository<Person>;
  private readonly posts: Posts;
  private readonly known = new LRUCache<string, Promise<Caller | null>>({ max: KNOWN_MAX, ttl: KNOWN_AGE_MAX_MS });
  private readonly adminHash: Buffer | null;

  /** @param adminToken STEGVIS_ADMIN_TOKEN: lets its bearer do everything. */
  constructor(
    source: DataSource,
    private readonly clock: Clock,
    adminToken: string | undefined,
  ) {
    this.rows = source.getRepository(Token);
    this.persons = source.getRepository(Person);
    this.posts = new Posts(source, clock);
    this.adminHash = adminToken === undefined ? null : Buffer.from(hashOf(adminToken));
  }

  /** @param by who lets its bearer in. @returns the token, which is not shown again. */
  async make(
    wanted: NewToken,
    kind: Token['kind'] = 'token',
    by: Who = OPERATOR,
  ): Promise<{ id: string; token: string }> {
    const token = newSecret(kind === 'session' ? 'stegvis_session' : 'stegvis');
    const { name, scopes = ['read', 'write'], role = null, organisation = null } = wanted;
    const { person = null, programmes = null, expiresAt = new Date(this.now().getTime() + TOKEN_VALID_MS) } = wanted;
    const id = randomUUID();
    const bound = { role, organisation, person, programmes: programmes && [...programmes] };
    const madeBy = kind === 'token' ? await this.makerOf(by.id) : null;
    const made = { id, name, kind, hash: hashOf(token), scopes: [...scopes], ...bound, madeBy, expiresAt };
    const noted = kind === 'session' ? ('session.started' as const) : ('token.made' as const);
    await this.rows.manager.transaction(async (manager) => {
      await manager.insert(Token, { ...made, createdAt: this.now(), lastUsedAt: null, revokedAt: null });
      await noteInAudit(manager, {
        kind: noted,
        who: by,
        about: { token: id, person, scopes: [...scopes], programmes },
      });
    });
    return { id, token };
  }

  /** A person is let in. @param person its id. @returns the session's token, which is not shown again. */
  async startSession(person: string): Promise<{ id: string; token: string; expiresAt: Date }> {
    const expiresAt = new Date(this.now().getTime() + SESSION_VALID_MS);
    return { ...(await this.make({ name: 'session', person, expiresAt }, 'session', { id: person })), expiresAt };
  }

  /** A person, a post or a token has changed: whoever asks next is looked at again. */
  forget(): void {
    this.known.clear();
  }

  one(id: string): Promise<Token | null> {
    return this.rows.findOneBy({ id, kind: 'token' });
  }

  /** @returns false when there is no such token, or it was revoked before. */
  async revoke(id: string, by: Who = OPERATOR): Promise<boolean> {
    const revoked = await this.rows.manager.transaction(async (manager) => {
      const open = await manager.findOne(Token, {
        where: { id, revokedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!open) return false;
      await manager.update(Token, { id }, { revokedAt: this.now() });
      const kind = open.kind === 'session' ? ('session.ended' as const) : ('token.revoked' as const);
      await noteInAudit(manager, { kind, who: by, about: { token: id, person: open.person } });
      return true;
    });
    this.forget();
    return revoked;
  }

  list(): Promise<Token[]> {
    return this.rows.find({ where: { kind: 'token' }, order: { createdAt: 'ASC' } });
  }

  /** Who shows this token; null when nobody may. */
  authenticate(token: string): Promise<Caller | null> {
    const hash = hashOf(token);
    const known = this.known.get(hash);
    if (known) return known;
    const looked = this.look(hash);
    this.known.set(hash, looked);
    looked.catch(() => this.known.delete(hash));
    return looked;
  }

  private async look(hash: string): Promise<Caller | null> {
    if (this.adminHash && timingSafeEqual(Buffer.from(hash), this.adminHash)) return ADMIN;
    const row = await this.rows.findOneBy({ hash, revokedAt: IsNull() });
    const now = this.now();
    if (!row || (row.expiresAt && row.expiresAt <= now) || isIdle(row, now)) return null;
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_PRECISION_MS)
      await this.rows.update({ id: row.id }, { lastUsedAt: now });
    if (row.person !== null) return this.person(row, row.person);
    const caller = program(row);
    return row.madeBy === null ? caller : { ...caller, scopes: await this.leftOf(caller.scopes, row.madeBy) };
  }

  /** Plans are the token's own business; what opens the installation itself, its maker must still have. */
  private async leftOf(scopes: readonly Scope[], maker: string): Promise<readonly Scope[]> {
    if (scopes.every(isOfPlans)) return scopes;
    const now = await this.asToday(maker);
    return scopes.filter((scope) => isOfPlans(scope) || now?.scopes.includes(scope));
  }

  /** The person behind a person's id or the id of a token; null when there is none. */
  private async makerOf(id: string): Promise<string | null> {
    if (!isUuid(id)) return null;
    if (await this.persons.existsBy({ id })) return id;
    return (await this.rows.findOneBy({ id }))?.madeBy ?? null;
  }

  /** A person as it could act today, signed in or not; null when it is no more, undefined when there was never such a person. */
  async asToday(id: string): Promise<Caller | null | undefined> {
    if (!isUuid(id) || !(await this.persons.existsBy({ id }))) return undefined;
    return this.person({ name: '', kind: 'session', scopes: [] }, id);
  }

  /** Somebody signed in: acts under its own id, and what it may do follows from what it holds today. */
  private async person(
    { name: tokenName, kind, scopes: given }: Pick<Token, 'name' | 'kind' | 'scopes'>,
    id: string,
  ): Promise<Caller | null> {
    const [one, posts] = await Promise.all([this.persons.findOneBy({ id }), this.posts.heldBy(id)]);
    if (!one || one.erasedAt !== null) return null;
    const from = one.organisation === null ? {} : { organisation: one.organisation };
    const scopes = scopesOf(posts).filter((scope) => kind === 'session' || given.includes(scope));
    const name = one.name ?? tokenName;
    return { who: { id, ...from }, scopes, name, session: kind === 'session', person: { id, ...from, posts } };
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

const isOfPlans = (scope: Scope) => scope === 'read' || scope === 'write';

/** A program is what its token says. */
function program({ id, role, organisation, programmes, scopes, name, kind }: Token): Caller {
  const who = { id, ...(role ? { role } : {}), ...(organisation ? { organisation } : {}) };
  return { who, scopes, name, session: kind === 'session', ...(programmes ? { programmes } : {}) };
}

/** A session that has not been used for a while; its last use is known to the minute. */
export function isIdle({ kind, lastUsedAt, createdAt }: Token, now: Date): boolean {
  return kind === 'session' && now.getTime() - (lastUsedAt ?? createdAt).getTime() > SESSION_IDLE_MAX_MS;
}
