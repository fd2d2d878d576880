// What stands beside a record that was made before now: of which attempt and cycle it is (INV-05).
import type { Made, Plan } from '#libs/lifecycle';
import type { Speech } from './speech.js';

/** As `from cycle 1`; what is made now says its number where that is above 1. Empty when there is nothing to say. */
export function marks(speech: Speech, plan: Plan, { attempt, cycle = 1 }: Partial<Made>): string[] {
  if (attempt === undefined) return [];
  const said = (name: string, of: number, now: number) => (of < now ? [speech.t(`of-${name}`, { n: of })] : []);
  return [
    ...said('attempt', attempt, plan.attempt),
    ...said('cycle', cycle, plan.cycle ?? 1),
    ...present(speech, plan, attempt, cycle),
  ];
}

function present(speech: Speech, plan: Plan, attempt: number, cycle: number): string[] {
  return [
    ...(attempt > 1 && attempt === plan.attempt ? [speech.t('in-attempt', { n: attempt })] : []),
    ...(cycle > 1 && cycle === plan.cycle ? [speech.t('in-cycle', { n: cycle })] : []),
  ];
}
