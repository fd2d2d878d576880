// stegvis bulk <verb>: one verb on many plans, with a report; tried out first with --dry-run.
import { Bulk, readBulk, type BulkReport } from '#libs/plans';
import { Problem, problemBody, type Caller } from '#libs/platform';
import { Option, type Command } from 'commander';
import { StartFault } from '../start-fault.js';
import { spoken } from './spoken.js';
import { say, withStored } from './with-app.js';

interface BulkOptions {
  template?: string;
  templateVersion?: number;
  stage?: string;
  status?: string;
  kind?: string;
  programme?: string;
  parent?: string;
  q?: string;
  plans?: string[];
  body?: string;
  reason?: string;
  key?: string;
  language: string;
  dryRun?: boolean;
}

export function bulk(command: Command): Command {
  return command
    .description('one verb on many plans: those that are listed, or those that every filter given here meets')
    .argument('<verb>', 'as in POST /v1/plans/{id}/{verb}')
    .option('--plans <ids...>', 'the ids of the plans')
    .option('--template <key>', 'of this template')
    .addOption(new Option('--template-version <n>', 'of this version of the template').argParser(Number))
    .option('--stage <key>', 'in this stage')
    .option('--status <status>', 'active, paused, completed or discontinued')
    .option('--kind <kind>', 'initiative, plan or case')
    .option('--programme <code>', 'of this programme')
    .option('--parent <id>', 'under this initiative')
    .option('--q <words>', 'with these words in the title')
    .option('--body <json>', 'what the verb takes')
    .option('--reason <words>', 'why')
    .option('--key <key>', 'an idempotency key: the same again does nothing more')
    .option('--language <sv|en>', 'the language of the words', 'en')
    .option('--dry-run', 'only tell what would happen')
    .action(onMany);
}

const CALLER: Caller = { who: { id: 'command-line' }, scopes: ['write'], name: 'command line', session: false };

function onMany(verb: string, options: BulkOptions): Promise<void> {
  return withStored(async (app) => {
    const language = spoken(options.language);
    const { key, dryRun = false } = options;
    try {
      const report = await app
        .get(Bulk)
        .run({ ...readBulk(bodyOf(verb, options)), caller: CALLER, language, dryRun, key });
      tell(report);
      if (report.refused > 0) process.exitCode = 1;
    } catch (error) {
      throw error instanceof Problem ? new StartFault(problemBody(error, language).detail) : error;
    }
  });
}

/** As the HTTP door takes it, so that it is read and checked in one place. */
function bodyOf(verb: string, options: BulkOptions): object {
  const { template, templateVersion: version, stage, status, kind, programme, parent, q, plans, reason } = options;
  const filter = given({ template, version, stage, status, kind, programme, parent, q });
  const which = Object.keys(filter).length > 0 ? { filter } : {};
  return given({ verb, body: fieldsOf(options), reason, plans, ...which });
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function fieldsOf({ body }: BulkOptions): unknown {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new StartFault('--body: give a JSON object, as --body \'{"title":"Kick-off"}\'.');
  }
}

function tell({ total, accepted, refused, results, dryRun }: BulkReport): void {
  for (const { plan, title, status, body } of results) {
    const outcome = 'detail' in body ? `${status} ${body.detail}` : `${body.stage}, ${body.status}`;
    say(`${plan}  ${title ?? '-'}  ${outcome}`);
  }
  const would = dryRun ? ' Nothing was done: this was a dry run.' : '';
  say(`${total} plans: ${accepted} accepted, ${refused} refused.${would}`);
}
