// prepare-decision and record-decision: what a body does before and when it decides. What follows is in after-verbs.ts.
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { liesAhead } from '../../schedule/when.js';
import { decidingParties, partyOf } from '../parties/facts.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { factsOfVersions } from '../versions/document.js';
import type { PlanAdopted } from '../versions/facts.js';
import { adoptedLabel } from '../versions/labels.js';
import { submittedVersion, type NamedVersion } from '../versions/status.js';
import { adoptedOn } from './adopted-on.js';
import { afterVerbs, RECORD_DECISION } from './after-verbs.js';
import { noVersion } from './criteria.js';
import { entryFor, everyEntry, type DecisionRecorded, type OfEntry, type PartyDecision } from './facts.js';
import { allSayYes } from './ledger.js';

export interface PrepareDecision {
  organisation: string;
  body?: string;
  /** The day of the meeting that is to decide. */
  meetingOn?: string;
}

export interface RecordDecision {
  organisation: string;
  decision: PartyDecision;
  body?: string;
  /** As precisely as it is known; when the command says that it happened, without it. */
  decidedOn?: string;
  reference?: string;
  registryNumber?: string;
  comment?: string;
  /** The next meeting, for a decision that was deferred. */
  newMeetingOn?: string;
}

export const verbs: Record<string, Verb> = {
  'prepare-decision': verb<PrepareDecision>({
    name: { sv: 'Förbered beslut', en: 'Prepare a decision' },
    ready: nothingToDecide,
    decide: (plan, { organisation, body, meetingOn }) => {
      const version = submitted(plan);
      const refusal = mayNotDecide(plan, organisation, version);
      if (refusal) return refusal;
      return [
        { type: 'decision.prepared', data: { ...entry(plan, version, organisation), ...told({ body, meetingOn }) } },
      ];
    },
  }),
  'record-decision': verb<RecordDecision>({
    name: RECORD_DECISION,
    onlyFor: 'deciding-body',
    ready: nothingToDecide,
    decide: recordDecision,
  }),
  ...afterVerbs,
};

function recordDecision(plan: Plan, body: RecordDecision, at: Setting): Decision {
  const { organisation, decision, decidedOn = at.occurredAt, comment } = body;
  const version = submitted(plan);
  const refusal = mayNotDecide(plan, organisation, version, decision);
  if (refusal) return refusal;
  if (liesAhead(decidedOn, at.now))
    return refuse('lies-ahead', { field: '/decidedOn', params: { when: decidedOn as string } });
  const { body: deciding, reference, registryNumber, newMeetingOn: meetingOn } = body;
  const said = { decision, decidedOn, ...told({ body: deciding, reference, registryNumber, meetingOn }) };
  const data: DecisionRecorded = { ...entry(plan, version, organisation), ...said };
  const recorded: Draft = { type: 'party-decision.recorded', data, texts: { commentText: comment } };
  return [recorded, ...consequence(plan, version, data)];
}

/** The last yes adopts the version (INV-20); a no or a sending back opens it again for all. There is no half adoption. */
function consequence(
  plan: Plan,
  version: NamedVersion,
  { organisation, decision, decidedOn }: DecisionRecorded,
): Draft[] {
  if (decision === 'deferred') return [];
  if (decision !== 'yes') {
    const data = { version: version.key, label: version.label, because: decision, organisation };
    return [{ type: 'plan.returned-for-revision', data }];
  }
  if (!allSayYes(plan, version.key, organisation)) return [];
  const others = decidingParties(plan).filter((party) => party.organisation !== organisation);
  const days = others.map((party) => entryFor(plan, version.key, party.organisation)?.decidedOn ?? null);
  const { versions } = factsOfVersions(plan);
  const of = versions.find((one) => one.key === version.key);
  const label = of ? adoptedLabel(versions, of) : version.label;
  const data: PlanAdopted = {
    version: version.key,
    label,
    proposal: version.label,
    adoptedOn: adoptedOn([...days, decidedOn]),
  };
  return [{ type: 'plan.adopted', data }];
}

function nothingToDecide(plan: Plan): Reason[] {
  const unlocked = { code: 'nothing-to-decide', missing: [noVersion(plan)] };
  const nobody = { code: 'nobody-decides', missing: [{ code: 'deciding-party-missing', verb: 'add-party' }] };
  return [...(submittedVersion(plan) ? [] : [unlocked]), ...(decidingParties(plan).length > 0 ? [] : [nobody])];
}

/** One yes each. A body may take its yes back before the last has come; then the version goes back to all. */
function mayNotDecide(
  plan: Plan,
  organisation: string,
  version: NamedVersion,
  decision?: PartyDecision,
): Refusal | null {
  const party = partyOf(plan, organisation);
  if (!party) return unknownRecord('/organisation', organisation);
  if (!party.deciding) return refuse('party-does-not-decide', { field: '/organisation', params: { organisation } });
  const hasSaidYes = entryFor(plan, version.key, organisation)?.decision === 'yes';
  const takesBack = decision === 'no' || decision === 'sent-back';
  // A party that was waited for has left the plan: any yes given again completes the adoption.
  const completes = decision === 'yes' && allSayYes(plan, version.key);
  if (!hasSaidYes || takesBack || completes) return null;
  return refuse('party-has-said-yes', { field: '/organisation', params: { organisation, version: version.label } });
}

function entry(plan: Plan, version: NamedVersion, organisation: string): OfEntry {
  const key = entryFor(plan, version.key, organisation)?.key ?? nextKey('decision', everyEntry(plan));
  return { entry: key, organisation, version: version.key, label: version.label };
}

function submitted(plan: Plan): NamedVersion {
  const version = submittedVersion(plan);
  if (!version) throw new Error(`${plan.id} decides on no version: the verb was not ready`);
  return version;
}
