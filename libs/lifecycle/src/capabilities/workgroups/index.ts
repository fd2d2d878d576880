// Workgroups: formed for a theme, led, staffed by the parties; and the process with its milestones.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, processOf, workgroupsFor, workgroupsOf, type Workgroup, type Workgroups } from './facts.js';
import { verbs } from './verbs.js';

export const workgroups: Capability<Workgroups> = {
  key: 'workgroups',
  name: { sv: 'Arbetsgrupper', en: 'Workgroups' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'workgroup-formed': (plan) =>
      workgroupsOf(plan).map(({ key, formedAt, imported }) => ({
        record: key,
        at: formedAt,
        imported,
        workgroup: key,
      })),
    milestone: (plan) => {
      const { milestones = [], imported = false } = processOf(plan) ?? {};
      return milestones.map((milestone) => ({ record: milestone.key, at: milestone.on, imported }));
    },
  },
  /** The groups of the plan's theme and those without one, or all; the milestones go along too, for its drafting. */
  inherit: (_facts, { each }, from) => {
    const process = processOf(from);
    return { workgroups: workgroupsFor(from, each).map(withoutText), processes: process ? [process] : [] };
  },
  words: {
    'no-workgroups': { sv: 'Ingen arbetsgrupp är bildad.', en: 'No workgroup has been formed.' },
    'workgroup-purpose-missing': {
      sv: 'Skriv vad arbetsgruppen är till för.',
      en: 'Say what the workgroup is for.',
    },
    'workgroup-is-dissolved': { sv: '”{workgroup}” är upplöst.', en: '"{workgroup}" has been dissolved.' },
    'workgroup-has-member': {
      sv: '{organisation} är redan med i ”{workgroup}”.',
      en: '{organisation} is already a member of "{workgroup}".',
    },
    'workgroup-missing': { sv: 'Lägg in minst en arbetsgrupp.', en: 'Enter at least one workgroup.' },
    'theme-without-workgroup': {
      sv: 'Temat ”{title}” har ingen arbetsgrupp.',
      en: 'The theme "{title}" has no workgroup.',
    },
    'workgroup-without-lead': { sv: '”{name}” har ingen ledare.', en: '"{name}" has no lead.' },
    'workgroup-without-deputy': {
      sv: 'Ledaren för ”{name}” har ingen ersättare.',
      en: 'The lead of "{name}" has no deputy.',
    },
    'workgroup-without-time': {
      sv: 'Det står inte vilken tid som är avsatt för ”{name}”.',
      en: 'It is not said what time is set aside for "{name}".',
    },
    'workgroup-without-party': {
      sv: '{organisation} har ingen plats i ”{name}”.',
      en: '{organisation} has no seat in "{name}".',
    },
    'role-agreement-missing': {
      sv: 'Rollöverenskommelsen för ”{name}” är inte underskriven.',
      en: 'The role agreement of "{name}" is not signed.',
    },
    'milestones-missing': { sv: 'Lägg in minst en hållpunkt.', en: 'Give at least one milestone.' },
    'process-missing': {
      sv: 'Lägg in processplanen med hållpunkter.',
      en: 'Enter the plan of the process, with milestones.',
    },
  },
};

/** The text of its purpose is a row of the initiative, and its key means another text in the new plan. */
function withoutText({ purpose: _left, ...group }: Workgroup): Workgroup {
  return group;
}
