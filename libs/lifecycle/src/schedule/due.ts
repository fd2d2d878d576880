// What a plan's present state asks for: every reminder and check-in, its day, and what hangs on it.
import type { Anchor } from '../engine/capability.js';
import { isEnded, stands, type Plan } from '../engine/plan.js';
import type { Missing } from '../engine/refusal.js';
import { stageOf, type CheckIn, type Duration, type Reminder, type Template, type Timing } from '../engine/template.js';
import type { Vocabulary } from '../engine/vocabulary.js';
import { hasForked } from '../engine/ways.js';
import { addDays, addDuration, dayOf, daysBetween, type Day } from './days.js';
import { isExact } from './when.js';

export interface Due {
  /** The same at every asking, and of no other: (plan, attempt, place, rule, occurrence), INV-38. */
  key: string;
  kind: 'reminder' | 'check-in';
  /** Where the template has the rule: a stage's key, `track:<key>`, `plan`, or `paused`. */
  place: string;
  rule: string;
  stage: string;
  attempt: number;
  /** The record and its day, or what it is reckoned from. */
  occurrence: string;
  /** A check-in's form. */
  form?: string;
  /** Roles; who holds them is asked when it is sent. */
  to: string[];
  dueOn: Day;
  overdue: boolean;
  because: Because;
}

export interface Because {
  /** An anchor's name, or `entered`, `idle`, `every`. */
  from: string;
  /** The day it is reckoned from. */
  day: Day;
  record?: string;
  /** What its `until` still lacks. */
  missing: Missing[];
}

/** One time that a rule asks for. */
interface Occasion {
  occurrence: string;
  dueOn: Day;
  because: Omit<Because, 'missing'>;
}

/** A part of the template that has rules, and the instant that they reckon from; none when only imported history tells (INV-26). */
interface Place {
  name: string;
  since: string | undefined;
  reminders?: Reminder[] | undefined;
  checkIns?: CheckIn[] | undefined;
}

/** Everything due or coming, earliest first. An ended plan asks for nothing (INV-08), a paused one only for its review (INV-07). */
export function due(vocabulary: Vocabulary, plan: Plan, now: string, template: Template): Due[] {
  if (isEnded(plan)) return [];
  const found = placesOf(template, plan).flatMap((place) => inPlace(vocabulary, plan, dayOf(now), template, place));
  return found.sort((one, other) => compare(one.dueOn, other.dueOn) || compare(one.key, other.key));
}

function placesOf(template: Template, plan: Plan): Place[] {
  const { tracks = [], rules = {} } = template;
  if (plan.status === 'paused') {
    const pause = plan.pauses.at(-1);
    return [{ name: 'paused', since: pause?.imported ? undefined : pause?.from, reminders: rules.whilePaused }];
  }
  const stage = stageOf(template, plan.stage);
  const enteredAt = plan.entered.imported ? undefined : plan.entered.at;
  const whole = plan.imported ? enteredAt : plan.startedAt;
  // Once the work has gone on in other plans, the stage it was forked in asks for nothing more.
  const ownStage = stage.fork && hasForked(plan) ? [] : [{ ...stage, name: stage.key, since: enteredAt }];
  const ownTracks = tracks.map((track) => ({ ...track, name: `track:${track.key}`, since: whole }));
  return [
    ...ownStage,
    ...ownTracks,
    { name: 'plan', since: whole, reminders: rules.reminders, checkIns: rules.checkIns },
  ];
}

function inPlace(vocabulary: Vocabulary, plan: Plan, today: Day, template: Template, place: Place): Due[] {
  const asked: Due[] = [];
  const add = (kind: Due['kind'], rule: Reminder | CheckIn, missing: Missing[]) => {
    const form = 'form' in rule ? { form: rule.form } : {};
    for (const { occurrence, dueOn, because } of occasions(vocabulary, plan, today, place, rule.when))
      asked.push({
        key: keyOf(plan, place, rule.key, occurrence),
        kind,
        place: place.name,
        rule: rule.key,
        stage: plan.stage,
        attempt: plan.attempt,
        occurrence,
        ...form,
        to: rule.to,
        dueOn,
        overdue: dueOn < today,
        because: { ...because, missing },
      });
  };
  for (const reminder of place.reminders ?? []) {
    const missing = stillMissing(vocabulary, plan, template, reminder);
    if (missing) add('reminder', reminder, missing);
  }
  for (const checkIn of place.checkIns ?? []) add('check-in', checkIn, []);
  return asked;
}

