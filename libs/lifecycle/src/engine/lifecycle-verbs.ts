// The engine's own verbs: how a plan moves, pauses, starts again and ends, in any template.
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

export interface LifecycleVerb {
  name: Label;
  /** INV-03: return, repeat, skip, pause, restart, discontinue and override say why. */
  reasonRequired: boolean;
}

export const LIFECYCLE_VERBS = {
  advance: { name: { sv: 'Gå vidare', en: 'Go on' }, reasonRequired: false },
  return: { name: { sv: 'Gå tillbaka', en: 'Go back' }, reasonRequired: true },
  repeat: { name: { sv: 'Ta en runda till', en: 'Take another round' }, reasonRequired: true },
  skip: { name: { sv: 'Hoppa över', en: 'Skip' }, reasonRequired: true },
  override: { name: { sv: 'Gå vidare ändå', en: 'Go on all the same' }, reasonRequired: true },
  fork: { name: { sv: 'Dela i planer', en: 'Fork into plans' }, reasonRequired: false },
  pause: { name: { sv: 'Pausa', en: 'Pause' }, reasonRequired: true },
  resume: { name: { sv: 'Återuppta', en: 'Resume' }, reasonRequired: false },
  restart: { name: { sv: 'Börja om', en: 'Start again' }, reasonRequired: true },
  complete: { name: { sv: 'Avsluta', en: 'Complete' }, reasonRequired: false },
  discontinue: { name: { sv: 'Lägg ned', en: 'Discontinue' }, reasonRequired: true },
} as const satisfies Record<string, LifecycleVerb>;

export type LifecycleVerbName = keyof typeof LIFECYCLE_VERBS;

export function isLifecycleVerb(verb: string): verb is LifecycleVerbName {
  return Object.hasOwn(LIFECYCLE_VERBS, verb);
}
