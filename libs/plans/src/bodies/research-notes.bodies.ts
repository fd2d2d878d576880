// The bodies of the research notes' verbs.
import { Id, Key, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class WriteResearchNoteBody extends VerbBody {
  /** Nobody else reads it. */
  @Prose() note: string;
  /** The key of a check-in of the template. */
  @Maybe() @Key() checkIn?: string;
  /** The stage that it is about. */
  @Maybe() @Key() about?: string;
}

export class PublishResearchNoteBody extends VerbBody {
  /** One of one's own. */
  @Id() researchNote: string;
  /** What is published; the note as it stands when absent. */
  @Maybe() @Prose() finding?: string;
}

export class StrikeResearchNoteBody extends VerbBody {
  /** One of one's own. */
  @Id() researchNote: string;
}

export const researchNotesBodies = {
  'write-research-note': WriteResearchNoteBody,
  'publish-research-note': PublishResearchNoteBody,
  'strike-research-note': StrikeResearchNoteBody,
};
