// Persons as a reader sees them: an id with its name, wherever the work speaks of somebody.
import type { Person } from './person.entity.js';
import type { Persons } from './persons.js';

export interface NamedPerson {
  id: string;
  /** Null when the person has been erased, or is not in the directory. */
  name: string | null;
}

export class Names {
  private constructor(private readonly known: ReadonlyMap<string, Person>) {}

  /** One look-up for all that an answer speaks of. */
  static async of(persons: Persons, ids: Iterable<string | undefined | null>): Promise<Names> {
    return new Names(await persons.byId([...ids].filter((id) => typeof id === 'string')));
  }

  of(id: string): NamedPerson {
    return { id, name: this.known.get(id)?.name ?? null };
  }

  orNull(id: string | undefined | null): NamedPerson | null {
    return typeof id === 'string' ? this.of(id) : null;
  }
}
