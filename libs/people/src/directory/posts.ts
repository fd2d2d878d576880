// The posts: who holds which role outside the plans, on which days. Given, ended, listed; a row is never taken away.
import { addDays, dayOf, type Day } from '#libs/lifecycle';
import { noteInAudit, OPERATOR, type Clock, type Post } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager, Repository, SelectQueryBuilder } from 'typeorm';
import { Person } from './person.entity.js';
import { PostRow } from './post.entity.js';
import { postsDependency, type PostsDependency } from './posts-dependency.js';

export type NewPost = Pick<
  PostRow,
  'role' | 'person' | 'organisation' | 'programme' | 'mandate' | 'until' | 'deputy' | 'share'
> & {
  /** Today when absent. */
  from?: Day | undefined;
};

export interface PostsAsked {
  /** Holder or deputy. */
  person?: string | undefined;
  role?: string | undefined;
  programme?: string | undefined;
  organisation?: string | undefined;
  /** Only those that are held on this day. */
  on?: Day | undefined;
  /** The id of the last post of the page before. */
  cursor?: string | undefined;
  limit: number;
}

export type PostRefusal =
  | { code: 'unknown-person' | 'erased-person'; field: 'person' | 'deputy' }
  | { code: 'unknown-organisation' | 'unknown-programme' }
  | { code: 'ends-before-it-begins' | 'deputy-for-oneself' }
  | { code: 'accountable-already' | 'held-already' }
  | { code: 'unknown-post' | 'post-ended' | 'post-ends-earlier' };

/** The role that answers for a programme: one holder at a time (INV-43). */
const ACCOUNTABLE = 'process-leader';
/** The key of the lock that lets one post at a time be given: two at once would each miss the other. */
const GIVING = 7_305_007;

export class Posts {
  private readonly rows: Repository<PostRow>;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    this.rows = source.getRepository(PostRow);
  }

  /** What a person may act as on a day: as holder, and as deputy in the holder's stead. */
  async heldBy(person: string, day = this.today()): Promise<Post[]> {
    const rows = await heldOn(ofPerson(this.rows.createQueryBuilder('one'), person), day)
      .orderBy('one.from_day')
      .addOrderBy('one.id')
      .getMany();
    return rows.map(({ role, organisation, programme }) => ({
      role,
      organisation,
      ...(programme === null ? {} : { programme }),
    }));
  }

  isListed(id: string): Promise<boolean> {
    return this.rows.existsBy({ id });
  }

  /** The latest beginnings first. */
  list({ person, role, programme, organisation, on, cursor, limit }: PostsAsked): Promise<PostRow[]> {
    const query = this.rows.createQueryBuilder('one');
    if (person !== undefined) ofPerson(query, person);
    if (on !== undefined) heldOn(query, on);
    for (const [column, value] of Object.entries({ role, programme, organisation }))
      if (value !== undefined) query.andWhere(`one.${column} = :${column}`, { [column]: value });
    if (cursor !== undefined)
      query.andWhere('(one.from_day, one.id) < (SELECT from_day, id FROM post WHERE id = :cursor)', { cursor });
    return query.orderBy('one.from_day', 'DESC').addOrderBy('one.id', 'DESC').limit(limit).getMany();
  }

  /** @param by who gives it. @returns the new post, or why there is none. */
  async give({ from = this.today(), ...wanted }: NewPost, by = OPERATOR): Promise<PostRow | PostRefusal> {
    const createdAt = new Date(this.clock.now());
    const post: PostRow = { id: randomUUID(), ...wanted, from, createdAt, endedAt: null };
    if (post.until !== null && post.until < from) return { code: 'ends-before-it-begins' };
    if (post.deputy === post.person) return { code: 'deputy-for-oneself' };
    return this.source.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [GIVING]);
      const refused = (await missing(manager, post)) ?? (await overlap(manager, post));
      if (refused) return refused;
      await manager.insert(PostRow, post);
      await noteInAudit(manager, { kind: 'post.given', who: by, about: aboutOf(post) });
      return post;
    });
  }

  /**
   * Ends a post ahead of its time.
   * @param until the last day; when absent it is over at once, and this day counts no more.
   * @returns the post as it now is, or why it was not ended.
   */
  async end(id: string, until?: Day, by = OPERATOR): Promise<PostRow | PostRefusal> {
    return this.source.transaction(async (manager) => {
      const post = await manager.findOne(PostRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!post) return { code: 'unknown-post' };
      const today = this.today();
      if (post.endedAt !== null || (post.until !== null && post.until < today)) return { code: 'post-ended' };
      if (until !== undefined && until < post.from) return { code: 'ends-before-it-begins' };
      if (until !== undefined && post.until !== null && until > post.until) return { code: 'post-ends-earlier' };
      const last = addDays(today > post.from ? today : post.from, -1);
      const ended = { until: until ?? last, endedAt: new Date(this.clock.now()) };
      await manager.update(PostRow, { id }, ended);
      await noteInAudit(manager, { kind: 'post.ended', who: by, about: { ...aboutOf(post), until: ended.until } });
      return { ...post, ...ended };
    });
  }

  /** How much the programmes and the installation hang on single people today. */
  async dependency(): Promise<PostsDependency> {
    const day = this.today();
    const posts = await this.rows
      .createQueryBuilder('one')
      .where('one.until_day IS NULL OR one.until_day >= :day', { day })
      .orderBy('one.from_day')
      .addOrderBy('one.id')
      .getMany();
    const programmes = await this.source.query<{ code: string }[]>(
      'SELECT code FROM programme ORDER BY code COLLATE "C"',
    );
    return postsDependency(
      posts,
      programmes.map(({ code }) => code),
      day,
    );
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }
}

