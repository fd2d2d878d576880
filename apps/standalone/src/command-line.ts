// `npx stegvis`: what an operator does beside the web page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCOPES } from '#libs/platform';
import { Command } from 'commander';
import { auditTrail } from './commands/audit.js';
import { archivePlan } from './commands/archive.js';
import { backUp } from './commands/backup.js';
import { bulk } from './commands/bulk.js';
import { doctor } from './commands/doctor.js';
import { exportFile } from './commands/export.js';
import { importFile } from './commands/import.js';
import { persons } from './commands/persons.js';
import { showPlan } from './commands/plan-show.js';
import { rebuildPlans } from './commands/rebuild.js';
import { restore } from './commands/restore.js';
import { template } from './commands/template-commands.js';
import { listTokens, makeToken, revokeToken } from './commands/token.js';
import { runWorker } from './commands/worker.js';
import { projectFolder } from './data-place-facts.js';
import { runServer } from './run-server.js';

export function commandLine(): Command {
  const { version } = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as { version: string };
  const program = new Command('stegvis')
    .description('Carries joint action plans from kick-off to follow-up.')
    .version(version)
    .showHelpAfterError();
  program.command('serve').description('run the server, as npm start does').action(runServer);
  program.command('worker').description('run a worker of its own on DATABASE_URL').action(runWorker);
  program
    .command('import')
    .description('load a project history, or an export into an empty database, all of it or nothing')
    .argument('<file>', 'JSON, as demo/hogsby.json, or what stegvis export wrote')
    .action(importFile);
  program
    .command('export')
    .description('write everything into one file, the same for the same content; without tokens and other secrets')
    .argument('<file>', 'ending in .jsonl, or in .jsonl.gz to have it packed')
    .action(exportFile);
  program
    .command('backup')
    .description('write everything into one file to come back to, while Stegvis is running')
    .argument('<where>', 'a folder, in which it is named by the time, or a file')
    .action(backUp);
  program
    .command('restore')
    .description(
      'put a backup in the place of what is there, which is kept in a backup of its own; Stegvis must not be running',
    )
    .argument('<file>', 'what stegvis backup wrote')
    .action(restore);
  program
    .command('archive')
    .description('write a plan with its versions, decisions, log, history and attachments as files to keep')
    .argument('<plan>', 'the id of the plan')
    .argument('<to>', 'a name that ends in .zip, or a folder')
    .action(archivePlan);
  program
    .command('audit')
    .description('the audit trail as CSV: who did what in which role and for whom, the oldest first')
    .option('--from <instant or day>', 'from then on')
    .option('--to <instant or day>', 'before then')
    .option('--who <id>', 'what this person or token did')
    .option('--plan <id>', 'what was done with this plan')
    .option('--kind <kind>', 'the type of an event, or a kind of deed')
    .option('--language <sv|en>', 'the language of the heads', 'en')
    .action(auditTrail);
  program
    .command('doctor')
    .description('look whether everything is as it should be, and say what to do where it is not; changes nothing')
    .action(doctor);
  program
    .command('rebuild')
    .description('fold every plan from its events, and write anew what is stored otherwise; not while a server runs')
    .option('--check', 'compare only; nothing is changed')
    .action(rebuildPlans);
  bulk(program.command('bulk'));
  persons(program.command('persons'));
  program.command('plan').description('plans').addCommand(planShow());
  program.addCommand(template());
  program.addCommand(token());
  return program;
}

function planShow(): Command {
  return new Command('show')
    .description('where a plan stands, what is missing, what happened')
    .argument('<id>', 'the id of the plan')
    .option('--language <sv|en>', 'the language of the words', 'en')
    .option('--as-of <instant>', 'as it was recorded then, RFC 3339')
    .action(showPlan);
}

function token(): Command {
  const tokens = new Command('token').description('tokens for programs');
  tokens
    .command('make')
    .description('make a token; it is shown once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--scopes <list>', `${SCOPES.join(', ')}; separated by commas`, 'read,write')
    .option('--role <key>', 'the role it acts in')
    .option('--organisation <code>', 'the organisation it acts for')
    .option('--programmes <list>', 'the codes of the programmes it is let in to, separated by commas; all when absent')
    .option('--expires <day>', 'the last day it is valid, YYYY-MM-DD; a year from now when absent')
    .action(makeToken);
  tokens.command('list').description('every token, without its secret').action(listTokens);
  tokens.command('revoke').description('close a token for good').argument('<id>').action(revokeToken);
  return tokens;
}
