// The criteria of a stage: the one answer that guards a move, explains it, and tells the reminders what to say.
import type { Plan } from './plan.js';
import type { Missing, Reason } from './refusal.js';
import { accountableRole, stageOf, type Criterion, type Stage, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface CriterionAnswer {
  key: string;
  kind: string;
  /** `unknown`: the stage is known from imported history only, and that history is silent (INV-26). */
  state: 'met' | 'unmet' | 'unknown';
  missing: Missing[];
}

/** How each criterion of the plan's present stage stands. */
export function answers(vocabulary: Vocabulary, template: Template, plan: Plan): CriterionAnswer[] {
  const stage = stageOf(template, plan.stage);
  return stage.criteria.map((criterion) => answer(vocabulary, template, plan, stage, criterion));
}

function answer(
  vocabulary: Vocabulary,
  template: Template,
  plan: Plan,
  stage: Stage,
  criterion: Criterion,
): CriterionAnswer {
  const kind = vocabulary.criteria.get(criterion.kind);
  if (!kind) throw new Error(`template ${template.key} v${template.version} names the unknown kind ${criterion.kind}`);
  const roles = criterion.by ?? [accountableRole(template, stage)];
  const missing = kind
    .missing(plan, criterion.with ?? {}, template)
    .map((one) => ({ ...one, by: { roles, ...one.by } }));
  const state = missing.length === 0 ? 'met' : plan.entered.imported ? 'unknown' : 'unmet';
  return { key: criterion.key, kind: criterion.kind, state, missing };
}

/** The reasons why the stage cannot be left yet; empty when it can. */
export function unmetReasons(vocabulary: Vocabulary, template: Template, plan: Plan): Reason[] {
  return answers(vocabulary, template, plan)
    .filter((one) => one.state !== 'met')
    .map(({ key, state, missing }) => ({
      code: state === 'unknown' ? 'criterion-unknown' : 'criterion-not-met',
      criterion: key,
      state: state === 'unknown' ? ('unknown' as const) : ('unmet' as const),
      missing,
    }));
}
