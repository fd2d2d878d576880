// Faults of shape: ajv's findings by the template's schema, turned into codes of ours at the place they concern.
import { LANGUAGES, type TemplateFault, type Vocabulary } from '#libs/lifecycle';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { DURATION_PATTERN, KEY_PATTERN, templateSchema } from './template-schema.js';

const validators = new WeakMap<Vocabulary, ValidateFunction>();

function validatorOf(vocabulary: Vocabulary): ValidateFunction {
  const known = validators.get(vocabulary);
  if (known) return known;
  // The spec holds the schema to its own schema; doing it here, and polishing the code, would make the first check slow.
  const quick = { validateSchema: false, inlineRefs: false, code: { optimize: false } };
  const ajv = new Ajv2020({ allErrors: true, discriminator: true, strict: false, ...quick });
  const made = ajv.compile(templateSchema(vocabulary));
  validators.set(vocabulary, made);
  return made;
}

export function shapeFaults(vocabulary: Vocabulary, candidate: unknown): TemplateFault[] {
  const validate = validatorOf(vocabulary);
  if (validate(candidate)) return [];
  const errors = validate.errors ?? [];
  const ofNoWay = new Set(errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath));
  return errors.filter((error) => isOfItsOwn(error, ofNoWay)).map((error) => fault(error, candidate));
}

/** Where none of several ways fits, what each of them lacks only repeats it. */
function isOfItsOwn({ keyword, schemaPath, instancePath, propertyName }: ErrorObject, ofNoWay: Set<string>): boolean {
  if (keyword === 'discriminator' || keyword === 'propertyNames' || propertyName !== undefined) return false;
  return !(ofNoWay.has(instancePath) && schemaPath.startsWith('#/oneOf/'));
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
    case 'maxProperties':
      return at('takes-nothing');
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
    case 'oneOf':
      return at('timing');
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

function missing({ params }: ErrorObject, at: At): TemplateFault {
  const name = params['missingProperty'] as string;
  const ofLabel = (LANGUAGES as readonly string[]).includes(name);
  return ofLabel ? at('label-missing', { language: name }, name) : at('missing', { name }, name);
}

function patternCode(pattern: string): string {
  if (pattern === KEY_PATTERN) return 'not-a-key';
  if (pattern === DURATION_PATTERN) return 'not-a-duration';
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
