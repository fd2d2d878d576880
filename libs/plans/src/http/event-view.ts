// An event as the wire shows it: in a plan's history with its prose, in the feed as a CloudEvent without.
import { precisionOf, type PlanEvent, type When } from '#libs/lifecycle';
import type { Accepted } from './verb-door.js';
import { withProse, type Prose } from './prose.js';

export function wireType(type: string): string {
  return `se.stegvis.${type}.v1`;
}

/** @returns the event's own type, or null when it is no type of ours. */
export function typeOfWire(wire: string): string | null {
  return /^se\.stegvis\.([a-z0-9-]+\.[a-z0-9-]+)\.v1$/.exec(wire)?.[1] ?? null;
}

export function when(value: When): { value: string | null; precision: string } {
  return { value, precision: precisionOf(value) ?? 'unknown' };
}

/** What a verb answers: the plan's standing and what has happened, or would have. */
export function answerView({ plan, events, made }: Accepted, dryRun = false) {
  return {
    ...plan,
    events: events.map((event) => ({ ...event, type: wireType(event.type) })),
    ...(made.length > 0 ? { made } : {}),
    ...(dryRun ? { dryRun } : {}),
  };
}

function envelope({ sequence, version, stage, attempt, occurredAt, who, imported }: PlanEvent) {
  return {
    sequence,
    version,
    stage,
    attempt,
    occurredAt: when(occurredAt),
    who: { role: who.role ?? null, organisation: who.organisation ?? null },
    imported: imported === true,
  };
}

export function historyItem(event: PlanEvent, prose: Prose) {
  const { id, plan, type, recordedAt, command, data } = event;
  return { id, plan, type: wireType(type), recordedAt, command, ...envelope(event), data: withProse(data, prose) };
}

/** CloudEvents 1.0, structured. Prose stays behind: `facts` holds keys of it at most (architecture, decision 12). */
export function cloudEvent(event: PlanEvent, source: string) {
  return {
    specversion: '1.0',
    id: event.id,
    source,
    type: wireType(event.type),
    subject: event.plan,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    data: { ...envelope(event), facts: event.data },
  };
}

/** A log entry that its writer has opened to everyone: the one event whose prose anybody may read. */
export function isForEveryone({ type, data }: PlanEvent): boolean {
  return type === 'log-entry.written' && data['public'] === true;
}
