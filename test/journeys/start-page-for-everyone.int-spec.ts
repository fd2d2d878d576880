// The start page for everyone: WCAG 2.1 AA as far as a program can tell (axe), and words for all there is, in both languages.
import { LIFECYCLE_EVENTS, vocabulary } from '#libs/lifecycle';
import type { Page } from 'playwright-core';
import { createRequire } from 'node:module';
import { Desk } from './desk.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

type Words = Record<string, string>;
interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: string[];
}

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

const VIEWS: [
  string,
  { who: 'reader' | 'member'; colorScheme?: 'dark'; opened?: true; path: (plan: string) => string },
][] = [
  ['the board', { who: 'reader', path: () => '/#/' }],
  ['the board in the dark', { who: 'member', colorScheme: 'dark', path: () => '/#/' }],
  ['a plan', { who: 'reader', path: (plan) => `/#/plans/${plan}` }],
  [
    'a plan in the dark, with all that can be done',
    { who: 'member', colorScheme: 'dark', path: (plan) => `/#/plans/${plan}` },
  ],
  ['every form and a refusal', { who: 'member', opened: true, path: (plan) => `/#/plans/${plan}` }],
  ['the start of a plan', { who: 'member', path: () => '/#/start' }],
  ['what is not there', { who: 'reader', path: () => '/#/plans/nowhere' }],
];

describe.each(['sv-SE', 'en-GB'])('axe finds nothing, in %s', (locale) => {
  it.each(VIEWS)('in %s', async (_name, { who, opened, path, colorScheme }) => {
    const page = await desk[who]({ locale, bypassCSP: true, ...(colorScheme ? { colorScheme } : {}) });
    const plan = await desk.planCalled('Hälsolots');
    expect(await faultsOf(page, path(plan), opened ? openAll : undefined)).toEqual([]);
    await page.context().close();
  });
});

async function faultsOf(page: Page, path: string, first?: (page: Page) => Promise<void>): Promise<string[]> {
  await page.goto(path);
  await page.reload();
  await page.waitForSelector('main[aria-busy="false"]');
  await first?.(page);
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate<Report>(
    `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path} ${id}: ${html}`));
}

interface Report {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** Every form and every explanation, and the refusal of the first form. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  await page.locator('details.verb form button[type=submit]').first().click();
  await page.locator('.refusal').first().waitFor();
}

describe('words', () => {
  let sv: Words;
  let en: Words;

  beforeAll(async () => {
    const page = await desk.reader();
    const load = (name: string) => page.evaluate<Words>(`import('/words/${name}.js').then((words) => words.${name})`);
    [sv, en] = [await load('sv'), await load('en')];
  });

  it('are the same in both languages, with the same parameters', () => {
    const shape = (words: Words) =>
      Object.entries(words).map(([key, value]) => [key, (value.match(/\{\w+\}/g) ?? []).sort()]);
    expect(shape(en)).toEqual(shape(sv));
  });

  it('are there for every event and every kind of record', () => {
    const wanted = [...LIFECYCLE_EVENTS, ...vocabulary.evolvers.keys()].map((type) => `event.${type}`);
    wanted.push(...vocabulary.capabilities.map(({ key }) => `record.${key}`));
    wanted.push(...vocabulary.capabilities.flatMap(({ nothing }) => fieldsOf(nothing)));
    expect(wanted.filter((key) => !(key in sv))).toEqual([]);
  });

  it('are there for all that the pilot tells', async () => {
    const plan = await desk.planCalled('Hälsolots');
    const { records } = await desk.ask<{ records: object }>(`/v1/plans/${plan}`);
    const { items } = await desk.ask<{ items: { data: object }[] }>(`/v1/plans/${plan}/history?limit=1000`);
    const told = items.map(({ data }) => withoutInheritance(data));
    const wanted = new Set([...Object.values(records), ...told].flatMap(fieldsWithin));
    expect(
      [...wanted].filter(
        (name) =>
          !NEVER_SHOWN.has(name) && !name.endsWith('Text') && !(`field.${name}` in sv) && !(`list.${name}` in sv),
      ),
    ).toEqual([]);
  });

  it('are there for every field and every choice of every form', async () => {
    const { verbs } = await desk.ask<{ verbs: { body: Schema }[] }>('/v1/templates/vocabulary');
    const wanted = new Set(verbs.flatMap(({ body }) => wordsIn(body)));
    expect([...wanted].filter((key) => !(key in sv))).toEqual([]);
  });
});

/** Keys, and what a sentence of the page's own tells. */
const NEVER_SHOWN = new Set(
  `key stage attempt round since imported id child children from kind unverified
  draft pieces content dates versions entries groups parent steeringGroup`.split(/\s+/),
);

function withoutInheritance({ inherits: _given, ...data }: { inherits?: object }): object {
  return data;
}

function fieldsWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(fieldsWithin);
  return Array.isArray(value) ? inner : [...Object.keys(value), ...inner];
}

/** The names of a capability's lists and single facts. */
function fieldsOf(nothing: unknown): string[] {
  return Object.entries(nothing as object).map(([name, value]) =>
    Array.isArray(value) && name !== 'links' ? `list.${name}` : `field.${name}`,
  );
}

function wordsIn({ properties = {}, items, enum: choices = [] }: Schema): string[] {
  const inner = Object.entries(properties).flatMap(([name, schema]) => [`field.${name}`, ...wordsIn(schema)]);
  return [...inner, ...(items ? wordsIn(items) : []), ...choices.map((one) => `value.${one}`)];
}
