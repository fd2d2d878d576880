// The engine's own verbs: how a plan moves, pauses, starts again and ends, in any template.
import type { When } from '../schedule/when.js';
import type { Label } from './template.js';

/** What every lifecycle verb takes. */
export interface LifecycleBody {
  /** Why; required where INV-03 says. */
  reason?: string;
  /** The stage to go to, where there is a choice. */
  to?: string;
}

export interface PauseBody extends LifecycleBody {
  /** A day to look again, YYYY-MM-DD. */
  reviewOn?: string;
}

export interface ForkBody extends LifecycleBody {
  /** One for each plan to make; without it, one for each candidate of the template's `fork.each`. */
  plans?: { title: string; each?: string }[];
}

export interface ReleaseBody extends LifecycleBody {
  /** The plans to wait for no longer, by id; all that have not ended when absent. */
  plans?: string[];
}

export interface CorrectBody extends LifecycleBody {
  /** Any event of the step to correct, by its id. */
  event: string;
  /** The verb of that step, with its whole body as it should have been; without them only the time is corrected. */
  verb?: string;
  body?: object;
  /** When it did happen. */
  happened?: When;
}

export interface MigrateBody extends LifecycleBody {
  /** The version to go on by. */
  version: number;
  /** Another template than the plan's own, by key. */
  template?: string;
  /** For stages whose key differs: the old key, then the new. */
  stages?: Record<string, string>;
}

export interface LifecycleVerb {
  name: Label;
  /** INV-03: return, repeat, skip, pause, restart, discontinue and override say why. */
  reasonRequired: boolean;
  /** Mends the record instead of moving the plan: an ended plan can be mended too. */
  mends?: boolean;
}

export const LIFECYCLE_VERBS = {
  advance: { name: { sv: 'Gå vidare', en: 'Go on' }, reasonRequired: false },
  return: { name: { sv: 'Gå tillbaka', en: 'Go back' }, reasonRequired: true },
  repeat: { name: { sv: 'Ta en runda till', en: 'Take another round' }, reasonRequired: true },
  skip: { name: { sv: 'Hoppa över', en: 'Skip' }, reasonRequired: true },
  override: { name: { sv: 'Gå vidare ändå', en: 'Go on all the same' }, reasonRequired: true },
  fork: { name: { sv: 'Dela i planer', en: 'Fork into plans' }, reasonRequired: false },
  release: { name: { sv: 'Vänta inte längre', en: 'Wait no longer' }, reasonRequired: true },
  pause: { name: { sv: 'Pausa', en: 'Pause' }, reasonRequired: true },
  resume: { name: { sv: 'Återuppta', en: 'Resume' }, reasonRequired: false },
  restart: { name: { sv: 'Börja om', en: 'Start again' }, reasonRequired: true },
  complete: { name: { sv: 'Avsluta', en: 'Complete' }, reasonRequired: false },
  discontinue: { name: { sv: 'Lägg ned', en: 'Discontinue' }, reasonRequired: true },
  migrate: {
    name: { sv: 'Flytta till annan mallversion', en: 'Move to another template version' },
    reasonRequired: false,
  },
  undo: { name: { sv: 'Ångra senaste steget', en: 'Undo the last step' }, reasonRequired: false, mends: true },
  correct: { name: { sv: 'Rätta en uppgift', en: 'Correct a record' }, reasonRequired: true, mends: true },
} as const satisfies Record<string, LifecycleVerb>;

export type LifecycleVerbName = keyof typeof LIFECYCLE_VERBS;

/** Whether it mends the record instead of moving the plan. */
export function mends(verb: LifecycleVerbName): boolean {
  return 'mends' in LIFECYCLE_VERBS[verb];
}

export function isLifecycleVerb(verb: string): verb is LifecycleVerbName {
  return Object.hasOwn(LIFECYCLE_VERBS, verb);
}
