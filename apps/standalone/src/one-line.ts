// Every fault that a person at the terminal can mend, in one line; anything else keeps its stack, for it is ours to mend.
import { NewerSchema, WrongSetting, type Configuration } from '#libs/platform';
import { faultFrom, StartFault } from './start-fault.js';

const REFUSED: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'the password is wrong',
  '28000': 'the user may not sign in',
  '3D000': 'there is no such database',
  '42501': 'the user may not make tables there',
};

/** @returns undefined when no line would help. */
export function oneLine(error: unknown, configuration?: Configuration): string | undefined {
  if (error instanceof StartFault) return error.line;
  if (error instanceof WrongSetting || error instanceof NewerSchema) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE' && configuration)
    return `Port ${configuration.port} on ${configuration.host} is taken: stop what uses it, or set PORT to another (0 takes any that is free).`;
  if (code === 'EACCES' && configuration && configuration.port < 1024)
    return `Port ${configuration.port} needs rights that you do not have: set PORT to 1024 or more.`;
  if (configuration && (code === 'EADDRNOTAVAIL' || isHostUnknown(error, configuration.host)))
    return `HOST=${configuration.host} is no address of this machine: set HOST to one that is, such as 127.0.0.1.`;
  if (configuration?.databaseUrl && REFUSED[code])
    return `DATABASE_URL cannot be used: ${REFUSED[code]} (${new URL(configuration.databaseUrl).host}).`;
  return faultFrom(error, configuration?.dataDir ?? 'data')?.line;
}

/** Not the host of DATABASE_URL, which may be unknown as well. */
const isHostUnknown = (error: unknown, host: string): boolean =>
  error instanceof Error &&
  'syscall' in error &&
  error.syscall === 'getaddrinfo' &&
  'hostname' in error &&
  error.hostname === host;

export function report(error: unknown, configuration?: Configuration): void {
  const line = oneLine(error, configuration);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${line ?? stack}\n`);
}
