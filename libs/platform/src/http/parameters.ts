// The kinds of query parameter that several doors share.
import { isWhen, precisionOf } from '#libs/lifecycle';
import type { Parameter } from './read-query.js';

const LIMIT_MAX = 1_000;

export const limit: Parameter<number> & { otherwise: number } = {
  read: (text) => (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= LIMIT_MAX ? Number(text) : undefined),
  want: { sv: `ge ett heltal från 1 till ${LIMIT_MAX}`, en: `give a whole number from 1 to ${LIMIT_MAX}` },
  schema: { type: 'integer', minimum: 1, maximum: LIMIT_MAX, default: 50 },
  description: 'How many items at most.',
  otherwise: 50,
};

export function cursor(isCursor: (text: string) => boolean): Parameter<string> {
  return {
    read: (text) => (isCursor(text) ? text : undefined),
    want: { sv: 'ge next från en tidigare sida', en: 'give the next of an earlier page' },
    schema: { type: 'string' },
    description: 'Where to go on: the `next` of an earlier page.',
  };
}

/** `+` in an address means a space; whoever forgot to escape a time zone is understood. */
export const asOf: Parameter<string> = {
  read: (text) => {
    const instant = text.replace(' ', '+');
    return isWhen(instant) && precisionOf(instant) === 'instant' ? new Date(instant).toISOString() : undefined;
  },
  want: {
    sv: 'ge en tidpunkt som 2027-03-15T09:00:00Z',
    en: 'give an instant such as 2027-03-15T09:00:00Z',
  },
  schema: { type: 'string', format: 'date-time' },
  description: 'As it was recorded at this instant; one that lies ahead means now.',
};

export function oneOf<Value extends string>(values: readonly Value[], description: string): Parameter<Value> {
  return {
    read: (text) => values.find((value) => value === text),
    want: { sv: `ge något av ${values.join(', ')}`, en: `give one of ${values.join(', ')}` },
    schema: { type: 'string', enum: [...values] },
    description,
  };
}

export function flag(description: string): Parameter<boolean> {
  return {
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
    want: { sv: 'ge true eller false', en: 'give true or false' },
    schema: { type: 'boolean' },
    description,
  };
}

export function words(description: string, max = 200): Parameter<string> {
  return {
    read: (text) => (text.length > 0 && text.length <= max ? text : undefined),
    want: { sv: `ge 1 till ${max} tecken`, en: `give 1 to ${max} characters` },
    schema: { type: 'string', minLength: 1, maxLength: max },
    description,
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function uuid(description: string): Parameter<string> {
  return {
    read: (text) => (isUuid(text) ? text.toLowerCase() : undefined),
    want: { sv: 'ge ett id (UUID)', en: 'give an id (UUID)' },
    schema: { type: 'string', format: 'uuid' },
    description,
  };
}

const CODES_MAX = 100;

/** Codes of records that the reader has seen elsewhere and wants the names of; none lists nothing. */
export function codes(description: string): Parameter<string[]> & { otherwise: string[] } {
  return {
    read: (text) => {
      const found = text.split(',');
      return found.length <= CODES_MAX && found.every((code) => code.length > 0 && code.length <= 64)
        ? found
        : undefined;
    },
    want: {
      sv: `ge högst ${CODES_MAX} koder med komma mellan`,
      en: `give up to ${CODES_MAX} codes with commas between`,
    },
    schema: { type: 'string', examples: ['RKL,HOGSBY'] },
    description,
    otherwise: [],
  };
}
