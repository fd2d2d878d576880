// Research notes: private until they are published as findings of the plan (INV-36).
import type { Capability } from '../../engine/capability.js';
import { events, nothing, textsOfOthers, type ResearchNotes } from './facts.js';
import { verbs } from './verbs.js';

export const researchNotes: Capability<ResearchNotes> = {
  key: 'research-notes',
  name: { sv: 'Följeforskning', en: 'Follow-up research' },
  nothing,
  verbs,
  events,
  criteria: {},
  renamed: ({ notes, findings }, now) => {
    const told = <One extends { about?: string }>(one: One) =>
      one.about === undefined ? one : { ...one, about: now(one.about) };
    return { notes: notes.map(told), findings: findings.map(told) };
  },
  kept: {
    events: ['research-note.written', 'research-note.struck'],
    seenBy: ({ notes, findings }, ids) => ({ notes: notes.filter(({ writer }) => ids.includes(writer)), findings }),
    texts: textsOfOthers,
  },
  // Others have read it, and a researcher must not be able to make that unsaid.
  lasting: { 'finding.published': 'undo-published' },
  words: {
    'no-research-note': {
      sv: 'Du har inga forskningsanteckningar i den här planen.',
      en: 'You have no research notes in this plan.',
    },
    'note-published': { sv: 'Anteckningen är redan publicerad.', en: 'The note has already been published.' },
    'undo-published': {
      sv: 'Det som är publicerat går inte att göra opublicerat.',
      en: 'What has been published cannot be made unpublished.',
    },
  },
};
