// What every capability promises, whatever it records: names and words in each language, and parameters that are described.
import { LANGUAGES } from '../engine/template.js';
import { vocabulary } from '../engine.js';
import { capabilities } from './index.js';

/** It begins with a capital, a quotation or what is filled in, and is not the name of anything in the program. */
const NAME = /^[\p{Lu}”"{][^{}_]*$/u;
const SENTENCE = /^["”{\p{Lu}\d].*[.?}]["”]?$/u;
const JSON_TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: unknown[];
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
}

function parametersIn(words: string): string[] {
  return [...words.matchAll(/\{\w+\}/g)].map(([parameter]) => parameter).sort();
}

function isTyped({ type, enum: choices, const: only, anyOf, $ref }: Schema): boolean {
  if (type !== undefined) return JSON_TYPES.includes(type);
  return (choices ?? anyOf ?? []).length > 0 || only !== undefined || $ref !== undefined;
}

describe.each(capabilities.map((capability) => [capability.key, capability] as const))('%s', (key, capability) => {
  const verbs = Object.entries(capability.verbs);
  const criteria = Object.entries(capability.criteria);

  it('names itself, its verbs and its criteria in every language', () => {
    expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    const named = [capability, ...[...verbs, ...criteria].map(([, one]) => one)];
    for (const { name } of named) for (const language of LANGUAGES) expect(name[language]).toMatch(NAME);
  });

  it('says its refusals and what is missing in whole sentences, with the same parameters in every language', () => {
    for (const [code, label] of Object.entries(capability.words)) {
      for (const language of LANGUAGES)
        expect([code, label[language]]).toEqual([code, expect.stringMatching(SENTENCE)]);
      expect([code, parametersIn(label.en)]).toEqual([code, parametersIn(label.sv)]);
    }
  });

  it('has criteria that verbs can supply, with parameters that are typed, described and no others', () => {
    for (const [kind, { with: given, suppliedBy }] of criteria) {
      expect(suppliedBy.length).toBeGreaterThan(0);
      expect([kind, suppliedBy.filter((verb) => !vocabulary.verbs.has(verb))]).toEqual([kind, []]);
      if (!given) continue;
      const { type, additionalProperties, properties = {} } = given as Schema;
      expect([kind, type, additionalProperties]).toEqual([kind, 'object', false]);
      expect(Object.keys(properties)).not.toEqual([]);
      for (const [name, schema] of Object.entries(properties)) {
        expect([kind, name, schema.description]).toEqual([kind, name, expect.stringMatching(/^.{10,}[.)]$/su)]);
        expect([kind, name, isTyped(schema)]).toEqual([kind, name, true]);
      }
    }
  });
});
