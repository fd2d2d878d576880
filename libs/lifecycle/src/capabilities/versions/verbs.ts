// write-section, set-responsible, declare-activities-later; submit-version, withdraw-version, revise-version;
// set-document-dates, set-registry-number.
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { isExact } from '../../schedule/when.js';
import { citationsOf } from '../knowledge/facts.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { draftOf, factsOfVersions, type DocumentDates, type Responsible, type Section } from './document.js';
import { isTaken, nextProposal } from './labels.js';
import {
  adoptedVersion,
  documentStatus,
  revisionBegun,
  submittedVersion,
  versionInForce,
  type NamedVersion,
} from './status.js';

export interface WriteSection {
  section: Section;
  text: string;
  /** Tells several pieces of one section apart, e.g. each goal; the same code again replaces the piece. */
  code?: string;
}

export interface SetResponsible {
  revision?: Responsible;
  followUp?: Responsible;
}

export interface SubmitVersion extends DocumentDates {
  /** The next number when absent. */
  label?: string;
  registryNumber?: string;
}

export interface SetDocumentDates extends DocumentDates {
  version: string;
}

export interface SetRegistryNumber {
  version: string;
  registryNumber: string;
}

export interface WithReason {
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'write-section': verb<WriteSection>({
    name: { sv: 'Skriv avsnitt', en: 'Write a section' },
    ready: notWritable,
    decide: (_plan, { section, text, code }) => [
      { type: 'section.written', data: told({ section, code }), texts: { wordsText: text } },
    ],
  }),
  'set-responsible': verb<SetResponsible>({
    name: { sv: 'Ange ansvarig för revidering och uppföljning', en: 'Say who answers for revision and follow-up' },
    ready: notWritable,
    decide: (_plan, { revision, followUp }) =>
      revision || followUp
        ? [
            {
              type: 'responsible.named',
              data: told({ revision: revision && told(revision), followUp: followUp && told(followUp) }),
            },
          ]
        : refuse('responsible-nobody'),
  }),
  'declare-activities-later': verb({
    name: { sv: 'Aktiviteterna bestäms i genomförandet', en: 'Activities are set in implementation' },
    ready: (plan) => (draftOf(plan).activitiesLater ? [{ code: 'activities-already-later' }] : notWritable(plan)),
    decide: () => [{ type: 'activities.declared-later', data: {} }],
  }),
  'submit-version': verb<SubmitVersion>({
    name: { sv: 'Lämna in version för beslut', en: 'Submit a version for decision' },
    ready: (plan, at) => [...notWritable(plan), ...notSubmittable(plan, at)],
    decide: submit,
  }),
  'withdraw-version': verb<WithReason>({
    name: { sv: 'Dra tillbaka version', en: 'Withdraw the version' },
    ready: (plan) => (submittedVersion(plan) ? [] : [{ code: 'no-submitted-version' }]),
    decide: (plan, { reason }) => {
      const { key, label } = submittedVersion(plan) ?? { key: '', label: '' };
      return [{ type: 'plan-draft.withdrawn', data: { version: key, label }, texts: { reasonText: reason } }];
    },
  }),
  'revise-version': verb<WithReason>({
    name: { sv: 'Revidera antagen plan', en: 'Revise the adopted plan' },
    ready: notRevisable,
    decide: (plan, { reason }) => {
      const { key, label } = versionInForce(plan) ?? { key: '', label: '' };
      return [{ type: 'plan.revised', data: { version: key, label }, texts: { reasonText: reason } }];
    },
  }),
  'set-document-dates': verb<SetDocumentDates>({
    name: { sv: 'Ange dokumentets datum', en: "Set the document's dates" },
    ready: noVersions,
    decide: (plan, { version, drawnUp, validFrom, validTo, revised }) => {
      const found = factsOfVersions(plan).versions.find((one) => one.key === version);
      if (!found) return unknownRecord('/version', version);
      const dates = told({ drawnUp, validFrom, validTo, revised });
      return (
        endsBeforeItBegins({ ...found.dates, ...dates }) ?? [
          { type: 'document-dates.set', data: { version, ...dates } },
        ]
      );
    },
  }),
  'set-registry-number': verb<SetRegistryNumber>({
    name: { sv: 'Ange diarienummer', en: 'Set the registry number' },
    ready: noVersions,
    decide: (plan, { version, registryNumber }) =>
      factsOfVersions(plan).versions.some((one) => one.key === version)
        ? [{ type: 'registry-number.set', data: { version, registryNumber } }]
        : unknownRecord('/version', version),
  }),
};

function submit(plan: Plan, body: SubmitVersion): Decision {
  const { versions } = factsOfVersions(plan);
  const { label = nextProposal(versions), drawnUp, validFrom, validTo, revised, registryNumber } = body;
  if (isTaken(versions, label)) return refuse('version-label-taken', { field: '/label', params: { version: label } });
  const dates = told({ drawnUp, validFrom, validTo, revised });
  const data = { version: nextKey('version', versions), label, ...dates, ...told({ registryNumber }) };
  return endsBeforeItBegins(dates) ?? [{ type: 'plan-draft.submitted', data }];
}

/** A submitted version is locked and an adopted one frozen (INV-23); each says which verb opens the text again. */
function notWritable(plan: Plan): Reason[] {
  const submitted = submittedVersion(plan);
  if (submitted) return [locked(submitted)];
  if (documentStatus(plan) !== 'adopted') return [];
  const params = { version: adoptedVersion(plan)?.label ?? '' };
  return [{ code: 'version-frozen', params, missing: [{ code: 'revise-first', verb: 'revise-version' }] }];
}

function locked({ label: version }: NamedVersion): Reason {
  const missing = [{ code: 'withdraw-first', verb: 'withdraw-version' }];
  return { code: 'version-locked', params: { version }, missing };
}

/** Where a new cycle has opened the text by itself, to begin a revision says of which version that is one (INV-23). */
function notRevisable(plan: Plan): Reason[] {
  const version = versionInForce(plan);
  if (!version) return [{ code: 'nothing-to-revise' }];
  const submitted = submittedVersion(plan);
  if (submitted) return [locked(submitted)];
  return revisionBegun(plan) ? [{ code: 'revision-already-begun', params: { version: version.label } }] : [];
}

/** INV-18: a plan builds on what is known. Imported history may be silent about it (INV-26). */
function notSubmittable(plan: Plan, at: Setting): Reason[] {
  if (at.imported) return [];
  const empty = { code: 'draft-empty', missing: [{ code: 'draft-text-missing', verb: 'write-section' }] };
  const uncited = { code: 'draft-cites-nothing', missing: [{ code: 'draft-citation-missing', verb: 'cite' }] };
  return [...(draftOf(plan).pieces.length > 0 ? [] : [empty]), ...(citationsOf(plan).length > 0 ? [] : [uncited])];
}

function noVersions(plan: Plan): Reason[] {
  return factsOfVersions(plan).versions.length > 0 ? [] : [{ code: 'no-versions' }];
}

/** Only days can be compared: a year may hold both ends (INV-25). */
function endsBeforeItBegins({ validFrom, validTo }: DocumentDates): Refusal | null {
  if (validFrom === undefined || validTo === undefined || !isExact(validFrom) || !isExact(validTo)) return null;
  return validTo < validFrom
    ? refuse('valid-to-before-from', { field: '/validTo', params: { validFrom, validTo } })
    : null;
}
