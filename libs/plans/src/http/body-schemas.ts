// The JSON Schema of a body class, self-contained: for the vocabulary of templates, the OpenAPI document and the page's forms.
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import type { ClassConstructor } from 'class-transformer';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

export type Schema = Record<string, unknown>;

const PREFIX = '#/bodies/';
let all: Record<string, Schema> | undefined;

/** Classes are told apart by name, so no two bodies may share one. */
export function schemaOf(type: ClassConstructor<object>): Schema {
  all ??= validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: PREFIX,
    additionalConverters: {
      isDay: {},
      isWhen: {},
      isInstant: {},
      isKeyMap: {},
      isObject: () => ({}),
    },
  }) as Record<string, Schema>;
  return { type: 'object', properties: {}, additionalProperties: false, ...(inlined(all[type.name] ?? {}) as Schema) };
}

function inlined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inlined);
  if (typeof value !== 'object' || value === null) return value;
  const ref = (value as Schema)['$ref'];
  if (typeof ref === 'string' && ref.startsWith(PREFIX))
    return { ...(inlined(all?.[ref.slice(PREFIX.length)]) as Schema), additionalProperties: false };
  // `example` is OpenAPI 3.0's; JSON Schema has a list of them.
  const told = Object.entries(value).map(([name, inner]) =>
    name === 'example' ? ['examples', [inner]] : [name, inlined(inner)],
  );
  return Object.fromEntries(told) as Schema;
}
