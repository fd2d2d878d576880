// Methods: the toolbox of the plan, linked to its stages.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Methods, type OwnCard } from './facts.js';
import { verbs } from './verbs.js';

export const methods: Capability<Methods> = {
  key: 'methods',
  name: { sv: 'Metoder', en: 'Methods' },
  nothing,
  verbs,
  events,
  criteria,
  /** The toolbox goes along; what was used was used there. */
  inherit: ({ cards, links }) => ({ cards: cards.map(withoutTexts), links, uses: [] }),
  renamed: ({ cards, links, uses }, now) => ({
    cards: cards.map((card) => ({ ...card, stages: [...new Set(card.stages.map(now))] })),
    links: links.map((link) => ({ ...link, about: now(link.about) })),
    uses,
  }),
  words: {
    'no-method-cards': { sv: 'Det finns inga metodkort ännu.', en: 'There are no method cards yet.' },
    'method-already-there': {
      sv: 'Det finns redan ett metodkort ”{method}”.',
      en: 'There is already a method card "{method}".',
    },
    'method-already-linked': {
      sv: '”{method}” är redan kopplad till skedet ”{stage}”.',
      en: '"{method}" is already linked to the stage "{stage}".',
    },
    'method-not-linked': {
      sv: '”{method}” är inte kopplad till skedet ”{stage}”.',
      en: '"{method}" is not linked to the stage "{stage}".',
    },
    'methods-used-too-few': {
      sv: 'Metoder som har använts: {have} av minst {min}.',
      en: 'Methods that have been used: {have} of at least {min}.',
    },
    'method-cards-too-few': {
      sv: 'Egna metodkort: {have} av minst {min}.',
      en: 'Method cards of your own: {have} of at least {min}.',
    },
  },
};

/** Its texts are the other plan's. */
function withoutTexts({ whenToUse: _when, how: _how, ...card }: OwnCard): OwnCard {
  return card;
}
