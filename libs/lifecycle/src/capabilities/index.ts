// Every capability, in the order in which a plan meets them. A new one: a folder here and a line below.
import type { Capability } from '../engine/capability.js';
import { activities } from './activities/index.js';
import { adoption } from './adoption/index.js';
import { areas } from './areas/index.js';
import { attachments } from './attachments/index.js';
import { checklist } from './checklist/index.js';
import { commitments } from './commitments/index.js';
import { descriptions } from './descriptions/index.js';
import { dialogues } from './dialogues/index.js';
import { direction } from './direction/index.js';
import { ideas } from './ideas/index.js';
import { indicators } from './indicators/index.js';
import { insights } from './insights/index.js';
import { inventory } from './inventory/index.js';
import { knowledge } from './knowledge/index.js';
import { knowledgeActivities } from './knowledge-activities/index.js';
import { lessons } from './lessons/index.js';
import { log } from './log/index.js';
import { mandate } from './mandate/index.js';
import { meetings } from './meetings/index.js';
import { methods } from './methods/index.js';
import { network } from './network/index.js';
import { ownership } from './ownership/index.js';
import { parties } from './parties/index.js';
import { potentials } from './potentials/index.js';
import { priorities } from './priorities/index.js';
import { problem } from './problem/index.js';
import { registration } from './registration/index.js';
import { researchNotes } from './research-notes/index.js';
import { reAnchoring } from './re-anchoring/index.js';
import { roleAgreements } from './role-agreements/index.js';
import { roleMap } from './role-map/index.js';
import { roles } from './roles/index.js';
import { spread } from './spread/index.js';
import { steeringGroup } from './steering-group/index.js';
import { strategies } from './strategies/index.js';
import { team } from './team/index.js';
import { trials } from './trials/index.js';
import { versions } from './versions/index.js';
import { workgroups } from './workgroups/index.js';

export const capabilities: Capability[] = [
  parties,
  mandate,
  commitments,
  roles,
  reAnchoring,
  roleMap,
  roleAgreements,
  areas,
  inventory,
  knowledge,
  knowledgeActivities,
  descriptions,
  meetings,
  dialogues,
  insights,
  problem,
  ideas,
  potentials,
  direction,
  strategies,
  workgroups,
  team,
  versions,
  adoption,
  steeringGroup,
  trials,
  activities,
  priorities,
  network,
  indicators,
  lessons,
  researchNotes,
  methods,
  ownership,
  spread,
  checklist,
  log,
  attachments,
  registration,
];
