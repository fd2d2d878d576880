// From the inventory to the fork: what the initiative did before there were plans.
import { idFrom } from '#libs/lifecycle';
import { countTold } from './counts.js';
import type { HistoryFile, StageCode, ToldKnowledgeActivity } from './history.js';
import { hasReached, stageTold } from './reached.js';
import type { Story } from './story.js';
import { whenTold } from './when-told.js';

type Telling = (story: Story, file: HistoryFile, id: string) => void;

const STAGES: [StageCode, Telling][] = [
  ['INVENTORY', tellInventory],
  ['ANALYSIS', tellAnalyses],
  ['KICK_OFF', tellKickOff],
  ['CHOICE_OF_DIRECTION', tellChoice],
  ['PROCESS_AND_WORKGROUPS', tellWorkgroups],
];

/** Stage by stage as far as the history goes. When each began is told of none. */
export function tellStages(story: Story, file: HistoryFile, id: string): void {
  for (const [stage, telling] of STAGES) {
    if (!hasReached(file, stage)) return;
    story.tell(id, 'advance', {}, stageTold(file, stage)?.place ?? '/lifecycle_history');
    telling(story, file, id);
  }
}

/** One plan for each of the file, in its order. @returns their ids. */
export function tellFork(story: Story, { plans }: HistoryFile, id: string): string[] {
  const each = plans.map((plan, index) => ({ title: themeOf(plan), each: `theme-${index + 1}` }));
  const command = story.tell(id, 'fork', { plans: each }, '/plans', null, 'fork');
  return plans.map((_plan, index) => idFrom(command, index + 1));
}

function tellInventory(story: Story, { actor_inventory: inventory, organisations }: HistoryFile, id: string): void {
  const codes = new Map(organisations.map(({ code, name }) => [name, code]));
  inventory?.activities?.forEach((activity, index) => {
    const { sv: title, kind = 'other', participants, participants_qualifier: qualifier, named = [] } = activity;
    const place = `/actor_inventory/activities/${index}`;
    const known = named.flatMap((name) => codes.get(name) ?? []);
    const body = {
      title,
      kind,
      participants: countTold(participants, qualifier),
      ...(known[0] ? { organisations: known } : {}),
    };
    story.tell(id, 'record-inventory-activity', body, place, whenTold(activity.date));
    story.log(id, activity.quote_sv, `${place}/quote_sv`, whenTold(activity.date));
  });
}

/** Listed as made, so carried out; of anchoring the sources say nothing, so nothing is claimed (INV-17). */
function tellAnalyses(story: Story, file: HistoryFile, id: string): void {
  file.analyses?.forEach(({ code, title_sv: title, item_kind: kind = 'other', places, date }, index) => {
    const when = whenTold(date);
    const body = { code, title, kind, places, carriedOut: true, on: when ?? undefined };
    story.tell(id, 'register-knowledge-item', body, `/analyses/${index}`, when);
  });
  tellKnowledgeActivities(story, file, id);
}

function tellKnowledgeActivities(story: Story, file: HistoryFile, id: string): void {
  const { knowledge_topics_planned_sv: topics = [], knowledge_activities: held = [], knowledge_total: total } = file;
  const track = stageTold(file, 'KNOWLEDGE');
  if (topics.length > 0 && track)
    story.tell(id, 'plan-knowledge-activity', { title: track.told.sv, topics }, '/knowledge_topics_planned_sv');
  held.forEach((activity, index) => {
    if (activity.plan === undefined) tellHeld(story, activity, id, `/knowledge_activities/${index}`);
  });
  const count = countTold(total?.count, total?.qualifier, total?.unit);
  if (count) story.tell(id, 'count-participation', { total: true, count }, '/knowledge_total');
}

export function tellHeld(story: Story, activity: ToldKnowledgeActivity, id: string, place: string): void {
  const { code, sv: title, organiser, count, qualifier, unit, credits_hp: credits, quote_sv: quote, date } = activity;
  const participants = countTold(count, qualifier, unit);
  const body = { code, title, organiser: organiser ?? undefined, participants, credits };
  story.tell(id, 'hold-knowledge-activity', body, place, whenTold(date));
  story.log(id, quote, `${place}/quote_sv`, whenTold(date));
}

/** The meeting was held; who was there and which potentials were raised is not told. */
function tellKickOff(story: Story, file: HistoryFile, id: string): void {
  const stage = stageTold(file, 'KICK_OFF');
  if (stage) story.tell(id, 'hold-meeting', { title: stage.told.sv }, stage.place, whenTold(stage.told.date));
}

/** The themes are chosen as the plans are named. No potentials are known, so none are parked. */
function tellChoice(story: Story, file: HistoryFile, id: string): void {
  const stage = stageTold(file, 'CHOICE_OF_DIRECTION');
  if (file.plans.length === 0) return;
  const { rationale_quote_sv: quote, rationale_by_role_sv: role, date } = stage?.told ?? {};
  const rationale = quote && role ? `${quote} (${role})` : quote;
  const chosen = file.plans.map((plan) => ({ theme: themeOf(plan), ...(rationale ? { rationale } : {}) }));
  story.tell(id, 'choose-direction', { chosen }, stage?.place ?? '/plans', whenTold(date));
}

/** That workgroups were created is told, but not which; so it stands in the log and no group is made up. */
function tellWorkgroups(story: Story, file: HistoryFile, id: string): void {
  const stage = stageTold(file, 'PROCESS_AND_WORKGROUPS');
  if (stage) story.log(id, stage.told.sv, stage.place, whenTold(stage.told.date));
}

function themeOf(plan: HistoryFile['plans'][number]): string {
  return plan.theme_sv ?? plan.name_sv;
}
