// A bucket of tokens for each caller: it fills steadily and empties one a request, so a burst is let through and a flood is not.
import { HTTP_PROBLEMS, Problem, type RateLimit } from '#libs/platform';
import { LRUCache } from 'lru-cache';

interface Bucket {
  left: number;
  filledAtMs: number;
}

const CALLERS_MAX = 20_000;

export class RateLimiter {
  private readonly buckets = new LRUCache<string, Bucket>({ max: CALLERS_MAX });

  constructor(
    private readonly rate: NonNullable<RateLimit>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** @throws Problem with Retry-After when the caller's bucket is empty. */
  take(caller: string): void {
    const now = this.nowMs();
    const bucket = this.buckets.get(caller) ?? { left: this.rate.burst, filledAtMs: now };
    const left = Math.min(this.rate.burst, bucket.left + ((now - bucket.filledAtMs) / 1000) * this.rate.perSecond);
    this.buckets.set(caller, { left: Math.max(left - 1, Math.min(left, 0)), filledAtMs: now });
    if (left >= 1) return;
    const seconds = Math.max(1, Math.ceil((1 - left) / this.rate.perSecond));
    throw new Problem(HTTP_PROBLEMS['too-many-requests'], {
      params: { seconds },
      headers: { 'retry-after': String(seconds) },
    });
  }
}
