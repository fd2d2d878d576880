// Which plans a caller may find at all, as keys that lists are filtered by; what of each is shown, the view says.
import type { Reach } from '#libs/plans';
import type { Caller, Person } from '#libs/platform';
import { ANYHOW, standardAbility } from './abilities.js';
import { postsFor } from './standing.js';

export function reachOf({ person, duty, programmes }: Caller): Reach {
  if (duty) return [];
  // A token that is bound to programmes finds nothing outside them, whoever shows it; what a person sees there, the view says.
  if (programmes) return programmes.map(programmeKey);
  if (!person) return null;
  if (reads(person, undefined)) return null;
  const led = new Set(person.posts.flatMap(({ programme }) => programme ?? []));
  return [...ownKeys(person), ...[...led].filter((programme) => reads(person, programme)).map(programmeKey)];
}

const programmeKey = (code: string) => `programme:${code}`;

function ownKeys({ id, organisation }: Person): string[] {
  return [`person:${id}`, ...(organisation === undefined ? [] : [`organisation:${organisation}`])];
}

/** Whether a post opens the plans of the programme, or of them all. */
function reads(person: Person, programme: string | undefined): boolean {
  return postsFor(person, programme).some(({ role }) => standardAbility(role).can('read', ANYHOW));
}
