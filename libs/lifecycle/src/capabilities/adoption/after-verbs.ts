// record-adjusted-minutes, announce-decision, set-appeal-period, record-finality: the law's way from a decision to laga kraft.
// Kommunallagen (2017:725) 5 kap. 69 §, 8 kap. 12 § and 13 kap. 5 §. Said again, a step corrects its day.
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Missing, type Reason, type Refusal } from '../../engine/refusal.js';
import type { Label } from '../../engine/template.js';
import { dayOf } from '../../schedule/days.js';
import { isExact, liesAhead, type When } from '../../schedule/when.js';
import { partyOf } from '../parties/facts.js';
import { lastDayToAppeal } from './appeal.js';
import type { LedgerEntry, OfEntry } from './facts.js';
import { latestDecision, openDecisions } from './ledger.js';

export interface StepOn {
  organisation: string;
  /** As precisely as it is known; when the command says that it happened, without it. */
  on?: string;
}

export interface SetAppealPeriod {
  organisation: string;
  /** The last day to appeal. */
  until: string;
}

export interface RecordFinality extends StepOn {
  /** False: it has been appealed. */
  final: boolean;
}

export const RECORD_DECISION: Label = { sv: 'Registrera beslut', en: 'Record a decision' };

export const afterVerbs: Record<string, Verb> = {
  'record-adjusted-minutes': verb<StepOn>({
    name: { sv: 'Protokollet är justerat', en: 'The minutes are adjusted' },
    ready: (plan) => unless(openDecisions(plan).length > 0, 'no-open-decision'),
    decide: (plan, { organisation, on }, at) =>
      step(plan, organisation, (entry) => dated('minutes.adjusted', entry, on ?? at.occurredAt, entry.decidedOn, at)),
  }),
  'announce-decision': verb<StepOn>({
    name: { sv: 'Anslå beslutet', en: 'Announce the decision' },
    ready: (plan, at) =>
      unless(
        openDecisions(plan).some((entry) => mayAnnounce(plan, entry, at)),
        'no-adjusted-minutes',
      ),
    decide: (plan, { organisation, on = null }, at) =>
      step(plan, organisation, (entry) => {
        if (!mayAnnounce(plan, entry, at))
          return refuse('minutes-not-adjusted', before(organisation, 'record-adjusted-minutes'));
        return announce(plan, entry, on ?? at.occurredAt, at);
      }),
  }),
  'set-appeal-period': verb<SetAppealPeriod>({
    name: { sv: 'Ange sista dag att överklaga', en: 'Set the last day to appeal' },
    ready: (plan, at) =>
      unless(
        openDecisions(plan).some((entry) => entry.announced || at.imported),
        'nothing-announced',
      ),
    decide: (plan, { organisation, until }, at) =>
      step(plan, organisation, (entry) => {
        if (!entry.announced && !at.imported)
          return refuse('decision-not-announced', before(organisation, 'announce-decision'));
        const data = { ...of(entry), until, proposed: false };
        return tooSoon('/until', until, entry.announced?.on ?? null) ?? [{ type: 'appeal-period.set', data }];
      }),
  }),
  'record-finality': verb<RecordFinality>({
    name: { sv: 'Laga kraft eller överklagat', en: 'Final or appealed' },
    ready: (plan, at) => {
      const open = openDecisions(plan);
      const shut = open.flatMap((entry) => stepBeforeLast(plan, entry, at)?.refused ?? []);
      return open.length > shut.length ? [] : shut.length > 0 ? shut : unless(false, 'no-open-decision');
    },
    decide: (plan, { organisation, final, on }, at) =>
      step(plan, organisation, (entry) => {
        const tooEarly = stepBeforeLast(plan, entry, at);
        if (tooEarly) return tooEarly;
        const since = entry.announced?.on ?? entry.decidedOn;
        if (final)
          return notFinalYet(plan, entry, at) ?? dated('decision.became-final', entry, on ?? at.occurredAt, since, at);
        if (entry.appealed) return refuse('decision-already-appealed', { params: { organisation } });
        return dated('decision.appealed', entry, on ?? at.occurredAt, since, at);
      }),
  }),
};

