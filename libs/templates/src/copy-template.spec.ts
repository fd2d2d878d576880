import { checkTemplate, copyTemplate, diffTemplates, shippedTemplates, type Fault } from './index.js';

const name = { sv: 'Vårt sätt', en: 'Our way' };
const order = { key: 'our-way', name, version: 1 };

describe('copyTemplate', () => {
  it.each(shippedTemplates.map((template) => [template.key, template]))(
    'a copy of %s has no fault',
    (_key, template) => {
      const copy = copyTemplate(template, order);
      expect(checkTemplate(copy)).toEqual([] satisfies Fault[]);
      expect(diffTemplates(template, copy as typeof template).parts.map(({ stage }) => stage)).toEqual([null]);
    },
  );

  it('takes changes as a JSON Merge Patch: null takes away, a list takes the place of a list', () => {
    const [template] = shippedTemplates as [(typeof shippedTemplates)[0]];
    const roles = [...template.roles, { key: 'neighbour', name }];
    const copy = copyTemplate(template, { ...order, changes: { tracks: null, roles, summary: { en: 'Ours' } } });
    expect(copy).toMatchObject({ roles, summary: { sv: template.summary?.sv, en: 'Ours' } });
    expect(copy).not.toHaveProperty('tracks');
  });

  it('keeps the key, version and name that it was given, whatever the changes say', () => {
    const [template] = shippedTemplates as [(typeof shippedTemplates)[0]];
    const changes = { key: 'other', version: 9, name: { sv: 'x', en: 'x' } };
    expect(copyTemplate(template, { ...order, changes })).toMatchObject({ key: 'our-way', version: 1, name });
  });

  it('leaves the original alone', () => {
    const [template] = shippedTemplates as [(typeof shippedTemplates)[0]];
    const before = JSON.stringify(template);
    copyTemplate(template, { ...order, changes: { roles: null, rules: { reminders: [] } } });
    expect(JSON.stringify(template)).toBe(before);
  });
});
