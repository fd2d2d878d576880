// Attachments: files that belong to the plan or to one of its records. Every way of working takes them.
import type { Capability } from '../../engine/capability.js';
import { events, nothing, type Attachments } from './facts.js';
import { verbs } from './verbs.js';

export const attachments: Capability<Attachments> = {
  key: 'attachments',
  name: { sv: 'Bilagor', en: 'Attachments' },
  nothing,
  verbs,
  events,
  criteria: {},
  // Its content and its name are gone from the database, and nothing brings them back.
  lasting: { 'attachment.struck': 'undo-struck' },
  // They tell of a content that was looked at when it was stored; another file is another attachment.
  fixed: { 'attachment.added': { fields: ['sha256', 'bytes', 'mediaType'], code: 'file-not-corrected' } },
  words: {
    'no-attachment': { sv: 'Det finns ingen bilaga att stryka.', en: 'There is no attachment to strike out.' },
    'already-struck': { sv: 'Bilagan {attachment} är redan struken.', en: '{attachment} has already been struck out.' },
    'undo-struck': {
      sv: 'En struken bilaga kommer inte tillbaka: filen är borta. Bifoga den på nytt.',
      en: 'What has been struck out does not come back: the file is gone. Attach it again.',
    },
    'file-not-corrected': {
      sv: 'Bara bilagans namn och vad den hör till kan rättas, inte filen. Stryk den och bifoga den rätta.',
      en: 'Only the name of an attachment and what it belongs to can be corrected, not the file. Strike it out and attach the right one.',
    },
  },
};
