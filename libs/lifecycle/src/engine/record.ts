// What an accepted command leaves behind: drafts with their envelopes, the plan that they fold to, and the news for whoever is above.
import type { Setting } from './capability.js';
import type { Draft, PlanEvent, Text } from './event.js';
import { evolve } from './evolve.js';
import type { PlanStarted } from './folded.js';
import type { Plan, Status } from './plan.js';
import type { Vocabulary } from './vocabulary.js';

/** What an accepted command leaves behind; all of it is stored together or not at all. */
export interface Accepted {
  plan: Plan;
  events: PlanEvent[];
  texts: Text[];
  /** Plans that the command made. */
  births: Accepted[];
  /** News for the initiative that this plan was forked out of. */
  tells: Tell[];
}

export interface Tell {
  /** The initiative. */
  plan: string;
  child: string;
  status: Status;
  /** The stage in which it stands now. */
  stage: string;
  /** Set when it was begun under the initiative just now. */
  added?: { title: string };
}

/** Gives drafts their envelopes and folds them; prose gets keys and goes aside. */
export function record(
  vocabulary: Vocabulary,
  before: Plan | undefined,
  drafts: Draft[],
  at: Setting,
  id = before?.id ?? '',
) {
  const recordedAt = before && before.recordedAt > at.now ? before.recordedAt : at.now;
  const version = (before?.version ?? 0) + 1;
  const events: PlanEvent[] = [];
  const texts: Text[] = [];
  let plan = before;
  for (const draft of drafts) {
    const sequence = (plan?.sequence ?? 0) + 1;
    const event: PlanEvent = {
      id: `${id}-${sequence}`,
      plan: id,
      sequence,
      version,
      type: draft.type,
      data: keyed(draft, id, plan?.texts ?? 0, recordedAt, texts),
      occurredAt: at.occurredAt,
      recordedAt,
      stage: plan?.stage ?? (draft.data as PlanStarted).stage,
      attempt: plan?.attempt ?? 1,
      who: at.who,
      command: at.command,
      ...(at.imported ? { imported: true as const } : {}),
    };
    plan = evolve(vocabulary, plan, event, at.history);
    events.push(event);
  }
  return { plan: plan as Plan, events, texts };
}

function keyed(draft: Draft, plan: string, had: number, recordedAt: string, texts: Text[]): Record<string, unknown> {
  const data = { ...draft.data } as Record<string, unknown>;
  let count = had;
  for (const [field, text] of Object.entries(draft.texts ?? {})) {
    if (text === undefined) continue;
    count += 1;
    data[field] = `text-${count}`;
    texts.push({ plan, key: `text-${count}`, field: field.replace(/Text$/, ''), text, recordedAt });
  }
  return data;
}

export function tells(before: Plan, after: Plan): Tell[] {
  if (!after.parent || (before.status === after.status && before.stage === after.stage)) return [];
  return [{ plan: after.parent, child: after.id, status: after.status, stage: after.stage }];
}
