// stegvis rebuild [--check]
import { checkRebuild, rebuild, type RebuildReport } from '#libs/plans';
import type { INestApplicationContext } from '@nestjs/common';
import { Pool } from 'pg';
import { StartFault } from '../start-fault.js';
import { nobodyRunning } from './nobody-running.js';
import { note, say, withStored } from './with-app.js';

/** Rows written anew keep their versions, so a server that remembers them as they were would never notice: none may run. */
export function rebuildPlans({ check = false }: { check?: boolean }): Promise<void> {
  const work = async (app: INestApplicationContext) => {
    const progress = (plans: number, of: number) => note(`${plans} of ${of} plans`);
    const report = await (check ? checkRebuild : rebuild)(app.get(Pool), progress);
    tell(report);
    if (check) agrees(report);
    else written(report);
  };
  return withStored(work, check ? {} : { alone: nobodyRunning('rebuild') });
}

function tell({ plans, events, different }: RebuildReport): void {
  say(`${plans} plans folded from ${events} events; ${different.length} differ from what is stored.`);
  for (const { plan, fields } of different) say(`  ${plan}: ${fields.join(', ')}`);
}

function agrees({ different }: RebuildReport): void {
  if (different.length > 0)
    throw new StartFault('The stored plans do not agree with the journal. `stegvis rebuild` writes them anew.');
}

function written({ different }: RebuildReport): void {
  const strangers = different.filter(({ fields }) => fields.includes('events'));
  const anew = different.length - strangers.length;
  if (anew > 0) say(`${anew} plans were written anew.`);
  if (strangers.length > 0)
    throw new StartFault(`The journal knows nothing of ${strangers.length} stored plans; they were left as they are.`);
}
