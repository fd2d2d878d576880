// What an import tells at its end: what was loaded, what stays unknown, and what it left in the file.
import { answers, stageOf, type Plan, type Template } from '#libs/lifecycle';
import type { Answer } from '#libs/plans';
import { notLoaded } from './not-loaded.js';
import type { ProjectHistory } from './project-history.js';

export interface ImportReport {
  title: string;
  plans: { id: string; title: string; stage: string; status: string }[];
  organisations: number;
  programme: string | null;
  commands: number;
  events: number;
  /** How many of the commands the sources date, however roughly. */
  dated: number;
  /** Criteria on which the sources are silent, by plan and stage. */
  unknown: { plan: string; stage: string; criteria: string[] }[];
  notLoaded: { place: string; what: string }[];
}

export interface PlanAndTemplate {
  plan: Plan;
  template: Template;
}

/** @param stored the initiative and its plans, as they are after the import. */
export function importReport(
  file: object,
  { orders, organisations, programme }: ProjectHistory,
  given: Answer[],
  stored: PlanAndTemplate[],
): ImportReport {
  return {
    title: stored[0]?.plan.title ?? '',
    plans: stored.slice(1).map(({ plan: { id, title, stage, status } }) => ({ id, title, stage, status })),
    organisations: organisations.length,
    programme: programme?.code ?? null,
    commands: orders.length,
    events: stored.reduce((sum, { plan }) => sum + plan.sequence, 0),
    dated: orders.filter((order) => order.occurredAt !== null).length,
    unknown: stored.flatMap(({ plan, template }) => [...passed(plan, template, given), ...standing(plan, template)]),
    notLoaded: notLoaded(file),
  };
}

/** Stages that were left with criteria that nobody could verify. */
function passed(plan: Plan, template: Template, given: Answer[]): ImportReport['unknown'] {
  const events = given.flatMap((answer) =>
    answer.kind === 'accepted' && answer.plan.id === plan.id ? answer.events : [],
  );
  return events.flatMap(({ type, data }) => {
    const { stage, unverified } = data as { stage: string; unverified?: string[] };
    return type === 'stage.completed' && unverified ? [inWords(plan, template, stage, unverified)] : [];
  });
}

function standing(plan: Plan, template: Template): ImportReport['unknown'] {
  const unknown = answers(template, plan, plan.recordedAt).filter(({ state }) => state === 'unknown');
  return unknown.length > 0
    ? [
        inWords(
          plan,
          template,
          plan.stage,
          unknown.map(({ key }) => key),
        ),
      ]
    : [];
}

function inWords(
  { title }: Plan,
  template: Template,
  key: string,
  criteria: string[],
): ImportReport['unknown'][number] {
  const stage = stageOf(template, key);
  const names = criteria.map((one) => stage.criteria.find((criterion) => criterion.key === one)?.name.en ?? one);
  return { plan: title, stage: stage.name.en, criteria: names };
}

export function reportLines(report: ImportReport): string[] {
  const { plans, organisations, programme, commands, events, dated } = report;
  const titles = plans.map(({ title, stage, status }) => `"${title}" (${stage}, ${status})`);
  return [
    `Loaded "${report.title}"${titles.length > 0 ? ` and its plans ${titles.join(' and ')}` : ''}.`,
    `${organisations} organisations, ${programme === null ? 'no programme' : `the programme ${programme}`}, ${commands} commands, ${events} events, all marked as imported.`,
    `The sources date ${dated} of the ${commands}; when the others happened stays unknown.`,
    ...listed(
      'Unknown, because the sources do not say:',
      report.unknown.map(({ plan, stage, criteria }) => `${plan}, ${stage}: ${criteria.join('; ')}`),
    ),
    ...listed(
      'Left in the file, not loaded yet:',
      report.notLoaded.map(({ place, what }) => `${place}: ${what}`),
    ),
  ];
}

function listed(heading: string, lines: string[]): string[] {
  return lines.length > 0 ? [heading, ...lines.map((line) => `  ${line}`)] : [];
}
