// What a token for a program is to be.
import { Code, Codes, Key, Line, Maybe, SCOPES, type Scope } from '#libs/platform';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** RFC 3339. */
export function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

export const Instant = (): PropertyDecorator => (target, property) => {
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: isInstant,
      defaultMessage: () => '$property must be an instant such as 2027-03-15T09:00:00Z',
    },
  })(target, property);
  JSONSchema({ type: 'string', format: 'date-time', example: '2027-03-15T09:00:00Z' })(target, property as string);
};

const ScopesField = (): PropertyDecorator => (target, property) => {
  const name = property as string;
  for (const decorate of [IsArray(), ArrayMinSize(1), ArrayMaxSize(SCOPES.length), IsIn([...SCOPES], { each: true })])
    decorate(target, name);
};

export class TokenBody {
  /** What it is for. */
  @Line(200) name: string;
  /** What it may knock at; `read` and `write` when absent. None that the caller has not. */
  @Maybe() @ScopesField() scopes?: Scope[];
  /** The role that its bearer acts in. */
  @Maybe() @Key() role?: string;
  /** The organisation that its bearer acts for. */
  @Maybe() @Code() organisation?: string;
  /** The codes of the programmes that it is let in to; every one when absent. */
  @Maybe() @Codes({ min: 1, max: 100 }) programmes?: string[];
  /** A year from now when absent. */
  @Maybe() @Instant() expiresAt?: string;
}
