// sections-written, responsible-named, version-submitted, version-adopted and revision-begun.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { parameters, someOf } from '../parameters.js';
import { awaited } from '../adoption/awaited.js';
import { draftOf, PLAN_SECTIONS, type Section } from './document.js';
import { adoptedVersion, documentStatus, notAdopted, revisionBegun, submittedVersion } from './status.js';

export const criteria: Record<string, CriterionKind> = {
  'sections-written': criterionKind<{ sections?: Section[] }>({
    name: { sv: 'Avsnitten är skrivna', en: 'The sections are written' },
    with: parameters({
      sections: someOf(PLAN_SECTIONS, 'The sections that must have a text; purpose and goal by default.'),
    }),
    suppliedBy: ['write-section'],
    missing: (plan, { sections = ['purpose', 'goal'] }) => {
      const written = new Set(draftOf(plan).pieces.map((piece) => piece.section));
      return sections
        .filter((section) => !written.has(section))
        .map((section) => ({ code: `section-missing-${section}`, verb: 'write-section' }));
    },
  }),
  'responsible-named': criterionKind({
    name: { sv: 'Ansvariga för revidering och uppföljning finns', en: 'Somebody answers for revision and follow-up' },
    suppliedBy: ['set-responsible'],
    missing: (plan) => {
      const { revision, followUp } = draftOf(plan);
      return [
        ...(revision ? [] : [{ code: 'responsible-missing-revision', verb: 'set-responsible' }]),
        ...(followUp ? [] : [{ code: 'responsible-missing-follow-up', verb: 'set-responsible' }]),
      ];
    },
  }),
  'version-submitted': criterionKind({
    name: { sv: 'En version är inlämnad för beslut', en: 'A version has been submitted for decision' },
    suppliedBy: ['submit-version'],
    missing: (plan) =>
      documentStatus(plan) === 'draft' ? [{ code: 'version-not-submitted', verb: 'submit-version' }] : [],
  }),
  'version-adopted': criterionKind({
    name: { sv: 'Planen är antagen', en: 'The plan has been adopted' },
    suppliedBy: ['record-decision'],
    missing: (plan) => {
      if (adoptedVersion(plan)) return [];
      return submittedVersion(plan) ? awaited(plan) : [notAdopted(plan)];
    },
  }),
  'revision-begun': criterionKind({
    name: { sv: 'En revidering är påbörjad', en: 'A revision has been begun' },
    suppliedBy: ['revise-version'],
    missing: (plan) => (revisionBegun(plan) ? [] : [{ code: 'revision-not-begun', verb: 'revise-version' }]),
  }),
};
