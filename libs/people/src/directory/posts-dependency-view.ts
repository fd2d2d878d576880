// What hangs on single people outside the plans, in words and names.
import type { Language } from '#libs/platform';
import type { Names } from './names.js';
import type { PostRow } from './post.entity.js';
import type { PostsDependency } from './posts-dependency.js';
import { standardRoleName } from './role-name.js';

export function postsDependencyView({ alone, ending, unled }: PostsDependency, names: Names, language: Language) {
  const told = ({ id, role, person, organisation, programme, until }: PostRow) => ({
    post: id,
    role,
    roleName: standardRoleName(role, language),
    person: names.of(person),
    organisation,
    programme,
    until,
  });
  return { alone: alone.map(told), ending: ending.map(told), unled };
}
