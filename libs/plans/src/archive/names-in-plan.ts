// What the plan's own keys are called: records by their titles, versions and decisions by theirs, method cards, other plans.
import type { Language, Template } from '#libs/lifecycle';
import { versionName, type Labelled } from './version-names.js';

type Fields = Record<string, unknown>;

/** Names by key or code. The first of several with one code stands. */
export type NamesInPlan = ReadonlyMap<string, string>;

const TITLES = ['title', 'name', 'what'];

interface Told {
  language: Language;
  records: Readonly<Record<string, unknown>>;
  templates: readonly Template[];
  /** Titles of other plans by id. */
  plans: ReadonlyMap<string, string>;
  organisation(code: string): string;
}

export function namesInPlan({ language, records, templates, plans, organisation }: Told): NamesInPlan {
  const names = new Map(plans);
  const name = (key: string, words: string) => names.has(key) || names.set(key, words);
  for (const version of rows<Labelled>(records, 'versions', 'versions'))
    if (version.key !== undefined) name(version.key, versionName(language, version));
  for (const { key, organisation: code, version, label } of rows<Record<string, string>>(
    records,
    'adoption',
    'entries',
  ))
    name(String(key), `${organisation(String(code))}, ${names.get(String(version)) ?? label}`);
  for (const { key, municipality } of rows<Record<string, string>>(records, 'dialogues', 'dialogues'))
    name(String(key), organisation(String(municipality)));
  nameAll(records, name);
  for (const card of templates.flatMap(({ methods = [] }) => methods)) name(card.key, card.name[language]);
  return names;
}

function rows<Row>(records: Told['records'], capability: string, list: string): Row[] {
  return (((records[capability] ?? {}) as Fields)[list] ?? []) as Row[];
}

/** Whatever has a key, or a code, and a title. */
function nameAll(value: unknown, name: (key: string, words: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Fields;
  const words = TITLES.map((field) => fields[field]).find((one) => typeof one === 'string');
  for (const key of [fields['key'], fields['code']])
    if (typeof key === 'string' && typeof words === 'string') name(key, words);
  for (const inner of Object.values(fields)) nameAll(inner, name);
}
