// Whose decision a version waits for, and how far each body has come.
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { decidingParties } from '../parties/facts.js';
import { versionsOf } from '../versions/status.js';
import { entryFor, type LedgerEntry } from './facts.js';
import { stepOf } from './ledger.js';

/** Of the version that lies before the bodies: those that have not said yes to it. */
export function awaited(plan: Plan): Missing[] {
  const version = versionsOf(plan).at(-1)?.key ?? '';
  const deciding = decidingParties(plan);
  if (deciding.length === 0) return [{ code: 'deciding-party-missing', verb: 'add-party' }];
  const silent = deciding.flatMap(({ organisation }) => {
    const entry = entryFor(plan, version, organisation);
    if (entry?.decision === 'yes') return [];
    return [{ ...howFar(organisation, entry), verb: 'record-decision', by: { organisation } }];
  });
  return silent.length > 0 ? silent : [{ code: 'adoption-not-recorded', verb: 'record-decision' }];
}

function howFar(organisation: string, entry: LedgerEntry | undefined): Missing {
  const { meetingOn } = entry ?? {};
  const step = stepOf(entry) === 'waiting' ? 'waiting' : entry?.decision === 'deferred' ? 'deferred' : 'prepared';
  if (meetingOn === undefined) return { code: `decision-${step}`, params: { organisation } };
  return { code: `decision-${step}-to`, params: { organisation, day: meetingOn } };
}
