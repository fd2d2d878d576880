// When a decision can no longer be appealed. Kommunallagen (2017:725) 13 kap. 5 §: three weeks from the day when the
// adjusted minutes were announced on the notice board; a last day that is a rest day moves on, lag (1930:173) 2 §.
import { addDays, type Day } from '../../schedule/days.js';
import { workingDayFrom } from '../../schedule/holidays.js';

/** The last day to appeal. */
export function lastDayToAppeal(announcedOn: Day): Day {
  return workingDayFrom(addDays(announcedOn, 21));
}
