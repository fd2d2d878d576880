// write-log-entry, comment.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { unknownRecord } from '../../engine/refusal.js';
import { told } from '../told.js';
import { logOf } from './facts.js';

export interface WriteLogEntry {
  entry: string;
  /** To be read by anybody, where the plan is public (B29). */
  public?: boolean;
}

export interface Comment {
  comment: string;
  /** The log entry that it is about; without it, the plan as a whole. */
  entry?: string;
}

export const verbs: Record<string, Verb> = {
  'write-log-entry': verb<WriteLogEntry>({
    name: { sv: 'Skriv i loggen', en: 'Write in the log' },
    decide: (plan, { entry, public: open }) => [
      {
        type: 'log-entry.written',
        data: { entry: `log-entry-${logOf(plan).entries + 1}`, ...told({ public: open || undefined }) },
        texts: { wordsText: entry },
      },
    ],
  }),
  comment: verb<Comment>({
    name: { sv: 'Kommentera', en: 'Comment' },
    decide: (plan, { comment, entry }) => {
      if (entry !== undefined && !isEntry(plan, entry)) return unknownRecord('/entry', entry);
      const data = { comment: `comment-${logOf(plan).comments + 1}`, ...told({ entry }) };
      return [{ type: 'comment.written', data, texts: { wordsText: comment } }];
    },
  }),
};

function isEntry(plan: Plan, key: string): boolean {
  const n = /^log-entry-([1-9]\d*)$/.exec(key)?.[1];
  return n !== undefined && Number(n) <= logOf(plan).entries;
}
