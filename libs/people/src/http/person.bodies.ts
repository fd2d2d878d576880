// What is said of a person: by who keeps the directory, and by the person.
import { Code, Maybe, type Language } from '#libs/platform';
import type { Told } from '../directory/persons.js';
import { nameAsKept } from '../directory/person-name.js';
import { MailAddress, PersonName, Spoken } from './person-fields.js';

/** All of it; what is left out is cleared, and the language is Swedish unless said. */
export class MyselfBody {
  @PersonName() name: string;
  /** Where mail goes, and what one signs in by. */
  @Maybe() @MailAddress() address?: string;
  @Spoken() language?: Language;
}

export class PersonBody extends MyselfBody {
  /** The code of the organisation that the person comes from; residents have none. */
  @Maybe() @Code() organisation?: string;
}

export function toldOfMyself({ name, address, language = 'sv' }: MyselfBody): Omit<Told, 'organisation'> {
  return { name: nameAsKept(name), address: address?.normalize('NFC') ?? null, language };
}

export function toldIn(body: PersonBody): Told {
  return { ...toldOfMyself(body), organisation: body.organisation ?? null };
}
