// The kinds of field that a body can have. One decorator each, on class-validator, so that validation, OpenAPI, the
// vocabulary and the page's forms come from one place. Limits live here and nowhere else.
import { isDay, isWhen } from '#libs/lifecycle';
import { Type, type ClassConstructor } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

type Field = PropertyDecorator;

function all(...decorators: ((target: object, property: string) => void)[]): Field {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property as string));
}

/** A field that may be left out; null is not the same as absent. */
export const Maybe = (): Field =>
  ValidateIf((body: Record<string, unknown>, value: unknown) => value !== undefined || body === undefined);

/** One line of text: a title or a name. Not blank. */
export const Line = (max = 200): Field =>
  all(
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(/^(?=.*\S)[^\p{Cc}]*$/u, {
      message: '$property must be one line that is not blank',
      context: { code: 'not-a-line' },
    }),
  );

/** Prose that people write, kept apart from the journal. Not blank. */
export const Prose = (max = 20_000): Field =>
  all(
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(/\S/, { message: '$property must not be blank', context: { code: 'blank' } }),
  );

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

export function isCode(text: string): boolean {
  return CODE.test(text);
}

/** The code of an organisation, area or source record: letters, digits, hyphen, underscore. */
export const Code = (): Field =>
  all(
    IsString(),
    Matches(CODE, {
      message: '$property must be a code of letters, digits, - and _',
      context: { code: 'not-a-code' },
    }),
  );

/** A key of the template or of a record: kebab-case. */
export const Key = (): Field =>
  all(
    IsString(),
    Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
      message: '$property must be a key in kebab-case',
      context: { code: 'not-a-key' },
    }),
    MaxLength(80),
  );

export const Flag = (): Field => IsBoolean();

export const OneOf = (values: readonly string[]): Field => IsIn([...values]);

export const Whole = (min: number, max: number): Field => all(IsInt(), Min(min), Max(max));

export const Quantity = (min = -1e12, max = 1e12): Field =>
  all(IsNumber({ allowNaN: false, allowInfinity: false }), Min(min), Max(max));

/** A day, YYYY-MM-DD, that exists. */
export const Day = (): Field =>
  all(
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day that exists, YYYY-MM-DD',
      },
    }),
    JSONSchema({ type: 'string', format: 'date', example: '2026-03-15' }),
  );

const WHEN = {
  type: 'string' as const,
  description:
    'A date as precise as it is known: an instant, a day, a month, a season (YYYY-21 spring to YYYY-24 winter) or a year.',
  example: '2026-03-15',
};

/** A date as precise as it is known, EDTF: 2027-03-15T09:00:00Z, 2027-03-15, 2027-03, 2027-21 (spring) or 2027. */
export const WhenField = (): Field =>
  all(
    ValidateBy({
      name: 'isWhen',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isWhen(value),
        defaultMessage: () =>
          '$property must be an instant, a day, a month, a season (2027-21 is spring 2027) or a year that exists',
      },
    }),
    JSONSchema(WHEN),
  );

/** The decorator's types know OpenAPI 3.0 alone; a list of types is 3.1's. */
const WHEN_OR_UNKNOWN = {
  ...WHEN,
  type: ['string', 'null'] as unknown as 'string',
  description: `${WHEN.description} Null when nobody knows.`,
};

/** The same, or null for what nobody knows. */
export const WhenOrUnknown = (): Field =>
  all(
    ValidateIf((_body: unknown, value: unknown) => value !== null),
    WhenField(),
    JSONSchema(WHEN_OR_UNKNOWN),
  );

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const notAnId = { message: '$property must be an id (UUID)', context: { code: 'not-a-uuid' } };

/** The id of a plan. */
export const Id = (): Field => all(IsString(), Matches(UUID, notAnId), JSONSchema({ format: 'uuid' }));

export const Ids = ({ min = 1, max = 300 } = {}): Field =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Matches(UUID, { each: true, ...notAnId }),
  );

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const PAIRS_MAX = 1_000;

function isKeyMap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length <= PAIRS_MAX && brokenPairs(value).length === 0;
}

/** @returns the names of those pairs that are not one key for another; of too many pairs, none. */
export function brokenPairs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const pairs = Object.entries(value);
  if (pairs.length > PAIRS_MAX) return [];
  return pairs.filter((pair) => !pair.every((key) => typeof key === 'string' && KEY.test(key))).map(([name]) => name);
}

/** From key to key. */
export const KeyMap = (): Field =>
  all(
    ValidateBy({
      name: 'isKeyMap',
      validator: { validate: isKeyMap, defaultMessage: () => '$property must pair keys with keys' },
    }),
    JSONSchema({ type: 'object', additionalProperties: { type: 'string' }, example: { 'old-stage': 'new-stage' } }),
  );

/** The body of another verb, which that verb's own class reads. */
export const VerbFields = (): Field => all(IsObject(), JSONSchema({ type: 'object', additionalProperties: true }));

export const One = (type: () => ClassConstructor<object>): Field => all(IsObject(), ValidateNested(), Type(type));

export const Many = (type: () => ClassConstructor<object>, { min = 0, max = 200 } = {}): Field =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );

/** A list of codes of organisations or areas. */
export const Codes = ({ min = 0, max = 200 } = {}): Field =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Matches(CODE, {
      each: true,
      message: 'each value in $property must be a code of letters, digits, - and _',
      context: { code: 'not-a-code' },
    }),
  );

/** A list of single lines. */
export const Lines = ({ min = 0, max = 200, length = 500 } = {}): Field =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(length, { each: true }),
  );
