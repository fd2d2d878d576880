// The adoption ledger: for each deciding body and version how far the decision has come. One entry each, kept for good.
// prepared -> decided -> minutes adjusted -> announced on the notice board -> appeal period -> final, or appealed.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

export const PARTY_DECISIONS = ['yes', 'sent-back', 'deferred', 'no'] as const;
export type PartyDecision = (typeof PARTY_DECISIONS)[number];

/** What every event of the ledger says: whose decision, and on which version under the label that lay before the body. */
export interface OfEntry {
  entry: string;
  organisation: string;
  version: string;
  label: string;
}

export interface LedgerEntry extends Made {
  key: string;
  organisation: string;
  version: string;
  label: string;
  /** The body that decides, e.g. kommunstyrelsen. */
  body?: string;
  /** The meeting that is to decide; after a deferral the new one. */
  meetingOn?: Day;
  decision?: PartyDecision;
  decidedOn: When;
  /** The decision's own reference, e.g. § 14/16 (B101). */
  reference?: string;
  registryNumber?: string;
  adjusted?: { on: When };
  announced?: { on: When };
  /** The last day to appeal. */
  appealUntil?: Day;
  appealed?: { on: When };
  final?: { on: When };
  imported: boolean;
}

export interface Adoption {
  entries: LedgerEntry[];
}

export const nothing: Adoption = { entries: [] };

export interface DecisionPrepared extends OfEntry {
  body?: string;
  meetingOn?: Day;
}

export interface DecisionRecorded extends DecisionPrepared {
  decision: PartyDecision;
  decidedOn: When;
  reference?: string;
  registryNumber?: string;
}

type Dated = OfEntry & { on: When };

export const events: Record<string, Evolve<Adoption>> = {
  'decision.prepared': on((facts, prepared: DecisionPrepared, event, plan) => {
    const { entry, body, meetingOn } = prepared;
    return changed(withEntry(facts, prepared, plan, event.imported === true), entry, told({ body, meetingOn }));
  }),
  'party-decision.recorded': on((facts, recorded: DecisionRecorded, event, plan) => ({
    entries: withEntry(facts, recorded, plan, event.imported === true).entries.map((one) =>
      one.key === recorded.entry ? decided(one, recorded) : one,
    ),
  })),
  'minutes.adjusted': on((facts, { entry, on }: Dated) => changed(facts, entry, { adjusted: { on } })),
  'decision.announced': on((facts, { entry, on }: Dated) => changed(facts, entry, { announced: { on } })),
  'appeal-period.set': on((facts, { entry, until }: OfEntry & { until: Day }) =>
    changed(facts, entry, { appealUntil: until }),
  ),
  'decision.appealed': on((facts, { entry, on }: Dated) => changed(facts, entry, { appealed: { on } })),
  'decision.became-final': on((facts, { entry, on }: Dated) => changed(facts, entry, { final: { on } })),
};

function withEntry(
  facts: Adoption,
  { entry: key, organisation, version, label }: OfEntry,
  plan: Plan,
  imported: boolean,
): Adoption {
  if (facts.entries.some((one) => one.key === key)) return facts;
  return {
    entries: [...facts.entries, { key, organisation, version, label, decidedOn: null, imported, ...madeIn(plan) }],
  };
}

/** A new decision begins its own way through minutes and notice board. */
function decided(entry: LedgerEntry, recorded: DecisionRecorded): LedgerEntry {
  const { adjusted: _adjusted, announced: _announced, appealUntil: _until, appealed: _appealed, ...before } = entry;
  const { decision, decidedOn, body, meetingOn, reference, registryNumber } = recorded;
  return { ...before, decision, decidedOn, ...told({ body, meetingOn, reference, registryNumber }) };
}

function changed({ entries }: Adoption, key: string, change: Partial<LedgerEntry>): Adoption {
  return { entries: entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)) };
}

/** Every entry there ever was, also those that a restart has set aside. */
export function everyEntry(plan: Plan): LedgerEntry[] {
  return factsOf({ key: 'adoption', nothing }, plan).entries;
}

export function entriesOf(plan: Plan): LedgerEntry[] {
  return everyEntry(plan).filter((entry) => stands(plan, entry));
}

export function entryFor(plan: Plan, version: string, organisation: string): LedgerEntry | undefined {
  return entriesOf(plan).find((entry) => entry.version === version && entry.organisation === organisation);
}
