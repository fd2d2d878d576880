// A plan as its readers see it: where it stands, what is met and missing, and what has been recorded.
import { answers, cardsIn, roundOf, sayMissing, stageOf, vocabulary, type Plan, type Template } from '#libs/lifecycle';
import type { Language } from '#libs/platform';
import { Sight } from '../sight/sight.js';
import { recordsWithProse, type Prose } from './prose.js';

/** @param now RFC 3339: some criteria hang on the day. */
export function planView(
  plan: Plan,
  template: Template,
  prose: Prose,
  language: Language,
  now: string,
  sight = Sight.ofAll(plan),
) {
  const read = sight.plan(plan);
  const stage = stageOf(template, plan.stage);
  return {
    id: plan.id,
    kind: plan.kind,
    title: plan.title,
    language: plan.language,
    public: plan.public,
    template: plan.template,
    templateName: template.name[language],
    stage: plan.stage,
    stageName: stage.name[language],
    status: plan.status,
    attempt: plan.attempt,
    cycle: plan.cycle ?? 1,
    round: roundOf(plan),
    version: plan.version,
    parent: read.parent ?? null,
    children: read.children,
    programme: plan.programme ?? null,
    startedAt: plan.startedAt,
    recordedAt: plan.recordedAt,
    entered: plan.entered,
    pauses: plan.pauses,
    imported: plan.imported,
    criteria: criteriaIn(answers(template, sight.nameless(plan), now), language, sight),
    methods: methodsOf(plan, template, language),
    records: recordsOf(read, sight, prose),
  };
}

/** @param sight of whoever is told; what is missing of what it does not see is left out. */
export function criteriaIn(criteria: ReturnType<typeof answers>, language: Language, sight?: Pick<Sight, 'missing'>) {
  return criteria.map(({ key, name, kind, state, missing }) => ({
    key,
    name: name[language],
    kind,
    state,
    missing: sayMissing(sight ? sight.missing(missing) : missing, language),
  }));
}

/** The method cards that help in the present stage, by their names in the reader's language. */
function methodsOf(plan: Plan, template: Template, language: Language) {
  return cardsIn(plan, template, plan.stage).map(({ name, summary, link = null, ...card }) => ({
    ...card,
    name: name[language],
    summary: summary?.[language] ?? null,
    link,
  }));
}

/** What is not shown is not there, as if the product knew no such thing. */
function recordsOf(plan: Plan, sight: Sight, prose: Prose): Record<string, unknown> {
  const shown = vocabulary.capabilities.filter(({ key }) => sight.records(key));
  const records = shown.map((capability) => {
    const { key, nothing } = capability;
    const facts = (plan.facts[key] ?? nothing) as object;
    return [key, recordsWithProse(key, { ...facts, ...capability.reckoned?.(facts) }, prose)];
  });
  return Object.fromEntries(records) as Record<string, unknown>;
}

/** The running log with its comments is for those who work with the plan, but for the entries that are said to be for everyone; so are files, and who holds which role. */
export const NOT_PUBLIC = new Set(['log', 'attachments', 'roles', 'role-map', 're-anchoring', 'registration']);

/** Prose that is meant for everyone once a plan is public; reasons, notes and descriptions are not among it. */
const PUBLIC_PROSE = ['mandate', 'direction', 'versions', 'indicators', 'lessons'];

export function publicPlanView(
  plan: Plan,
  template: Template,
  texts: ReadonlyMap<string, string | null>,
  language: Language,
  now: string,
  sight = Sight.ofAll(plan),
) {
  const view = planView(plan, template, 'hidden', language, now, sight);
  const shown = Object.entries(view.records).filter(([key]) => !NOT_PUBLIC.has(key));
  const { facts } = sight.plan(plan);
  const told = PUBLIC_PROSE.filter((key) => facts[key] !== undefined);
  const published = told.map((key) => [key, recordsWithProse(key, facts[key], texts)]);
  return { ...view, records: Object.fromEntries([...shown, ...published]), ...wayOfWorking(template) };
}

/** What the page at / needs of a template to draw the track, for readers who cannot ask for the template itself. */
function wayOfWorking({ stages, roles }: Template) {
  return {
    stages: stages.map(({ key, name, purpose, optional = false, next, fork }) => ({
      key,
      name,
      purpose: purpose ?? null,
      optional,
      next,
      ...(fork ? { fork: { to: fork.to, join: fork.join === true } } : {}),
    })),
    roles: roles.map(({ key, name }) => ({ key, name })),
  };
}
