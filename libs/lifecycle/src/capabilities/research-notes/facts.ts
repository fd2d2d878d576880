// Research notes: what a follow-up researcher writes down for itself, and what it publishes out of that as findings of the plan
// (INV-36). Notes are their writer's alone; a finding is everyone's who works with the plan.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, type Made, type Plan } from '../../engine/plan.js';
import { told } from '../told.js';

export interface ResearchNote {
  /** A UUID: a number would tell others how many there are. */
  key: string;
  /** The id of the one who wrote it. */
  writer: string;
  noteText: string;
  /** The check-in of the template that it was made at. */
  checkIn?: string;
  /** The stage that it is about. */
  about?: string;
  struck?: true;
  /** The finding that was published out of it. */
  finding?: string;
}

export interface Finding extends Made {
  key: string;
  findingText: string;
  checkIn?: string;
  about?: string;
  /** The organisation of the one who published it. */
  organisation?: string;
  imported?: true;
}

export interface ResearchNotes {
  notes: ResearchNote[];
  findings: Finding[];
}

export const nothing: ResearchNotes = { notes: [], findings: [] };

export interface NoteWritten {
  researchNote: string;
  noteText: string;
  checkIn?: string;
  about?: string;
}

export interface FindingPublished {
  finding: string;
  researchNote: string;
  /** A text of its own, or the note's where that is published as it stands. */
  wordsText: string;
  checkIn?: string;
  about?: string;
  organisation?: string;
}

export const events: Record<string, Evolve<ResearchNotes>> = {
  'research-note.written': on((facts, { researchNote: key, ...said }: NoteWritten, { who }) => ({
    ...facts,
    notes: [...facts.notes, { key, writer: who.id, ...said }],
  })),
  'research-note.struck': on((facts, { researchNote }: { researchNote: string }) =>
    changed(facts, researchNote, (note) => ({ ...note, struck: true })),
  ),
  'finding.published': on((facts, data: FindingPublished, event, plan) => {
    const { finding: key, researchNote, wordsText: findingText, ...said } = data;
    const published = changed(facts, researchNote, (note) => ({ ...note, finding: key }));
    const finding = { key, findingText, ...said, ...told({ imported: event.imported }), ...madeIn(plan) };
    return { ...published, findings: [...facts.findings, finding] };
  }),
};

function changed(facts: ResearchNotes, key: string, change: (note: ResearchNote) => ResearchNote): ResearchNotes {
  return { ...facts, notes: facts.notes.map((note) => (note.key === key ? change(note) : note)) };
}

export function researchNotesOf(plan: Plan): ResearchNotes {
  return factsOf({ key: 'research-notes', nothing }, plan);
}

/** The standing notes of one writer. */
export function notesOf(plan: Plan, writer: string): ResearchNote[] {
  return researchNotesOf(plan).notes.filter((note) => note.writer === writer && !note.struck);
}

export function findingsOf(plan: Plan): Finding[] {
  return researchNotesOf(plan).findings;
}

/** Texts of the notes of others, but for those that were published as they stood. */
export function textsOfOthers({ notes, findings }: ResearchNotes, ids: readonly string[]): string[] {
  const published = new Set(findings.map(({ findingText }) => findingText));
  const others = notes.filter(({ writer, noteText }) => !ids.includes(writer) && !published.has(noteText));
  return others.map(({ noteText }) => noteText);
}
