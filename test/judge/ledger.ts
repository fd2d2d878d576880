// What the judge writes down for itself about one plan, as a person with pen and paper would: nothing is asked of the engine.
import type { Stage, Template } from '#libs/lifecycle';
import type { Asked } from './random-criteria.js';

export interface Written {
  stage: string;
  attempt: number;
  cycle: number;
  round: number;
}

export interface Below {
  id: string;
  attempt: number;
  cycle: number;
  /** The stage that waits for it. */
  joins: string | null;
  released: boolean;
}

export interface Ledger {
  rounds: [stage: string, round: number][];
  sinceAttempt: [stage: string, attempt: number][];
  sinceCycle: [stage: string, cycle: number][];
  meetings: { at: Written; day: string; there: string[]; notes: boolean }[];
  items: { at: Written; title: string; ticked: Written | null }[];
  parties: { organisation: string; said: 'nothing' | 'yes' | 'no' }[];
  below: Below[];
}

/** Where the plan stands, by the machine. */
export interface Standing {
  stage: string;
  attempt: number;
  cycle: number;
}

export function emptyLedger(parties: Ledger['parties'] = []): Ledger {
  return { rounds: [], sinceAttempt: [], sinceCycle: [], meetings: [], items: [], parties, below: [] };
}

const told = (list: [string, number][], stage: string): number =>
  list.reduce((found, [key, number]) => (key === stage ? number : found), 1);

export function here(ledger: Ledger, { stage, attempt, cycle }: Standing): Written {
  return { stage, attempt, cycle, round: told(ledger.rounds, stage) };
}

/** Not set aside by a later attempt or cycle that took its stage up again. */
export function counts({ sinceAttempt, sinceCycle }: Ledger, { stage, attempt, cycle }: Written): boolean {
  return attempt >= told(sinceAttempt, stage) && cycle >= told(sinceCycle, stage);
}

export function anotherRound(ledger: Ledger, stage: string): void {
  ledger.rounds.push([stage, told(ledger.rounds, stage) + 1]);
}

/** An attempt or a cycle that begins at `from`: the stages from there on are taken up again. */
export function takeUp(ledger: Ledger, of: 'sinceAttempt' | 'sinceCycle', number: number, stages: string[]): void {
  ledger[of].push(...stages.map((stage) => [stage, number] as [string, number]));
  ledger.rounds = ledger.rounds.filter(([stage]) => !stages.includes(stage));
}

export function isOfNow({ attempt, cycle }: Standing, below: Below): boolean {
  return below.attempt === attempt && below.cycle === cycle;
}

/** What the criteria of a stage ask about, answered from the ledger and from how the plans below stand. */
export interface Question {
  ledger: Ledger;
  standing: Standing;
  template: Template;
  /** YYYY-MM-DD */
  today: string;
  stateOf(below: Below): { ended: boolean; stage: string };
}

export function holds(asked: Asked, of: Question): boolean {
  const given = asked.with ?? {};
  const min = (given['min'] as number | undefined) ?? 1;
  const { ledger } = of;
  switch (asked.kind) {
    case 'any-of':
      return (given['criteria'] as Asked[]).some((inner) => holds(inner, of));
    case 'meeting-held':
      return meetingsHere(of).length >= min;
    case 'notes-recorded':
      return meetingsHere(of).every(({ notes }) => notes);
    case 'parties-represented': {
      const there = meetingsHere(of).flatMap((meeting) => meeting.there);
      return ledger.parties.every(({ organisation }) => there.includes(organisation));
    }
    case 'parties-consented':
      return (
        ledger.parties.length >= ((given['min'] as number | undefined) ?? 2) &&
        ledger.parties.every(({ said }) => said === 'yes')
      );
    case 'checklist-done':
      return listDone(of, titles(given));
    case 'day-reached':
      return dayReached(of, given['after'] as string | undefined);
    case 'plans-ended': {
      const states = mine(of).map(of.stateOf);
      return states.filter(({ ended }) => ended).length >= min && states.every(({ ended }) => ended);
    }
    case 'plans-in-stage': {
      const states = mine(of).map(of.stateOf);
      const there = states.filter(({ ended, stage }) => ended || stage === given['stage']);
      return there.length >= min && there.length === states.length;
    }
    default:
      throw new Error(`the judge knows no ${asked.kind}`);
  }
}

function mine({ ledger, standing }: Question): Below[] {
  return ledger.below.filter((below) => isOfNow(standing, below) && !below.released);
}

function meetingsHere({ ledger, standing }: Question): Ledger['meetings'] {
  const { stage, round } = here(ledger, standing);
  return ledger.meetings.filter(({ at }) => at.stage === stage && at.round === round && counts(ledger, at));
}

export function titles(given: Record<string, unknown>): string[] {
  const items = (given['items'] as (string | { sv: string })[] | undefined) ?? [];
  return items.map((item) => (typeof item === 'string' ? item : item.sv));
}

/** Items of the stage that no later attempt or cycle has set aside. */
export function listHere(ledger: Ledger, { stage }: Standing): Ledger['items'] {
  return ledger.items.filter(({ at }) => at.stage === stage && counts(ledger, at));
}

export function isTicked(ledger: Ledger, { at, ticked }: Ledger['items'][number]): boolean {
  return ticked !== null && counts(ledger, ticked) && ticked.round === told(ledger.rounds, at.stage);
}

function listDone({ ledger, standing }: Question, asked: string[]): boolean {
  const list = listHere(ledger, standing);
  const all = [...asked, ...list.map(({ title }) => title)];
  return all.length > 0 && all.every((title) => list.some((item) => item.title === title && isTicked(ledger, item)));
}

function dayReached({ ledger, today }: Question, after: string | undefined): boolean {
  const days = ledger.meetings.filter(({ at }) => counts(ledger, at)).map(({ day }) => day);
  const more = Number(/^P(\d+)D$/.exec(after ?? 'P0D')?.[1]);
  return days.some((day) => Date.parse(day) + more * 86_400_000 <= Date.parse(today));
}

/** Every stage that can be come to by going on. */
export function onwardFrom(template: Template, from: string): string[] {
  const found = [from];
  for (const key of found) {
    const stage = stageIn(template, key);
    for (const to of [...stage.next, ...(stage.fork ? [stage.fork.to] : [])]) if (!found.includes(to)) found.push(to);
  }
  return found;
}

export function stageIn({ stages }: Template, key: string): Stage {
  return stages.find((stage) => stage.key === key) as Stage;
}
