// choose-direction, look-again.
import { verb, type Verb } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { refuse } from '../../engine/refusal.js';
import { notToWeigh, titleOf } from '../potentials/verbs.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { against, leftOut, themesIn, themeTitle, type ChooseDirection } from './choice.js';
import { directionsOf, parkedOf, statusOfPotential } from './facts.js';

export interface LookAgain {
  potential: string;
}

export const verbs: Record<string, Verb> = {
  'choose-direction': verb<ChooseDirection>({
    name: { sv: 'Välj inriktning', en: 'Choose the direction' },
    decide: (plan, body, at) => {
      const direction = nextKey('direction', directionsOf(plan).decisions);
      return (
        against(plan, body, at) ?? [
          chosen(plan, body, direction),
          ...why(plan, body, direction),
          ...parked(plan, body, direction),
        ]
      );
    },
  }),
  'look-again': verb<LookAgain>({
    name: { sv: 'Ta upp parkerad potential igen', en: 'Take up a parked potential again' },
    ready: (plan) => (parkedOf(plan).length > 0 ? [] : [{ code: 'nothing-parked' }]),
    decide: (plan, { potential }) => {
      const gone = notToWeigh(plan, potential, '/potential');
      if (gone) return gone;
      if (statusOfPotential(plan, potential) === 'parked') return [{ type: 'potential.taken-up', data: { potential } }];
      return refuse('potential-not-parked', { field: '/potential', params: { potential: titleOf(plan, potential) } });
    },
  }),
};

function chosen(plan: Plan, body: ChooseDirection, direction: string): Draft {
  const { decidedBy = [], overrideReason } = body;
  const overridden = overrideReason ? true : undefined;
  return {
    type: 'direction.chosen',
    data: told({ direction, themes: themesIn(plan, body), decidedBy, overridden }),
    texts: {
      problemText: body.problem,
      goalPictureText: body.goalPicture,
      overrideReasonText: overrideReason,
      parkedBecauseText: body.parkedBecause,
    },
  };
}

function why(plan: Plan, body: ChooseDirection, direction: string): Draft[] {
  const themes = themesIn(plan, body);
  return body.chosen
    .filter((one) => one.rationale)
    .map((one) => {
      const theme = themes.find(({ title }) => title === themeTitle(plan, one))?.theme;
      const data = told({ direction, theme, potential: one.potential });
      return { type: 'theme.explained', data, texts: { rationaleText: one.rationale } };
    });
}

/** All that are left out, and those parked before of which something new is said. */
function parked(plan: Plan, body: ChooseDirection, direction: string): Draft[] {
  const named = new Map((body.parked ?? []).map((one) => [one.potential, one]));
  const keys = new Set([...leftOut(plan, body).map(({ key }) => key), ...named.keys()]);
  return [...keys].map((potential) => {
    const { because, lookAgainOn } = named.get(potential) ?? {};
    const data = told({ potential, direction, lookAgainOn });
    return { type: 'potential.parked', data, texts: { becauseText: because } };
  });
}
