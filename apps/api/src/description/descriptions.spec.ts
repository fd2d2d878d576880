// The descriptions of the API hold to their specifications, their examples to their schemas, and the files to the code.
import { vocabulary } from '#libs/lifecycle';
import { checkTemplate } from '#libs/templates';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { descriptions } from './write.js';
import { verbBodies } from '../verb-bodies.js';
import type { Json } from '../../../../test/services/json.js';

const documents = descriptions();
const openApi = JSON.parse(documents['openapi.json'] as string);
const asyncApi = JSON.parse(documents['asyncapi.json'] as string);

function ajvOver(document: Json): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'document:', ...document });
  return ajv;
}

/** Every { schema, example } of a document, by its JSON pointer. */
function examplesIn(value: unknown, pointer = ''): [string, Json][] {
  if (typeof value !== 'object' || value === null) return [];
  const here = value as Json;
  const own: [string, Json][] = 'schema' in here && 'example' in here ? [[pointer, here]] : [];
  const step = (name: string) => `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return [...own, ...Object.entries(here).flatMap(([name, inner]) => examplesIn(inner, step(name)))];
}

describe('the OpenAPI document', () => {
  it('passes a strict validator', async () => {
    const result = await new Validator().validate(structuredClone(openApi));
    expect(result).toMatchObject({ valid: true });
  });

  it('has an example in every request and answer, and each holds to its schema', () => {
    const ajv = ajvOver(openApi);
    const found = examplesIn(openApi['paths']).concat(
      examplesIn(openApi['components'].responses, '/components/responses'),
    );
    expect(found.length).toBeGreaterThan(100);
    const wrong = found.flatMap(([pointer, { schema, example }]) => {
      const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document:#/'));
      return ajv.validate(whole, example) ? [] : [`${pointer}: ${ajv.errorsText()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('shows of a verb nothing that would mislead: a stage where none is gone to, a record of another kind, all flags at once', () => {
    const shown = (verb: string) =>
      openApi['paths'][`/v1/plans/{id}/${verb}`].post.requestBody.content['application/json'].example;
    for (const verb of ['undo', 'repeat', 'pause', 'complete', 'fork']) expect(shown(verb)).not.toHaveProperty('to');
    expect(shown('advance')).toHaveProperty('to');
    expect(shown('tick-item').item).toBe('checklist-item-1');
    expect(shown('cite')).toMatchObject({ item: 'knowledge-item-1', section: 'background' });
    expect(shown('add-party')).toMatchObject({ deciding: true, light: false, association: false });
  });

  it('has a template for its example that may be published', () => {
    const { example } = openApi['paths']['/v1/templates'].post.requestBody.content['application/json'];
    expect(checkTemplate(example)).toEqual([]);
  });

  it('gives every verb a path of its own, with a body', () => {
    const verbs = Object.keys(verbBodies);
    for (const verb of verbs) expect(openApi['paths'][`/v1/plans/{id}/${verb}`]?.post?.requestBody).toBeDefined();
    expect(verbs).toEqual(expect.arrayContaining([...vocabulary.verbs.keys()]));
  });

  it('names each operation once', () => {
    const ids = Object.values<Json>(openApi['paths']).flatMap((path) =>
      Object.values<Json>(path).map((one) => one['operationId']),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says which operations are public, and asks for a token at all others', () => {
    const open = Object.entries<Json>(openApi['paths']).flatMap(([path, operations]) =>
      Object.values<Json>(operations).some((one) => one['security']?.length === 0) ? [path] : [],
    );
    expect(openApi['security']).toEqual([{ token: [] }, { session: [] }]);
    for (const path of open)
      expect(path).toMatch(/^\/(v1\/public\/|healthz|readyz|metrics|openapi\.json|asyncapi\.json)/);
  });
});

describe('the AsyncAPI document', () => {
  it('holds to its specification', () => {
    const file = createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0-without-$id.json');
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    const check = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
    expect(check(asyncApi) ? null : check.errors).toBeNull();
  });

  it('has an example of every type of event, and each holds to its schema', () => {
    const ajv = ajvOver(asyncApi);
    const messages = Object.values<Json>(asyncApi['components'].messages);
    expect(messages.length).toBeGreaterThan(50);
    for (const { payload, examples } of messages) {
      const whole = JSON.parse(JSON.stringify(payload).replaceAll('"#/', '"document:#/'));
      expect(ajv.validate(whole, examples[0].payload) ? null : ajv.errorsText()).toBeNull();
    }
  });
});

describe('the files in the repository', () => {
  it.each(['openapi.json', 'asyncapi.json'])('%s is what the code gives (else: npm run openapi)', (name) => {
    const file = readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(documents[name] as string));
  });
});
