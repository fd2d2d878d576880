// The one clock. In production it is the database's, so that every process agrees; what is pure gets its time from here.
import type { Pool } from 'pg';

export interface Clock {
  /** RFC 3339 in UTC, milliseconds. */
  now(): string;
}

/** The database's time, kept by this machine's steady clock between two looks at it. */
export class DatabaseClock implements Clock {
  private offsetMs = 0;

  /** @param databaseTime what the database said just now. */
  set(databaseTime: Date): void {
    this.offsetMs = databaseTime.getTime() - steadyMs();
  }

  async look(pool: Pool): Promise<void> {
    const before = steadyMs();
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    const travelMs = (steadyMs() - before) / 2;
    this.set(new Date((rows[0] as { now: Date }).now.getTime() + travelMs));
  }

  now(): string {
    return new Date(steadyMs() + this.offsetMs).toISOString();
  }
}

function steadyMs(): number {
  return performance.timeOrigin + performance.now();
}
