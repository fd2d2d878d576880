// stegvis audit --from --to: the audit trail, to be piped into a file.
import { trailCsv } from '#libs/people';
import { isUuid, noteInAudit, OPERATOR } from '#libs/platform';
import { once } from 'node:events';
import { Pool } from 'pg';
import { StartFault } from '../start-fault.js';
import { withStored } from './with-app.js';

interface AuditOptions {
  from?: string;
  to?: string;
  who?: string;
  plan?: string;
  kind?: string;
  language: string;
}

export function auditTrail({ language, ...asked }: AuditOptions): Promise<void> {
  return withStored(async (app) => {
    if (language !== 'sv' && language !== 'en') throw new StartFault(`--language: "${language}" is neither sv nor en.`);
    const { from, to, plan } = asked;
    if (plan !== undefined && !isUuid(plan)) throw new StartFault(`--plan: "${plan}" is no id of a plan.`);
    const times = { from: instantOf('--from', from), to: instantOf('--to', to) };
    const pool = app.get(Pool);
    for await (const lines of trailCsv(pool, { ...asked, ...times }, language))
      if (!process.stdout.write(lines)) await once(process.stdout, 'drain');
    await noteInAudit(pool, { kind: 'audit-trail.exported', who: OPERATOR });
  });
}

/** A day begins at midnight, by UTC. */
function instantOf(option: string, said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}/.test(said) ? Date.parse(said) : Number.NaN;
  if (Number.isNaN(time))
    throw new StartFault(`${option}: "${said}" is no time; write 2027-03-15 or 2027-03-15T09:00:00Z.`);
  return new Date(time).toISOString();
}
