// The words of a picture, sv and en.
import type { Label, Stage } from '#libs/lifecycle';

export const diagramWords = {
  version: { sv: 'version {n}', en: 'version {n}' },
  start: { sv: 'Början', en: 'Start' },
  finish: { sv: 'Slut', en: 'End' },
  optional: { sv: 'kan hoppas över', en: 'may be skipped' },
  end: { sv: 'kan avslutas här', en: 'may be completed here' },
  restart: { sv: 'en ny ansats kan börja', en: 'a new attempt may begin' },
  fork: { sv: 'delas i planer', en: 'forks into plans' },
  forkToCases: { sv: 'delas i case', en: 'forks into cases' },
  forkToBoth: { sv: 'delas i planer eller case', en: 'forks into plans or cases' },
  waits: { sv: 'väntar in dem', en: 'waits for them' },
  on: { sv: 'vidare', en: 'on' },
  back: { sv: 'tillbaka', en: 'back' },
  join: { sv: 'väntas in', en: 'waited for' },
  cycle: { sv: 'ny omgång', en: 'new cycle' },
} as const satisfies Record<string, Label>;

export function criteriaCount(count: number): Label {
  return { sv: `${count} villkor`, en: count === 1 ? '1 criterion' : `${count} criteria` };
}

/** What plans can be forked by, as a picture says it. */
export const FORKED_BY: Record<string, Label> = {
  theme: { sv: 'tema', en: 'theme' },
  municipality: { sv: 'kommun', en: 'municipality' },
};

/** What a line or a box says of forks that make plans, cases, or some of each. */
export function forksInto(made: ('plan' | 'case' | undefined)[]): Label {
  if (!made.includes('case')) return diagramWords.fork;
  return made.every((as) => as === 'case') ? diagramWords.forkToCases : diagramWords.forkToBoth;
}

/** «delas i planer», or one plan or case for each of what the template forks by. */
function forked({ each, as = 'plan' }: NonNullable<Stage['fork']>): Label {
  const isCase = as === 'case';
  if (each === undefined) return forksInto([as]);
  const { sv, en } = FORKED_BY[each] ?? { sv: each, en: each };
  return isCase
    ? { sv: `ett case per ${sv}`, en: `one case per ${en}` }
    : { sv: `en plan per ${sv}`, en: `one plan per ${en}` };
}

/** What a box says below the name of the stage. */
export function notesOf({ criteria, optional, fork, restart }: Stage, end: boolean): Label[] {
  const { waits, optional: skipped, end: completed, restart: again } = diagramWords;
  return [
    ...(criteria.length > 0 ? [criteriaCount(criteria.length)] : []),
    ...(optional ? [skipped] : []),
    ...(fork ? [forked(fork)] : []),
    ...(fork?.join ? [waits] : []),
    ...(end ? [completed] : []),
    ...(restart ? [again] : []),
  ];
}
