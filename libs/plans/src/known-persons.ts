// What the plans ask of whoever keeps the persons: a body that names one names somebody who is there.
import { personsIn, Problem, type BodyFault } from '#libs/platform';
import { PLAN_PROBLEMS } from './http/plan-problems.js';

export abstract class KnownPersons {
  /** @param ids in small letters. @returns how each stands, of those that are there. */
  abstract standing(ids: string[]): Promise<Map<string, 'here' | 'erased'>>;
}

/** Ids are compared letter by letter from here on, so the body gets them in small ones. @throws Problem that names each field. */
export async function refuseUnknownPersons(persons: KnownPersons, body: object, at = ''): Promise<void> {
  const named = personsIn(body, at);
  if (named.length === 0) return;
  for (const one of named) one.name(one.id.toLowerCase());
  const standing = await persons.standing([...new Set(named.map(({ id }) => id.toLowerCase()))]);
  const faults = named.flatMap(({ id, pointer }): BodyFault[] => {
    const how = standing.get(id.toLowerCase());
    return how === 'here' ? [] : [{ pointer, code: how === 'erased' ? 'erased-person' : 'unknown-person' }];
  });
  const [first] = faults;
  if (first) throw new Problem(PLAN_PROBLEMS[first.code as 'unknown-person' | 'erased-person'], { faults });
}
