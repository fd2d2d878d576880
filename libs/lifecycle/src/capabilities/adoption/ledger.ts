// The ledger as it is read: how far a decision has come, which are open, and whether all have said yes.
import type { Plan } from '../../engine/plan.js';
import { decidingParties } from '../parties/facts.js';
import { entriesOf, entryFor, type LedgerEntry, type PartyDecision } from './facts.js';

export type LedgerStep = PartyDecision | 'waiting' | 'prepared' | 'adjusted' | 'announced' | 'appealed' | 'final';

/** @param entry undefined: nothing has been said of the decision yet. */
export function stepOf(entry: LedgerEntry | undefined): LedgerStep {
  if (!entry) return 'waiting';
  if (entry.decision === undefined) return 'prepared';
  if (entry.decision !== 'yes') return entry.decision;
  if (entry.final) return 'final';
  if (entry.appealed) return 'appealed';
  if (entry.announced) return 'announced';
  return entry.adjusted ? 'adjusted' : 'yes';
}

/** Decided and not final: what minutes, notice board and appeal period can still concern. */
export function openDecisions(plan: Plan): LedgerEntry[] {
  return entriesOf(plan).filter((entry) => entry.decision !== undefined && !entry.final);
}

/** The organisation's latest decision. */
export function latestDecision(plan: Plan, organisation: string): LedgerEntry | undefined {
  return entriesOf(plan).findLast((entry) => entry.organisation === organisation && entry.decision !== undefined);
}

/** Whether every deciding party has said yes to the version, counting the one that is saying it now. */
export function allSayYes(plan: Plan, version: string, now?: string): boolean {
  const deciding = decidingParties(plan);
  const yes = ({ organisation }: { organisation: string }) =>
    organisation === now || entryFor(plan, version, organisation)?.decision === 'yes';
  return deciding.length > 0 && deciding.every(yes);
}
