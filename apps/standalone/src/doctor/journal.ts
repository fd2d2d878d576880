// The journal: nothing missing in it, nothing that disagrees with it, nobody held up, nothing from the future.
import { heldUpMs, HELD_UP_ALARM_MS } from '#libs/journal';
import { checkSample } from '#libs/plans';
import type { Pool } from 'pg';
import { fault, ok, warning, type Finding } from './finding.js';

/** The plans that moved last are folded again. */
const SAMPLE = 200;
const LATE_MINUTES = 10;

const RESTORE = 'Do not go on writing. Take a copy of the data, and restore the last good backup (stegvis restore).';

export async function checkSequences(pool: Pool): Promise<Finding[]> {
  const { rows } = await pool.query<{
    plan: string;
    events: number;
    last: number;
    version: number;
    stored: number | null;
  }>(
    `SELECT plan, events, last, told.version, plan.version AS stored FROM (
       SELECT plan, count(*)::int AS events, max(sequence) AS last, max(version) AS version FROM event GROUP BY plan) AS told
     FULL JOIN plan ON plan.id = told.plan
     WHERE events IS DISTINCT FROM last OR told.version IS DISTINCT FROM plan.version LIMIT 20`,
  );
  if (rows.length === 0) {
    const { rows: counted } = await pool.query<{ plans: number; events: number }>(
      'SELECT (SELECT count(*) FROM plan)::int AS plans, (SELECT count(*) FROM event)::int AS events',
    );
    return [ok('journal', `${counted[0]?.events} events of ${counted[0]?.plans} plans, none missing`)];
  }
  return rows.map(({ plan, events, last, version, stored }) => {
    if (plan === null) return fault('journal', 'a stored plan has no events', 'See which: stegvis rebuild --check');
    if (events !== last) return fault('journal', `${plan}: ${events} events, and the last is number ${last}`, RESTORE);
    return fault(
      'journal',
      `${plan}: the events come to version ${version}, the stored plan is at ${stored ?? 'none'}`,
      'Write the stored plans anew from their events: stegvis rebuild',
    );
  });
}

export async function checkFold(pool: Pool): Promise<Finding> {
  const { plans, different } = await checkSample(pool, SAMPLE);
  const first = different[0];
  if (!first) return ok('fold', `${plans} plans that moved last agree with their events`);
  const says = `${different.length} of ${plans} plans differ from their events, ${first.plan} in ${first.fields.join(', ')}`;
  return fault('fold', says, 'Write the stored plans anew from their events: stegvis rebuild');
}

/** Events that carry a transaction id this server has not come to: copied in by other means than Stegvis's. */
export async function checkFuture(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM event WHERE txid >= pg_snapshot_xmax(pg_current_snapshot())',
  );
  const count = rows[0]?.count ?? 0;
  if (count === 0) return ok('order', 'every event stands where readers come to it');
  return fault(
    'order',
    `${count} events carry transaction ids that this server has yet to come to, so that no reader sees them`,
    'The tables were copied from another server. Export them (stegvis export), and import that into an empty database.',
  );
}

interface Holder {
  pid: number;
  name: string;
  database: string;
  minutes: number;
}

export async function checkHeldUp(pool: Pool): Promise<Finding> {
  const waitedMs = await heldUpMs(pool);
  const { rows } = await pool.query<Holder>(
    `SELECT pid, application_name AS name, datname AS database, (extract(epoch FROM clock_timestamp() - xact_start) / 60)::float8 AS minutes
     FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid() ORDER BY xact_start LIMIT 1`,
  );
  const holder = rows[0];
  if (waitedMs <= HELD_UP_ALARM_MS) return ok('readers', 'nobody is held up');
  const says = `events have waited ${Math.round(waitedMs / 1000)} s for a transaction that does not end`;
  const who = holder && `${holder.name || 'a program'} on ${holder.database}, for ${holder.minutes.toFixed(0)} min`;
  const cure = holder
    ? `It is process ${holder.pid} of the database (${who}); end it: SELECT pg_terminate_backend(${holder.pid})`
    : 'Look for prepared transactions: SELECT * FROM pg_prepared_xacts';
  return fault('readers', says, cure);
}

export async function checkCheckpoints(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ reader: string; minutes: number }>(
    `SELECT reader, (extract(epoch FROM now() - min(event.recorded_at)) / 60)::float8 AS minutes
     FROM checkpoint JOIN event ON (event.txid, event.position) > (checkpoint.txid, checkpoint.position)
     GROUP BY reader HAVING min(event.recorded_at) < now() - make_interval(mins => $1) ORDER BY reader`,
    [LATE_MINUTES],
  );
  if (rows.length === 0) return ok('reactions', 'none waits');
  const late = rows.map(({ reader, minutes }) => `${reader} (${minutes.toFixed(0)} min)`).join(', ');
  return warning('reactions', `behind: ${late}`, 'Is a worker running? npm start and stegvis worker are one.');
}

export async function checkAttachments(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ all: number; lost: number; first: string | null }>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE content.sha256 IS NULL)::int AS lost,
       min(added.data ->> 'attachment' || ' of plan ' || added.plan) FILTER (WHERE content.sha256 IS NULL) AS first
     FROM event added LEFT JOIN content ON content.sha256 = added.data ->> 'sha256' AND content.bytes = (added.data ->> 'bytes')::int
     WHERE added.type = 'attachment.added' AND NOT EXISTS (SELECT FROM event struck WHERE struck.type = 'attachment.struck'
       AND struck.plan = added.plan AND struck.sequence > added.sequence AND struck.data ->> 'attachment' = added.data ->> 'attachment')`,
  );
  const { all = 0, lost = 0, first } = rows[0] ?? {};
  if (lost === 0) return ok('attachments', `${all}, each with its content`);
  return fault(
    'attachments',
    `${lost} of ${all} have lost their content (${first}): a backup or an export of this cannot be brought back`,
    'Restore the last good backup (stegvis restore), or strike them out (strike-attachment).',
  );
}
