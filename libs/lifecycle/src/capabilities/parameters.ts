// What a template may tell a criterion (`with`), as JSON Schema (2020-12).

type Schema = Record<string, unknown>;

/** Closed: a misspelt parameter is a fault of the template, not one that is left out. */
export function parameters(properties: Record<string, Schema>): Schema {
  return { type: 'object', properties, additionalProperties: false };
}

/** One or more: a criterion that asks for none says nothing. */
export function howMany(description: string): Schema {
  return { type: 'integer', minimum: 1, description };
}

export function flag(description: string): Schema {
  return { type: 'boolean', description };
}

/** At least one of these, none twice. */
export function someOf(values: readonly string[], description: string): Schema {
  return { type: 'array', items: { enum: values }, minItems: 1, uniqueItems: true, description };
}