/** The step on the organisation's latest decision. */
function step(plan: Plan, organisation: string, decide: (entry: LedgerEntry) => Decision): Decision {
  if (!partyOf(plan, organisation)) return unknownRecord('/organisation', organisation);
  const entry = latestDecision(plan, organisation);
  if (!entry) return refuse('party-has-not-decided', before(organisation, 'record-decision'));
  if (entry.final) return refuse('decision-already-final', { params: { organisation } });
  return decide(entry);
}

/** From an exact day the last day to appeal follows by law; it stands until somebody sets another (INV-25). What only
 * prepares a decision, a deferral or a sending back, cannot be appealed (13 kap. 2 §). */
function announce(plan: Plan, entry: LedgerEntry, on: When, at: Setting): Decision {
  const announced = dated('decision.announced', entry, on, entry.adjusted?.on ?? entry.decidedOn, at);
  const appealable = (entry.decision === 'yes' || entry.decision === 'no') && !isAssociation(plan, entry);
  if (!Array.isArray(announced) || !isExact(on) || at.imported || !appealable) return announced;
  const data = { ...of(entry), until: lastDayToAppeal(dayOf(on)), proposed: true };
  return [...announced, { type: 'appeal-period.set', data }];
}

function dated(type: string, entry: LedgerEntry, on: When, notBefore: When, at: Setting): Decision {
  if (liesAhead(on, at.now)) return refuse('lies-ahead', { field: '/on', params: { when: on as string } });
  return tooSoon('/on', on, notBefore) ?? [{ type, data: { ...of(entry), on } }];
}

function tooSoon(field: string, day: When, notBefore: When): Refusal | null {
  if (!isExact(day) || !isExact(notBefore) || dayOf(day) >= dayOf(notBefore)) return null;
  return refuse('step-too-early', { field, params: { day: dayOf(day), before: dayOf(notBefore) } });
}

/** What is announced is that the minutes have been adjusted; an association has no notice board. */
function mayAnnounce(plan: Plan, entry: LedgerEntry, at: Setting): boolean {
  return entry.adjusted !== undefined || at.imported || isAssociation(plan, entry);
}

/** The time to appeal runs from the notice board: before that a decision is neither final nor appealed in time. */
function stepBeforeLast(plan: Plan, entry: LedgerEntry, at: Setting): Refusal | null {
  const { organisation, announced, appealed } = entry;
  if (announced || appealed || at.imported || isAssociation(plan, entry)) return null;
  return entry.adjusted
    ? refuse('decision-not-announced', before(organisation, 'announce-decision'))
    : refuse('minutes-not-adjusted', before(organisation, 'record-adjusted-minutes'));
}

function notFinalYet(plan: Plan, entry: LedgerEntry, at: Setting): Refusal | null {
  const { organisation, appealUntil, appealed } = entry;
  if (at.imported || appealed || isAssociation(plan, entry)) return null;
  if (appealUntil === undefined) return refuse('appeal-period-not-set', before(organisation, 'set-appeal-period'));
  if (dayOf(at.now) > appealUntil) return null;
  return refuse('appeal-period-open', { params: { organisation, until: appealUntil } });
}

function isAssociation(plan: Plan, { organisation }: LedgerEntry): boolean {
  return partyOf(plan, organisation)?.association === true;
}

function of({ key, organisation, version, label }: LedgerEntry): OfEntry {
  return { entry: key, organisation, version, label };
}

function before(organisation: string, verbName: string): Omit<Reason, 'code'> {
  const names = { step: verbName === 'record-decision' ? RECORD_DECISION : nameOf(verbName) };
  const missing: Missing = {
    code: 'step-before',
    params: { organisation },
    names,
    verb: verbName,
    by: { organisation },
  };
  return { params: { organisation }, missing: [missing] };
}

function nameOf(verbName: string): Label {
  return afterVerbs[verbName]?.name ?? { sv: verbName, en: verbName };
}

function unless(open: boolean, code: string): Reason[] {
  return open ? [] : [{ code }];
}
