// A project's history as commands: the same engine that carries live plans takes it in, marked as imported (INV-26).
// Pure: what the file does not say is left out, never filled in.
import type { Who } from '#libs/lifecycle';
import { countTold } from './counts.js';
import type { HistoryFile, ToldIndicator, ToldOrganisation, ToldProgramme } from './history.js';
import { tellFork, tellStages } from './initiative-story.js';
import { tellMandate, tellStart } from './mandate-story.js';
import { tellPlan } from './plan-story.js';
import { Story, type PlacedOrder } from './story.js';
import { whenTold } from './when-told.js';

export interface ProjectHistory {
  /** The initiative's id, known beforehand. */
  initiative: string;
  /** The plans' ids, in the order of the file. */
  plans: string[];
  organisations: ToldOrganisation[];
  programme: ToldProgramme | null;
  orders: PlacedOrder[];
}

export function projectHistory(file: HistoryFile, who: Who): ProjectHistory {
  const story = new Story(file.project.code, who);
  const initiative = tellStart(story, file);
  tellMandate(story, file, initiative);
  tellStages(story, file, initiative);
  const plans = file.plans.length > 0 ? tellFork(story, file, initiative) : [];
  plans.forEach((id, index) => tellPlan(story, file, index, id));
  tellResults(story, file, initiative);
  return {
    initiative,
    plans,
    organisations: file.organisations,
    programme: file.programme ?? null,
    orders: story.orders,
  };
}

/** Results, lessons and the end are the project's, so they stand with the initiative. It stays open as long as its plans do (INV-14). */
function tellResults(story: Story, { project, indicators = [], lessons = [] }: HistoryFile, id: string): void {
  indicators.forEach((indicator, index) => tellOutcome(story, id, indicator, `/indicators/${index}/outcome`));
  lessons.forEach(({ code, sv: lesson }, index) =>
    story.tell(id, 'record-lesson', { code, lesson }, `/lessons/${index}`),
  );
  story.log(id, project.end_quote_sv, '/project/end_quote_sv', whenTold(project.end));
}

/** The note holds what the source says of the outcome and of who was asked (INV-31). The assessment is the engine's (INV-29). */
function tellOutcome(story: Story, id: string, { code, outcome, measurement }: ToldIndicator, place: string): void {
  if (!outcome) return;
  const { value, qualifier, unit, text_sv: text = [], conditions_met_sv: conditionsMet } = outcome;
  const note = [text, measurement?.footnote_sv ?? []].flat().join('\n');
  const asked = measurement?.respondents_sv;
  const body = {
    indicator: code,
    outcome: countTold(value, qualifier, unit),
    asked,
    conditionsMet,
    note: note || undefined,
  };
  story.tell(id, 'measure-indicator', body, place);
}
