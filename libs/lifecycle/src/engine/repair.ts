// What repairs do to a history: an undone step is left out of the fold, a corrected one is folded as it should have been.
// The journal keeps all of it; a repair is an event that names what it mends (issue 3).
import type { PlanEvent } from './event.js';
import type { When } from '../schedule/when.js';

export interface StepUndone {
  /** The version that the step had given the plan. */
  version: number;
  /** Ids of the events that no longer count. */
  events: string[];
}

export interface StepCorrected {
  /** The version that the step had given the plan. */
  version: number;
  /** What each of its events should have said; prose is named by fields of this event, `<index>.<field>`. */
  events: { id: string; data?: Record<string, unknown> }[];
  /** When it did happen, where that was wrong; null when nobody knows. */
  happened?: When;
}

export function isRepair({ type }: PlanEvent): boolean {
  return type === 'step.undone' || type === 'step.corrected';
}

/** The events to fold, in order. A history without repairs is itself. */
export function mended(events: PlanEvent[]): PlanEvent[] {
  if (!events.some(isRepair)) return events;
  const kept: PlanEvent[] = [];
  for (const event of events) {
    if (event.type === 'step.undone') takeBack(kept, (event.data as unknown as StepUndone).version);
    else kept.push(event);
  }
  const corrections = kept.filter(({ type }) => type === 'step.corrected');
  return kept.map((event) => corrections.reduce(corrected, event));
}

/** A page of a plan's history as it counts: what was undone left out, what was corrected as it should have been. @param repairs all of the plan's */
export function asItCounts(page: PlanEvent[], repairs: PlanEvent[]): PlanEvent[] {
  const undone = new Set(
    repairs.flatMap(({ type, plan, data }) => (type === 'step.undone' ? `${plan} ${data['version'] as number}` : [])),
  );
  const isLeft = ({ plan, version }: PlanEvent) => !undone.has(`${plan} ${version}`);
  const corrections = repairs.filter((one) => one.type === 'step.corrected' && isLeft(one));
  const counting = page.filter((event) => isLeft(event) && !isRepair(event));
  return counting.map((event) => corrections.filter(({ plan }) => plan === event.plan).reduce(corrected, event));
}

/** The step undone is the last that still counts, but for what people have kept to themselves since. */
function takeBack(kept: PlanEvent[], version: number): void {
  let end = kept.length;
  while (end > 0 && kept[end - 1]?.version !== version) end -= 1;
  let begin = end;
  while (begin > 0 && kept[begin - 1]?.version === version) begin -= 1;
  kept.splice(begin, end - begin);
}

function corrected(event: PlanEvent, correction: PlanEvent): PlanEvent {
  const { version, events, happened } = correction.data as unknown as StepCorrected;
  if (event.version !== version) return event;
  const index = events.findIndex(({ id }) => id === event.id);
  const data = events[index]?.data;
  return {
    ...event,
    ...(happened === undefined ? {} : { occurredAt: happened }),
    ...(data === undefined ? {} : { data: { ...data, ...proseOf(correction, index) } }),
  };
}

function proseOf({ data }: PlanEvent, index: number): Record<string, unknown> {
  const own = Object.entries(data).filter(([field]) => field.startsWith(`${index}.`));
  return Object.fromEntries(own.map(([field, key]) => [field.slice(field.indexOf('.') + 1), key]));
}
