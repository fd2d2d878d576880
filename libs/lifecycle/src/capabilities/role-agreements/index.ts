// Role agreements: who does what, agreed with the commissioner and others before the work begins (product system 30).
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { agreementsOf, events, nothing, type RoleAgreement, type RoleAgreements } from './facts.js';
import { verbs } from './verbs.js';

export const roleAgreements: Capability<RoleAgreements> = {
  key: 'role-agreements',
  name: { sv: 'Rollöverenskommelser', en: 'Role agreements' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'role-agreement-ends': (plan) =>
      agreementsOf(plan).map(({ key, until, imported }) => ({ record: key, at: until ?? null, imported })),
  },
  inherit: (_facts, _fork, from) => ({ agreements: agreementsOf(from).map(withoutText) }),
  words: {
    'no-role-agreement': { sv: 'Ingen rollöverenskommelse gäller.', en: 'No role agreement is in force.' },
    'role-agreement-not-in-force': {
      sv: 'Rollöverenskommelsen med {organisation} gäller inte längre.',
      en: 'The role agreement with {organisation} is no longer in force.',
    },
    'roles-not-agreed': {
      sv: 'Ingen har kommit överens om rollerna i arbetet ännu.',
      en: 'Nobody has agreed on the roles in the work yet.',
    },
    'roles-not-agreed-with-commissioner': {
      sv: 'Rollerna är inte överenskomna med uppdragsgivaren ännu.',
      en: 'The roles are not agreed with the commissioner yet.',
    },
    'roles-not-agreed-with-partner': {
      sv: 'Rollerna är inte överenskomna med någon samarbetspart ännu.',
      en: 'The roles are not agreed with any partner yet.',
    },
    'roles-not-agreed-with-doer': {
      sv: 'Rollerna är inte överenskomna med dem som ska utföra arbetet ännu.',
      en: 'The roles are not agreed with those who will carry out the work yet.',
    },
    'roles-not-agreed-with-funder': {
      sv: 'Rollerna är inte överenskomna med finansiären ännu.',
      en: 'The roles are not agreed with the funder yet.',
    },
    'roles-not-agreed-with-party': {
      sv: 'Rollerna är inte överenskomna med {organisation} ännu.',
      en: 'The roles are not agreed with {organisation} yet.',
    },
    'role-agreement-has-expired': {
      sv: 'Rollöverenskommelsen med {organisation} gällde till {until}.',
      en: 'The role agreement with {organisation} was in force until {until}.',
    },
    'roles-agreed-too-few': {
      sv: 'Rollöverenskommelser: {have} av minst {min}.',
      en: 'Role agreements: {have} of at least {min}.',
    },
  },
};

/** Its text is a row of the initiative, and its key means another text in the new plan. */
function withoutText({ agreementText: _left, ...agreement }: RoleAgreement): RoleAgreement {
  return agreement;
}
