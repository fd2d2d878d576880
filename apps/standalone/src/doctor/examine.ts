// Everything that the doctor looks at, in the order in which one thing rests on another. Nothing is changed.
import type { Pool } from 'pg';
import { checkClocks, checkDurability, checkMigrations, checkVersion } from './database.js';
import { fault, type Finding } from './finding.js';
import { checkAttachments, checkCheckpoints, checkFold, checkFuture, checkHeldUp, checkSequences } from './journal.js';

type Check = (pool: Pool) => Promise<Finding | Finding[]>;

const JOURNAL: Check[] = [checkSequences, checkFold, checkFuture, checkHeldUp, checkCheckpoints, checkAttachments];

/** @param migrations the names of this version's, in order */
export async function* examineDatabase(pool: Pool, migrations: readonly string[]): AsyncGenerator<Finding> {
  for (const check of [checkVersion, checkDurability, checkClocks]) yield* await findings(check, pool);
  const tables = await checkMigrations(pool, migrations);
  yield tables;
  // What the checks of the journal ask for is there once the tables are.
  if (tables.state !== 'ok') return;
  for (const check of JOURNAL) yield* await findings(check, pool);
}

/** A check that fails is a finding, and the others go on. */
async function findings(check: Check, pool: Pool): Promise<Finding[]> {
  try {
    return [await check(pool)].flat();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [fault('database', `${check.name} could not be done: ${why}`, 'See what the database says in its log.')];
  }
}
