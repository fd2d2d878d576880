// Plain data into a body class, every fault named at once with its JSON pointer.
import type { ClassConstructor } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { brokenPairs } from '../fields/fields.js';
import { bodyOf, soundBody } from './body-check.js';
import { FAULTS_MAX, FaultList, firstOfThem, pointerStep } from './fault-list.js';
import { hasFaultWords } from './fault-words.js';
import type { BodyFault } from './problem.js';
import { invalidBody } from './read-json.js';

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
  isInstant: 'not-an-instant',
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
  const forbidden = new FaultList();
  const body = bodyOf(type, value, stepsOf(at), forbidden);
  const errors = validateSync(body, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  const faults = [...forbidden.all(), ...errors.flatMap((error) => faultsOf(error, at))];
  if (faults.length > 0) throw invalidBody(firstOfThem(faults));
  return body;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function faultsOf(error: ValidationError, parent: string): BodyFault[] {
  const pointer = parent + pointerStep(error.property);
  const inner = (error.children ?? []).flatMap((child) => faultsOf(child, pointer));
  const names = Object.keys(error.constraints ?? {});
  if (names.length === 0) return inner;
  if (error.value === undefined && !names.includes('whitelistValidation')) return [missing(error, pointer, names)];
  const { items, ofThem } = itemFaults(error, pointer, names);
  const ofWhole = names.filter((name) => !ofThem.has(name));
  const pairs = pairFaults(error, pointer, names);
  if (pairs.length > 0) return pairs;
  const first = firstOf(ofWhole);
  const whole = first === undefined ? [] : [told(error, first, pointer)];
  return first === 'isArray' ? whole : oncePerPlace([...whole, ...items, ...inner]);
}

/** With what there is to choose among, where it is one of a few. */
function missing(error: ValidationError, pointer: string, names: string[]): BodyFault {
  const limit = names.includes('isIn') ? limitOf(error, 'isIn') : undefined;
  return { pointer, code: 'required', ...(limit === undefined ? {} : { params: { limit } }) };
}

function oncePerPlace(faults: BodyFault[]): BodyFault[] {
  const places = new Set<string>();
  return faults.filter(({ pointer }) => !places.has(pointer) && places.add(pointer));
}

function firstOf(names: string[]): string | undefined {
  return ORDER.find((one) => names.includes(one)) ?? names[0];
}

/** What is wrong with items of a list is told at each of them; class-validator says only that some item is wrong. */
function itemFaults(error: ValidationError, pointer: string, names: string[]) {
  const list: unknown[] = Array.isArray(error.value) ? error.value.slice(0, FAULTS_MAX) : [];
  const rules = rulesOf(error).filter(({ each, name }) => each && name !== undefined && names.includes(name));
  const items = list.flatMap((item, index) => {
    const broken = rules.filter((rule) => !itemPasses(rule, item, error)).map(({ name }) => name as string);
    const first = firstOf(broken);
    return first === undefined ? [] : [told(error, first, pointer + pointerStep(index))];
  });
  const ofThem = new Set(items.length > 0 ? rules.map(({ name }) => name) : []);
  const hasInner = items.length > 0 || (error.children ?? []).length > 0;
  if (list.length > 0 && hasInner) ofThem.add('nestedValidation');
  return { items, ofThem };
}

type Rule = ReturnType<typeof rulesOf>[number];

function itemPasses(
  { constraintCls, constraints }: Rule,
  value: unknown,
  { property, target }: ValidationError,
): boolean {
  const object = target ?? {};
  const about = { targetName: object.constructor.name, property, object, value, constraints };
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .every(({ instance }) => instance.validate(value, about) === true);
}

/** Of pairs of keys, each that is none. */
function pairFaults({ value }: ValidationError, pointer: string, names: string[]): BodyFault[] {
  if (!names.includes('isKeyMap')) return [];
  return brokenPairs(value).map((key) => ({ pointer: pointer + pointerStep(key), code: 'not-pairs-of-keys' }));
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
  const rule = rulesOf(error).find((one) => one.name === name);
  const limit: unknown = rule?.constraints?.[0];
  return Array.isArray(limit) ? limit.join(', ') : limit === undefined ? undefined : String(limit);
}

function rulesOf({ target, property }: ValidationError) {
  const type = target?.constructor;
  if (!type) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return rules.filter((one) => one.propertyName === property);
}
