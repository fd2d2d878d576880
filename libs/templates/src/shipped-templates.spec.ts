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

  it.each([
    ['parameters that do not fit', 'meeting-held', { min: 0 }],
    ['parameters that belong to nothing', 'notes-recorded', { min: 1 }],
    ['parameters that are missing', 'day-reached', undefined],
    ['an unknown kind among several', 'any-of', { criteria: [{ kind: 'meeting-held' }, { kind: 'moon-full' }] }],
    [
      'parameters that do not fit among several',
      'any-of',
      { criteria: [{ kind: 'meeting-held', with: { max: 1 } }, { kind: 'notes-recorded' }] },
    ],
  ])('refuses %s, as the check does', (_what, kind, given) => {
    const [template] = structuredClone(shippedTemplates) as [(typeof shippedTemplates)[0]];
    const name = { sv: 'x', en: 'x' };
    template.stages[0]?.criteria.push({ key: 'x', kind, name, ...(given ? { with: given } : {}) });
    expect(new Ajv2020({ strict: false }).validate(schema, template)).toBe(false);
    expect(checkTemplate(template).length).toBeGreaterThan(0);
  });

  it('names every verb, kind, anchor and fork there is', () => {
    const text = JSON.stringify(schema);
    const { verbs, criteria, anchors, forks } = vocabulary;
    const names = [verbs, criteria, anchors, forks].flatMap((map) => [...map.keys()]);
    expect(names.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
  });
});
