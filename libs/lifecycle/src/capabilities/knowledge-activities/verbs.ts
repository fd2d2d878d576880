// plan-knowledge-activity, hold-knowledge-activity, count-participation.
import { verb, type Verb } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Refusal } from '../../engine/refusal.js';
import type { Count } from '../count.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { knowledgeActivitiesOf, type KnowledgeActivityHeld, type ParticipationCounted } from './facts.js';

export interface PlanKnowledgeActivity {
  title: string;
  topics?: string[];
  organiser?: string;
  on?: string;
}

export interface HoldKnowledgeActivity {
  /** A planned one; without it the activity is recorded as held unplanned, under `title`. */
  activity?: string;
  title?: string;
  code?: string;
  organiser?: string;
  participants?: Count;
  /** Nobody among them took part in another activity. */
  distinct?: boolean;
  credits?: number;
}

export interface CountParticipation {
  activity?: string;
  /** How many took part in all, as it was stated. */
  total?: boolean;
  count: Count;
  distinct?: boolean;
}

export const verbs: Record<string, Verb> = {
  'plan-knowledge-activity': verb<PlanKnowledgeActivity>({
    name: { sv: 'Planera kunskapshöjande insats', en: 'Plan a knowledge activity' },
    decide: (plan, { title, topics, organiser, on }) => {
      const data = told({ activity: nextActivity(plan), title, topics, organiser, plannedFor: on ?? null });
      return [{ type: 'knowledge-activity.planned', data }];
    },
  }),
  'hold-knowledge-activity': verb<HoldKnowledgeActivity>({
    name: { sv: 'Kunskapshöjande insats har hållits', en: 'Knowledge activity held' },
    decide: (plan, body) => {
      const which = heldActivity(plan, body);
      if (isRefusal(which)) return which;
      const { code, organiser, participants, distinct, credits } = body;
      const data: KnowledgeActivityHeld = told({ ...which, code, organiser, credits });
      const held = { type: 'knowledge-activity.held', data };
      return participants ? [held, counted(participants, which.activity, distinct)] : [held];
    },
  }),
  'count-participation': verb<CountParticipation>({
    name: { sv: 'Räkna deltagare', en: 'Count participation' },
    decide: (plan, { activity, total = false, count, distinct }) => {
      if (total === (activity !== undefined)) return refuse('count-of-one-or-all', { field: '/activity' });
      if (activity === undefined) return [counted(count)];
      const known = knowledgeActivitiesOf(plan).find((one) => one.key === activity);
      if (!known) return unknownRecord('/activity', activity);
      if (known.status !== 'held')
        return refuse('knowledge-activity-not-held', { field: '/activity', params: { title: known.title } });
      return [counted(count, activity, distinct)];
    },
  }),
};

function counted(count: Count, activity?: string, distinct?: boolean): Draft {
  const data: ParticipationCounted = told({ activity, total: activity === undefined, count, distinct });
  return { type: 'participation.counted', data };
}

function heldActivity(plan: Plan, body: HoldKnowledgeActivity): { activity: string; title?: string } | Refusal {
  const { activity, title } = body;
  if (activity === undefined && title === undefined) return refuse('which-knowledge-activity', { field: '/activity' });
  if (activity === undefined) return told({ activity: nextActivity(plan), title });
  const known = knowledgeActivitiesOf(plan).find((one) => one.key === activity);
  if (!known) return unknownRecord('/activity', activity);
  if (known.status === 'planned') return { activity };
  return refuse('knowledge-activity-already-held', { field: '/activity', params: { title: known.title } });
}

function nextActivity(plan: Plan): string {
  return nextKey('knowledge-activity', knowledgeActivitiesOf(plan));
}
