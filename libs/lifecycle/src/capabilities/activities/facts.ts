// Activities: what the plan sets out to do, who owns each, when it is due and how it ended.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

/** `moved`: handed over to regular operations (B82), which is an end as good as done. `unknown`: imported history that does not say. */
export type ActivityStatus = 'unknown' | 'planned' | 'ongoing' | 'done' | 'stopped' | 'moved';

export interface Owner {
  organisation: string;
  role?: string;
}

export interface Activity extends Made {
  key: string;
  title: string;
  code?: string;
  owner?: Owner;
  due: When;
  status: ActivityStatus;
  /** Where its status was set: a restart that takes that stage up again makes it planned again. */
  since: Made;
  imported: boolean;
}

export interface Activities {
  activities: Activity[];
}

export const nothing: Activities = { activities: [] };

export interface ActivityAdded {
  activity: string;
  title: string;
  code?: string;
  owner?: Owner;
  due: When;
}

type Named = { activity: string };

export const events: Record<string, Evolve<Activities>> = {
  'activity.added': on(({ activities }, data: ActivityAdded, event, plan) => {
    const { activity: key, title, code, owner, due } = data;
    const made = madeIn(plan);
    const imported = event.imported === true;
    const status: ActivityStatus = imported ? 'unknown' : 'planned';
    const added = { key, title, ...told({ code, owner }), due, status, since: made, ...made, imported };
    return { activities: [...activities, added] };
  }),
  'activity.started': became('ongoing'),
  'activity.completed': became('done'),
  'activity.stopped': became('stopped'),
  'activity.moved-to-regular-operations': became('moved'),
  /** With the role that owns it, when that goes over to another organisation. */
  'activity.owner-changed': on((facts, { activity, owner }: Named & { owner: Owner }) =>
    changed(facts, activity, { owner }),
  ),
  'activity.rescheduled': on((facts, { activity, due }: Named & { due: When }) => changed(facts, activity, { due })),
};

function became(status: ActivityStatus): Evolve<Activities> {
  return on((facts, { activity }: Named, _event, plan) => changed(facts, activity, { status, since: madeIn(plan) }));
}

function changed({ activities }: Activities, key: string, change: Partial<Activity>): Activities {
  return { activities: activities.map((one) => (one.key === key ? { ...one, ...change } : one)) };
}

/** Every activity there ever was, also those that a restart has set aside. */
export function everyActivity(plan: Plan): Activity[] {
  return factsOf({ key: 'activities', nothing }, plan).activities;
}

export function activitiesOf(plan: Plan): Activity[] {
  return everyActivity(plan)
    .filter((activity) => stands(plan, activity))
    .map((activity) => (stands(plan, activity.since) ? activity : { ...activity, status: 'planned' as const }));
}

export function isOpen({ status }: Activity): boolean {
  return status === 'unknown' || status === 'planned' || status === 'ongoing';
}
