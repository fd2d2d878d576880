// What a way of working is, as data. The engine knows these shapes and no stage name.

/** The languages that people read: whatever is put into words has words in each. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A label in every language; what people read comes from the template, never from the engine. */
export type Label = Record<Language, string>;

export interface Role {
  key: string;
  name: Label;
  required?: boolean;
  /** The standard role whose rights it gives; see engine/standard-roles.ts. */
  as?: string;
}

/** What must hold to leave a stage; `with` follows the JSON Schema of its kind. */
export interface Criterion {
  key: string;
  kind: string;
  name: Label;
  with?: Record<string, unknown>;
  /** Roles that can supply what is missing; without it, whoever answers for the stage. */
  by?: string[];
}

/** An ISO 8601 duration in days, weeks, months or years, e.g. P14D. */
export type Duration = string;

/** As a duration, and P0D: on the very day. */
export type Delay = string;

/**
 * When a reminder or check-in falls due. `on` an anchor's day; `by` after or before it; `midway`: half-way from the entry of the
 * stage to it; `entered`: so long after the stage was entered; `idle`: so long after the last command; `vacant`: `by` after nobody
 * has the role, nor stands in; `every`: again and again from the entry of the stage, the first time after `first`. On a track or
 * for the whole plan, the plan's start takes the place of the entry.
 */
export type Timing =
  | { on: string }
  | { after: string; by: Duration }
  | { before: string; by: Duration }
  | { midway: string }
  | { entered: Delay }
  | { idle: Duration }
  | { vacant: string; by: Duration }
  | { every: Duration; first?: Duration };

/** The ways to say when that name an anchor. */
export const ANCHORED = ['on', 'after', 'before', 'midway'] as const;

export interface Reminder {
  key: string;
  name?: Label;
  when: Timing;
  to: string[];
  /** A criterion kind, with its `with` under `given`: once it holds the reminder is no longer due. */
  until?: string;
  given?: Record<string, unknown>;
  /** Whom it goes on to while nothing is done, each step later than the one before. */
  escalate?: Escalation[];
}

export interface Escalation {
  /** Counted from the day of the reminder itself. */
  after: Duration;
  /** Roles of the template, or one of ESCALATION_WORDS. */
  to: string[];
}

/** `deputy`: whoever stands in for those whom the reminder went to; `accountable`: the role that answers for the stage. */
export const ESCALATION_WORDS = ['deputy', 'accountable'] as const;

export interface CheckIn {
  key: string;
  name?: Label;
  form: string;
  when: Timing;
  to: string[];
}

export interface Fork {
  /** The stage of this template at which each begins. */
  to: string;
  /** One plan for each of these (a theme, say), by the name of what to fork by. */
  each?: string;
  /** What they are; `plan` when absent. */
  as?: 'plan' | 'case';
  /** The plan that forked waits in this stage until they have ended, or are released with a reason, and then goes on. */
  join?: boolean;
}

/** A way of working that may be used in a stage (seed 003: SILK's method cards; seed 000: strategic and operative level). */
export interface MethodCard {
  key: string;
  name: Label;
  level: 'strategic' | 'operative';
  summary: Label;
  /** Where to read more, an http(s) address. */
  link?: string;
}

export interface Stage {
  key: string;
  name: Label;
  purpose?: Label;
  optional?: boolean;
  /** The role that answers for the stage; without it, the first required role. */
  accountable?: string;
  opens: string[];
  criteria: Criterion[];
  next: string[];
  returnsTo?: string[];
  /** Several plans may be made here; each begins at `to`. */
  fork?: Fork;
  /** A new cycle, with the next number, may begin here: the plan goes on at `to`, and those stages are taken up again. */
  cycle?: { to: string };
  /** An attempt n+1 may begin here. */
  restart?: boolean;
  /** The plan may be completed here; a stage with no way on, nor a cycle, is always an end. */
  end?: boolean;
  /** Keys of method cards that help here. */
  methods?: string[];
  reminders?: Reminder[];
  checkIns?: CheckIn[];
}

/** Runs beside the stages from start to end (knowledge, follow-up research, the log), also while paused. */
export interface Track {
  key: string;
  name: Label;
  opens: string[];
  reminders?: Reminder[];
  checkIns?: CheckIn[];
}

/** Rules for the whole plan, whatever the stage. */
export interface WholePlanRules {
  reminders?: Reminder[];
  checkIns?: CheckIn[];
  /** The only reminders of a paused plan (INV-07); `entered` counts from the pause, unless it named a day to look again. */
  whilePaused?: Reminder[];
}

export type PlanKind = 'initiative' | 'plan' | 'case';

export interface Template {
  key: string;
  version: number;
  name: Label;
  summary?: Label;
  /** What is begun from it unless the start says otherwise; `plan` when absent. */
  kind?: PlanKind;
  /** The first stage; the first in the list when absent. */
  start?: string;
  roles: Role[];
  methods?: MethodCard[];
  stages: Stage[];
  tracks?: Track[];
  rules?: WholePlanRules;
}

/** @throws when the template has no such stage: a stored plan always stands in a stage of its template (INV-01). */
export function stageOf(template: Template, key: string): Stage {
  const stage = template.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new Error(`template ${template.key} v${template.version} has no stage ${key}`);
  return stage;
}

/** Stages as a sentence names them; `told` says what is told of each. */
export function stageNames(
  template: Template,
  keys: string[],
  told: (name: string, key: string) => string = (name) => name,
): Label {
  const stages = keys.map((key) => stageOf(template, key));
  const list = (language: keyof Label) => stages.map(({ name, key }) => told(name[language], key)).join(', ');
  return { sv: list('sv'), en: list('en') };
}

export function startStageOf(template: Template): string {
  return template.start ?? template.stages[0]?.key ?? '';
}

export function isEnd(stage: Stage): boolean {
  return stage.end === true || (stage.next.length === 0 && !stage.cycle);
}

/** The role that answers for a stage (INV-43): its own, else the first required role, else the first. */
export function accountableRole(template: Template, stage: Stage): string {
  return stage.accountable ?? template.roles.find((role) => role.required)?.key ?? template.roles[0]?.key ?? '';
}

/** Every stage that can be reached from `from` by going on, itself included. */
export function stagesOnwardFrom(template: Template, from: string): string[] {
  const seen = new Set<string>();
  const ahead = [from];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const stage = template.stages.find((candidate) => candidate.key === key);
    ahead.push(...(stage?.next ?? []), ...(stage?.fork ? [stage.fork.to] : []));
  }
  return [...seen];
}
