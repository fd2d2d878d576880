// What has happened to a plan: the only thing the journal keeps, and all that the fold is made from.
import type { When } from '../schedule/when.js';

/** Who did it, by role and organisation; never a name or an address (INV-54). */
export interface Who {
  /** The id of the token or person that gave the command. */
  id: string;
  role?: string;
  organisation?: string;
}

/** An event as it is stored. `data` holds ids, keys, counts and short labels; prose is a text row, named by its key. */
export interface PlanEvent<Data extends object = Record<string, unknown>> {
  /** `<plan>-<sequence>`: unique, and the same at every reading. */
  id: string;
  plan: string;
  /** Rises by one for each event of the plan, without gaps (INV-52). */
  sequence: number;
  /** The plan's version once the command behind this event was accepted. */
  version: number;
  /** `<noun>.<past-tense>`; on the wire `se.stegvis.<type>.v1`. */
  type: string;
  data: Data;
  /** When it happened, as precisely as it was told, or null: not known. */
  occurredAt: When;
  /** When it was recorded: an instant, RFC 3339 in UTC. */
  recordedAt: string;
  stage: string;
  attempt: number;
  who: Who;
  /** The command behind it: events of one command share it. */
  command: string;
  /** Set on history that was brought in from elsewhere (INV-26). */
  imported?: true;
}

/** What a verb decides: an event without its envelope. Prose stands in `texts`, by the data field that will hold its key. */
export interface Draft {
  type: string;
  data: object;
  texts?: Record<string, string | undefined>;
}

/** Prose that people wrote, kept beside the journal so that it can be struck out (architecture, decision 12). */
export interface Text {
  plan: string;
  key: string;
  /** The data field that names it, without the ending `Text`: reason, comment, notes ... */
  field: string;
  text: string;
  recordedAt: string;
}
