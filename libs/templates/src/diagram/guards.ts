// What stands in the way of an event of the exported machine: each guard is a few questions, answered with the event.

/** How things stand when an event comes; whoever runs the machine sends it along as `answers`. */
export interface Answers {
  /** Keys of the criteria of the present stage that hold. */
  met: string[];
  /** The stage joins what it forks, and plans are still to be made or have not ended. */
  joinWaits: boolean;
  /** There is something for the join of the stage to let go. */
  releasable: boolean;
  /** Plans made by a fork that nothing joins, in this attempt and cycle, carry the work on. */
  forked: boolean;
  /** Some plan below has neither ended nor been let go. */
  plansOpen: boolean;
  /** The same, of those that the present stage joins. */
  plansOpenHere: boolean;
}

export interface MachineEvent {
  /** A lifecycle verb, `plans-ended` or `plan-restarted`. */
  type: string;
  /** The stage to go to, where the verb leads to one. */
  to?: string;
  answers: Answers;
}

/** All that is named must be so. */
export interface Guard {
  /** The event names this stage. */
  to?: string;
  /** It may leave the stage unsaid as well. */
  unsaid?: boolean;
  /** The event names a stage that is come to from this one over optional stages alone. */
  past?: string;
  /** These criteria hold. */
  met?: string[];
  /** At least one of these does not. */
  unmet?: string[];
  joinWaits?: boolean;
  releasable?: boolean;
  forked?: boolean;
  plansOpen?: boolean;
  plansOpenHere?: boolean;
}

/** Whether one stage is come to from another over optional stages alone; the machine itself says so. */
export type LeadsPast = (from: string, to: string) => boolean;

export function permits(guard: Guard, { to, answers }: MachineEvent, leadsPast: LeadsPast): boolean {
  const leadsThere = guard.to === undefined || to === guard.to || (to === undefined && guard.unsaid === true);
  const holds = (key: string) => answers.met.includes(key);
  if (!leadsThere || !(guard.met ?? []).every(holds) || guard.unmet?.every(holds)) return false;
  if (guard.past !== undefined && (to === undefined || !leadsPast(guard.past, to))) return false;
  return QUESTIONS.every((question) => guard[question] === undefined || guard[question] === answers[question]);
}

const QUESTIONS = ['joinWaits', 'releasable', 'forked', 'plansOpen', 'plansOpenHere'] as const;

const WORDS: Record<(typeof QUESTIONS)[number], [yes: string, no: string]> = {
  joinWaits: ['the join waits', 'the join waits for none'],
  releasable: ['there is something to let go', 'there is nothing to let go'],
  forked: ['forked', 'not forked'],
  plansOpen: ['plans are open', 'no plan is open'],
  plansOpenHere: ['plans of this join are open', 'no plan of this join is open'],
};

/** Its name, for whoever looks at the machine: the criteria by their keys, «held and notes → drafting». */
export function guardName({ to, unsaid, past, met = [], unmet, ...rest }: Guard): string {
  const asked = QUESTIONS.flatMap((question) => {
    const wanted = rest[question];
    return wanted === undefined ? [] : [WORDS[question][wanted ? 0 : 1]];
  });
  const open = unmet ? [`not ${unmet.length > 1 ? `(${unmet.join(' and ')})` : unmet.join()}`] : [];
  const conditions = [...met, ...open, ...asked].join(' and ');
  const way = past !== undefined ? `→ past ${past}` : to === undefined ? '' : unsaid ? `→ ${to} or unsaid` : `→ ${to}`;
  return [conditions, way].filter((part) => part !== '').join(' ');
}
