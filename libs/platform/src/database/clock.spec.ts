// The one clock stays within what the database has said, however late the database's answers arrive.
import { DatabaseClock } from './clock.js';

/** A database whose time is `ahead` of the steady clock, and whose answers take their time on both ways. */
class Told {
  steady = 1_000_000;
  ahead = 5_000;
  readonly clock = new DatabaseClock(() => this.steady);

  ask(thereMs: number, backMs: number): Promise<Date> {
    return this.clock.learn(() => {
      this.steady += thereMs;
      const told = new Date(this.steady + this.ahead);
      this.steady += backMs;
      return Promise.resolve(told);
    });
  }

  /** Milliseconds that the clock is before (+) or behind (-) the database. */
  get error(): number {
    return Date.parse(this.clock.now()) - (this.steady + this.ahead);
  }
}

describe('the clock of the database', () => {
  it('is not made late by a commit that answers late', async () => {
    const told = new Told();
    await told.ask(1, 1);
    await told.ask(1, 200);
    expect(Math.abs(told.error)).toBeLessThanOrEqual(2);
  });

  it('is not made early by a question that waited for its turn', async () => {
    const told = new Told();
    await told.ask(1, 1);
    await told.ask(200, 1);
    expect(Math.abs(told.error)).toBeLessThanOrEqual(2);
  });

  it.each([7_000, 3_000])('follows a database whose clock was set to %i ms ahead', async (ahead) => {
    const told = new Told();
    await told.ask(1, 1);
    told.ahead = ahead;
    await told.ask(1, 1);
    expect(Math.abs(told.error)).toBeLessThanOrEqual(2);
  });
});
