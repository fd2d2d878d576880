// stegvis template check | publish | diff | diagram | list | export | copy: what a template author does beside the editor.
import type { Language, Template } from '#libs/lifecycle';
import { Catalogue } from '#libs/plans';
import {
  checkTemplate,
  copyTemplate,
  diffTemplates,
  toMermaid,
  toSvg,
  toXState,
  type CopyOrder,
  type TemplateDiff,
} from '#libs/templates';
import { writeFile } from 'node:fs/promises';
import type { FileFault } from '../import/faults.js';
import { readJsonFile } from '../import/read-json-file.js';
import { StartFault } from '../start-fault.js';
import { spoken } from './spoken.js';
import { candidateIn, orOneLine, withTemplates } from './template-source.js';
import { note, say, withApp } from './with-app.js';

interface Told {
  language: string;
  json?: boolean;
}

/** Exit code 1 when there is any fault; every fault is told, each with its place. */
export function checkTemplateFile(path: string, { language, json }: Told): Promise<void> {
  return orOneLine(async () => {
    const read = await readJsonFile(path, spoken(language));
    const unread = ({ place: pointer, code = 'not-read', message }: FileFault) => ({ pointer, code, message });
    const faults = 'faults' in read ? read.faults.map(unread) : checkTemplate(read.value, spoken(language));
    if (json) say(inJson({ valid: faults.length === 0, faults }));
    else for (const { pointer, code, message } of faults) say(`${pointer || '/'}: ${message} [${code}]`);
    if (faults.length > 0) process.exitCode = 1;
    else if (!json) say(`${path} has no fault.`);
  });
}

export function publishTemplate(path: string, { language }: Told): Promise<void> {
  return withApp(async (app) => {
    const catalogue = app.get(Catalogue);
    const candidate = await candidateIn(path);
    const faults = await catalogue.check(candidate, spoken(language));
    for (const { pointer, message } of faults) note(`${pointer || '/'}: ${message}`);
    if (faults.length > 0) throw new StartFault(`${path} was not published.`);
    const { key, version } = candidate as Template;
    const outcome = await catalogue.publish(candidate, 'command-line');
    say(
      'published' in outcome
        ? `Published ${key}@${version}.`
        : `${key}@${version} is published already, as it stands here.`,
    );
  });
}

/** Exit code 0 whether they differ or not. */
export function diffTemplateSources(from: string, to: string, { language, json }: Told): Promise<void> {
  return withTemplates([from, to], ([one, other]) => {
    const diff = diffTemplates(one as Template, other as Template);
    if (json) say(inJson(diff));
    else for (const line of diffLines(diff, spoken(language))) say(line);
  });
}

function diffLines({ from, to, parts }: TemplateDiff, language: Language): string[] {
  if (parts.length === 0) return [`${from.key}@${from.version} and ${to.key}@${to.version} say the same.`];
  return parts.flatMap(({ stage, name, changes }, index) => [
    ...(index > 0 ? [''] : []),
    stage === null ? `${to.key}@${to.version}` : `${name?.[language] ?? stage} (${stage})`,
    ...changes.map(({ message }) => `  ${message[language]}`),
  ]);
}

const FORMATS: Record<string, (template: Template, language: Language) => string> = {
  svg: toSvg,
  mermaid: toMermaid,
  xstate: (template, language) => `${inJson(toXState(template, language))}\n`,
};

export function drawTemplate(
  source: string,
  { format, language, output }: { format: string; language: string; output?: string },
): Promise<void> {
  return withTemplates([source], async ([template]) => {
    const draw = FORMATS[format];
    if (!draw) throw new StartFault(`--format: there is no "${format}"; there are ${Object.keys(FORMATS).join(', ')}.`);
    await give(draw(template as Template, spoken(language)), output);
  });
}

export function listTemplates({ language, json }: Told): Promise<void> {
  return withApp(async (app) => {
    const rows = await app.get(Catalogue).all();
    if (json) say(inJson(rows));
    else
      for (const { key, version, name, publishedAt } of rows)
        say(
          [`${key}@${version}`, name[spoken(language)], `published ${publishedAt.toISOString().slice(0, 10)}`].join(
            '  ',
          ),
        );
  });
}

export function exportTemplate(source: string, { output }: { output?: string }): Promise<void> {
  return withTemplates([source], ([template]) => give(`${inJson(template)}\n`, output));
}

interface CopyOptions {
  key: string;
  nameSv: string;
  nameEn: string;
  changes?: string;
  output?: string;
}

export function copyOfTemplate(source: string, { key, nameSv, nameEn, changes, output }: CopyOptions): Promise<void> {
  return withTemplates([source], async ([template], app) => {
    const published = await app?.get(Catalogue).document(key);
    const order: CopyOrder = { key, name: { sv: nameSv, en: nameEn }, version: (published?.version ?? 0) + 1 };
    const changed = changes === undefined ? {} : await changesIn(changes);
    const draft = copyTemplate(template as Template, { ...order, changes: changed });
    const faults = checkTemplate(draft);
    for (const { pointer, message } of faults) note(`${pointer || '/'}: ${message}`);
    if (faults.length > 0) throw new StartFault('The copy would have faults; nothing was written.');
    await give(`${inJson(draft)}\n`, output);
  });
}

async function changesIn(path: string): Promise<object> {
  const changes = await candidateIn(path);
  if (typeof changes === 'object' && changes !== null && !Array.isArray(changes)) return changes;
  throw new StartFault(`${path} is no JSON Merge Patch: that is an object { ... }.`);
}

const inJson = (value: unknown) => JSON.stringify(value, null, 2);

/** To standard output, or into a file when one is named. */
async function give(text: string, output: string | undefined): Promise<void> {
  if (output === undefined) return void process.stdout.write(text);
  try {
    await writeFile(output, text);
  } catch (error) {
    throw new StartFault(`${output} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  note(`Written to ${output}.`);
}
