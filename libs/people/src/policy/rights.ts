// What there is to do, gathered into rights: every verb of a plan belongs to exactly one, and a right to read has no verbs.
// A new verb gets its line here; rights.spec.ts fails until it has one.

// A table is read by its rows: prettier would give each verb a line of its own.
// prettier-ignore
export const RIGHTS = {
  /** Begin a plan, alone or under an initiative. */
  start: ['start'],
  /** Take a plan from stage to stage. */
  move: ['advance', 'return', 'repeat', 'skip', 'fork', 'release'],
  /** What changes its course: past what is not met, from the beginning, to its end, to another way of working. */
  steer: ['override', 'restart', 'complete', 'discontinue', 'migrate', 'undo'],
  pause: ['pause', 'resume'],
  mend: ['correct'],
  /** Correct when a step happened without saying the step again, whatever it was. */
  'mend-days': [],
  /** Frame the work: what it is for, who shares it, where it belongs, what lies before whom. */
  prepare: [
    'record-mandate', 'add-party', 'withdraw-party', 'register-area', 'link-area', 'unlink-area',
    'name-municipality', 'prepare-decision',
  ],
  consent: ['consent', 'decline-consent'],
  /** Yes, sent back or deferred, for a party. */
  decide: ['record-decision'],
  'give-notice': ['record-adjusted-minutes', 'announce-decision', 'set-appeal-period', 'record-finality'],
  direct: ['choose-direction', 'look-again', 'decide-priority'],
  /** Who has which part in the work. */
  appoint: [
    'form-steering-group', 'change-steering-group', 'receive-hand-over', 'form-workgroup', 'dissolve-workgroup',
    'appoint-lead', 'appoint-deputy', 'form-team', 'name-management-contact', 'agree-roles', 'end-role-agreement',
    'set-responsible', 'assign-role', 'change-role', 'end-role', 'start-hand-over', 'withdraw-hand-over',
    'fill-role-map', 'remove-role-map-row',
  ],
  /** The same of a role that decides for a party; see appointments.ts. */
  'appoint-deciders': [],
  /** In somebody's place: else a hand-over is answered by the one whom it is meant for. */
  'answer-hand-over': ['accept-hand-over', 'decline-hand-over'],
  /** Win the new leadership over, after an election or a change of heads. */
  're-anchor': ['note-leadership-change', 're-anchor'],
  'fill-group': ['add-member', 'set-time-aside', 'sign-role-agreement', 'plan-process', 'fill-seat', 'leave-seat'],
  convene: [
    'plan-meeting', 'reschedule-meeting', 'cancel-meeting', 'hold-meeting', 'record-notes',
    'hold-dialogue', 'decline-dialogue',
  ],
  propose: [
    'propose-potential', 'withdraw-potential', 'propose-idea', 'propose-project-idea', 'raise-question',
    'share-example', 'record-insight', 'record-lesson',
  ],
  answer: ['answer-question'],
  comment: ['comment'],
  agree: ['agree-problem'],
  draft: [
    'write-section', 'declare-activities-later', 'cite', 'publish-description', 'state-problem',
    'set-document-dates', 'plan-effort', 'retrace-effort', 'drop-effort', 'name-strategy', 'drop-strategy',
    'set-priority-area', 'retrace-area', 'drop-priority-area',
  ],
  submit: ['submit-version', 'withdraw-version', 'revise-version'],
  /** Status of what was promised, and how many took part. */
  report: [
    'add-activity', 'start-activity', 'complete-activity', 'stop-activity', 'hand-over-activity',
    'reschedule-activity', 'plan-knowledge-activity', 'hold-knowledge-activity', 'count-participation',
  ],
  'keep-log': ['write-log-entry', 'attach', 'add-checklist-item', 'tick-item', 'untick-item'],
  strike: ['strike-attachment'],
  /** What there is, and what of it is gone on with. */
  map: [
    'register-effort', 'declare-none-found', 'record-inventory-activity', 'summarise-insights',
    'look-at-existing', 'pick-idea', 'park-idea',
  ],
  'set-goals': ['set-target'],
  measure: ['measure-indicator', 'declare-not-measured'],
  'keep-knowledge': ['register-knowledge-item', 'mark-carried-out', 'add-method-card'],
  anchor: ['confirm-anchoring'],
  /** Suggest methods, and link them to efforts. */
  link: ['link-method', 'unlink-method', 'use-method'],
  'accept-risk': ['accept-risk'],
  try: ['plan-trial', 'set-trial-terms', 'start-trial', 'stop-trial', 'scale-up'],
  judge: ['evaluate-trial'],
  spread: ['judge-spread'],
  commit: ['commit-resources', 'change-commitment', 'withdraw-commitment'],
  'hand-on': ['put-in-use', 'name-owner', 'transfer-ownership'],
  'take-over': ['accept-ownership', 'decline-ownership'],
  register: ['set-registry-number', 'register-record'],
  'mark-secrecy': ['mark-confidential', 'lift-confidentiality'],
  /** Keep private notes, and publish what is found. */
  research: ['write-research-note', 'publish-research-note', 'strike-research-note'],
  /** Know that the plans of one's reach are there, and read what no other right to read is about. */
  read: [],
  'read-drafts': [],
  'read-notes': [],
  'read-persons': [],
} as const satisfies Record<string, readonly string[]>;

export type Right = keyof typeof RIGHTS;

const rightByVerb = new Map<string, Right>(
  Object.entries(RIGHTS).flatMap(([right, verbs]) => verbs.map((verb) => [verb, right as Right] as const)),
);

/** @returns undefined for a verb that there is not: rights.spec.ts holds that every other has one. */
export function rightTo(verb: string): Right | undefined {
  return rightByVerb.get(verb);
}
