// municipalities-named, dialogues-answered and, in a municipality's own case, dialogue-answered.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Missing } from '../../engine/refusal.js';
import { howMany, parameters } from '../parameters.js';
import { dialogueFacts, dialoguesOf, silentAnywhere, silentHere, type Municipality } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'municipalities-named': criterionKind<{ min?: number }>({
    name: { sv: 'Det står vilka kommuner som ska höras', en: 'It says which municipalities are to be heard' },
    with: parameters({ min: howMany('How many municipalities; 1 by default.') }),
    suppliedBy: ['name-municipality'],
    missing: (plan, { min = 1 }) => {
      const have = dialogueFacts(plan).municipalities.length;
      return have >= min ? [] : [{ code: 'municipalities-too-few', verb: 'name-municipality', params: { min, have } }];
    },
  }),
  'dialogues-answered': criterionKind({
    name: { sv: 'Varje kommun har hörts eller avstått', en: 'Every municipality has been heard or has declined' },
    suppliedBy: ['hold-dialogue', 'decline-dialogue'],
    ofItsPlan: true,
    missing: (plan) =>
      dialogueFacts(plan).municipalities.length === 0
        ? [{ code: 'no-municipalities', verb: 'name-municipality' }]
        : silentAnywhere(plan).map(silent),
  }),
  'dialogue-answered': criterionKind({
    name: { sv: 'Dialogen har hållits, eller kommunen har avstått', en: 'The dialogue was held or declined' },
    suppliedBy: ['hold-dialogue', 'decline-dialogue'],
    ofItsPlan: true,
    missing: (plan) => {
      const { ownMunicipality: own } = dialogueFacts(plan);
      if (own !== undefined)
        return silentHere(plan)
          .filter(({ organisation }) => organisation === own)
          .map(silent);
      return dialoguesOf(plan).length > 0 ? [] : [{ code: 'dialogue-missing', verb: 'hold-dialogue' }];
    },
  }),
};

function silent({ organisation, name = organisation }: Municipality): Missing {
  return {
    code: 'municipality-not-heard',
    verb: 'hold-dialogue',
    params: { municipality: organisation, name },
    by: { organisation },
  };
}
