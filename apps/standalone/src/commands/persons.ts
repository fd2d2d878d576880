// stegvis persons import: many persons out of a CSV file, tried out first with --dry-run.
import { FILE_WORDS, PersonsImport, reportOf, type ImportReport } from '#libs/people';
import { say as worded } from '#libs/platform';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { StartFault } from '../start-fault.js';
import { spoken } from './spoken.js';
import { say, withApp } from './with-app.js';

interface ImportOptions {
  dryRun?: boolean;
  onlyGood?: boolean;
  language: string;
}

export function persons(command: Command): Command {
  command.description('the directory of persons');
  command
    .command('import')
    .description('add and change many persons by a CSV file: all of it, or nothing when a row has a fault')
    .argument('<file>', 'CSV with heads: Namn, E-post, Organisation, Språk, Roll (or in English)')
    .option('--dry-run', 'only tell what would become of each row')
    .option('--only-good', 'store the rows without faults, whatever the others have')
    .option('--language <sv|en>', 'the language of the words', 'en')
    .action(importPersons);
  return command;
}

function importPersons(path: string, options: ImportOptions): Promise<void> {
  return withApp(async (app) => {
    const language = spoken(options.language);
    const done = await app.get(PersonsImport).run(await bytesOf(path), options);
    if ('why' in done) {
      const { why, ...params } = done;
      const words = FILE_WORDS[why];
      throw new StartFault(`${path}: ${words ? worded(words, params, language) : why}`);
    }
    const report = reportOf(done, language);
    tell(report, options);
    if (report.faults.length > 0) process.exitCode = 1;
  });
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new StartFault(`${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function tell(report: ImportReport, { dryRun = false }: ImportOptions): void {
  const { rows, good, faults, notes, ignored, stored } = report;
  for (const note of notes) say(note);
  if (ignored.length > 0) say(`Not read: ${ignored.join(', ')}.`);
  for (const { row, column, message } of faults) say(`row ${row}${column === null ? '' : `, ${column}`}: ${message}`);
  say(`${rows} rows, ${good} without faults: ${report.new} new, ${report.changed} changed, ${report.known} known.`);
  say(dryRun ? 'Nothing was stored: this was a dry run.' : `${stored} stored.`);
}
