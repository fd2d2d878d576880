// The shape of the exported machine: what XState 5 takes as its configuration, of plain JSON alone.
import type { Criterion, Label } from '#libs/lifecycle';
import { permits, type Guard, type LeadsPast, type MachineEvent } from './guards.js';

export interface Transition {
  target?: string;
  /** `type` is for reading; `params` says what it asks (guards.ts). */
  guard?: { type: string; params: Guard };
  actions?: { type: Action }[];
}

export type Action = 'begin-round' | 'begin-attempt' | 'begin-cycle' | 'make-plans' | 'let-plans-go' | 'override';

export type Status = 'active' | 'paused' | 'completed' | 'discontinued';
export type On = Record<string, Transition[]>;

export interface StageState {
  description?: string;
  meta?: {
    name: Label;
    purpose?: Label;
    optional: boolean;
    end: boolean;
    criteria: Pick<Criterion, 'key' | 'kind' | 'name'>[];
  };
  on: On;
}

export interface StatusState {
  id: Status;
  initial: string;
  on: On;
  states: Record<string, StageState>;
}

/**
 * Where no plan stays: who passes several optional stages at once goes by here to the stage that was said. A way from each
 * stage to each would be a thousand times a thousand.
 */
export interface Passing {
  id: string;
  description: string;
  always: Transition[];
}

/** A status, then the stage in which the plan has it: `{ "paused": "drafting" }`. */
export interface Machine {
  id: string;
  version: string;
  description: string;
  initial: Status;
  context: { attempt: number; cycle: number };
  meta: { name: Label; template: { key: string; version: number } };
  states: Record<Status, StatusState> & { passing?: Passing };
}

/** Implementations for every guard of the machine, as `machine.provide({ guards })` of XState takes them. */
export function guardsOf(machine: Machine): Record<string, (at: { event: unknown }, params: unknown) => boolean> {
  const { passing, ...groups } = machine.states;
  const moves = Object.values(groups)
    .flatMap(({ on, states }) => [on, ...Object.values(states).map((state) => state.on)])
    .flatMap((on) => Object.values(on).flat());
  const names = new Set([...moves, ...(passing?.always ?? [])].flatMap(({ guard }) => (guard ? [guard.type] : [])));
  const past = leadsPast(machine);
  return Object.fromEntries(
    [...names].map((name) => [name, ({ event }, params) => permits(params as Guard, event as MachineEvent, past)]),
  );
}

/** An optional stage has a skip to each stage that follows it: they are gone through one after another. */
function leadsPast({ states }: Machine): LeadsPast {
  const skips = (key: string) =>
    states.active.states[key]?.on['skip']?.flatMap(({ guard }) => guard?.params.to ?? []) ?? [];
  return (from, to) => {
    const seen = new Set([from, ...skips(from)]);
    for (const key of seen) if (key !== from) for (const next of skips(key)) seen.add(next);
    return to !== from && seen.has(to);
  };
}
