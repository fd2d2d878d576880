// Criteria of the engine's own, in any template: on the plans below this one, on a day, and one of several.
import { addDuration, dayOf } from '../schedule/days.js';
import { isExact } from '../schedule/when.js';
import { anyOf, innerOf, type Inner } from './any-of.js';
import { criterionKind, type Capability, type CriterionKind } from './capability.js';
import { isEnded, isOfNow, stands, type Child, type Plan } from './plan.js';
import type { Missing } from './refusal.js';
import { stageNames, type Duration, type Template } from './template.js';

/** What the vocabulary knows by name. */
interface Known {
  criteria: Map<string, CriterionKind>;
  anchors: Map<string, NonNullable<Capability['anchors']>[string]>;
}

const min = { type: 'integer', minimum: 1, maximum: 1000 };
/** JSON Schema of a duration in whole days or more, ISO 8601. */
export const DURATION = { type: 'string', pattern: '^P(?=.*[1-9])(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$' };

const plansEnded = criterionKind<{ min?: number }>({
  name: { sv: 'Planerna under är avslutade', en: 'The plans below have ended' },
  with: {
    type: 'object',
    properties: { min: { ...min, description: 'At least so many; 1 when absent.' } },
    additionalProperties: false,
  },
  suppliedBy: ['fork'],
  missing: (plan, given) => tooFew(plan, given.min ?? 1, (child) => isEnded(child)).concat(open(plan)),
});

const plansInStage = criterionKind<{ stage: string; min?: number }>({
  name: { sv: 'Planerna under har kommit till ett skede', en: 'The plans below have come to a stage' },
  with: {
    type: 'object',
    required: ['stage'],
    properties: {
      stage: { type: 'string', description: 'The key of the stage; a plan that has ended counts too.' },
      min: { ...min, description: 'At least so many; 1 when absent. Every one that is waited for in any case.' },
    },
    additionalProperties: false,
  },
  suppliedBy: ['fork'],
  missing: (plan, { stage, min: few = 1 }, template) => {
    const there = (child: Child) => isEnded(child) || child.stage === stage;
    const names = template.stages.some(({ key }) => key === stage)
      ? stageNames(template, [stage])
      : { sv: stage, en: stage };
    const behind = mine(plan).filter((child) => !there(child));
    return [
      ...tooFew(plan, few, there),
      ...behind.map(({ id, title }) => ({
        code: 'plan-not-there',
        params: { plan: id, title, stage: names[plan.language] },
      })),
    ];
  },
});

function dayReached(known: Known): CriterionKind {
  return criterionKind<{ anchor: string; before?: Duration; after?: Duration }>({
    name: { sv: 'En viss dag har kommit', en: 'A certain day has come' },
    with: {
      type: 'object',
      required: ['anchor'],
      properties: {
        anchor: { type: 'string', description: 'The name of an anchor; of several days the first is enough.' },
        before: { ...DURATION, description: 'So long before it.' },
        after: { ...DURATION, description: 'So long after it.' },
      },
      not: { required: ['before', 'after'] },
      additionalProperties: false,
    },
    suppliedBy: [],
    missing: (plan, given, _template, now) => dayMissing(known, plan, given, now),
  });
}

export function lifecycleCriteria(known: Known): Record<string, CriterionKind> {
  return {
    'any-of': anyOf(known.criteria),
    'plans-ended': plansEnded,
    'plans-in-stage': plansInStage,
    'day-reached': dayReached(known),
  };
}

/** Whether the template asks where the plans below stand: then the initiative hears of their moves. */
export function watchesStages(template: Template): boolean {
  const known = watching.get(template);
  if (known !== undefined) return known;
  const asks = (one: Inner): boolean => one.kind === 'plans-in-stage' || innerOf(one).some(asks);
  const watches = template.stages.some(({ criteria }) => criteria.some(asks));
  watching.set(template, watches);
  return watches;
}

const watching = new WeakMap<Template, boolean>();

/** The plans below that count: of this attempt and cycle, and not let go. */
function mine(plan: Plan): Child[] {
  return plan.children.filter((child) => isOfNow(plan, child) && !child.released);
}

function tooFew(plan: Plan, wanted: number, done: (child: Child) => boolean): Missing[] {
  const have = mine(plan).filter(done).length;
  return have >= wanted ? [] : [{ code: 'too-few-plans', params: { have, min: wanted } }];
}

function open(plan: Plan): Missing[] {
  const left = mine(plan).filter((child) => !isEnded(child));
  return left.map(({ id, title }) => ({ code: 'plan-not-ended', params: { plan: id, title } }));
}

function dayMissing(
  known: Known,
  plan: Plan,
  { anchor, before, after }: { anchor: string; before?: Duration; after?: Duration },
  now: string,
): Missing[] {
  const days = (known.anchors.get(anchor)?.(plan) ?? [])
    .filter(({ made }) => made === undefined || stands(plan, made))
    .flatMap(({ at }) => (isExact(at) ? dayOf(at) : []))
    .map((day) => (before ? addDuration(day, before, -1) : after ? addDuration(day, after) : day))
    .sort();
  const [first] = days;
  if (first === undefined) return [{ code: 'day-not-known', params: { anchor } }];
  return first <= dayOf(now) ? [] : [{ code: 'day-not-reached', params: { day: first } }];
}
