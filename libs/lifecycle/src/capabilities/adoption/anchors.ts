// The days that reminders of decisions hang on: political meetings (seed 004: «hänsyn till politiska processer»), deferrals, appeals.
import type { Anchor } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { submittedVersion } from '../versions/status.js';
import { entriesOf, type LedgerEntry } from './facts.js';
import { openDecisions } from './ledger.js';

export const anchors: Record<string, (plan: Plan) => Anchor[]> = {
  'decision-meeting': (plan) => undecided(plan).map((entry) => anchor(entry, entry.meetingOn ?? null)),
  'decision-deferred': (plan) =>
    undecided(plan)
      .filter((entry) => entry.decision === 'deferred')
      .map((entry) => anchor(entry, entry.decidedOn)),
  'appeal-period-ends': (plan) =>
    openDecisions(plan)
      .filter((entry) => entry.appealUntil !== undefined && !entry.appealed)
      .map((entry) => anchor(entry, entry.appealUntil ?? null)),
};

/** Before a body now: nothing said, or deferred. */
function undecided(plan: Plan): LedgerEntry[] {
  const version = submittedVersion(plan)?.key;
  return entriesOf(plan).filter(
    (entry) => entry.version === version && (entry.decision === undefined || entry.decision === 'deferred'),
  );
}

function anchor({ key, organisation, imported }: LedgerEntry, at: Anchor['at']): Anchor {
  return { record: key, at, imported, organisation };
}
