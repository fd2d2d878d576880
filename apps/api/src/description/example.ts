// An example of a schema, made from the schema, so that none can say anything that it does not allow.
import type { Schema } from './schema-words.js';

const UUID = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';

/** Examples of the patterns that fields have; the last is any other. */
const BY_PATTERN: [RegExp, string][] = [
  [/^\^\[a-z0-9\]\+\(-/, 'kick-off'],
  [/^\^\[a-z\]\[a-z0-9\]\*/, 'kick-off'],
  [/^\^\[\\p\{L\}/, 'HOGSBY'],
  [/^\^P\(/, 'P14D'],
  [/^\^\[0-9a-f\]\{8\}/, UUID],
];

const BY_FORMAT: Record<string, string> = {
  date: '2027-03-15',
  'date-time': '2027-03-15T09:00:00.000Z',
  uuid: UUID,
};

/** Fields whose name says more than their schema does. */
const BY_NAME: Record<string, string> = {
  title: 'Kick-off i Högsby',
  reason: 'Vi väntar på budgetbeslutet.',
  notes: 'Alla parter var med. Nästa möte hålls i Oskarshamn.',
  comment: 'Nämnden vill se en kostnad för varje insats.',
  unit: 'personer',
  role: 'process-leader',
  key: '6f1c5e0b',
  stage: 'kick-off',
  template: 'joint-action-plan',
  item: 'knowledge-item-1',
  section: 'background',
  meeting: 'meeting-1',
  trial: 'trial-1',
  idea: 'idea-1',
  potential: 'potential-1',
  workgroup: 'workgroup-1',
  question: 'question-1',
  holding: 'holding-1',
  theme: 'theme-1',
};

type Components = Record<string, Schema>;

export function exampleOf(schema: Schema, components: Components): unknown {
  if (typeof schema['$ref'] === 'string')
    return exampleOf(components[schema['$ref'].split('/').at(-1) as string] ?? {}, components);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['examples'])) return schema['examples'][0];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choice = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choice?.[0]) return exampleOf(choice[0], components);
  return exampleOfType(schema, components);
}

function exampleOfType(schema: Schema, components: Components): unknown {
  switch (schema['type']) {
    case 'object':
      return exampleObject(schema, components);
    case 'array':
      return [exampleOf((schema['items'] as Schema | undefined) ?? {}, components)];
    case 'integer':
    case 'number':
      return Math.max(1, (schema['minimum'] as number | undefined) ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return exampleText(schema);
    default:
      return 'Hälsolots';
  }
}

/** Nobody is led to a field that is better left out. */
function exampleObject(schema: Schema, components: Components): unknown {
  const all = Object.entries((schema['properties'] as Components | undefined) ?? {});
  const properties = all.filter(([, inner]) => inner['deprecated'] !== true);
  return Object.fromEntries(properties.map(([name, inner]) => [name, exampleNamed(name, inner, components)]));
}

function exampleNamed(name: string, schema: Schema, components: Components): unknown {
  const named = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  const isFree = schema['type'] === 'string' && !schema['enum'] && !schema['examples'];
  return named !== undefined && isFree ? named : exampleOf(schema, components);
}

function exampleText({ format, pattern, maxLength = 200 }: Schema): string {
  const found =
    BY_FORMAT[String(format)] ?? BY_PATTERN.find(([shape]) => shape.test(String(pattern)))?.[1] ?? 'Hälsolots';
  return found.slice(0, maxLength as number);
}
