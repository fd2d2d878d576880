// Roles: who holds which role of the template in the plan, for which organisation, from when until when (INV-43, INV-44).
// A person is an id that means something in the register of persons alone (INV-54). People do not vanish when a plan is taken up
// again: what is held goes on through attempts and cycles, until somebody says that it has ended.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

export interface Holding {
  key: string;
  /** The key of a role of the template. */
  role: string;
  /** The person's id, a UUID. */
  person: string;
  /** The code of the organisation that the person stands for in it. */
  organisation: string;
  /** The workgroup that it is held in; in the whole plan when absent. */
  workgroup?: string;
  /** The first day. */
  from: Day;
  /** The last day, where one was said. */
  until?: Day;
  /** The id of the person who stands in. */
  deputy?: string;
  /** Of full time, in percent. */
  share?: number;
  /** The key of the text of its mandate. */
  mandateText?: string;
  /** The holding that it took over from. */
  after?: string;
  ended?: Ended;
  /** Set while what the role knows and owes is on its way to somebody else. */
  handOver?: HandOver;
  imported: boolean;
}

export interface Ended {
  /** The first day on which it is held no more; never one that lay ahead when it was said. */
  at: Day;
  /** The holding that goes on in its place. */
  successor?: string;
  /** The key of the text that says why. */
  reasonText?: string;
}

export interface HandOver {
  /** The person who is to receive it; absent while nobody is found. */
  to?: string;
  /** The organisation that the receiver will stand for. */
  organisation: string;
  at: When;
  /** The key of the text that says why things are as they are. */
  whyText?: string;
  /** The key of the text that says whom to ask about what. */
  contactsText?: string;
}

export interface Roles {
  holdings: Holding[];
}

export const nothing: Roles = { holdings: [] };

export interface RoleAssigned {
  holding: string;
  role: string;
  person: string;
  organisation: string;
  workgroup?: string;
  from: Day;
  until?: Day;
  deputy?: string;
  share?: number;
  after?: string;
  mandateText?: string;
}

export interface RoleChanged {
  holding: string;
  until?: Day;
  deputy?: string;
  share?: number;
  removed?: Removable;
  mandateText?: string;
}

/** What can be said to hold no longer. */
export const REMOVABLE = ['until', 'deputy', 'share'] as const;
export type Removable = (typeof REMOVABLE)[number];

export interface RoleEnded {
  holding: string;
  at: Day;
  successor?: string;
  reasonText?: string;
}

export interface HandOverStarted {
  holding: string;
  to?: string;
  organisation: string;
  whyText?: string;
  contactsText?: string;
}

export const events: Record<string, Evolve<Roles>> = {
  'role.assigned': on(({ holdings }, { holding: key, ...said }: RoleAssigned, event) => {
    // A mandate is the role's own: whoever takes the role over has it, unless another is given.
    const former = holdings.find((one) => one.key === said.after)?.mandateText;
    const mandateText = said.mandateText ?? former;
    return { holdings: [...holdings, { key, ...said, ...told({ mandateText }), imported: event.imported === true }] };
  }),
  'role.changed': on((facts, { holding, removed, ...said }: RoleChanged) =>
    changed(facts, holding, (one) => ({ ...without(one, removed), ...said })),
  ),
  'role.ended': on((facts, { holding, ...ended }: RoleEnded) => changed(facts, holding, (one) => ({ ...one, ended }))),
  'role-hand-over.started': on((facts, { holding, ...said }: HandOverStarted, event) =>
    changed(facts, holding, (one) => {
      const { whyText, contactsText } = one.handOver ?? {};
      return { ...one, handOver: { ...told({ whyText, contactsText }), ...said, at: event.occurredAt } };
    }),
  ),
  'role-hand-over.accepted': on((facts, { holding, successor }: { holding: string; successor: string }) =>
    changed(facts, holding, ({ ended, ...one }) =>
      closed({ ...one, ...(ended ? { ended: { ...ended, successor } } : {}) }),
    ),
  ),
  'role-hand-over.withdrawn': on((facts, { holding }: { holding: string }) => changed(facts, holding, closed)),
  /** Where the holder has gone from a role that somebody must have, it goes on waiting for another receiver. */
  'role-hand-over.declined': on((facts, { holding, waits }: { holding: string; waits?: true }) =>
    changed(facts, holding, waits ? withoutReceiver : closed),
  ),
};

function changed({ holdings }: Roles, key: string, change: (one: Holding) => Holding): Roles {
  return { holdings: holdings.map((one) => (one.key === key ? change(one) : one)) };
}

export function without(holding: Holding, removed: Removable | undefined): Holding {
  const { ...rest } = holding;
  if (removed !== undefined) delete rest[removed];
  return rest;
}

function closed(holding: Holding): Holding {
  const { handOver: _, ...rest } = holding;
  return rest;
}

function withoutReceiver({ handOver, ...rest }: Holding): Holding {
  if (!handOver) return rest;
  const { to: _, ...waiting } = handOver;
  return { ...rest, handOver: waiting };
}

/** Every holding there ever was, in the order in which they were assigned; those that ended, too. */
export function holdingsOf(plan: Plan): Holding[] {
  return factsOf({ key: 'roles', nothing }, plan).holdings;
}
