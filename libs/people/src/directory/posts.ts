// The posts: who holds which role outside the plans, on which days. Given, ended, listed; a row is never taken away.
import { addDays, dayOf, type Day } from '#libs/lifecycle';
import { noteInAudit, OPERATOR, type Clock, type Post } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import type { DataSource, Repository, SelectQueryBuilder } from 'typeorm';
import { PostRow } from './post.entity.js';
import { missing, overlap, type PostRefusal } from './post-rules.js';
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
