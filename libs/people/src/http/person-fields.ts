// The fields of a person: a name in any script, an address that is one, a language.
import { Maybe, OneOf } from '#libs/platform';
import { LANGUAGES } from '#libs/lifecycle';
import { IsString, Matches, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { isPersonAddress } from '../directory/person-address.js';
import { NAME, NAME_MAX } from '../directory/person-name.js';

type Field = PropertyDecorator;

function all(...decorators: ((target: object, property: string) => void)[]): Field {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property as string));
}

/** One line that is not blank. It stands in the heads of letters, so it breaks no line and turns no reading direction. */
export const PersonName = (): Field =>
  all(
    IsString(),
    MinLength(1),
    MaxLength(NAME_MAX),
    Matches(NAME, { message: '$property must be one line that is not blank', context: { code: 'not-a-line' } }),
  );

export const MailAddress = (): Field =>
  all(
    ValidateBy(
      {
        name: 'isPersonAddress',
        validator: {
          validate: (value: unknown) => typeof value === 'string' && isPersonAddress(value),
          defaultMessage: () => '$property must be a mail address',
        },
      },
      { context: { code: 'not-an-address' } },
    ),
    JSONSchema({ type: 'string', format: 'email', maxLength: 254, example: 'anna@region.example' }),
  );

export const Spoken = (): Field => all(Maybe(), OneOf(LANGUAGES));
