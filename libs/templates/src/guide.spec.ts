// docs/templates.md is all that a template author has: every example in it is checked, and what it lists is what there is.
import { vocabulary, type Template } from '#libs/lifecycle';
import { readFileSync, writeFileSync } from 'node:fs';
import { guideVocabulary } from './guide-vocabulary.js';
import { checkTemplate, toSvg } from './index.js';

const FILE = 'docs/templates.md';
const PICTURE = 'docs/open-library.svg';
const guide = readFileSync(FILE, 'utf8');

/** What stands in fences of JSON, by what the fence says of it: `template`, `criterion`, or a place in the whole example. */
const examples = [...guide.matchAll(/```json (\S+)\n([^]*?)\n```/g)].map(([, of = '', text = '']) => ({
  of,
  value: JSON.parse(text) as unknown,
}));
const templates = examples.filter(({ of }) => of === 'template').map(({ value }) => value as Template);
const whole = templates.at(-1) as Template;

function at(pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((inner: unknown, name) => (inner as Record<string, unknown>)[name], whole);
}

describe('the guide for template authors', () => {
  it.each(templates.map((template) => [template.key, template]))('%s has no fault', (_key, template) => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('every part that it shows is one of the whole example', () => {
    const parts = examples.filter(({ of }) => of.startsWith('/'));
    expect(parts.length).toBeGreaterThan(12);
    for (const { of, value } of parts) expect([of, value]).toEqual([of, at(of)]);
  });

  it('every criterion that it shows can be asked for', () => {
    for (const { value } of examples.filter(({ of }) => of === 'criterion')) {
      const asking = structuredClone(whole);
      asking.stages.at(-1)?.criteria.push(value as Template['stages'][0]['criteria'][0]);
      expect(checkTemplate(asking)).toEqual([]);
    }
  });

  it('the example is what the guide says: nine stages, a loop, a join, two ways to decide, a cycle', () => {
    expect(whole.stages).toHaveLength(9);
    expect(whole.stages.filter(({ fork }) => fork?.join)).toHaveLength(1);
    expect(whole.stages.filter(({ cycle }) => cycle)).toHaveLength(1);
  });

  it('lists all that may be named (else: see the comment above the list)', () => {
    const generated = guideVocabulary(vocabulary);
    const listed = /(<!-- vocabulary: [^\n]* -->\n)([^]*?)(<!-- \/vocabulary -->)/;
    if (process.env['UPDATE_GUIDE'])
      writeFileSync(
        FILE,
        guide.replace(listed, (_all, first: string, _old, last: string) => `${first}\n${generated}\n${last}`),
      );
    const [, , told] = listed.exec(readFileSync(FILE, 'utf8')) ?? [];
    expect(told?.trim()).toBe(generated.trim());
  });

  it('shows the picture of the whole example', () => {
    if (process.env['UPDATE_GUIDE']) writeFileSync(PICTURE, toSvg(whole, 'en'));
    expect(readFileSync(PICTURE, 'utf8')).toBe(toSvg(whole, 'en'));
    expect(guide).toContain('](open-library.svg)');
  });

  it('each of its own links leads somewhere', () => {
    const text = readFileSync(FILE, 'utf8');
    const heads = [...text.matchAll(/^#+ (.*)$/gm)].map(([, head = '']) =>
      head
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-'),
    );
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !heads.includes(link))).toEqual([]);
  });
});