function aboutOf({ id: post, role, person, organisation, programme, deputy }: PostRow) {
  return { post, role, person, organisation, programme, deputy };
}

type Query = SelectQueryBuilder<PostRow>;

function ofPerson(query: Query, person: string): Query {
  return query.andWhere('(one.person = :person OR one.deputy = :person)', { person });
}

function heldOn(query: Query, day: Day): Query {
  return query.andWhere('one.from_day <= :day AND (one.until_day IS NULL OR one.until_day >= :day)', { day });
}

/** Who or what a post names and is not there. */
async function missing(manager: EntityManager, post: PostRow): Promise<PostRefusal | undefined> {
  for (const field of ['person', 'deputy'] as const) {
    const id = post[field];
    const person = id === null ? undefined : await manager.findOneBy(Person, { id });
    if (person === null) return { code: 'unknown-person', field };
    if (person && person.erasedAt !== null) return { code: 'erased-person', field };
  }
  const [there] = await manager.query<{ organisation: boolean; programme: boolean }[]>(
    `SELECT EXISTS (SELECT FROM organisation WHERE code = $1) AS organisation,
      $2::text IS NULL OR EXISTS (SELECT FROM programme WHERE code = $2) AS programme`,
    [post.organisation, post.programme],
  );
  if (there?.organisation === false) return { code: 'unknown-organisation' };
  return there?.programme === false ? { code: 'unknown-programme' } : undefined;
}

/** A post that was over before it began stands in nobody's way. */
async function overlap(manager: EntityManager, post: PostRow): Promise<PostRefusal | undefined> {
  const others = await manager
    .createQueryBuilder(PostRow, 'one')
    .where('one.role = :role AND one.programme IS NOT DISTINCT FROM :programme', post)
    .andWhere('(one.until_day IS NULL OR one.until_day >= GREATEST(one.from_day, :from))', post)
    .andWhere('(:until::date IS NULL OR one.from_day <= :until)', post)
    .getMany();
  if (others.some(({ person, organisation }) => person === post.person && organisation === post.organisation))
    return { code: 'held-already' };
  if (post.role === ACCOUNTABLE && post.programme !== null && others.length > 0) return { code: 'accountable-already' };
  return undefined;
}
