// What the events of a plan tell of the plans over and under it: to a reader who may not see those, they are not there.
import type { PlanEvent } from '#libs/lifecycle';

type Data = Record<string, unknown>;

/** @returns null where the event tells of nothing but such a plan. @param records whether what a capability has recorded is shown */
export function withoutUnseen(
  event: PlanEvent,
  unseen: ReadonlySet<string>,
  records: (capability: string) => boolean,
): PlanEvent | null {
  const { type, data } = event;
  if (type.startsWith('child.')) return unseen.has(String(data['child'])) ? null : event;
  if (type === 'plan.forked' || type === 'join.released') return { ...event, data: withoutChildren(data, unseen) };
  if (type === 'plan.started' || type === 'initiative.started') return { ...event, data: born(data, unseen, records) };
  return event;
}

function withoutChildren(data: Data, unseen: ReadonlySet<string>): Data {
  const { children } = data;
  if (!Array.isArray(children)) return data;
  const idOf = (one: unknown) => (typeof one === 'string' ? one : (one as { id: string }).id);
  return { ...data, children: children.filter((one) => !unseen.has(idOf(one))) };
}

/** A plan begins with what it has from the one it was made out of. */
function born(data: Data, unseen: ReadonlySet<string>, records: (capability: string) => boolean): Data {
  const { parent, inherits, ...rest } = data as { parent?: string; inherits?: Data };
  const from = parent === undefined || unseen.has(parent) ? {} : { parent };
  if (inherits === undefined) return { ...rest, ...from };
  const shown = Object.entries(inherits).filter(([key]) => records(key));
  return { ...rest, ...from, inherits: Object.fromEntries(shown) };
}
