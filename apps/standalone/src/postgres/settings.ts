// How the embedded server is set up: small, durable, on loopback only.
export type Settings = Record<string, string>;

export const SUPERUSER = 'stegvis';
export const DATABASE = 'stegvis';

/** For `postgres -c name=value`; nothing is kept in postgresql.conf, so a new version of Stegvis brings its own. */
export const serverSettings = (port: number, extra: Settings = {}): Settings => ({
  listen_addresses: '127.0.0.1',
  port: String(port),
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  shared_buffers: '128MB',
  max_connections: '60',
  max_wal_size: '512MB',
  jit: 'off',
  // The board's index answers by itself for what a vacuum has seen (libs/plans/src/migrations/6-board.ts).
  autovacuum_naptime: '15s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  lc_messages: 'C',
  ...extra,
});

/** C.UTF-8 sorts the same in every version; Swedish order comes from the collation "sv-x-icu" where people see a list. */
export const INITDB_ARGUMENTS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  `--username=${SUPERUSER}`,
  '--no-instructions',
];

/** Without the PG* variables of whoever starts us: they would point the server elsewhere. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  LC_ALL: 'C',
  TZ: 'UTC',
});
