// The inventory: what each actor group does today and how, and the workshops and interviews that found it out.
import type { Capability, Words } from '../../engine/capability.js';
import type { Label } from '../../engine/template.js';
import { criteria } from './criteria.js';
import { ACTOR_GROUPS, events, nothing, type ActorGroup, type Inventory } from './facts.js';
import { verbs } from './verbs.js';

const GROUPS: Record<ActorGroup, Label> = {
  region: { sv: 'regionen', en: 'the region' },
  municipality: { sv: 'kommunen', en: 'the municipality' },
  'civil-society': { sv: 'civilsamhället', en: 'civil society' },
  others: { sv: 'övriga', en: 'others' },
};

/** A sentence of its own for each group, so that the group's name is in the reader's language. */
function forEachGroup(code: string, words: (group: Label) => Label): Words {
  return Object.fromEntries(ACTOR_GROUPS.map((group) => [`${code}-${group}`, words(GROUPS[group])]));
}

export const inventory: Capability<Inventory> = {
  key: 'inventory',
  name: { sv: 'Inventering', en: 'Inventory' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'group-has-efforts': { sv: 'Gruppen har redan registrerade insatser.', en: 'The group already has efforts.' },
    'group-already-empty': {
      sv: 'Det är redan sagt att gruppen inte har några insatser.',
      en: 'It is already said that the group has no efforts.',
    },
    'effort-source-missing': { sv: 'Källa saknas för ”{title}”.', en: 'The source of "{title}" is missing.' },
    ...forEachGroup('group-not-inventoried', ({ sv, en }) => ({
      sv: `Ingen insats från ${sv} är registrerad. Registrera en, eller skriv att ingen hittades.`,
      en: `No effort of ${en} is registered. Register one, or say that none was found.`,
    })),
    ...forEachGroup('none-found-source-missing', ({ sv, en }) => ({
      sv: `Källa saknas för att inga insatser hittades hos ${sv}.`,
      en: `The source is missing for finding no effort among ${en}.`,
    })),
  },
};
