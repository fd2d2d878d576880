// Which doors a person may knock at, by its posts; what is done in a plan hangs on the roles there, whatever the scopes.
import type { Post, Scope } from '#libs/platform';

const SCOPE_OF: ReadonlyMap<string, Scope> = new Map([
  ['template-author', 'publish-templates'],
  ['administrator', 'administer'],
  ['registrar', 'records'],
]);

/** Templates, the register of persons and the audit trail are the whole installation's: a post for one programme opens none of them. */
export function scopesOf(posts: readonly Post[]): Scope[] {
  const opened = posts.filter(({ programme }) => programme === undefined).map(({ role }) => SCOPE_OF.get(role));
  return ['read', 'write', ...new Set(opened.filter((scope) => scope !== undefined))];
}
