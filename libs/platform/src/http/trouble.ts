// Whatever was thrown, as the problem that the caller is told: the database is away, its disk is full, or the fault is ours.
import { isDatabaseAway, isDiskFull } from '../database/trouble.js';
import { HTTP_PROBLEMS } from './http-problems.js';
import { Problem } from './problem.js';

/** A database that crashed or is started again is back within seconds. */
const RETRY_AFTER_S = 2;

export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDiskFull(error)) return new Problem(HTTP_PROBLEMS['disk-full']);
  if (!isDatabaseAway(error)) return new Problem(HTTP_PROBLEMS['internal-error']);
  return new Problem(HTTP_PROBLEMS.unavailable, { headers: { 'retry-after': String(RETRY_AFTER_S) } });
}
