// The role and cost map: who decides, pays, carries out and is asked, for each part of the work; empty cells show.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, roleMapOf, type RoleMap } from './facts.js';
import { verbs } from './verbs.js';

export const roleMap: Capability<RoleMap> = {
  key: 'role-map',
  name: { sv: 'Roll- och kostnadskarta', en: 'Role and cost map' },
  nothing,
  verbs,
  events,
  criteria,
  inherit: (_facts, _fork, from) => ({ rows: roleMapOf(from) }),
  words: {
    'no-role-map': { sv: 'Kartan har inga rader ännu.', en: 'The map has no rows yet.' },
    'role-map-unchanged': { sv: 'Skriv vad som ska stå om ”{title}”.', en: 'Say what is to be told of "{title}".' },
    'role-map-nobody': { sv: 'Ange en organisation, en roll eller båda.', en: 'Name an organisation, a role or both.' },
    'role-map-rows-too-few': {
      sv: 'Rader i roll- och kostnadskartan: {have} av minst {min}.',
      en: 'Rows in the role and cost map: {have} of at least {min}.',
    },
    'role-map-without-decides': {
      sv: 'Det står inte vem som beslutar om ”{title}”.',
      en: 'It is not said who decides on "{title}".',
    },
    'role-map-without-pays': {
      sv: 'Det står inte vem som betalar för ”{title}”.',
      en: 'It is not said who pays for "{title}".',
    },
    'role-map-without-carries-out': {
      sv: 'Det står inte vem som utför ”{title}”.',
      en: 'It is not said who carries out "{title}".',
    },
    'role-map-without-is-asked': {
      sv: 'Det står inte vem som tillfrågas om ”{title}”.',
      en: 'It is not said who is asked about "{title}".',
    },
    'role-map-without-cost': { sv: 'Det står inte vad ”{title}” kostar.', en: 'It is not said what "{title}" costs.' },
  },
};
