// write-research-note, publish-research-note, strike-research-note.
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason } from '../../engine/refusal.js';
import type { Template } from '../../engine/template.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { findingsOf, notesOf, type ResearchNote } from './facts.js';

export interface WriteResearchNote {
  note: string;
  /** The check-in of the template that it was made at. */
  checkIn?: string;
  /** The stage that it is about. */
  about?: string;
}

export interface PublishResearchNote {
  researchNote: string;
  /** What is published, where it is not the note as it stands. */
  finding?: string;
}

export interface StrikeResearchNote {
  researchNote: string;
}

export const verbs: Record<string, Verb> = {
  'write-research-note': verb<WriteResearchNote>({
    name: { sv: 'Skriv en forskningsanteckning', en: 'Write a research note' },
    decide: (_plan, { note, checkIn, about }, at) => {
      if (about !== undefined && !at.template.stages.some(({ key }) => key === about))
        return refuse('unknown-stage', { field: '/about', params: { stage: about } });
      if (checkIn !== undefined && !checkInsOf(at.template).has(checkIn)) return unknownRecord('/checkIn', checkIn);
      const data = { researchNote: at.command, ...told({ checkIn, about }) };
      return [{ type: 'research-note.written', data, texts: { noteText: note } }];
    },
  }),
  'publish-research-note': verb<PublishResearchNote>({
    name: { sv: 'Publicera som resultat', en: 'Publish as a finding' },
    ready: needsNotes,
    decide: (plan, { researchNote, finding: words }, at) => {
      const note = ownNote(plan, researchNote, at);
      if (!note) return unknownRecord('/researchNote', researchNote);
      if (note.finding !== undefined) return refuse('note-published', { field: '/researchNote' });
      const finding = nextKey('finding', findingsOf(plan));
      const { checkIn, about, noteText } = note;
      const asItStands = words === undefined ? { wordsText: noteText } : {};
      const data = {
        finding,
        researchNote: note.key,
        ...asItStands,
        ...told({ checkIn, about, organisation: at.who.organisation }),
      };
      return [{ type: 'finding.published', data, texts: { wordsText: words } }];
    },
  }),
  'strike-research-note': verb<StrikeResearchNote>({
    name: { sv: 'Stryk en forskningsanteckning', en: 'Strike out a research note' },
    onEnded: true,
    ready: needsNotes,
    decide: (plan, { researchNote }, at) => {
      const note = ownNote(plan, researchNote, at);
      if (!note) return unknownRecord('/researchNote', researchNote);
      const isEveryones = findingsOf(plan).some(({ findingText }) => findingText === note.noteText);
      if (isEveryones) return refuse('note-published', { field: '/researchNote' });
      return [{ type: 'research-note.struck', data: { researchNote: note.key } }];
    },
  }),
};

function ownNote(plan: Plan, named: string, { who }: Setting): ResearchNote | undefined {
  return notesOf(plan, who.id).find(({ key }) => key === named.toLowerCase());
}

/** Others' notes are not there. */
function needsNotes(plan: Plan, { who }: Setting): Reason[] {
  return notesOf(plan, who.id).length > 0 ? [] : [{ code: 'no-research-note' }];
}

function checkInsOf({ stages, tracks = [], rules }: Template): Set<string> {
  const places = [...stages, ...tracks, ...(rules ? [rules] : [])];
  return new Set(places.flatMap(({ checkIns = [] }) => checkIns.map(({ key }) => key)));
}