/** A rule of the whole plan goes on through every attempt; a stage's rule begins again with each. */
function keyOf(plan: Plan, place: Place, rule: string, occurrence: string): string {
  const attempt = place.name === plan.stage ? `${plan.attempt}/` : '';
  return `${plan.id}/${attempt}${place.name}/${rule}/${occurrence}`;
}

/** What a reminder's `until` lacks, or null when it holds: then the reminder is not due (INV-39). */
function stillMissing(vocabulary: Vocabulary, plan: Plan, template: Template, reminder: Reminder): Missing[] | null {
  if (reminder.until === undefined) return [];
  const missing = vocabulary.criteria.get(reminder.until)?.missing(plan, reminder.given ?? {}, template) ?? [];
  return missing.length === 0 ? null : missing.map((one) => ({ ...one, by: { roles: reminder.to, ...one.by } }));
}

function occasions(vocabulary: Vocabulary, plan: Plan, today: Day, place: Place, when: Timing): Occasion[] {
  if ('on' in when) return anchored(vocabulary, plan, place, when.on, (day) => day);
  if ('after' in when)
    return anchored(vocabulary, plan, place, when.after, (day) => moved(plan, day, addDuration(day, when.by)));
  if ('before' in when)
    // Once the day itself has been there is nothing left to prepare.
    return anchored(vocabulary, plan, place, when.before, (day) =>
      day < today ? null : addDuration(day, when.by, -1),
    );
  if (place.since === undefined) return [];
  if ('idle' in when) return hasForked(plan) ? [] : [idle(plan, when.idle)];
  if ('entered' in when) return [entered(plan, place.since, when.entered)];
  return recurring(plan, place.since, today, when.every, when.first ?? when.every);
}

/** One for each record of the anchor whose day is known to the day (INV-25) and was not brought in from elsewhere (INV-26). */
function anchored(
  vocabulary: Vocabulary,
  plan: Plan,
  place: Place,
  name: string,
  reckon: (day: Day) => Day | null,
): Occasion[] {
  const found: Occasion[] = [];
  for (const anchor of vocabulary.anchors.get(name)?.(plan) ?? []) {
    if (anchor.imported || !isExact(anchor.at) || !concerns(plan, place, anchor)) continue;
    const { record } = anchor;
    const day = dayOf(anchor.at);
    const dueOn = reckon(day);
    // The day is part of it: a meeting that is moved is reminded of again.
    if (dueOn) found.push({ occurrence: `${record}@${day}`, dueOn, because: { from: name, day, record } });
  }
  return found;
}

function concerns(plan: Plan, place: Place, { made }: Anchor): boolean {
  if (!made) return true;
  return stands(plan, made) && (place.name !== plan.stage || made.stage === plan.stage);
}

function entered(plan: Plan, since: string, by: Duration): Occasion {
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

/** The last time that has come, which overtakes those before it, and the next. */
function recurring(plan: Plan, since: string, today: Day, every: Duration, first: Duration): Occasion[] {
  const day = dayOf(since);
  const begins = addDuration(day, first);
  const nth = (n: number): Occasion => ({
    occurrence: `${since}#${n + 1}`,
    dueOn: moved(plan, day, addDuration(begins, every, n)),
    because: { from: 'every', day },
  });
  let n = 0;
  while (nth(n).dueOn <= today) n += 1;
  return n === 0 ? [nth(0)] : [nth(n - 1), nth(n)];
}

/** A reckoned deadline keeps what was left of it over each pause that began before it fell due (INV-07). */
function moved(plan: Plan, from: Day, dueOn: Day): Day {
  let then = dueOn;
  for (const pause of plan.pauses) {
    if (pause.to === undefined) continue;
    const began = dayOf(pause.from) > from ? dayOf(pause.from) : from;
    const days = daysBetween(began, dayOf(pause.to));
    if (days > 0 && began <= then) then = addDays(then, days);
  }
  return then;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
