// Brings a project's history in: the whole file is checked first, then stored whole or not at all; a second time changes nothing.
import { sayReason, type Who } from '#libs/lifecycle';
import type { Answer, Plans } from '#libs/plans';
import type { EntityManager } from 'typeorm';
import { bodyFaults } from './bodies.js';
import { keepDirectory } from './directory.js';
import type { FileFault } from './faults.js';
import { projectHistory, type ProjectHistory } from './project-history.js';
import { readHistoryFile } from './read-history-file.js';
import { importReport, type ImportReport } from './report.js';

export interface ImportServices {
  plans: Pick<Plans, 'one' | 'executeTogether' | 'templateOf'>;
  /** Where organisations and programmes are kept. */
  directory: EntityManager;
  /** Called with a line at each step. */
  progress: (line: string) => void;
  /** Whose commands they are; the import's own when absent. */
  who?: Who;
}

export type Import =
  | { kind: 'loaded'; initiative: string; report: ImportReport }
  | { kind: 'already-there'; initiative: string; title: string }
  | { kind: 'refused'; faults: FileFault[] };

/** The key of the lock that lets one import at a time do its work, in whatever process. */
const IMPORTING = 7_305_002;

/** @param path of a file as project-history.schema.json describes it. */
export async function loadProjectHistory(path: string, services: ImportServices): Promise<Import> {
  const { plans, directory, progress, who = { id: 'import' } } = services;
  progress(`Reading ${path} ...`);
  const read = await readHistoryFile(path);
  if ('faults' in read) return { kind: 'refused', faults: read.faults };
  const history = projectHistory(read.file, who);
  const faults = bodyFaults(history.orders);
  if (faults.length > 0) return { kind: 'refused', faults };
  const stored = await storeOnce(history, plans, directory, progress);
  if (!Array.isArray(stored)) return stored;
  const family = await Promise.all([history.initiative, ...history.plans].map((id) => planAndTemplate(plans, id)));
  return { kind: 'loaded', initiative: history.initiative, report: importReport(read.file, history, stored, family) };
}

/**
 * Organisations and programme become visible once the commands are stored, and not at all when those are refused. A stop between
 * the two leaves plans without them; they are put in at the next import, which finds the plans there.
 */
async function storeOnce(
  history: ProjectHistory,
  plans: ImportServices['plans'],
  manager: EntityManager,
  progress: ImportServices['progress'],
): Promise<Answer[] | Exclude<Import, { kind: 'loaded' }>> {
  try {
    return await manager.transaction(async (directory) => {
      await directory.query('SELECT pg_advisory_xact_lock($1)', [IMPORTING]);
      await keepDirectory(directory, history);
      const there = await plans.one(history.initiative);
      if (there) return { kind: 'already-there' as const, initiative: there.id, title: there.title };
      progress(`Storing ${history.orders.length} commands in one commit ...`);
      const answers = await plans.executeTogether(history.orders);
      const refusal = firstRefusal(history, answers);
      if (refusal) throw new NotTaken(refusal);
      return answers;
    });
  } catch (error) {
    if (error instanceof NotTaken) return { kind: 'refused', faults: [error.fault] };
    throw error;
  }
}

/** Rolls the directory back. */
class NotTaken extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.message);
  }
}

/** Only the first is told: what follows it may be refused for its sake. */
function firstRefusal({ orders }: ProjectHistory, answers: Answer[]): FileFault | undefined {
  const index = answers.findIndex((answer) => answer.kind !== 'accepted');
  const order = orders[index];
  return order && { place: order.place, message: `${order.verb} is refused: ${why(answers[index] as Answer)}` };
}

function why(answer: Answer): string {
  if (answer.kind === 'unknown-template') return `there is no template ${answer.template} here.`;
  if (answer.kind !== 'refused') return `${answer.kind}.`;
  const said = answer.reasons.map((reason) => sayReason(reason, 'en'));
  return said.flatMap(({ message, missing }) => [message, ...missing.map((one) => one.message)]).join(' ');
}

async function planAndTemplate(plans: ImportServices['plans'], id: string) {
  const plan = await plans.one(id);
  if (!plan) throw new Error(`plan ${id} was stored and is not there`);
  return { plan, template: await plans.templateOf(plan) };
}
