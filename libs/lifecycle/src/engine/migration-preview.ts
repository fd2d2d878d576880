// What a migration would change, told before it is done: what it calls possible succeeds (issue 3).
import { due, type Due } from '../schedule/due.js';
import type { Day } from '../schedule/days.js';
import type { Setting } from './capability.js';
import { answers, type CriterionAnswer } from './criteria.js';
import { decide } from './decide.js';
import type { MigrateBody } from './lifecycle-verbs.js';
import { stageMap } from './migrate.js';
import { reasonsAgainst, verbsOf } from './open.js';
import { isEnded, type Plan } from './plan.js';
import { isRefusal, type Reason } from './refusal.js';
import type { Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface MigrationPreview {
  possible: boolean;
  /** Why not; empty when it is. */
  reasons: Reason[];
  /** Every stage of the present template, and its place in the other. */
  stages: { from: string; to: string | null }[];
  stage: { from: string; to: string | null };
  /** Verbs that would be open and are not, and the other way about. */
  opened: string[];
  closed: string[];
  /** How the criteria of the stage would stand. */
  criteria: CriterionAnswer[];
  /** Capabilities that have records in the plan and no verb in the other template: what they recorded stays, but rests. */
  orphaned: string[];
  /** Reminders and check-ins that come, go or move; null where there is none. */
  deadlines: { kind: Due['kind']; place: string; rule: string; occurrence: string; from: Day | null; to: Day | null }[];
}

export function previewMigration(vocabulary: Vocabulary, plan: Plan, body: MigrateBody, at: Setting): MigrationPreview {
  const stages = at.target ? stageMap(at.template, at.target, body.stages ?? {}) : [];
  const stage = { from: plan.stage, to: stages.find(({ from }) => from === plan.stage)?.to ?? null };
  const none = { opened: [], closed: [], criteria: [], orphaned: [], deadlines: [] };
  const outcome = decide(vocabulary, plan, 'migrate', body, at);
  if (isRefusal(outcome)) return { possible: false, reasons: outcome.refused, stages, stage, ...none };
  const there = { ...at, template: at.target as Template };
  // A paused plan is told of as it will be when it goes on.
  const [is, will] = [awake(plan, at.now), awake(outcome.plan, at.now)];
  const [before, after] = [openVerbs(vocabulary, is, at), openVerbs(vocabulary, will, there)];
  return {
    possible: true,
    reasons: [],
    stages,
    stage,
    opened: after.filter((verb) => !before.includes(verb)),
    closed: before.filter((verb) => !after.includes(verb)),
    criteria: answers(vocabulary, there.template, will, at.now),
    orphaned: orphaned(vocabulary, will, there.template),
    deadlines: moved(stages, due(vocabulary, is, at.now, at.template), due(vocabulary, will, at.now, there.template)),
  };
}

function awake(plan: Plan, now: string): Plan {
  if (plan.status !== 'paused') return plan;
  return {
    ...plan,
    status: 'active',
    pauses: plan.pauses.map((one) => (one.to === undefined ? { ...one, to: now } : one)),
  };
}

function openVerbs(vocabulary: Vocabulary, plan: Plan, at: Setting): string[] {
  if (isEnded(plan)) return [];
  return verbsOf(at.template).filter((verb) => reasonsAgainst(vocabulary, plan, verb, at).length === 0);
}

function orphaned(vocabulary: Vocabulary, plan: Plan, template: Template): string[] {
  const verbs = new Set(verbsOf(template));
  return vocabulary.capabilities
    .filter(({ key, verbs: own }) => key in plan.facts && !Object.keys(own).some((verb) => verbs.has(verb)))
    .map(({ key }) => key);
}

/** Paired by rule and occurrence, the steps of each left to follow it; what is reckoned from the last command comes anew with any, and is no news by itself. */
function moved(stages: MigrationPreview['stages'], before: Due[], after: Due[]): MigrationPreview['deadlines'] {
  const placeNow = (place: string) => stages.find(({ from }) => from === place)?.to ?? place;
  const keyOf = ({ kind, rule, occurrence }: Due, place: string) =>
    [kind, place, rule, occurrence.replace(/^version-\d+$/, 'idle')].join(' ');
  const days = new Map<string, MigrationPreview['deadlines'][number]>();
  const isFirst = ({ step }: Due) => step === undefined;
  for (const one of before.filter(isFirst)) {
    const { kind, place, rule, occurrence, dueOn } = one;
    days.set(keyOf(one, placeNow(place)), { kind, place, rule, occurrence, from: dueOn, to: null });
  }
  for (const one of after.filter(isFirst)) {
    const { kind, place, rule, occurrence, dueOn } = one;
    const from = days.get(keyOf(one, place))?.from ?? null;
    days.set(keyOf(one, place), { kind, place, rule, occurrence, from, to: dueOn });
  }
  return [...days.values()].filter(({ from, to }) => from !== to);
}
