// Direction: the choice between potentials, the themes it gives, and what is parked.
import type { Capability } from '../../engine/capability.js';
import { potentialsToWeigh } from '../potentials/facts.js';
import { criteria } from './criteria.js';
import { directionOf, events, nothing, parkedOf, themesOf, type Directions } from './facts.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const direction: Capability<Directions> = {
  key: 'direction',
  name: { sv: 'Inriktning', en: 'Direction' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    /** The days on which parked potentials are to be looked at again. */
    'potential-parked': (plan) => {
      const kept = new Set(potentialsToWeigh(plan).map((potential) => potential.key));
      return parkedOf(plan)
        .filter((parked) => parked.lookAgainOn !== undefined && kept.has(parked.potential))
        .map(({ potential, lookAgainOn = null, imported }) => ({ record: potential, at: lookAgainOn, imported }));
    },
  },
  forks: {
    theme: (plan) => themesOf(plan).map(({ key, title }) => ({ key, title })),
  },
  /** The plan's own theme, or all of them when it was made for none in particular; its texts stay with the initiative. */
  inherit: (_facts, { each }, from) => {
    const decision = directionOf(from);
    if (!decision) return nothing;
    const own = decision.themes.filter((theme) => each === undefined || theme.key === each);
    const themes = own.map(({ key, title, potentials }) => ({ key, title, potentials }));
    return { decisions: [{ ...decision, themes }], parked: [] };
  },
  words,
};
