// What is wrong when a statement fails through no fault of its own: the database is away, or its disk is full.

/** The connection was refused, lost or ended by the server (class 08, 57P, 53300), or none came free. */
export function isDatabaseAway(error: unknown): boolean {
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOENT$|08|57P|53300)/.test(codeOf(error)) ||
    (error instanceof Error && /connection terminated|timeout exceeded|not queryable/i.test(error.message))
  );
}

/** PostgreSQL's disk_full. */
export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === '53100';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
