// What comes first: the start, the parties, the mandate, and the targets that the project set itself.
import type { HistoryFile, ToldIndicator, ToldProject } from './history.js';
import { allMakers } from './parties-told.js';
import type { Story } from './story.js';

const OPERATORS = { '>=': 'at-least', '<=': 'at-most', '=': 'equals' };

/** @returns the initiative's id. */
export function tellStart(story: Story, { project, programme }: HistoryFile): string {
  const { strand } = project;
  // The programme's name for its strand is the short one that people use; the project's own goes to the log.
  const title = programme?.strands?.find(({ no }) => no === strand)?.name_sv ?? project.name_sv;
  const of = programme ? { programme: programme.code, strand } : {};
  const common = { template: 'joint-action-plan', kind: 'initiative', language: 'sv', public: true };
  const id = story.tell(null, 'start', { ...common, title, ...of }, '/project', null, 'start');
  if (title !== project.name_sv) story.log(id, project.name_sv, '/project/name_sv');
  return id;
}

export function tellMandate(story: Story, file: HistoryFile, id: string): void {
  const { project, development_areas: areas = [], indicators = [] } = file;
  for (const organisation of allMakers(file)) story.tell(id, 'add-party', { organisation }, '/plans');
  // Only of one that offered itself does the source say that it consented.
  const { selected: organisation, selection_sv: reason } = project;
  if (organisation && allMakers(file).includes(organisation))
    story.tell(id, 'consent', { organisation, reason }, '/project/selection_sv');
  story.tell(id, 'record-mandate', mandate(project), '/project');
  story.log(id, project.way_of_working_sv, '/project/way_of_working_sv');
  areas.forEach(({ code, name_sv: name }, index) =>
    story.tell(id, 'register-area', { code, name }, `/development_areas/${index}`),
  );
  // The indicators are the project's own, not a plan's: one of them counts plans.
  indicators.forEach((indicator, index) => tellTarget(story, id, indicator, `/indicators/${index}`));
}

/** The goals in the source's own sentences, a paragraph each. Who gave the mandate and who answers for it is not said. */
function mandate(project: ToldProject): object {
  const goals = [project.goal_sv, project.method_goal_sv, project.long_term_goal_sv].filter(
    (goal) => goal !== undefined,
  );
  return {
    purpose: project.purpose_sv,
    goal: goals.length > 0 ? goals.join('\n\n') : undefined,
    background: project.background_sv,
    financing: project.financing_quote_sv,
  };
}

function tellTarget(
  story: Story,
  id: string,
  { code, sv: name, target, measurement }: ToldIndicator,
  place: string,
): void {
  const { value, unit, operator } = target;
  const conditions = target.conditions_sv ?? target.conditions;
  const whole = { value, unit, operator: OPERATORS[operator], ...(conditions ? { conditions } : {}) };
  const { population_sv: population, method_sv: method } = measurement ?? {};
  story.tell(id, 'set-target', { code, name, target: whole, population, method }, place);
}
