// Faults of shape: ajv's findings by the template's schema, turned into codes of ours at the place they concern.
import { LANGUAGES, nearest, type TemplateFault, type Vocabulary } from '#libs/lifecycle';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { askedIn, whensIn, type AskedFor } from './asked-in.js';
import { byNearestShape } from './nearest-shape.js';
import { DELAY_PATTERN, DURATION_PATTERN, isTiming, KEY_PATTERN, templateSchema } from './template-schema.js';

/** Compiling is most of the first check, so each kind's parameters are compiled when a template first asks for it. */
interface Validators {
  whole: ValidateFunction;
  of(kind: string): ValidateFunction | undefined;
}

const made = new WeakMap<Vocabulary, Validators>();

function validatorsOf(vocabulary: Vocabulary): Validators {
  const known = made.get(vocabulary);
  if (known) return known;
  // The spec holds the schema to its own schema; doing it here, and polishing the code, would make the first check slow.
  const quick = { validateSchema: false, inlineRefs: false, code: { optimize: false } };
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, ...quick });
  const byKind = new Map<string, ValidateFunction>();
  const validators: Validators = {
    whole: ajv.compile(templateSchema(vocabulary, 'apart')),
    of(kind) {
      const takes = vocabulary.criteria.get(kind)?.with;
      const validate = byKind.get(kind) ?? (takes && ajv.compile(takes));
      if (validate) byKind.set(kind, validate);
      return validate;
    },
  };
  made.set(vocabulary, validators);
  return validators;
}

export function shapeFaults(vocabulary: Vocabulary, candidate: unknown): TemplateFault[] {
  const { whole, of } = validatorsOf(vocabulary);
  const untimed = whensIn(candidate).filter(({ when }) => isObject(when) && !isTiming(when));
  return [
    ...faultsBy(whole, candidate),
    ...untimed.map(({ at }) => ({ pointer: at, code: 'timing', params: {} })),
    ...askedIn(candidate).flatMap((asked) => parameterFaults(vocabulary, of, asked)),
  ];
}

/** What a kind of criterion takes; of an unknown kind nothing is known. */
function parameterFaults(
  vocabulary: Vocabulary,
  of: Validators['of'],
  { kind, given, at, name }: AskedFor,
): TemplateFault[] {
  const known = vocabulary.criteria.get(kind);
  if (!known || (given !== undefined && !isObject(given))) return [];
  const validate = of(kind);
  if (given === undefined)
    return known.with && 'required' in known.with ? [{ pointer: at, code: 'missing', params: { name } }] : [];
  if (validate) return faultsBy(validate, given, at);
  return Object.keys(given).length > 0 ? [{ pointer: at, code: 'takes-nothing', params: {} }] : [];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function faultsBy(validate: ValidateFunction, candidate: unknown, at = ''): TemplateFault[] {
  if (validate(candidate)) return [];
  const own = byNearestShape(validate.errors ?? []).map((error, index) => {
    const found = fault(error, candidate);
    const near = index < GUESSED_MAX ? meant(error, candidate) : undefined;
    return near === undefined ? found : { ...found, params: { ...found.params, near } };
  });
  return at === '' ? own : own.map((one) => ({ ...one, pointer: at + one.pointer }));
}

/** A hostile template may misspell thousands of parts: beyond these, nothing is guessed. */
const GUESSED_MAX = 100;

/** The part or the choice that a misspelt one was likely meant to be. */
function meant({ keyword, instancePath, params, parentSchema }: ErrorObject, candidate: unknown): string | undefined {
  if (keyword === 'additionalProperties') {
    const known = (parentSchema as { properties?: object } | undefined)?.properties ?? {};
    return nearest(params['additionalProperty'] as string, Object.keys(known));
  }
  if (keyword !== 'enum') return undefined;
  const written = standsAt(candidate, instancePath);
  const choices = (params['allowedValues'] as unknown[]).filter((one) => typeof one === 'string');
  return typeof written === 'string' ? nearest(written, choices) : undefined;
}

function fault(error: ErrorObject, candidate: unknown): TemplateFault {
  const { instancePath: pointer, keyword, params } = error;
  const at = (code: string, more: TemplateFault['params'] = {}, below?: string): TemplateFault => ({
    pointer: below === undefined ? pointer : `${pointer}/${below.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    code,
    params: more,
  });
  const written = () => standsAt(candidate, pointer);
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return missing(error, at);
    case 'additionalProperties':
      if (params['additionalProperty'] === '$ref') return at('no-references', {}, '$ref');
      return at('not-known-here', { name: shortened(params['additionalProperty']) }, params['additionalProperty']);
    case 'type':
      return at('wrong-type', { wanted: String(params['type']) });
    case 'enum':
    case 'const':
      return at('not-one-of', { value: shortened(written()), choices: choices(params) });
    case 'pattern':
      return at(patternCode(params['pattern']), { value: shortened(written()) });
    case 'minItems':
    case 'minLength':
      return at('too-few', { limit: params['limit'] });
    case 'maxItems':
      return at('too-many', { limit: params['limit'], have: (written() as unknown[]).length });
    case 'maxLength':
      return at('too-long', { limit: params['limit'] });
    case 'minimum':
      return at('too-low', { limit: params['limit'] });
    case 'maximum':
      return at('too-high', { limit: params['limit'] });
    case 'uniqueItems':
      return at('given-twice', {}, String(Math.max(params['i'], params['j'])));
    case 'not':
      return at('not-both');
    default:
      return at('does-not-fit');
  }
}

/** What stands at a JSON pointer. */
function standsAt(whole: unknown, pointer: string): unknown {
  const path = pointer.split('/').slice(1);
  const names = path.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce((inner, name) => (inner as Record<string, unknown>)[name], whole);
}

type At = (code: string, params: TemplateFault['params'], below: string) => TemplateFault;

function missing({ params, parentSchema }: ErrorObject, at: At): TemplateFault {
  const name = params['missingProperty'] as string;
  const ofLabel = (LANGUAGES as readonly string[]).includes(name);
  if (ofLabel) return at('label-missing', { language: name }, name);
  const properties = (parentSchema as { properties?: Record<string, { enum?: unknown[] }> } | undefined)?.properties;
  const few = properties?.[name]?.enum ?? [];
  const choices = few.length > 0 && few.length <= CHOICES_MAX ? { choices: few.join(', ') } : {};
  return at('missing', { name, ...choices }, name);
}

/** Of more than can be read at a glance none is listed. */
const CHOICES_MAX = 12;

function patternCode(pattern: string): string {
  if (pattern === KEY_PATTERN) return 'not-a-key';
  if (pattern === DURATION_PATTERN || pattern === DELAY_PATTERN) return 'not-a-duration';
  return pattern === '\\S' ? 'empty-text' : 'wrong-form';
}

function choices(params: Record<string, unknown>): string {
  const all = (params['allowedValues'] as unknown[] | undefined) ?? [params['allowedValue']];
  return all.join(', ');
}

/** Quotes what was written, but no more than a line of it. */
function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
