import { vocabulary } from '#libs/lifecycle';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkTemplate, shippedTemplates, templateSchema } from './index.js';

describe('the shipped templates', () => {
  it.each(shippedTemplates.map((template) => [template.key, template]))('%s has no fault', (_key, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });
});

describe('the schema of a template', () => {
  const schema = templateSchema(vocabulary);

  it('is JSON Schema 2020-12, and any checker takes the shipped templates by it', () => {
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(shippedTemplates.filter((template) => !ajv.validate(schema, template))).toEqual([]);
  });

  it('names every verb, kind, anchor and fork there is', () => {
    const text = JSON.stringify(schema);
    const { verbs, criteria, anchors, forks } = vocabulary;
    const names = [verbs, criteria, anchors, forks].flatMap((map) => [...map.keys()]);
    expect(names.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
  });
});
