// The ledger as it is read: for each deciding party, how far the version that lies before them or was adopted has come.
import type { Plan } from '../../engine/plan.js';
import { decidingParties } from '../parties/facts.js';
import { versionsOf } from '../versions/status.js';
import { entriesOf, entryFor, type LedgerEntry } from './facts.js';

export const LEDGER_STEPS = [
  'waiting',
  'prepared',
  'deferred',
  'sent-back',
  'no',
  'yes',
  'adjusted',
  'announced',
  'appealed',
  'final',
] as const;
export type LedgerStep = (typeof LEDGER_STEPS)[number];

export interface LedgerRow {
  organisation: string;
  /** The label under which the version was submitted. */
  version: string;
  step: LedgerStep;
  entry?: LedgerEntry;
}

/** Empty until a version has been submitted. */
export function ledgerOf(plan: Plan): LedgerRow[] {
  const version = versionsOf(plan).at(-1);
  if (!version) return [];
  return decidingParties(plan).map(({ organisation }) => {
    const entry = entryFor(plan, version.key, organisation);
    return { organisation, version: version.label, step: stepOf(entry), ...(entry ? { entry } : {}) };
  });
}

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
