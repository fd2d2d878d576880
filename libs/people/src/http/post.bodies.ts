// What is said of a post when it is given and when it ends.
import { STANDARD_ROLES } from '#libs/lifecycle';
import { Code, Day, Maybe, OneOf, PersonId, Prose, Whole } from '#libs/platform';

export class PostBody {
  @OneOf(Object.keys(STANDARD_ROLES)) role: string;
  @PersonId() person: string;
  /** The code of the organisation that it is held for. */
  @Code() organisation: string;
  /** The code of a programme; the whole installation when left out. */
  @Maybe() @Code() programme?: string;
  /** What the holder may decide, in words. */
  @Maybe() @Prose(2000) mandate?: string;
  /** The first day; today when left out. */
  @Maybe() @Day() from?: string;
  /** The last day. */
  @Maybe() @Day() until?: string;
  /** Who acts in the holder's stead. */
  @Maybe() @PersonId() deputy?: string;
  /** Of a full working time, in per cent. */
  @Maybe() @Whole(1, 100) share?: number;
}

export class EndPostBody {
  /** The last day; without it the post is over at once. */
  @Maybe() @Day() until?: string;
}
