// Municipal dialogues: each municipality is heard, or declines with a note (B60, c.3 C3). They are recorded in one plan, or one
// by one in cases that a stage forks by municipality. The municipalities stay over every cycle; each cycle hears them anew.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { isEnded, isOfNow, madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import type { Count } from '../count.js';
import { told } from '../told.js';

export interface Municipality {
  /** The organisation's code, e.g. HOGSBY. */
  organisation: string;
  name?: string;
}

export interface Dialogue extends Made {
  key: string;
  /** The code of the municipality. */
  municipality: string;
  status: 'held' | 'declined';
  /** When it was held, or declined. */
  at: When;
  participants?: Count;
  notesText?: string;
  noteText?: string;
  imported: boolean;
}

export interface Dialogues {
  municipalities: Municipality[];
  dialogues: Dialogue[];
  /** In a case that was made for one municipality: its code. */
  ownMunicipality?: string;
}

export const nothing: Dialogues = { municipalities: [], dialogues: [] };

export interface DialogueHeld {
  dialogue: string;
  municipality: string;
  on: When;
  participants?: Count;
  notesText?: string;
}

export interface DialogueDeclined {
  dialogue: string;
  municipality: string;
  noteText: string;
}

export const events: Record<string, Evolve<Dialogues>> = {
  'municipality.named': on((facts, municipality: Municipality) => ({
    ...facts,
    municipalities: [...facts.municipalities, municipality],
  })),
  'municipal-dialogue.held': on((facts, data: DialogueHeld, event, plan) => {
    const { dialogue: key, municipality, on: at, participants, notesText } = data;
    const held = { key, municipality, status: 'held' as const, at, ...told({ participants, notesText }) };
    return {
      ...facts,
      dialogues: [...facts.dialogues, { ...held, imported: event.imported === true, ...madeIn(plan) }],
    };
  }),
  'municipal-dialogue.declined': on((facts, data: DialogueDeclined, event, plan) => {
    const { dialogue: key, municipality, noteText } = data;
    const declined = { key, municipality, status: 'declined' as const, at: event.occurredAt, noteText };
    const record = { ...declined, imported: event.imported === true, ...madeIn(plan) };
    return { ...facts, dialogues: [...facts.dialogues, record] };
  }),
};

export function dialogueFacts(plan: Plan): Dialogues {
  return factsOf({ key: 'dialogues', nothing }, plan);
}

/** The dialogues of the present cycle. */
export function dialoguesOf(plan: Plan): Dialogue[] {
  return dialogueFacts(plan).dialogues.filter((dialogue) => stands(plan, dialogue));
}

export function hasAnswered(plan: Plan, municipality: string): boolean {
  return dialoguesOf(plan).some((dialogue) => dialogue.municipality === municipality);
}

/** Those that have neither been heard nor declined in this plan. */
export function silentHere(plan: Plan): Municipality[] {
  return dialogueFacts(plan).municipalities.filter(({ organisation }) => !hasAnswered(plan, organisation));
}

/** Those whose dialogue is not over either in a case of their own; one that a join has let go is not waited for here. */
export function silentAnywhere(plan: Plan): Municipality[] {
  const cases = plan.children.filter((child) => isOfNow(plan, child) && (isEnded(child) || child.released));
  const over = new Set([...cases.map((child) => child.each), ...Object.values(plan.letGo ?? {}).flat()]);
  return silentHere(plan).filter(({ organisation }) => !over.has(organisation));
}
