// What `npx stegvis template` offers, with its words for --help.
import { Command } from 'commander';
import {
  checkTemplateFile,
  copyOfTemplate,
  diffTemplateSources,
  drawTemplate,
  exportTemplate,
  listTemplates,
  publishTemplate,
} from './template.js';

const SOURCE = 'a file, or a published template as key or key@version';
const LANGUAGE = ['--language <sv|en>', 'the language of the words', 'en'] as const;
const JSON_OUT = ['--json', 'for programs'] as const;
const OUTPUT = ['-o, --output <file>', 'write it there instead of to standard output'] as const;

export function template(): Command {
  const templates = new Command('template').description('templates: ways of working as data (docs/templates.md)');
  templates
    .command('check')
    .description('tell every fault of a template; needs no database, exit code 1 when there is one')
    .argument('<file>', 'JSON')
    .option(...LANGUAGE)
    .option(...JSON_OUT)
    .action(checkTemplateFile);
  templates
    .command('publish')
    .description('check a template and publish it; a published version never changes')
    .argument('<file>', 'JSON')
    .option(...LANGUAGE)
    .action(publishTemplate);
  templates
    .command('diff')
    .description('what has changed from one to the other, in words, stage by stage')
    .argument('<from>', SOURCE)
    .argument('<to>', SOURCE)
    .option(...LANGUAGE)
    .option(...JSON_OUT)
    .action(diffTemplateSources);
  templates
    .command('diagram')
    .description('a picture of a template, or a machine that other tools open')
    .argument('<template>', SOURCE)
    .option('--format <svg|mermaid|xstate>', 'what to draw', 'svg')
    .option(...LANGUAGE)
    .option(...OUTPUT)
    .action(drawTemplate);
  templates
    .command('list')
    .description('the published templates')
    .option(...LANGUAGE)
    .option(...JSON_OUT)
    .action(listTemplates);
  templates
    .command('export')
    .description('a template as it was published; stegvis template publish takes it in elsewhere')
    .argument('<template>', SOURCE)
    .option(...OUTPUT)
    .action(exportTemplate);
  templates
    .command('copy')
    .description('a draft of your own from a template; nothing is published')
    .argument('<template>', SOURCE)
    .requiredOption('--key <key>', 'the key of the copy')
    .requiredOption('--name-sv <name>', 'its name in Swedish')
    .requiredOption('--name-en <name>', 'its name in English')
    .option('--changes <file>', 'what is to be otherwise: a JSON Merge Patch (RFC 7396)')
    .option(...OUTPUT)
    .action(copyOfTemplate);
  return templates;
}
