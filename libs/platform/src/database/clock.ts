// The one clock. In production it is the database's, so that every process agrees; what is pure gets its time from here.
import type { Pool } from 'pg';

export interface Clock {
  /** RFC 3339 in UTC, milliseconds. */
  now(): string;
}

/** How often the first look asks: the quickest answer bounds the error. */
const LOOKS = 3;

/** The database's time, kept by this machine's steady clock between two answers of the database. */
export class DatabaseClock implements Clock {
  private offsetMs = 0;

  constructor(private readonly steadyMs: () => number = steady) {}

  /**
   * Learns from an answer that tells the database's time. It was so at some moment between question and answer, so only an
   * offset outside these bounds is known to be wrong: a commit that answers late does not make the clock late.
   * @returns the answer.
   */
  async learn(ask: () => Promise<Date>): Promise<Date> {
    const askedAt = this.steadyMs();
    const told = await ask();
    const [least, most] = [told.getTime() - this.steadyMs(), told.getTime() + MILLISECOND - askedAt];
    this.offsetMs = Math.min(Math.max(this.offsetMs, least), most);
    return told;
  }

  async look(pool: Pool): Promise<void> {
    for (let looked = 0; looked < LOOKS; looked += 1) await this.learn(() => timeOf(pool));
  }

  now(): string {
    return new Date(this.steadyMs() + this.offsetMs).toISOString();
  }
}

/** A Date is cut off to the millisecond that has begun. */
const MILLISECOND = 1;

async function timeOf(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return (rows[0] as { now: Date }).now;
}

function steady(): number {
  return performance.timeOrigin + performance.now();
}
