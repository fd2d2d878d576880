// Query parameters: each has a reader and a JSON Schema, so that what is checked is what is documented.
import type { Label } from '#libs/lifecycle';
import { HTTP_PROBLEMS } from './http-problems.js';
import { Problem } from './problem.js';
import { isText } from './read-json.js';

export interface Parameter<Value> {
  /** @returns undefined when it cannot be used. */
  read(text: string): Value | undefined;
  /** What is wanted, for the one who gave something else. */
  want: Label;
  schema: Record<string, unknown>;
  description: string;
  otherwise?: Value;
}

export type Parameters = Record<string, Parameter<unknown>>;

type ValueOf<Of> = Of extends { read(text: string): infer Value } ? Exclude<Value, undefined> : never;
type Sure<Of extends Parameters> = {
  [Name in keyof Of as Of[Name] extends { otherwise: unknown } ? Name : never]: ValueOf<Of[Name]>;
};
type Perhaps<Of extends Parameters> = {
  [Name in keyof Of as Of[Name] extends { otherwise: unknown } ? never : Name]?: ValueOf<Of[Name]>;
};
type Read<Of extends Parameters> = Sure<Of> & Perhaps<Of>;

/** @throws Problem that names the parameter. */
export function readQuery<Of extends Parameters>(parameters: Of, query: unknown): Read<Of> {
  const given = query as Record<string, string | string[]>;
  const read: Record<string, unknown> = {};
  for (const [name, { otherwise }] of Object.entries(parameters)) if (otherwise !== undefined) read[name] = otherwise;
  for (const name of Object.keys(given)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!parameter) throw wrong(name, known(parameters));
    const text = given[name];
    if (typeof text !== 'string') throw wrong(name, { sv: 'ge den en gång', en: 'give it once' });
    const value = isText(text) ? parameter.read(text) : undefined;
    if (value === undefined) throw wrong(name, parameter.want);
    read[name] = value;
  }
  return read as Read<Of>;
}

function known(parameters: Parameters): Label {
  const names = Object.keys(parameters).join(', ');
  if (names === '') return { sv: 'här tas inga parametrar emot', en: 'no parameters are taken here' };
  return { sv: `här finns ${names}`, en: `there are ${names}` };
}

function wrong(name: string, want: Label): Problem {
  return new Problem(HTTP_PROBLEMS['invalid-parameter'], { params: { name: name.slice(0, 80), want } });
}
