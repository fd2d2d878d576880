// At which instant a reminder of a day goes out: in the morning of a working day, never before what it waits for, and never after
// what it prepares for, if that can be helped.
import type { Calendar, Instant } from './calendar.js';
import { addDays, dayOf, daysBetween, type Day } from './days.js';
import type { Due } from './due.js';

type Deliverable = Pick<Due, 'dueOn' | 'latest' | 'step' | 'earlier'>;

/**
 * When it goes out if all goes as it should.
 * @param sentOn of a step, the day on which what goes before it was sent, where that is known: it has its whole time all the same.
 */
export function deliveryInstant(due: Deliverable, calendar: Calendar, sentOn?: Day): Instant {
  const { earlier: [first, ...steps] = [] } = due;
  if (!first) return calendar.sendAt(firstDay(due, calendar));
  const before = steps.at(-1) ?? first;
  if (sentOn !== undefined) return calendar.sendAt(stepDay(due, before.dueOn, sentOn, calendar));
  let [dueOn, day] = [first.dueOn, firstDay({ ...due, dueOn: first.dueOn }, calendar)];
  for (const one of [...steps, due]) {
    day = stepDay({ ...due, dueOn: one.dueOn }, dueOn, day, calendar);
    dueOn = one.dueOn;
  }
  return calendar.sendAt(day);
}

/**
 * When it goes out, asked at `now`: as above while that lies ahead. What is late goes in the next open hour; and where that would
 * come after the day that it prepares for, outside the quiet hours of a day of rest.
 */
export function sendInstant(due: Deliverable, calendar: Calendar, now: Instant, sentOn?: Day): Instant {
  const planned = deliveryInstant(due, calendar, sentOn);
  const at = new Date(now).toISOString();
  if (planned >= at) return planned;
  const soonest = calendar.soonest(at);
  if (due.step !== undefined) return awayFromBreak(soonest, calendar);
  // What prepares for a day; what falls on it may as well have been recorded afterwards, and needs no day of rest.
  if (due.latest === undefined || due.latest <= due.dueOn || dayOf(soonest) <= due.latest) return soonest;
  const awake = calendar.awake(at);
  return dayOf(awake) <= due.latest ? awake : soonest;
}

function firstDay({ dueOn, latest }: Deliverable, calendar: Calendar): Day {
  return latest === undefined ? calendar.workingDayFrom(dueOn) : calendar.workingDayUpTo(dueOn);
}

/** As long after what went before it as the template says, and never in the summer break. */
function stepDay({ dueOn, latest }: Deliverable, before: Day, sentOn: Day, calendar: Calendar): Day {
  const gap = Math.max(1, daysBetween(before, dueOn));
  const whole = addDays(sentOn, gap);
  const earliest = whole > dueOn ? whole : dueOn;
  const day = calendar.escalationDayFrom(earliest);
  if (latest === undefined || day <= latest) return day;
  // Rather on a working day before the meeting than after it, but not on the day of what went before.
  const sooner = calendar.workingDayUpTo(earliest < latest ? earliest : latest);
  return sooner > sentOn && !calendar.isSummerBreak(sooner) ? sooner : day;
}

function awayFromBreak(at: Instant, calendar: Calendar): Instant {
  const day = dayOf(at);
  return calendar.isSummerBreak(day) ? calendar.sendAt(calendar.escalationDayFrom(day)) : at;
}
