// What happens to the document: written, submitted, withdrawn or returned, adopted, revised; and its dates and numbers.
import { on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';
import {
  standing,
  type Content,
  type DocumentDates,
  type Piece,
  type Responsible,
  type Section,
  type Version,
  type Versions,
} from './document.js';

export { nothing, type Versions } from './document.js';
export { adoptedVersion, submittedVersion } from './status.js';

export interface SectionWritten {
  section: Section;
  code?: string;
  wordsText: string;
}

export interface DraftSubmitted extends DocumentDates {
  version: string;
  label: string;
  registryNumber?: string;
}

export interface PlanAdopted {
  version: string;
  /** 1.0, 2.0 ... */
  label: string;
  /** The label under which it was submitted. */
  proposal: string;
  adoptedOn: When;
}

export const events: Record<string, Evolve<Versions>> = {
  'section.written': on((facts, data: SectionWritten, _event, plan) =>
    drafted(facts, { pieces: withPiece(facts.draft.pieces, data, plan) }),
  ),
  'responsible.named': on((facts, data: { revision?: Responsible; followUp?: Responsible }, _event, plan) => {
    const { revision, followUp } = data;
    const made = madeIn(plan);
    return drafted(facts, {
      ...(revision ? { revision: { ...revision, ...made } } : {}),
      ...(followUp ? { followUp: { ...followUp, ...made } } : {}),
    });
  }),
  'activities.declared-later': on((facts, _data: object, _event, plan) =>
    drafted(facts, { activitiesLater: madeIn(plan) }),
  ),
  'plan-draft.submitted': on(
    (facts, { version: key, label, registryNumber, ...dates }: DraftSubmitted, event, plan) => {
      const frozen = { content: standing(plan, facts.draft), dates, ...told({ registryNumber }) };
      const imported = event.imported === true;
      const version = { key, label, submittedOn: event.occurredAt, locked: true, ...frozen, imported, ...madeIn(plan) };
      return { ...facts, versions: [...facts.versions, version] };
    },
  ),
  'plan-draft.withdrawn': on((facts, { version }: { version: string }) =>
    changed(facts, version, () => ({ locked: false })),
  ),
  'plan.returned-for-revision': on((facts, { version }: { version: string }) =>
    changed(facts, version, () => ({ locked: false })),
  ),
  'plan.adopted': on((facts, { version, label, adoptedOn }: PlanAdopted, _event, plan) =>
    changed(notRevised(facts), version, () => ({ adopted: { label, on: adoptedOn, ...madeIn(plan) } })),
  ),
  'plan.revised': on((facts, _data: object, _event, plan) => ({ ...facts, revising: true, revisedIn: madeIn(plan) })),
  'document-dates.set': on((facts, { version, ...dates }: DocumentDates & { version: string }) =>
    changed(facts, version, (old) => ({ dates: { ...old.dates, ...dates } })),
  ),
  'registry-number.set': on((facts, { version, registryNumber }: { version: string; registryNumber: string }) =>
    changed(facts, version, () => ({ registryNumber })),
  ),
};

function notRevised({ draft, versions }: Versions): Versions {
  return { draft, revising: false, versions };
}

function drafted(facts: Versions, change: Partial<Content>): Versions {
  return { ...facts, draft: { ...facts.draft, ...change } };
}

/** Writing a piece again replaces it; the earlier text stays a row of the plan. */
function withPiece(pieces: Piece[], { section, code, wordsText }: SectionWritten, plan: Plan): Piece[] {
  const piece: Piece = { section, ...told({ code }), text: wordsText, ...madeIn(plan) };
  const at = pieces.findIndex((one) => one.section === section && one.code === code && stands(plan, one));
  return at < 0 ? [...pieces, piece] : pieces.with(at, piece);
}

function changed(facts: Versions, key: string, change: (version: Version) => Partial<Version>): Versions {
  const versions = facts.versions.map((one) => (one.key === key ? { ...one, ...change(one) } : one));
  return { ...facts, versions };
}
