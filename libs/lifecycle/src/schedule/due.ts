// What a plan's present state asks for: every reminder and check-in, its day, and what hangs on it.
import { isEnded, type Plan } from '../engine/plan.js';
import type { Missing } from '../engine/refusal.js';
import { stageOf, type CheckIn, type Reminder, type Template } from '../engine/template.js';
import type { Vocabulary } from '../engine/vocabulary.js';
import { hasForked } from '../engine/join.js';
import { dayOf, type Day } from './days.js';
import { occasions, type Occasion, type Place, type Since } from './occasions.js';
import { stepsOf } from './steps.js';

export interface Due {
  /** The same at every asking, and of no other: (plan, attempt, place, rule, occurrence, step), INV-38. */
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
  /** Roles whose deputies are asked, by a step. */
  deputiesOf?: string[];
  /** Of a step, its number, from 1; absent of the reminder itself. */
  step?: number;
  /** Of a step, the reminder itself and the steps before it: they go first. */
  earlier?: Earlier[];
  dueOn: Day;
  /** The last day on which it has a point: see Occasion. */
  latest?: Day;
  overdue: boolean;
  because: Because;
}

export interface Earlier {
  key: string;
  dueOn: Day;
}

export interface Because extends Since {
  /** What its `until` still lacks. */
  missing: Missing[];
}

/** Everything due or coming, earliest first. An ended plan asks for nothing (INV-08), a paused one only for its review (INV-07). */
export function due(vocabulary: Vocabulary, plan: Plan, now: string, template: Template): Due[] {
  if (isEnded(plan)) return [];
  const found = placesOf(template, plan).flatMap((place) => inPlace(vocabulary, plan, now, template, place));
  return found.sort((one, other) => compare(one.dueOn, other.dueOn) || compare(one.key, other.key));
}

function placesOf(template: Template, plan: Plan): Place[] {
  const { tracks = [], rules = {} } = template;
  if (plan.status === 'paused') {
    const pause = plan.pauses.at(-1);
    return [
      {
        name: 'paused',
        isStage: false,
        since: pause?.imported ? undefined : pause?.from,
        reminders: rules.whilePaused,
      },
    ];
  }
  const stage = stageOf(template, plan.stage);
  const enteredAt = plan.entered.imported ? undefined : plan.entered.at;
  const whole = plan.imported ? enteredAt : plan.startedAt;
  // Once the work has gone on in other plans, the stage it was forked in asks for nothing more.
  const ownStage =
    stage.fork && !stage.fork.join && hasForked(plan)
      ? []
      : [{ ...stage, name: stage.key, isStage: true, since: enteredAt }];
  const ownTracks = tracks.map((track) => ({ ...track, name: `track:${track.key}`, isStage: false, since: whole }));
  return [
    ...ownStage,
    ...ownTracks,
    { name: 'plan', isStage: false, since: whole, reminders: rules.reminders, checkIns: rules.checkIns },
  ];
}

function inPlace(vocabulary: Vocabulary, plan: Plan, now: string, template: Template, place: Place): Due[] {
  const today = dayOf(now);
  const asked = (rule: Reminder | CheckIn) => occasions(vocabulary, plan, template, today, place, rule.when);
  const reminders = (place.reminders ?? []).flatMap((rule) => {
    const missing = stillMissing(vocabulary, plan, template, rule, now);
    if (!missing) return [];
    return asked(rule).flatMap((occasion) => {
      const first = toldOf(plan, today, place, 'reminder', rule, occasion, missing);
      return [first, ...escalated(plan, template, rule, occasion, first, today)];
    });
  });
  const checkIns = (place.checkIns ?? []).flatMap((rule) =>
    asked(rule).map((occasion) => ({
      ...toldOf(plan, today, place, 'check-in', rule, occasion, []),
      form: rule.form,
    })),
  );
  return [...reminders, ...checkIns];
}

function toldOf(
  plan: Plan,
  today: Day,
  place: Place,
  kind: Due['kind'],
  rule: Reminder | CheckIn,
  { occurrence, dueOn, latest, because }: Occasion,
  missing: Missing[],
): Due {
  return {
    key: keyOf(plan, place, rule.key, occurrence),
    kind,
    place: place.name,
    rule: rule.key,
    stage: plan.stage,
    attempt: plan.attempt,
    occurrence,
    to: rule.to,
    dueOn,
    ...(latest === undefined ? {} : { latest }),
    overdue: dueOn < today,
    because: { ...because, missing },
  };
}

function escalated(plan: Plan, template: Template, rule: Reminder, occasion: Occasion, of: Due, today: Day): Due[] {
  const { latest: _, ...first } = of;
  const earlier: Earlier[] = [{ key: first.key, dueOn: first.dueOn }];
  return stepsOf(plan, template, rule, occasion).map((step) => {
    const key = `${first.key}+${step.step}`;
    const due = { ...first, ...step, key, overdue: step.dueOn < today, earlier: [...earlier] };
    earlier.push({ key, dueOn: step.dueOn });
    return due;
  });
}

/** A rule of the whole plan goes on through every attempt; a stage's rule begins again with each. */
function keyOf(plan: Plan, place: Place, rule: string, occurrence: string): string {
  const attempt = place.isStage ? `${plan.attempt}/` : '';
  return `${plan.id}/${attempt}${place.name}/${rule}/${occurrence}`;
}

/** What a reminder's `until` lacks, or null when it holds: then the reminder is not due (INV-39). */
function stillMissing(
  vocabulary: Vocabulary,
  plan: Plan,
  template: Template,
  reminder: Reminder,
  now: string,
): Missing[] | null {
  if (reminder.until === undefined) return [];
  const missing = vocabulary.criteria.get(reminder.until)?.missing(plan, reminder.given ?? {}, template, now) ?? [];
  return missing.length === 0 ? null : missing.map((one) => ({ ...one, by: { roles: reminder.to, ...one.by } }));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
