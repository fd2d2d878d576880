// The shape of the exported machine: what XState 5 takes as its configuration, of plain JSON alone.
import type { Criterion, Label } from '#libs/lifecycle';
import { permits, type Guard, type MachineEvent } from './guards.js';

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

/** A status, then the stage in which the plan has it: `{ "paused": "drafting" }`. */
export interface Machine {
  id: string;
  version: string;
  description: string;
  initial: Status;
  context: { attempt: number; cycle: number };
  meta: { name: Label; template: { key: string; version: number } };
  states: Record<Status, StatusState>;
}

/** Implementations for every guard of the machine, as `machine.provide({ guards })` of XState takes them. */
export function guardsOf(machine: Machine): Record<string, (at: { event: unknown }, params: unknown) => boolean> {
  const groups = Object.values(machine.states);
  const transitions = groups
    .flatMap(({ on, states }) => [on, ...Object.values(states).map((state) => state.on)])
    .flatMap((on) => Object.values(on).flat());
  const names = new Set(transitions.flatMap(({ guard }) => (guard ? [guard.type] : [])));
  return Object.fromEntries(
    [...names].map((name) => [name, ({ event }, params) => permits(params as Guard, event as MachineEvent)]),
  );
}
