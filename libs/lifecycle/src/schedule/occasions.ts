// When a rule of a template falls due in a plan: each way to say when, each reckoned from what the plan tells.
import type { Anchor } from '../engine/capability.js';
import { stands, type Plan } from '../engine/plan.js';
import type { CheckIn, Delay, Duration, Reminder, Template, Timing } from '../engine/template.js';
import type { Vocabulary } from '../engine/vocabulary.js';
import { hasForked } from '../engine/join.js';
import { addDays, addDuration, dayOf, daysBetween, type Day } from './days.js';
import { vacancies, type Vacancy } from './vacancy.js';
import { isExact } from './when.js';

/** One time that a rule asks for. */
export interface Occasion {
  occurrence: string;
  dueOn: Day;
  /** The last day on which it has a point: that of what it prepares for. Such a day is fixed, and no pause moves it. */
  latest?: Day;
  because: Since;
}

/** What a day is reckoned from. */
export interface Since {
  /** An anchor's name, or `entered`, `idle`, `vacant`, `every`. */
  from: string;
  day: Day;
  /** What has the day; of `vacant`, the role. */
  record?: string;
  /** Whose it is, and the workgroup that it concerns: see Anchor. */
  organisation?: string;
  workgroup?: string;
}

/** A part of the template that has rules, and the instant that they reckon from; none when only imported history tells (INV-26). */
export interface Place {
  name: string;
  /** The stage where the plan stands; else a track, the whole plan or a pause. */
  isStage: boolean;
  since: string | undefined;
  reminders?: Reminder[] | undefined;
  checkIns?: CheckIn[] | undefined;
}

export function occasions(
  vocabulary: Vocabulary,
  plan: Plan,
  template: Template,
  today: Day,
  place: Place,
  when: Timing,
): Occasion[] {
  const { since } = place;
  if ('on' in when) return anchored(vocabulary, plan, place, when.on, (day) => ({ dueOn: day, latest: day }));
  if ('after' in when)
    return anchored(vocabulary, plan, place, when.after, (day) => ({
      dueOn: moved(plan, day, addDuration(day, when.by)),
    }));
  if ('before' in when)
    // Once the day itself has been there is nothing left to prepare.
    return anchored(vocabulary, plan, place, when.before, (day) =>
      day < today ? null : { dueOn: addDuration(day, when.by, -1), latest: day },
    );
  if (since === undefined) return [];
  if ('midway' in when)
    return anchored(vocabulary, plan, place, when.midway, (day) =>
      day < today || day <= dayOf(since) ? null : { dueOn: between(dayOf(since), day), latest: day },
    );
  if ('idle' in when) return hasForked(plan) ? [] : [idle(plan, when.idle)];
  if ('entered' in when) return [entered(plan, since, when.entered)];
  if ('vacant' in when)
    return vacant(plan, vacancies(plan, template, when.vacant, dayOf(since)), today, when.vacant, when.by);
  return recurring(plan, since, today, when.every, when.first ?? when.every);
}

/** One for each record of the anchor whose day is known to the day (INV-25) and was not brought in from elsewhere (INV-26). */
function anchored(
  vocabulary: Vocabulary,
  plan: Plan,
  place: Place,
  name: string,
  reckon: (day: Day) => Pick<Occasion, 'dueOn' | 'latest'> | null,
): Occasion[] {
  const found: Occasion[] = [];
  for (const anchor of vocabulary.anchors.get(name)?.(plan) ?? []) {
    if (anchor.imported || !isExact(anchor.at) || !concerns(plan, place, anchor)) continue;
    const day = dayOf(anchor.at);
    const reckoned = reckon(day);
    // The day is part of it: a meeting that is moved is reminded of again.
    if (reckoned) found.push({ occurrence: `${anchor.record}@${day}`, ...reckoned, because: since(name, day, anchor) });
  }
  return found;
}

function since(from: string, day: Day, { record, organisation, workgroup }: Anchor): Since {
  return {
    from,
    day,
    record,
    ...(organisation === undefined ? {} : { organisation }),
    ...(workgroup === undefined ? {} : { workgroup }),
  };
}

/** The day half-way; of two, the earlier. */
function between(from: Day, to: Day): Day {
  return addDays(from, Math.floor(daysBetween(from, to) / 2));
}

function concerns(plan: Plan, place: Place, { made }: Anchor): boolean {
  if (!made) return true;
  return stands(plan, made) && (!place.isStage || made.stage === plan.stage);
}

function entered(plan: Plan, since: string, by: Delay): Occasion {
  const day = dayOf(since);
  const named = plan.status === 'paused' ? plan.pauses.at(-1)?.reviewOn : undefined;
  const dueOn = named ?? moved(plan, day, addDuration(day, by));
  return { occurrence: since, dueOn, because: { from: 'entered', day } };
}

function idle(plan: Plan, by: Duration): Occasion {
  const day = dayOf(plan.recordedAt);
  const dueOn = moved(plan, day, addDuration(day, by));
  return { occurrence: `version-${plan.version}`, dueOn, because: { from: 'idle', day } };
}

/** The vacancy of today, or the next that is known to come; none that is filled before it falls due. */
function vacant(plan: Plan, all: Vacancy[], today: Day, role: string, by: Duration): Occasion[] {
  for (const { from: day, until } of all) {
    const dueOn = moved(plan, day, addDuration(day, by));
    const isFilled = until !== undefined && (until <= today || until <= dueOn);
    if (!isFilled) return [{ occurrence: `${role}@${day}`, dueOn, because: { from: 'vacant', day, record: role } }];
  }
  return [];
}

/** The last time that has come, which overtakes those before it, and the next. */
function recurring(plan: Plan, since: string, today: Day, every: Duration, first: Duration): Occasion[] {
  const day = dayOf(since);
  const begins = addDuration(day, first);
  const nth = (n: number): Occasion => ({
    occurrence: `${since}#${n + 1}`,
    dueOn: moved(plan, day, addDuration(begins, every, n)),
    because: { from: 'every', day },
  });
  const n = firstAhead(nth, today, Math.max(0, daysBetween(begins, today)) + 1);
  return n === 0 ? [nth(0)] : [nth(n - 1), nth(n)];
}

/** The number of the first that lies ahead, by halves: a plan may have gone on for years. @param most it lies ahead in any case, for each comes a day later at least. */
function firstAhead(nth: (n: number) => Occasion, today: Day, most: number): number {
  let [least, enough] = [0, most];
  while (least < enough) {
    const middle = Math.floor((least + enough) / 2);
    if (nth(middle).dueOn > today) enough = middle;
    else least = middle + 1;
  }
  return least;
}

/** A reckoned deadline keeps what was left of it over each pause that began before it fell due (INV-07). */
export function moved(plan: Plan, from: Day, dueOn: Day): Day {
  let then = dueOn;
  for (const pause of plan.pauses) {
    if (pause.to === undefined) continue;
    const began = dayOf(pause.from) > from ? dayOf(pause.from) : from;
    if (began <= then) then = addDays(then, Math.max(0, daysBetween(began, dayOf(pause.to))));
  }
  return then;
}
