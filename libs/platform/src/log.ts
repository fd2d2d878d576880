// The log: what happened, for whoever runs the service. No name, address or secret that people gave stands in it (INV-54), so of an
// error it tells the kind and the place, never the values that a statement was run with.
import { pino, type DestinationStream, type Logger } from 'pino';

export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: errorInLog } };
  return destination ? pino(options, destination) : pino(options);
}

interface LoggedError {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  table?: string;
  column?: string;
  constraint?: string;
  cause?: LoggedError;
}

/** What the database says of itself; its detail, hint and context quote the row. */
const TOLD = ['code', 'table', 'column', 'constraint'] as const;

/** Data that no column takes: the message itself quotes them (PostgreSQL, appendix A). */
const QUOTING = /^22/;

const CAUSES_MAX = 3;

export function errorInLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  const from = (error as { driverError?: unknown }).driverError ?? error;
  const fields = Object.entries(from).filter(
    ([name, value]) => TOLD.some((told) => told === name) && typeof value === 'string',
  );
  const told = Object.fromEntries(fields) as Pick<LoggedError, (typeof TOLD)[number]>;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: QUOTING.test(told.code ?? '') ? 'the database does not take a value' : error.message,
    ...(frames ? { stack: frames.join('\n') } : {}),
    ...told,
    ...(error.cause !== undefined && depth < CAUSES_MAX ? { cause: errorInLog(error.cause, depth + 1) } : {}),
  };
}
