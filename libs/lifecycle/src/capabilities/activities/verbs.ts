// add-activity, start-activity, complete-activity, stop-activity, hand-over-activity, reschedule-activity.
import { verb, type Decision, type Verb } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { activitiesOf, everyActivity, isOpen, type ActivityAdded, type Owner } from './facts.js';

export interface AddActivity {
  title: string;
  code?: string;
  owner?: Owner;
  due?: string;
}

export interface OfActivity {
  activity: string;
}

export interface CompleteActivity extends OfActivity {
  result?: string;
}

export interface StopActivity extends OfActivity {
  reason: string;
}

export interface HandOverActivity extends OfActivity {
  /** Who carries it on: an organisation's code, or a unit in words. */
  to: string;
}

export interface RescheduleActivity extends OfActivity {
  due: string;
  reason?: string;
}

export const verbs: Record<string, Verb> = {
  'add-activity': verb<AddActivity>({
    name: { sv: 'Lägg till aktivitet', en: 'Add an activity' },
    decide: (plan, { title, code, owner, due }) => {
      if (code !== undefined && activitiesOf(plan).some((one) => one.code === code))
        return refuse('activity-code-taken', { field: '/code', params: { code } });
      const activity = nextKey('activity', everyActivity(plan));
      const data: ActivityAdded = { activity, title, ...told({ code, owner: owner && told(owner) }), due: due ?? null };
      return [{ type: 'activity.added', data }];
    },
  }),
  'start-activity': verb<OfActivity>({
    name: { sv: 'Påbörja aktivitet', en: 'Start an activity' },
    ready: (plan) =>
      activitiesOf(plan).some((one) => isOpen(one) && one.status !== 'ongoing')
        ? []
        : [{ code: 'no-planned-activity' }],
    decide: (plan, { activity }) =>
      activitiesOf(plan).some((one) => one.key === activity && one.status === 'ongoing')
        ? refuse('activity-already-started', { field: '/activity' })
        : onOpen(plan, activity, { type: 'activity.started', data: { activity } }),
  }),
  'complete-activity': verb<CompleteActivity>({
    name: { sv: 'Aktiviteten är genomförd', en: 'Complete an activity' },
    ready: noOpenActivity,
    decide: (plan, { activity, result }) =>
      onOpen(plan, activity, { type: 'activity.completed', data: { activity }, texts: { resultText: result } }),
  }),
  'stop-activity': verb<StopActivity>({
    name: { sv: 'Avbryt aktivitet', en: 'Stop an activity' },
    ready: noOpenActivity,
    decide: (plan, { activity, reason }) =>
      onOpen(plan, activity, { type: 'activity.stopped', data: { activity }, texts: { reasonText: reason } }),
  }),
  'hand-over-activity': verb<HandOverActivity>({
    name: { sv: 'Lämna över till ordinarie verksamhet', en: 'Hand over to regular operations' },
    ready: noOpenActivity,
    decide: (plan, { activity, to }) =>
      onOpen(plan, activity, { type: 'activity.moved-to-regular-operations', data: { activity, to } }),
  }),
  'reschedule-activity': verb<RescheduleActivity>({
    name: { sv: 'Ändra när aktiviteten ska vara klar', en: 'Reschedule an activity' },
    ready: noOpenActivity,
    decide: (plan, { activity, due, reason }) =>
      onOpen(plan, activity, { type: 'activity.rescheduled', data: { activity, due }, texts: { reasonText: reason } }),
  }),
};

function onOpen(plan: Plan, key: string, draft: Draft): Decision {
  const activity = activitiesOf(plan).find((one) => one.key === key);
  if (!activity) return unknownRecord('/activity', key);
  if (!isOpen(activity))
    return refuse('activity-settled', { field: '/activity', params: { activity: activity.title } });
  return [draft];
}

function noOpenActivity(plan: Plan): Reason[] {
  return activitiesOf(plan).some(isOpen) ? [] : [{ code: 'no-open-activity' }];
}
