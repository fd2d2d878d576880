// The start page for everyone: WCAG 2.1 AA as far as a program can tell (axe), and words for all there is, in both languages.
import { vocabulary } from '#libs/lifecycle';
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

describe.each(['sv-SE', 'en-GB'])('in %s', (locale) => {
  it.each(['light', 'dark'] as const)('axe finds nothing on any view, %s', async (colorScheme) => {
    const plan = await desk.planCalled('Pilotprojekt Högsby');
    const reader = await desk.reader({ locale, colorScheme, bypassCSP: true });
    const member = await desk.member({ locale, colorScheme, bypassCSP: true });
    const seen = [
      ...(await faultsOf(reader, '/#/')),
      ...(await faultsOf(reader, `/#/plans/${plan}`)),
      ...(await faultsOf(reader, '/#/plans/nowhere')),
      ...(await faultsOf(member, '/#/')),
      ...(await faultsOf(member, '/#/start')),
      ...(await faultsOf(member, `/#/plans/${plan}`, openAll)),
    ];
    expect(seen).toEqual([]);
  });
});

async function faultsOf(page: Page, path: string, first?: (page: Page) => Promise<void>): Promise<string[]> {
  await page.goto(path);
  await page.reload();
  await page.waitForSelector('main[aria-busy="false"]');
  await first?.(page);
  await page.addScriptTag({ path: AXE });
  return page.evaluate(
    async ([rules, at]) => {
      const axe = (window as unknown as { axe: { run(options: object): Promise<{ violations: Fault[] }> } }).axe;
      const { violations } = await axe.run({ runOnly: rules });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${String(at)} ${id}: ${html}`));
    },
    [RULES, path] as const,
  );
}

interface Fault {
  id: string;
  nodes: { html: string }[];
}

/** Every form and every explanation, and the refusal of the first form. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await page.locator('details.verb form button[type=submit]').first().click();
  await page.locator('.refusal').first().waitFor();
}

describe('words', () => {
  let sv: Words;
  let en: Words;

  beforeAll(async () => {
    const page = await desk.reader();
    const load = (name: string) =>
      page.evaluate(async (path) => Object.values((await import(path)) as Record<string, Words>)[0] as Words, `/words/${name}.js`);
    [sv, en] = [await load('sv'), await load('en')];
  });

  it('are the same in both languages, with the same parameters', () => {
    const shape = (words: Words) => Object.entries(words).map(([key, value]) => [key, (value.match(/\{\w+\}/g) ?? []).sort()]);
    expect(shape(en)).toEqual(shape(sv));
  });

  it('are there for every event and every kind of record', () => {
    const wanted = [...vocabulary.evolvers.keys()].map((type) => `event.${type}`);
    wanted.push(...vocabulary.capabilities.map(({ key }) => `record.${key}`));
    wanted.push(...vocabulary.capabilities.flatMap(({ nothing }) => fieldsOf(nothing)));
    expect(wanted.filter((key) => !(key in sv))).toEqual([]);
  });

  it('are there for every field and every choice of every form', async () => {
    const { verbs } = await desk.ask<{ verbs: { body: Schema }[] }>('/v1/templates/vocabulary');
    const wanted = new Set(verbs.flatMap(({ body }) => wordsIn(body)));
    expect([...wanted].filter((key) => !(key in sv))).toEqual([]);
  });
});

/** The names of a capability's lists and single facts. */
function fieldsOf(nothing: unknown): string[] {
  return Object.entries(nothing as object).map(([name, value]) => (Array.isArray(value) && name !== 'links' ? `list.${name}` : `field.${name}`));
}

function wordsIn({ properties = {}, items, enum: choices = [] }: Schema): string[] {
  const inner = Object.entries(properties).flatMap(([name, schema]) => [`field.${name}`, ...wordsIn(schema)]);
  return [...inner, ...(items ? wordsIn(items) : []), ...choices.map((one) => `value.${one}`)];
}
