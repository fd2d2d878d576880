// Every kind of record that the golden histories hold is told in an archive by words, in both languages: no key, no field's name.
import type { Language, Plan, PlanEvent } from '#libs/lifecycle';
import { shippedTemplates } from '#libs/templates';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FRAME_WORDS } from './archive-words.js';
import { decisionsPage } from './decisions-page.js';
import type { Gathered } from './gather.js';
import { historyPage } from './history-page.js';
import { namesInPlan } from './names-in-plan.js';
import { logPage, planPage } from './pages.js';
import { Speech } from './speech.js';
import { versionsPage } from './versions-page.js';
import { historyItem } from '../http/event-view.js';
import { recordsWithProse } from '../http/prose.js';

interface Golden {
  template: { key: string; version: number };
  events: PlanEvent[];
  plans: Plan[];
}

const FOLDER = join(process.cwd(), 'test', 'golden', 'histories');
const known = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Golden);
const wordsOf = { sv: await wordsOfPage('sv'), en: await wordsOfPage('en') };
const PAGES = { planPage, versionsPage, decisionsPage, logPage, historyPage };

/** As the app hands them in. */
async function wordsOfPage(language: Language): Promise<Record<string, string>> {
  const file = pathToFileURL(join(process.cwd(), 'apps', 'web', 'src', 'words', `${language}.js`));
  return ((await import(file.href)) as Record<Language, Record<string, string>>)[language];
}

/** The plan as an archive gathers it, every text in the same words. */
function gathered({ template: { key, version }, events, plans }: Golden, plan: Plan): Gathered {
  const texts = new Map(Array.from({ length: 500 }, (_, n) => [`text-${n + 1}`, 'Prosa.']));
  const templates = shippedTemplates.filter((one) => one.key === key && one.version === version);
  return {
    plan,
    template: templates[0]!,
    templates,
    titles: new Map(plans.map(({ id, title }) => [id, title])),
    kinds: new Map(),
    records: Object.fromEntries(
      Object.entries(plan.facts).map(([key, one]) => [key, recordsWithProse(key, one, texts)]),
    ),
    ancestors: new Map(),
    history: events.filter((event) => event.plan === plan.id).map((event) => historyItem(event, texts)),
    attachments: [],
  };
}

function speechFor(language: Language, { records, templates, titles }: Gathered): Speech {
  const organisation = (code: string) => `<${code}>`;
  const called = namesInPlan({ language, records, templates, plans: titles, organisation });
  return new Speech(language, { words: wordsOf[language], organisations: new Map(), templates, names: called });
}

/** Whether the archive or the page says so, a place for a stage being filled. */
const isWord = (language: Language) => {
  const words = new Set([...Object.values(wordsOf[language]), ...Object.values(FRAME_WORDS[language])]);
  return (said: string) => words.has(said);
};

describe.each(known.map((golden) => [golden.template.key, golden] as const))('the archive of %s', (_key, golden) => {
  it.each(['sv', 'en'] as const)('has a word for every field and heading, and shows no key, in %s', (language) => {
    const isSaid = isWord(language);
    const wordless = new Set<string>();
    for (const plan of golden.plans) {
      const all = gathered(golden, plan);
      const speech = speechFor(language, all);
      for (const [name, show] of Object.entries(PAGES)) {
        const { source } = show(speech, all);
        for (const [, label = ''] of source.matchAll(/<dt>\s*([^<]*?)\s*<\/dt>/g))
          if (!isSaid(label)) wordless.add(`${name}: ${label}`);
        for (const [, value = ''] of source.matchAll(/<(?:dd|li|strong|h\d)>\s*([^<]*?)\s*<\//g))
          if (/^[a-z-]+-\d+$|text-\d|^[a-z]+([A-Z][a-z]+)+$/.test(value)) wordless.add(`${name}: ${value}`);
      }
    }
    expect([...wordless]).toEqual([]);
  });
});
