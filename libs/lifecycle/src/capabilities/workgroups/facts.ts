// Workgroups: who works on a theme, with whom in the lead, and the process they have agreed on (A5).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { told } from '../told.js';

/** A seat in a group: an organisation's, perhaps by a role there; never the name of a person (INV-54). */
export interface Seat {
  organisation: string;
  role?: string;
}

export interface Workgroup extends Made {
  key: string;
  name: string;
  /** The key of the text that says what it is for. */
  purpose?: string;
  /** The theme it works on; without one it works on them all. */
  theme?: string;
  lead?: Seat;
  deputy?: Seat;
  /** Codes of organisations. */
  members: string[];
  /** As it was put, e.g. «en dag i veckan». */
  timeSetAside?: string;
  agreementSigned: boolean;
  dissolved: boolean;
  formedAt: When;
  imported: boolean;
}

export interface Milestone {
  key: string;
  title: string;
  on: When;
}

export interface Process extends Made {
  milestones: Milestone[];
  imported: boolean;
}

export interface Workgroups {
  workgroups: Workgroup[];
  /** Each time the process was planned; the latest that stands is in force. */
  processes: Process[];
}

export const nothing: Workgroups = { workgroups: [], processes: [] };

export interface WorkgroupFormed {
  workgroup: string;
  name: string;
  theme?: string;
  lead?: Seat;
  deputy?: Seat;
  members: string[];
  timeSetAside?: string;
  purposeText?: string;
}

export interface ProcessPlanned {
  milestones: { milestone: string; title: string; on: When }[];
}

type Of<Data> = Data & { workgroup: string };

export const events: Record<string, Evolve<Workgroups>> = {
  'workgroup.formed': on((facts, data: WorkgroupFormed, event, plan) => {
    const { workgroup: key, purposeText: purpose, ...said } = data;
    const begun = { agreementSigned: false, dissolved: false, formedAt: event.occurredAt, ...madeIn(plan) };
    const formed: Workgroup = { key, ...said, ...told({ purpose }), ...begun, imported: event.imported === true };
    return { ...facts, workgroups: [...facts.workgroups, formed] };
  }),
  'workgroup.lead-appointed': on((facts, { workgroup, lead }: Of<{ lead: Seat }>) =>
    changed(facts, workgroup, { lead }),
  ),
  'workgroup.deputy-appointed': on((facts, { workgroup, deputy }: Of<{ deputy: Seat }>) =>
    changed(facts, workgroup, { deputy }),
  ),
  'workgroup.member-added': on((facts, { workgroup, organisation }: Of<{ organisation: string }>) => {
    const members = facts.workgroups.find((one) => one.key === workgroup)?.members ?? [];
    return changed(facts, workgroup, { members: [...members, organisation] });
  }),
  'workgroup.time-set-aside': on((facts, { workgroup, time }: Of<{ time: string }>) =>
    changed(facts, workgroup, { timeSetAside: time }),
  ),
  'role-agreement.signed': on((facts, { workgroup }: Of<object>) =>
    changed(facts, workgroup, { agreementSigned: true }),
  ),
  'workgroup.dissolved': on((facts, { workgroup }: Of<object>) => changed(facts, workgroup, { dissolved: true })),
  'process.planned': on((facts, data: ProcessPlanned, event, plan) => {
    const milestones = data.milestones.map(({ milestone, title, on: day }) => ({ key: milestone, title, on: day }));
    const process = { milestones, imported: event.imported === true, ...madeIn(plan) };
    return { ...facts, processes: [...facts.processes, process] };
  }),
};

function changed(facts: Workgroups, key: string, change: Partial<Workgroup>): Workgroups {
  const workgroups = facts.workgroups.map((one) => (one.key === key ? { ...one, ...change } : one));
  return { ...facts, workgroups };
}

export function recordedOf(plan: Plan): Workgroups {
  return factsOf({ key: 'workgroups', nothing }, plan);
}

/** The plan's groups: neither dissolved nor set aside by a restart. */
export function workgroupsOf(plan: Plan): Workgroup[] {
  return recordedOf(plan).workgroups.filter((group) => !group.dissolved && stands(plan, group));
}

/** Those that go along to a plan made for a theme: its own, and those that work on them all. To any other plan, all of them. */
export function workgroupsFor(plan: Plan, theme: string | undefined): Workgroup[] {
  return workgroupsOf(plan).filter((group) => theme === undefined || !group.theme || group.theme === theme);
}

export function workgroupOf(plan: Plan, key: string): Workgroup | undefined {
  return recordedOf(plan).workgroups.find((group) => group.key === key && stands(plan, group));
}

/** INV-19: a group without a lead is not active. */
export function isActive(group: Workgroup): boolean {
  return !group.dissolved && group.lead !== undefined;
}

/** Every organisation with a seat in the group. */
export function organisationsIn({ members, lead, deputy }: Pick<Workgroup, 'members' | 'lead' | 'deputy'>): string[] {
  return [...new Set([...members, ...[lead, deputy].flatMap((seat) => seat?.organisation ?? [])])];
}

export function processOf(plan: Plan): Process | undefined {
  return recordedOf(plan).processes.findLast((process) => stands(plan, process));
}
