// The team of a case: its lead and deputy, its seats, and the contact in the management (template B, B2).
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, managementContactsOf, nothing, seatsOf, teamOf, type TeamFacts } from './facts.js';
import { verbs } from './verbs.js';

export const team: Capability<TeamFacts> = {
  key: 'team',
  name: { sv: 'Team', en: 'Team' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'team-formed': (plan) => {
      const formed = teamOf(plan);
      return formed ? [{ record: formed.key, at: formed.formedAt, imported: formed.imported }] : [];
    },
  },
  inherit: (_facts, _fork, from) => {
    const formed = teamOf(from);
    return { teams: formed ? [formed] : [], seats: seatsOf(from), managementContacts: managementContactsOf(from) };
  },
  words: {
    'no-team': { sv: 'Det finns inget team ännu.', en: 'There is no team yet.' },
    'team-missing': { sv: 'Bilda ett team.', en: 'Form a team.' },
    'team-unchanged': {
      sv: 'Säg vad teamet heter, vem som leder det eller vem som är ersättare.',
      en: 'Say what the team is called, who leads it or who is the deputy.',
    },
    'no-team-seats': { sv: 'Ingen har någon plats i teamet.', en: 'Nobody has a seat in the team.' },
    'team-seat-already-left': { sv: 'Platsen är redan lämnad.', en: 'The seat has already been left.' },
    'management-contact-already-named': {
      sv: 'Den kontakten i ledningen för {organisation} är redan utsedd.',
      en: 'That contact in the management of {organisation} has already been named.',
    },
    'team-without-people-concerned': {
      sv: 'Ingen boende eller användare har någon plats i teamet.',
      en: 'No resident or user has a seat in the team.',
    },
    'team-without-resident': {
      sv: 'Ingen boende har någon plats i teamet.',
      en: 'No resident has a seat in the team.',
    },
    'team-without-user': { sv: 'Ingen användare har någon plats i teamet.', en: 'No user has a seat in the team.' },
    'team-without-doer': {
      sv: 'Ingen av dem som ska utföra arbetet har någon plats i teamet.',
      en: 'None of those who will carry out the work has a seat in the team.',
    },
    'team-without-specialist': {
      sv: 'Ingen med särskild kunskap har någon plats i teamet.',
      en: 'Nobody with special knowledge has a seat in the team.',
    },
    'team-without-other': {
      sv: 'Ingen annan än de berörda och utförarna har någon plats i teamet.',
      en: 'Nobody but those concerned and those who carry it out has a seat in the team.',
    },
    'team-sectors-too-few': {
      sv: 'Sektorer som teamets medlemmar kommer från: {have} av minst {min}.',
      en: 'Sectors that the members of the team come from: {have} of at least {min}.',
    },
    'team-without-lead': { sv: 'Teamet har ingen ledare.', en: 'The team has no lead.' },
    'team-without-deputy': { sv: 'Ledaren för teamet har ingen ersättare.', en: 'The lead of the team has no deputy.' },
    'management-contact-missing': {
      sv: 'Ingen kontakt i ledningen är utsedd ännu.',
      en: 'No contact in the management is named yet.',
    },
  },
};
