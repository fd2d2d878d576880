// How much the programmes and the installation hang on single people: posts without a deputy, posts that end soon, programmes that
// nobody leads.
import { addDays, ENDS_SOON_DAYS, type Day } from '#libs/lifecycle';
import type { PostRow } from './post.entity.js';

export interface PostsDependency {
  /** Posts that one person has, without a deputy. */
  alone: PostRow[];
  /** Posts whose last day is within 90 days, and that nobody has after it. */
  ending: PostRow[];
  /** Codes of programmes that nobody leads today. */
  unled: string[];
}

/** @param posts those that are not over @param programmes codes of all */
export function postsDependency(posts: PostRow[], programmes: string[], day: Day): PostsDependency {
  const held = posts.filter((one) => isHeldOn(one, day));
  const soon = addDays(day, ENDS_SOON_DAYS);
  const led = new Set(held.filter(({ role }) => role === 'process-leader').map(({ programme }) => programme));
  return {
    alone: held.filter((one) => one.deputy === null && !held.some((other) => other !== one && isSameSeat(other, one))),
    ending: held.filter((one) => one.until !== null && one.until <= soon && !isFollowed(one, one.until, posts)),
    unled: programmes.filter((code) => !led.has(code)),
  };
}

function isHeldOn({ from, until }: PostRow, day: Day): boolean {
  return from <= day && (until === null || day <= until);
}

function isSameSeat(one: PostRow, other: PostRow): boolean {
  return one.role === other.role && one.programme === other.programme;
}

/** Somebody else has it on the day after. */
function isFollowed(post: PostRow, until: Day, posts: PostRow[]): boolean {
  return posts.some((other) => other !== post && isSameSeat(other, post) && isHeldOn(other, addDays(until, 1)));
}
