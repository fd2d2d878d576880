// A plan's calendar, played: all that would be sent from one instant to another if nothing more were done in it.
import type { Plan } from '../engine/plan.js';
import type { Template } from '../engine/template.js';
import type { Vocabulary } from '../engine/vocabulary.js';
import type { Calendar, Instant } from './calendar.js';
import { addDays, dayOf, daysBetween, type Day } from './days.js';
import { due, type Due } from './due.js';
import { sendInstant } from './delivery.js';
import { recipientsOf, type Recipients } from './recipients.js';

export interface Sending extends Recipients {
  at: Instant;
  due: Due;
}

/** What has been sent, and on which day, by the key of the due. */
export type Sent = ReadonlyMap<string, Day>;

/** In the order in which it is sent. @param sent before `from`: a longer story is played from one command to the next. */
export function calendarOf(
  vocabulary: Vocabulary,
  template: Template,
  plan: Plan,
  [from, to]: [Instant, Instant],
  calendar: Calendar,
  sent: Sent = new Map(),
): Sending[] {
  const days = new Map(sent);
  const sendings: Sending[] = [];
  for (const now of wakings([from, to], calendar))
    for (const one of due(vocabulary, plan, now, template)) {
      if (days.has(one.key) || !isItsTurn(one, calendar, now, days)) continue;
      days.set(one.key, dayOf(now));
      sendings.push({ at: now, due: one, ...recipientsOf(plan, template, one, dayOf(now)) });
    }
  return sendings;
}

/** Whatever is sent is sent at once, or at the hour when the mail of a day goes out. */
function* wakings([from, to]: [Instant, Instant], calendar: Calendar): Generator<Instant> {
  const [begin, end] = [from, to].map((at) => new Date(at).toISOString()) as [Instant, Instant];
  if (begin <= end) yield begin;
  const count = daysBetween(dayOf(begin), dayOf(end));
  for (let n = 0; n <= count; n += 1) {
    const at = calendar.sendAt(addDays(dayOf(begin), n));
    if (at > begin && at <= end) yield at;
  }
}

/** A step waits for what goes before it. */
function isItsTurn(one: Due, calendar: Calendar, now: Instant, sent: Sent): boolean {
  const before = one.earlier?.at(-1);
  const sentOn = before && sent.get(before.key);
  if (before && sentOn === undefined) return false;
  return sendInstant(one, calendar, now, sentOn) === now;
}
