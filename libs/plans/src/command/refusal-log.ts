// Who was refused what: kept apart from the plans, written in handfuls, never in the way of an answer.
import { DatabaseClock } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Answer, Order } from './plan-command.js';

interface Note {
  at: string;
  plan: string | null;
  verb: string;
  codes: string[];
  who: Order['who'];
}

const EVERY_MS = 500;
/** A flood of refusals is counted by the metrics; here only so many are kept between two writes. */
const NOTES_MAX = 1_000;

@Injectable()
export class RefusalLog {
  private notes: Note[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly clock: DatabaseClock,
  ) {}

  /** Keeps the answer when it is a refusal. */
  note({ plan, verb, who }: Order, answer: Answer): void {
    const codes = codesOf(answer);
    if (codes.length === 0 || this.notes.length >= NOTES_MAX) return;
    this.notes.push({ at: this.clock.now(), plan, verb, codes, who });
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** Also called at the stop. A write that fails is tried again with the next. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const notes = this.notes.splice(0);
    if (notes.length === 0) return;
    try {
      await this.pool.query(
        `INSERT INTO refusal (at, plan, verb, codes, who)
         SELECT at, plan, verb, ARRAY(SELECT json_array_elements_text(codes)), who
         FROM json_to_recordset($1) AS note (at timestamptz, plan uuid, verb text, codes json, who json)`,
        [JSON.stringify(notes)],
      );
    } catch {
      this.notes.unshift(...notes.slice(0, NOTES_MAX - this.notes.length));
      this.timer ??= setTimeout(() => void this.flush(), EVERY_MS * 10).unref();
    }
  }
}

function codesOf(answer: Answer): string[] {
  if (answer.kind === 'not-permitted') return [answer.kind];
  return answer.kind === 'refused' ? answer.reasons.map(({ code }) => code) : [];
}
