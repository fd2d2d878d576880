// stegvis rebuild --check
import { checkRebuild } from '#libs/plans';
import { Pool } from 'pg';
import { StartFault } from '../start-fault.js';
import { note, say, withApp } from './with-app.js';

export function checkRebuiltPlans(): Promise<void> {
  return withApp(async (app) => {
    const report = await checkRebuild(app.get(Pool), (plans, of) => note(`${plans} of ${of} plans`));
    say(
      `${report.plans} plans folded from ${report.events} events; ${report.different.length} differ from what is stored.`,
    );
    for (const { plan, fields } of report.different) say(`  ${plan}: ${fields.join(', ')}`);
    if (report.different.length > 0) throw new StartFault('The stored plans do not agree with the journal.');
  });
}
