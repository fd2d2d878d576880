// Whether a file has the shape that its schema says: every fault at once, each at its place.
import { isWhen } from '#libs/lifecycle';
import { pointerStep, type BodyFault } from '#libs/platform';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { HistoryFile } from './history.js';
import schema from './project-history.schema.json' with { type: 'json' };

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false, formats: { when: isWhen } });
const isHistory = ajv.compile<HistoryFile>(schema);

export function shapeFaults(value: unknown): BodyFault[] {
  if (isHistory(value)) return [];
  const faults = (isHistory.errors ?? []).map(fault);
  // Where there is a choice of shapes, the first that does not fit is told.
  return faults.filter(({ pointer }, index) => faults.findIndex((one) => one.pointer === pointer) === index);
}

const TYPES: Record<string, string> = {
  object: 'not-object',
  array: 'not-list',
  string: 'not-text',
  boolean: 'not-true-or-false',
  number: 'not-number',
  integer: 'not-whole',
};

/** Patterns are told apart by the definition that they stand in. */
const PATTERNS: Record<string, string> = { code: 'not-a-code', text: 'blank' };

const LIMITS: Record<string, string> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  maximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
};

function fault({ keyword, params, instancePath, schemaPath }: ErrorObject): BodyFault {
  const at = (code: string, below?: string): BodyFault => ({
    pointer: below === undefined ? instancePath : instancePath + pointerStep(below),
    code,
  });
  switch (keyword) {
    case 'required':
      return at('required', params['missingProperty'] as string);
    case 'additionalProperties':
      return at('unknown-field', params['additionalProperty'] as string);
    case 'uniqueItems':
      return { ...at('invalid', String(params['i'])), message: 'stands twice in the list.' };
    case 'type':
      return at(TYPES[String(params['type']).split(',')[0] ?? ''] ?? 'invalid');
    case 'format':
      return at('not-a-date');
    case 'pattern':
      return at(PATTERNS[/\$defs\/(\w+)\/pattern/.exec(schemaPath)?.[1] ?? ''] ?? 'not-a-line');
    case 'enum': {
      const choices = (params['allowedValues'] as unknown[]).filter((one) => one !== null).join(', ');
      return { ...at('not-one-of'), params: { limit: choices } };
    }
    default:
      return { ...at(LIMITS[keyword] ?? 'invalid'), params: { limit: params['limit'] as number } };
  }
}
