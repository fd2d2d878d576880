// Whatever was thrown, as the problem that the caller is told: the database is away, its disk is full, or the fault is ours.
import { HTTP_PROBLEMS } from './http-problems.js';
import { Problem } from './problem.js';

/** A database that crashed or is started again is back within seconds. */
const RETRY_AFTER_S = 2;

const DISK_FULL = '53100';

export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (codeOf(error) === DISK_FULL) return new Problem(HTTP_PROBLEMS['disk-full']);
  if (!isDatabaseAway(error)) return new Problem(HTTP_PROBLEMS['internal-error']);
  return new Problem(HTTP_PROBLEMS.unavailable, { headers: { 'retry-after': String(RETRY_AFTER_S) } });
}

/** The connection was refused, lost or ended by the server (class 08, 57P, 53300), or none came free. */
function isDatabaseAway(error: unknown): boolean {
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOENT$|08|57P|53300)/.test(codeOf(error)) ||
    (error instanceof Error && /connection terminated|timeout exceeded|not queryable/i.test(error.message))
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
