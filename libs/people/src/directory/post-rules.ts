// Why a post is not given or ended: who or what it names and is not there, and who has it already.
import type { EntityManager } from 'typeorm';
import { Person } from './person.entity.js';
import { PostRow } from './post.entity.js';

export type PostRefusal =
  | { code: 'unknown-person' | 'erased-person'; field: 'person' | 'deputy' }
  | { code: 'unknown-organisation' | 'unknown-programme' }
  | { code: 'ends-before-it-begins' | 'deputy-for-oneself' }
  | { code: 'accountable-already' | 'held-already' }
  | { code: 'unknown-post' | 'post-ended' | 'post-ends-earlier' };

/** The role that answers for a programme: one holder at a time (INV-43). */
const ACCOUNTABLE = 'process-leader';

/** Who or what a post names and is not there. */
export async function missing(manager: EntityManager, post: PostRow): Promise<PostRefusal | undefined> {
  for (const field of ['person', 'deputy'] as const) {
    const id = post[field];
    // Held until the post is there: whoever is erased meanwhile loses it with the others.
    const lock = { mode: 'pessimistic_read' } as const;
    const person = id === null ? undefined : await manager.findOne(Person, { where: { id }, lock });
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
export async function overlap(manager: EntityManager, post: PostRow): Promise<PostRefusal | undefined> {
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
