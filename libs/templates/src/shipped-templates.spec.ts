import { checkTemplate, shippedTemplates } from './index.js';

describe('the shipped templates', () => {
  it.each(shippedTemplates.map((template) => [template.key, template]))('%s has no fault', (_key, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });
});
