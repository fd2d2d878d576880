// Settings from the environment, checked once at the start; a wrong value stops it with one line that names it.
import { isIP } from 'node:net';
import { isMailAddress, mailboxOf, type Mailbox } from './mail/mail-address.js';

/** A setting that cannot be used; `message` is the one line a person reads. */
export class WrongSetting extends Error {
  constructor(name: string, value: string, want: string) {
    super(`${name}=${value} cannot be used: ${want}.`);
  }
}

/** A number of requests a second for each token or address, and how many may come at once; null is no limit. */
export type RateLimit = { perSecond: number; burst: number } | null;

/** How often a sign-in link may be asked for in an hour: for one address, and from one place on the net. */
export interface AskingLimit {
  perAddress: number;
  perPlace: number;
}

export interface Configuration {
  host: string;
  port: number;
  /** PostgreSQL to use; the embedded one when absent. */
  databaseUrl: string | undefined;
  /** Redis for the queues; BullMQ's PostgreSQL backend when absent. */
  redisUrl: string | undefined;
  /** Where people and partners reach it, without a slash at the end. */
  baseUrl: string;
  dataDir: string | undefined;
  adminToken: string | undefined;
  rateLimit: RateLimit;
  /** The mail server; without one the mails stay here, for the operator to read. */
  smtpUrl: string | undefined;
  /** Whom mails are from. */
  mailFrom: Mailbox;
  askingLimit: AskingLimit;
  /** Whose word on where a request comes from is taken (X-Forwarded-For): addresses, networks, or names of kinds of them. */
  trustedProxies: string[];
  /** A file that names the OpenID providers through which people sign in. */
  oidcFile: string | undefined;
  logLevel: string;
}

type Environment = Record<string, string | undefined>;

/** @throws WrongSetting */
export function readConfiguration(environment: Environment): Configuration {
  const port = portOf(environment);
  const host = environment['HOST'] || '127.0.0.1';
  const baseUrl = baseUrlOf(environment, host, port);
  return {
    host,
    port,
    databaseUrl: urlOf(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: urlOf(environment, 'REDIS_URL', ['redis:', 'rediss:']),
    baseUrl,
    dataDir: environment['STEGVIS_DATA_DIR'] || undefined,
    adminToken: adminTokenOf(environment),
    rateLimit: rateLimitOf(environment),
    smtpUrl: smtpUrlOf(environment),
    mailFrom: mailFromOf(environment, baseUrl),
    askingLimit: {
      perAddress: timesAnHour(environment, 'STEGVIS_SIGN_IN_PER_ADDRESS', '5'),
      perPlace: timesAnHour(environment, 'STEGVIS_SIGN_IN_PER_IP', '60'),
    },
    oidcFile: environment['STEGVIS_OIDC_FILE'] || undefined,
    trustedProxies: trustedProxiesOf(environment),
    logLevel: oneOf(environment, 'STEGVIS_LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info'),
  };
}

/** For a process that brings no database of its own. @throws WrongSetting when none is given. */
export function databaseUrlIn({ databaseUrl }: Configuration): string {
  if (databaseUrl === undefined)
    throw new WrongSetting('DATABASE_URL', '', 'give the PostgreSQL to use, or run npm start, which brings its own');
  return databaseUrl;
}

function portOf(environment: Environment): number {
  const value = environment['PORT'] || '3000';
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new WrongSetting('PORT', value, 'give a port from 0 to 65535');
  return port;
}

function urlOf(environment: Environment, name: string, protocols: string[]): string | undefined {
  const value = environment[name];
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !protocols.includes(url.protocol))
    throw new WrongSetting(name, withoutPassword(value), `give a URL that begins with ${protocols.join('// or ')}//`);
  return value;
}

function withoutPassword(value: string): string {
  return value.replace(/:\/\/[^@/]*@/, '://***@');
}

function baseUrlOf(environment: Environment, host: string, port: number): string {
  const value = urlOf(environment, 'STEGVIS_BASE_URL', ['http:', 'https:']);
  return (value ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(/\/+$/, '');
}

function adminTokenOf(environment: Environment): string | undefined {
  const value = environment['STEGVIS_ADMIN_TOKEN'];
  if (!value) return undefined;
  if (!/^[\x21-\x7e]{8,512}$/.test(value))
    throw new WrongSetting('STEGVIS_ADMIN_TOKEN', '***', 'give 8 to 512 printable characters without spaces');
  return value;
}

function rateLimitOf(environment: Environment): RateLimit {
  const value = environment['STEGVIS_RATE_LIMIT'] || '1000';
  if (value === 'off') return null;
  const perSecond = Number(value);
  if (!/^\d+$/.test(value) || perSecond < 1)
    throw new WrongSetting('STEGVIS_RATE_LIMIT', value, 'give requests a second as a whole number, or off');
  return { perSecond, burst: perSecond * 2 };
}

function smtpUrlOf(environment: Environment): string | undefined {
  const value = urlOf(environment, 'SMTP_URL', ['smtp:', 'smtps:']);
  if (value !== undefined && new URL(value).hostname === '')
    throw new WrongSetting(
      'SMTP_URL',
      withoutPassword(value),
      'give smtp://user:password@host:587 or smtps://host:465',
    );
  return value;
}

/** Where none is given, stegvis@ the host that people reach us by. */
function mailFromOf(environment: Environment, baseUrl: string): Mailbox {
  const value = environment['STEGVIS_MAIL_FROM'];
  const mailbox = mailboxOf(value || `Stegvis <stegvis@${hostNameOf(baseUrl)}>`);
  if (!mailbox)
    throw new WrongSetting(
      'STEGVIS_MAIL_FROM',
      value ?? '',
      'give an address, or Name <address>, that mails are to be from',
    );
  return mailbox;
}

/** A number on the net, or a host by a name that no address has, is nothing that a mail could come from. */
function hostNameOf(baseUrl: string): string {
  const hostname = URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '';
  return /^[\d.]+$/.test(hostname) || !isMailAddress(`stegvis@${hostname}`) ? 'localhost' : hostname;
}

const KINDS_OF_PROXY = ['loopback', 'linklocal', 'uniquelocal'];

function trustedProxiesOf(environment: Environment): string[] {
  const value = environment['STEGVIS_TRUSTED_PROXIES'] || 'loopback';
  const proxies = value.split(',').map((one) => one.trim());
  if (!proxies.every((one) => KINDS_OF_PROXY.includes(one) || isNetwork(one)))
    throw new WrongSetting(
      'STEGVIS_TRUSTED_PROXIES',
      value,
      `give addresses or networks such as 10.0.0.0/8, or ${KINDS_OF_PROXY.join(', ')}, with commas between`,
    );
  return proxies;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIP(address);
  const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 6 ? 128 : 32));
  return kind !== 0 && isMask && more.length === 0;
}

function timesAnHour(environment: Environment, name: string, otherwise: string): number {
  const value = environment[name] || otherwise;
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new WrongSetting(name, value, 'give how often an hour, as a whole number');
  return Number(value);
}

function oneOf(environment: Environment, name: string, values: string[], otherwise: string): string {
  const value = environment[name] || otherwise;
  if (!values.includes(value)) throw new WrongSetting(name, value, `give one of ${values.join(', ')}`);
  return value;
}
