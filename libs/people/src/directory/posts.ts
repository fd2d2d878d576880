// The posts: who holds which role outside the plans, on which days.
import type { Post } from '#libs/platform';
import type { DataSource, Repository } from 'typeorm';
import { PostRow } from './post.entity.js';

/** SQL: whether the post is held on the day that is its parameter. */
const HELD = 'one.from_day <= :day AND (one.until_day IS NULL OR one.until_day >= :day)';

export class Posts {
  private readonly rows: Repository<PostRow>;

  constructor(source: DataSource) {
    this.rows = source.getRepository(PostRow);
  }

  /** What a person may act as on a day: as holder, and as deputy in the holder's stead. @param day YYYY-MM-DD */
  async heldBy(person: string, day: string): Promise<Post[]> {
    const rows = await this.rows
      .createQueryBuilder('one')
      .where('(one.person = :person OR one.deputy = :person)', { person })
      .andWhere(HELD, { day })
      .orderBy('one.from_day')
      .addOrderBy('one.id')
      .getMany();
    return rows.map(({ role, organisation, programme }) => ({
      role,
      organisation,
      ...(programme === null ? {} : { programme }),
    }));
  }
}
