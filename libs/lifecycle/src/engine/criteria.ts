// The criteria of a stage: the one answer that guards a move, explains it, and tells the reminders what to say.
import type { Plan } from './plan.js';
import type { Missing, Reason } from './refusal.js';
import { isStandardRole, rolesThatAre, STANDARD_ROLES } from './standard-roles.js';
import { accountableRole, stageOf, type Criterion, type Label, type Stage, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface CriterionAnswer {
  key: string;
  kind: string;
  name: Label;
  /** `unknown`: the stage is known from imported history only, and that history is silent (INV-26). */
  state: 'met' | 'unmet' | 'unknown';
  missing: Missing[];
}

/** How each criterion of the plan's present stage stands. */
export function answers(vocabulary: Vocabulary, template: Template, plan: Plan, now: string): CriterionAnswer[] {
  const stage = stageOf(template, plan.stage);
  return stage.criteria.map((criterion) => answer(vocabulary, template, plan, stage, criterion, now));
}

function answer(
  vocabulary: Vocabulary,
  template: Template,
  plan: Plan,
  stage: Stage,
  criterion: Criterion,
  now: string,
): CriterionAnswer {
  const kind = vocabulary.criteria.get(criterion.kind);
  if (!kind) throw new Error(`template ${template.key} v${template.version} names the unknown kind ${criterion.kind}`);
  const rolesFor = (one: Missing) =>
    criterion.by ?? onlyRoles(vocabulary, template, one) ?? [accountableRole(template, stage)];
  const missing = kind
    .missing(plan, criterion.with ?? {}, template, now)
    .map((one) => ({ ...one, by: { ...one.by, roles: rolesFor(one) } }))
    .map((one) => ({ ...one, who: whoCan(template, one.by) }));
  const state = missing.length === 0 ? 'met' : plan.entered.imported ? 'unknown' : 'unmet';
  return { key: criterion.key, kind: criterion.kind, name: criterion.name, state, missing };
}

/** The roles of the template that alone may use the verb that supplies it; the standard role where the template has none such. */
function onlyRoles(vocabulary: Vocabulary, { roles }: Template, { verb, by }: Missing): string[] | undefined {
  if (by?.roles) return by.roles;
  const only = vocabulary.verbs.get(verb ?? '')?.verb.onlyFor;
  if (only === undefined) return undefined;
  const having = rolesThatAre(only, roles);
  return having.length > 0 ? having : [only];
}

/** The reasons why the stage cannot be left yet; empty when it can. */
export function unmetReasons(vocabulary: Vocabulary, template: Template, plan: Plan, now: string): Reason[] {
  return answers(vocabulary, template, plan, now)
    .filter((one) => one.state !== 'met')
    .map(({ key, name, state, missing }) => ({
      code: state === 'unknown' ? 'criterion-unknown' : 'criterion-not-met',
      names: { criterion: name },
      criterion: key,
      state: state === 'unknown' ? ('unknown' as const) : ('unmet' as const),
      missing,
    }));
}

/** «process leader or municipal lead of REGION»: who can supply it, by the names that the template gives its roles. */
function whoCan(template: Template, { roles, organisation }: { roles: string[]; organisation?: string }): Label {
  const named = roles.map((key) => template.roles.find((role) => role.key === key)?.name ?? nameless(key));
  const of = (word: string) => (organisation === undefined ? '' : ` ${word} ${organisation}`);
  return {
    sv:
      either(
        named.map(({ sv }) => sv),
        'eller',
      ) + of('hos'),
    en:
      either(
        named.map(({ en }) => en),
        'or',
      ) + of('of'),
  };
}

/** A role that the template should have and has not goes by what it would be. */
function nameless(role: string): Label {
  return isStandardRole(role) ? STANDARD_ROLES[role] : { sv: role, en: role };
}

function either(names: string[], or: string): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`;
}
