// A bucket for each caller.
import { RateLimiter } from './rate-limiter.js';

const taken = (limiter: RateLimiter, caller: string, times: number) => {
  let through = 0;
  for (let count = 0; count < times; count += 1) {
    try {
      limiter.take(caller);
      through += 1;
    } catch {
      // Counted by what is not let through.
    }
  }
  return through;
};

it('lets a burst through, then what it fills with, never more than a burst', () => {
  let nowMs = 0;
  const limiter = new RateLimiter({ perSecond: 2, burst: 4 }, () => nowMs);
  expect(taken(limiter, 'a', 10)).toBe(4);
  nowMs += 1_000;
  expect(taken(limiter, 'a', 10)).toBe(2);
  nowMs += 3_600_000;
  expect(taken(limiter, 'a', 10)).toBe(4);
});

it('keeps callers apart', () => {
  const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, () => 0);
  expect([taken(limiter, 'a', 2), taken(limiter, 'b', 2)]).toEqual([1, 1]);
});

it('does not punish knocking: a caller who waits as told gets in', () => {
  let nowMs = 0;
  const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, () => nowMs);
  expect(taken(limiter, 'a', 50)).toBe(1);
  nowMs += 1_000;
  expect(taken(limiter, 'a', 1)).toBe(1);
});
