// Short ways to say JSON Schema (2020-12).

export type Schema = Record<string, unknown>;

export const text = (...examples: string[]): Schema => ({
  type: 'string',
  ...(examples.length > 0 ? { examples } : {}),
});
export const oneOf = (...values: string[]): Schema => ({ type: 'string', enum: values });
export const whole = (minimum: number, example = minimum): Schema => ({
  type: 'integer',
  minimum,
  examples: [example],
});
export const flag: Schema = { type: 'boolean' };
export const uuid: Schema = { type: 'string', format: 'uuid', examples: ['0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11'] };
export const instant: Schema = { type: 'string', format: 'date-time', examples: ['2027-03-15T09:00:00.000Z'] };
export const day: Schema = { type: 'string', format: 'date', examples: ['2027-03-15'] };
export const anyObject: Schema = { type: 'object' };
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const about = (description: string, schema: Schema): Schema => ({ ...schema, description });

export const dryRun: Schema = about('Set in a dry run: nothing of it has been done.', { const: true });

/** All properties are there, but for those named optional. */
export function object(
  properties: Record<string, Schema>,
  { optional = [] as string[], description = '' } = {},
): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', ...(description ? { description } : {}), required, properties };
}

/** One page of a list. */
export function page(item: string): Schema {
  return object({ items: list(ref(item)), next: about('Where to go on; null when there is no more.', orNull(text())) });
}
