// The quick way through a body that has nothing wrong: the rules of its class, looked up once instead of at every request.
// It only ever says yes; whatever it does not accept goes the long way, where faults get words.
import type { ClassConstructor } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes, type ValidationArguments } from 'class-validator';
import type { FaultList } from './fault-list.js';
import { isReserved } from './read-json.js';

type Plain = Record<string, unknown>;
type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** @returns whether the field passes. @param body as an instance of its class. */
type Rule = (value: unknown, body: object) => boolean;

interface Field {
  /** The rules hold only where all of these say so. */
  when: Rule[];
  rules: Rule[];
  /** The class of what is nested in it, alone or in a list. */
  nested?: ClassConstructor<object>;
}

const checks = new Map<ClassConstructor<object>, Map<string, Field>>();

/** @returns an instance when nothing is wrong with the value; undefined for all else. */
export function soundBody<Body extends object>(type: ClassConstructor<Body>, value: unknown): Body | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = checks.get(type) ?? fieldsOf(type);
  const body = new type() as Body & Plain;
  for (const name of Object.keys(value)) {
    const field = fields.get(name);
    if (!field) return undefined;
    const given = (value as Plain)[name];
    const taken = field.nested ? nestedIn(field.nested, given) : given;
    if (taken === undefined && given !== undefined) return undefined;
    if (taken !== undefined) (body as Plain)[name] = taken;
  }
  for (const [name, field] of fields) if (!passes(field, (body as Plain)[name], body)) return undefined;
  return body;
}

/**
 * What was sent as an instance of its class, so that faults can be found. A reserved name would stand in for the class itself, so it
 * is told and left out; in what is no class, a map of keys or the body of another verb, it is as good as any.
 * @param steps where it stands
 */
export function bodyOf<Body extends object>(
  type: ClassConstructor<Body>,
  value: object,
  steps: (string | number)[],
  forbidden: FaultList,
): Body {
  const fields = checks.get(type) ?? fieldsOf(type);
  const body = new type();
  for (const [name, given] of Object.entries(value)) {
    const nested = fields.get(name)?.nested;
    const at = [...steps, name];
    if (isReserved(name)) forbidden.add(at, 'forbidden-key');
    else (body as Plain)[name] = nested ? innerOf(nested, given, at, forbidden) : given;
  }
  return body;
}

function innerOf(
  type: ClassConstructor<object>,
  value: unknown,
  at: (string | number)[],
  forbidden: FaultList,
): unknown {
  if (Array.isArray(value))
    return value.map((one, index) => (isPlain(one) ? bodyOf(type, one, [...at, index], forbidden) : one));
  return isPlain(value) ? bodyOf(type, value, at, forbidden) : value;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function passes({ when, rules }: Field, value: unknown, body: object): boolean {
  return !when.every((rule) => rule(value, body)) || rules.every((rule) => rule(value, body));
}

function nestedIn(type: ClassConstructor<object>, value: unknown): unknown {
  if (!Array.isArray(value)) return soundBody(type, value);
  const bodies = value.map((one) => soundBody(type, one));
  return bodies.includes(undefined) ? undefined : bodies;
}

function fieldsOf(type: ClassConstructor<object>): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const metadata of getMetadataStorage().getTargetValidationMetadatas(type, '', false, false)) {
    const { propertyName: name } = metadata;
    const field = fields.get(name) ?? { when: [], rules: [] };
    fields.set(name, field);
    add(field, metadata, type);
  }
  checks.set(type, fields);
  return fields;
}

function add(field: Field, metadata: Metadata, type: ClassConstructor<object>): void {
  const { propertyName: name } = metadata;
  switch (metadata.type) {
    case ValidationTypes.CONDITIONAL_VALIDATION:
      field.when.push((value, body) =>
        (metadata.constraints[0] as (body: object, value: unknown) => boolean)(body, value),
      );
      break;
    case ValidationTypes.NESTED_VALIDATION:
      field.nested = defaultMetadataStorage.findTypeMetadata(type, name)?.typeFunction() as ClassConstructor<object>;
      break;
    case ValidationTypes.CUSTOM_VALIDATION:
      field.rules.push(...rulesOf(metadata));
      break;
    case ValidationTypes.WHITELIST:
      break;
    default:
      // A kind of rule that no field of ours has: the long way knows it.
      field.rules.push(() => false);
  }
}

function rulesOf(metadata: Metadata): Rule[] {
  const { propertyName: property, constraints, each, validateIf } = metadata;
  if (validateIf) return [() => false];
  return getMetadataStorage()
    .getTargetValidatorConstraints(metadata.constraintCls)
    .map(({ instance }) => (value, body) => {
      const about: ValidationArguments = {
        targetName: body.constructor.name,
        property,
        object: body,
        value,
        constraints,
      };
      // A rule that takes its time answers with a promise, which is no yes.
      if (!each || !Array.isArray(value)) return instance.validate(value, about) === true;
      return value.every((one) => instance.validate(one, about) === true);
    });
}
