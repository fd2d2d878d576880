// Who may do what: for each standard role its rights, as the domain analysis has them in its table of roles (section e).
// What a role may not do is what does not stand here, or stands with a condition. Nothing else in the program says it.
import type { StandardRole } from '#libs/lifecycle';
import type { Right } from './rights.js';

export interface RoleRights {
  may?: readonly Right[];
  /** In the stage that the role itself answers for. */
  inOwnStage?: readonly Right[];
  /** Where no chair who is there answers for the stage: under a steering group the process leader proposes. */
  whileNoChair?: readonly Right[];
  /** For the organisation in whose name the role is held, and no other party. */
  forOwnOrganisation?: readonly Right[];
  /** And only who comes from it, by the register of persons or by a post: no role in the plan is enough to say who decides for it. */
  whereOneBelongs?: readonly Right[];
}

const takesPart: readonly Right[] = ['propose', 'answer', 'comment'];
const reads: readonly Right[] = ['read', 'read-drafts', 'read-notes', 'read-persons'];

// A table is read by its rows: prettier would give each right a line of its own.
// prettier-ignore
export const ROLE_RIGHTS: Record<StandardRole, RoleRights> = {
  'process-leader': {
    may: [
      'start', 'pause', 'mend', 'mend-days', 'prepare', 'direct', 'appoint', 're-anchor', 'fill-group', 'convene', 'agree',
      'draft', 'submit', 'report', 'keep-log', 'strike', 'map', 'set-goals', 'measure', 'keep-knowledge', 'anchor', 'link',
      'try', 'judge', 'spread', 'commit', 'hand-on', 'give-notice', ...takesPart, ...reads,
    ],
    whileNoChair: ['move', 'steer'],
    whereOneBelongs: ['appoint-deciders'],
  },
  'municipal-lead': {
    may: [
      'pause', 'mend', 'direct', 'appoint', 're-anchor', 'fill-group', 'convene', 'draft', 'keep-log', 'map', 'anchor',
      'set-goals', 'commit', 'hand-on', ...takesPart, ...reads,
    ],
    inOwnStage: ['move'],
    forOwnOrganisation: ['consent', 'agree', 'accept-risk', 'take-over'],
    whereOneBelongs: ['appoint-deciders'],
  },
  'deciding-body': {
    may: ['mend', 'direct', 'appoint', 're-anchor', 'give-notice', 'commit', 'comment', ...reads],
    inOwnStage: ['move'],
    forOwnOrganisation: ['consent', 'decide', 'take-over'],
    whereOneBelongs: ['appoint-deciders'],
  },
  chair: {
    may: [
      'move', 'steer', 'pause', 'mend', 'mend-days', 'prepare', 'appoint', 're-anchor', 'fill-group', 'convene', 'report',
      'keep-log', 'strike', 'hand-on', ...takesPart, ...reads,
    ],
  },
  'deputy-chair': {
    may: [
      'move', 'steer', 'pause', 'mend', 'mend-days', 'prepare', 'appoint', 're-anchor', 'fill-group', 'convene', 'report',
      'keep-log', 'strike', 'hand-on', ...takesPart, ...reads,
    ],
  },
  'steering-group-member': { may: [...takesPart, ...reads] },
  'workgroup-lead': {
    may: [
      'mend', 'fill-group', 'convene', 'agree', 'draft', 'submit', 'report', 'keep-log', 'map', 'set-goals', 'link', 'try',
      'judge', 'spread', 'hand-on', ...takesPart, ...reads,
    ],
    inOwnStage: ['move'],
  },
  'workgroup-member': {
    may: ['draft', 'report', 'keep-log', 'map', 'link', 'judge', ...takesPart, ...reads],
    forOwnOrganisation: ['agree'],
  },
  'activity-owner': {
    may: ['mend', 'report', 'measure', 'keep-log', 'commit', 'hand-on', ...takesPart, ...reads],
    forOwnOrganisation: ['take-over'],
  },
  'civil-society-partner': {
    may: ['report', ...takesPart, 'read', 'read-drafts'],
    forOwnOrganisation: ['consent', 'agree', 'take-over'],
  },
  resident: {
    may: ['judge', ...takesPart, 'read', 'read-drafts'],
    forOwnOrganisation: ['consent', 'agree'],
  },
  researcher: { may: ['research', 'mend', 'set-goals', 'measure', 'keep-knowledge', 'link', ...takesPart, ...reads] },
  'knowledge-steward': { may: ['mend', 'keep-knowledge', 'anchor', 'link', 'draft', 'measure', ...takesPart, ...reads] },
  connector: { may: ['link', 'map', 'spread', 'convene', ...takesPart, ...reads] },
  enabler: { may: ['comment', ...reads], forOwnOrganisation: ['accept-risk'] },
  ambassador: { may: [...takesPart, 'read', 'read-drafts'] },
  funder: { may: ['read'], forOwnOrganisation: ['commit'] },
  registrar: { may: ['mark-secrecy', 'give-notice', 'strike', 'keep-log', ...reads], forOwnOrganisation: ['register'] },
  'template-author': {},
  administrator: { may: ['start', 'appoint', 'appoint-deciders', 'answer-hand-over', ...reads] },
};
