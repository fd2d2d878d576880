// One of the plans, from drafting to where the source leaves it.
import { tellHeld } from './initiative-story.js';
import type { HistoryFile, StageCode, ToldPlan } from './history.js';
import { makersOf } from './parties-told.js';
import { hasReached, stageTold } from './reached.js';
import type { Story } from './story.js';
import { whenTold } from './when-told.js';

export function tellPlan(story: Story, file: HistoryFile, index: number, id: string): void {
  const plan = file.plans[index] as ToldPlan;
  const place = `/plans/${index}`;
  tellParties(story, file, plan, id, place);
  tellText(story, plan, id, place);
  logStage(story, file, 'DRAFTING', id);
  if (plan.status !== 'adopted') return;
  tellAdoption(story, file, plan, id, place);
  tellSteeringGroup(story, file, id);
  // That the project ended is told, not that the plans did: they stay in implementation, open to go on with.
  if (!hasReached(file, 'IMPLEMENTATION')) return;
  story.tell(id, 'advance', {}, stageTold(file, 'IMPLEMENTATION')?.place ?? place);
  file.knowledge_activities?.forEach((activity, at) => {
    if (activity.plan === plan.code) tellHeld(story, activity, id, `/knowledge_activities/${at}`);
  });
}

function tellParties(story: Story, file: HistoryFile, plan: ToldPlan, id: string, place: string): void {
  const makers = makersOf(file, plan);
  for (const [index, organisation] of plan.parties.entries())
    if (!makers.includes(organisation))
      story.tell(id, 'add-party', { organisation, deciding: false }, `${place}/parties/${index}`);
  plan.development_area_refs?.forEach((area, index) =>
    story.tell(id, 'link-area', { area }, `${place}/development_area_refs/${index}`),
  );
}

/** The activities stand in the text as adopted, and as activities that work can go on with. */
function tellText(story: Story, plan: ToldPlan, id: string, place: string): void {
  const write = (section: string, text: string, where: string, code?: string) =>
    story.tell(id, 'write-section', { section, text, code }, `${place}/${where}`);
  if (plan.purpose_sv !== undefined) write('purpose', plan.purpose_sv, 'purpose_sv');
  plan.goals?.forEach(({ code, sv }, index) => write('goal', sv, `goals/${index}`, code));
  plan.activities?.forEach(({ code, sv }, index) => write('activities', sv, `activities/${index}`, code));
  plan.activities?.forEach(({ code, sv: title }, index) =>
    story.tell(id, 'add-activity', { code, title }, `${place}/activities/${index}`),
  );
}

/** Adopted, but not by which bodies, when or under which number: each maker's yes stands without them (INV-26). */
function tellAdoption(story: Story, file: HistoryFile, plan: ToldPlan, id: string, place: string): void {
  story.tell(id, 'submit-version', {}, place);
  story.tell(id, 'advance', {}, stageTold(file, 'ADOPTION')?.place ?? place);
  logStage(story, file, 'ADOPTION', id);
  for (const organisation of makersOf(file, plan))
    story.tell(id, 'record-decision', { organisation, decision: 'yes' }, `${place}/status`);
  story.tell(id, 'advance', {}, stageTold(file, 'STEERING_GROUP')?.place ?? place);
}

/** A group was created; its members are not told. */
function tellSteeringGroup(story: Story, file: HistoryFile, id: string): void {
  const stage = stageTold(file, 'STEERING_GROUP');
  if (stage) story.tell(id, 'form-steering-group', {}, stage.place, whenTold(stage.told.date));
  logStage(story, file, 'STEERING_GROUP', id);
}

/** The date of a stage dates what is quoted of it, where something is. */
function logStage(story: Story, file: HistoryFile, stage: StageCode, id: string): void {
  const found = stageTold(file, stage);
  if (!found) return;
  const { sv, quote_sv: quote, date } = found.told;
  const when = whenTold(date);
  story.log(id, sv, `${found.place}/sv`, quote === undefined ? when : null);
  story.log(id, quote, `${found.place}/quote_sv`, when);
}
