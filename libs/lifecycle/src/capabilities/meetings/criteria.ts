// meeting-held, parties-represented and notes-recorded: of meetings held in the stage, in its present round.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { decidingParties } from '../parties/facts.js';
import { howMany, parameters } from '../parameters.js';
import { heldHere } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'meeting-held': criterionKind<{ min?: number }>({
    name: { sv: 'Mötet har hållits', en: 'The meeting has been held' },
    with: parameters({ min: howMany('How many meetings; 1 by default.') }),
    suppliedBy: ['hold-meeting'],
    ofItsStage: true,
    missing: (plan, { min = 1 }) => {
      const have = heldHere(plan).length;
      return have >= min ? [] : [{ code: 'meetings-too-few', verb: 'hold-meeting', params: { min, have } }];
    },
  }),
  'parties-represented': criterionKind({
    name: { sv: 'Alla beslutande parter har varit med', en: 'Every deciding party was represented' },
    suppliedBy: ['hold-meeting'],
    holdsAtFirst: true,
    ofItsStage: true,
    missing: (plan) => {
      const there = new Set(heldHere(plan).flatMap((meeting) => meeting.represented));
      return decidingParties(plan)
        .filter((party) => !there.has(party.organisation))
        .map(({ organisation }) => ({
          code: 'party-not-represented',
          verb: 'hold-meeting',
          params: { organisation },
          by: { organisation },
        }));
    },
  }),
  'notes-recorded': criterionKind({
    name: { sv: 'Anteckningar är skrivna', en: 'Notes are written' },
    suppliedBy: ['record-notes', 'hold-meeting'],
    holdsAtFirst: true,
    missing: (plan) =>
      heldHere(plan)
        .filter((meeting) => !meeting.notes)
        .map(({ key, title }) => ({ code: 'notes-missing', verb: 'record-notes', params: { meeting: key, title } })),
  }),
};
