// Whether a reminder can go on to others as its template says: it has an end, and each step comes in its turn.
import { addDuration, isDuration } from '../schedule/days.js';
import { placesOf } from './template-places.js';
import type { Report } from './template-ways.js';
import { ESCALATION_WORDS, type Reminder, type Template } from './template.js';

export function escalations(template: Template, report: Report): void {
  let isUsed = false;
  for (const { at, list, reminders } of placesOf(template))
    reminders.forEach((reminder, index) => {
      if (!reminder.escalate) return;
      isUsed = true;
      steps(reminder, `${at}/${list}/${index}`, report);
    });
  if (!isUsed) return;
  const words: readonly string[] = ESCALATION_WORDS;
  template.roles.forEach(({ key }, index) => {
    if (words.includes(key)) report(`/roles/${index}/key`, 'role-is-word', { role: key });
  });
}

function steps({ when, until, escalate = [] }: Reminder, at: string, report: Report): void {
  // These two end by themselves, as soon as somebody does something or has the role.
  if (until === undefined && !('idle' in when) && !('vacant' in when)) report(`${at}/escalate`, 'escalates-for-ever');
  const by = 'before' in when ? when.by : undefined;
  escalate.forEach(({ after }, index) => {
    const before = escalate[index - 1]?.after;
    if (before !== undefined && isLonger(before, after, 'or as long'))
      report(`${at}/escalate/${index}/after`, 'step-not-later', { after, before });
    else if (by !== undefined && isLonger(after, by))
      report(`${at}/escalate/${index}/after`, 'step-too-late', { after, by });
  });
}

/** Reckoned from a day of a common year: months and years are told from weeks and days as near as can be. What cannot be read is told elsewhere. */
function isLonger(one: string, other: string, how: 'longer' | 'or as long' = 'longer'): boolean {
  if (!isDuration(one) || !isDuration(other)) return false;
  const [day, than] = [addDuration('2025-01-01', one), addDuration('2025-01-01', other)];
  return how === 'longer' ? day > than : day >= than;
}
