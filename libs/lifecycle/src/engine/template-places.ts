// The parts of a template that have rules: its stages and tracks, the whole plan, a pause.
import type { CheckIn, Reminder, Stage, Template } from './template.js';

export interface Place {
  /** JSON pointer (RFC 6901). */
  at: string;
  /** The key of the stage, where it is one. */
  stage?: string;
  /** What it is called there. */
  list: 'reminders' | 'whilePaused';
  opens: string[];
  reminders: Reminder[];
  checkIns: CheckIn[];
}

export function placesOf(template: Template): Place[] {
  const { reminders = [], checkIns = [], whilePaused = [] } = template.rules ?? {};
  const whole: Place = { at: '/rules', list: 'reminders', opens: [], reminders, checkIns };
  const paused: Place = { at: '/rules', list: 'whilePaused', opens: [], reminders: whilePaused, checkIns: [] };
  return [
    ...template.stages.map((stage, index) => ({ ...placeOf(stage, `/stages/${index}`), stage: stage.key })),
    ...(template.tracks ?? []).map((track, index) => placeOf(track, `/tracks/${index}`)),
    whole,
    paused,
  ];
}

function placeOf(of: Pick<Stage, 'opens' | 'reminders' | 'checkIns'>, at: string): Place {
  const { opens, reminders = [], checkIns = [] } = of;
  return { at, list: 'reminders', opens, reminders, checkIns };
}
