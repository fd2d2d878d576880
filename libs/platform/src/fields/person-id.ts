// The field that names a person. Whether there is such a person no rule of a class can tell, so whoever takes a body finds these
// fields in it and asks.
import { Id } from './fields.js';

const PERSONS = Symbol('fields that name a person');

/** The id of a person, in a body or in one that is nested in it. */
export const PersonId = (): PropertyDecorator => (target, property) => {
  Id()(target, property);
  Reflect.defineMetadata(PERSONS, [...named(target), property], target);
};

export interface NamedPerson {
  /** JSON pointer from the outermost body. */
  pointer: string;
  id: string;
  /** Puts another in its place. */
  name(id: string): void;
}

/** Every person that a body names. @param body as an instance of its class. @param at where it stands, a JSON pointer. */
export function personsIn(body: object, at = ''): NamedPerson[] {
  const fields = body as Record<string, unknown>;
  const found: NamedPerson[] = [];
  for (const property of named(body)) {
    const id = fields[property];
    if (typeof id === 'string')
      found.push({ pointer: `${at}/${property}`, id, name: (other) => void (fields[property] = other) });
  }
  for (const [property, value] of Object.entries(fields))
    if (typeof value === 'object' && value !== null) found.push(...personsIn(value, `${at}/${property}`));
  return found;
}

function named(target: object): string[] {
  return (Reflect.getMetadata(PERSONS, target) as string[] | undefined) ?? [];
}
