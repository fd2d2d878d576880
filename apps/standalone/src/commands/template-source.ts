// Where a command finds a template: in a file, or among the published ones by key, or key@version.
import type { Template } from '#libs/lifecycle';
import { Catalogue } from '#libs/plans';
import { checkTemplate } from '#libs/templates';
import type { INestApplicationContext } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { faultLines, type FileFault } from '../import/faults.js';
import { readJsonFile } from '../import/read-json-file.js';
import { report } from '../one-line.js';
import { StartFault } from '../start-fault.js';
import { note, withApp } from './with-app.js';

const NAMED = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:@([1-9]\d{0,8}))?$/;

/** A file that is there wins over a key of the same name. */
export function isFile(source: string): boolean {
  return existsSync(source) || !NAMED.test(source);
}

/** @throws StartFault after every fault has been told. */
export async function candidateIn(path: string): Promise<unknown> {
  const read = await readJsonFile(path);
  if ('value' in read) return read.value;
  return tellFaults(path, read.faults);
}

/** A template in a file, without faults. @throws StartFault after every fault has been told. */
export async function templateIn(path: string): Promise<Template> {
  const candidate = await candidateIn(path);
  const faults = checkTemplate(candidate);
  if (faults.length === 0) return candidate as Template;
  return tellFaults(
    path,
    faults.map(({ pointer, message }) => ({ place: pointer, message })),
  );
}

function tellFaults(path: string, faults: FileFault[]): never {
  for (const line of faultLines(faults)) note(line);
  throw new StartFault(`${path} cannot be used: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}.`);
}

export async function publishedIn(app: INestApplicationContext, source: string): Promise<Template> {
  const [, key = '', version] = NAMED.exec(source) ?? [];
  const document = await app.get(Catalogue).document(key, version === undefined ? undefined : Number(version));
  if (document) return document;
  throw new StartFault(
    `There is no published template ${source}, nor a file of that name; stegvis template list shows them.`,
  );
}

/** The database is opened only when some template is not in a file. */
export async function withTemplates(
  sources: string[],
  work: (templates: Template[], app?: INestApplicationContext) => void | Promise<void>,
): Promise<void> {
  const read = (app?: INestApplicationContext) =>
    Promise.all(sources.map((source) => (app && !isFile(source) ? publishedIn(app, source) : templateIn(source))));
  if (!sources.every(isFile)) return withApp(async (app) => work(await read(app), app));
  return orOneLine(async () => work(await read()));
}

/** Runs what needs no database; a fault becomes one line and exit code 1. */
export async function orOneLine(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}
