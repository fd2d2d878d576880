// Plain data into a body class, every fault named at once with its JSON pointer.
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { soundBody } from './body-check.js';
import { hasFaultWords } from './fault-words.js';
import type { BodyFault } from './problem.js';
import { invalidBody } from './read-json.js';
import { pointerStep } from './scan-json.js';

const CODES: Record<string, string> = {
  whitelistValidation: 'unknown-field',
  nestedValidation: 'not-object',
  isObject: 'not-object',
  isArray: 'not-list',
  isString: 'not-text',
  isBoolean: 'not-true-or-false',
  isNumber: 'not-number',
  isInt: 'not-whole',
  isIn: 'not-one-of',
  minLength: 'too-short',
  maxLength: 'too-long',
  min: 'too-small',
  max: 'too-large',
  arrayMinSize: 'too-few',
  arrayMaxSize: 'too-many',
  isDay: 'not-a-day',
  isWhen: 'not-a-date',
  isUuid: 'not-a-uuid',
  isKeyMap: 'not-pairs-of-keys',
};

/** Of several faults of one field, the first of these is told. */
const ORDER = [
  'whitelistValidation',
  'isArray',
  'isObject',
  'nestedValidation',
  'isString',
  'isNumber',
  'isInt',
  'isBoolean',
  'isIn',
  'maxLength',
  'minLength',
];

/** @param at where it stands in what was sent, a JSON pointer. @throws Problem with all faults. */
export function readBody<Body extends object>(type: ClassConstructor<Body>, value: unknown, at = ''): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidBody([{ pointer: at, code: 'not-object' }]);
  const sound = soundBody(type, value);
  if (sound) return sound;
  const body = plainToInstance(type, value);
  const errors = validateSync(body, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (errors.length > 0) throw invalidBody(errors.flatMap((error) => faultsOf(error, at)));
  return body;
}

function faultsOf(error: ValidationError, parent: string): BodyFault[] {
  const pointer = parent + pointerStep(error.property);
  const inner = (error.children ?? []).flatMap((child) => faultsOf(child, pointer));
  const names = Object.keys(error.constraints ?? {});
  const [first] = names;
  if (first === undefined) return inner;
  if (error.value === undefined && !names.includes('whitelistValidation')) return [{ pointer, code: 'required' }];
  const name = ORDER.find((one) => names.includes(one)) ?? first;
  const isOfItems = Array.isArray(error.value) && (name === 'isObject' || name === 'nestedValidation');
  if (isOfItems && inner.length > 0) return inner;
  return [told(error, name, pointer), ...(name === 'isArray' ? [] : inner)];
}

function told(error: ValidationError, name: string, pointer: string): BodyFault {
  const code = (error.contexts?.[name] as { code?: string } | undefined)?.code ?? CODES[name] ?? 'invalid';
  if (code === 'invalid' || !hasFaultWords(code))
    return { pointer, code, message: error.constraints?.[name] as string };
  const limit = limitOf(error, name);
  return { pointer, code, ...(limit === undefined ? {} : { params: { limit } }) };
}

/** The number or the choices that the decorator was given; looked up only when there is a fault to tell. */
function limitOf(error: ValidationError, name: string): string | undefined {
  const type = error.target?.constructor;
  if (!type) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const rule = rules.find((one) => one.propertyName === error.property && one.name === name);
  const limit: unknown = rule?.constraints?.[0];
  return Array.isArray(limit) ? limit.join(', ') : limit === undefined ? undefined : String(limit);
}
