// The embedded server for real: its data outlive stops, kills and half-made starts.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { isAlive } from './postmaster-file.js';
import { findPostgres, type PostgresServer, startPostgres } from './server.js';

const SOURCES = fileURLToPath(new URL('../../../../test/services/sources.mjs', import.meta.url));
const START = `
  const { startPostgres } = await import(${JSON.stringify(fileURLToPath(new URL('./server.ts', import.meta.url)))});
  const server = await startPostgres({ dataDir: process.argv[1], log: console.log });
  console.log('ready ' + server.pid);
  setInterval(() => {}, 1000);`;

/** A start of its own, to be killed. */
function startElsewhere(dataDir: string) {
  const child = spawn(process.execPath, ['--import', SOURCES, '--input-type=module', '-e', START, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  });
  const over = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await over;
  };
  const said = async (words: RegExp): Promise<string> => {
    let text = '';
    for await (const chunk of child.stdout) {
      text += String(chunk);
      const found = words.exec(text);
      if (found) return found[1] ?? '';
    }
    throw new Error(`ended without saying ${words}: ${text}`);
  };
  return { kill, said };
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let made: string;
  let dataDir: string;
  let server: PostgresServer | undefined;
  const start = async () => (server = await startPostgres({ dataDir, careless: true }));

  /** A database made before, so that a case which is not about making one is quick. */
  const madeBefore = () => execFileSync('cp', ['-a', `${made}/.`, dataDir]);

  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), 'stegvis-pg-made-'));
    await (await startPostgres({ dataDir: made, careless: true })).stop();
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'stegvis-pg-'))));
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps its data from one start to the next, and is gone after a stop', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as n');
    expect(await findPostgres(dataDir)).toEqual({ url: first.url, pid: first.pid });
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(await findPostgres(dataDir)).toBeUndefined();
    const second = await start();
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    expect(second.adopted).toBe(false);
  });

  it('listens on loopback only, asks for a password, and forces commits to the disk', async () => {
    madeBefore();
    server = await startPostgres({ dataDir });
    const [settings] = await query(
      server.url,
      `select current_setting('listen_addresses') listen, current_setting('unix_socket_directories') sockets,
              current_setting('fsync') fsync, current_setting('synchronous_commit') commits,
              (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) methods`,
    );
    expect(settings).toEqual({
      listen: '127.0.0.1',
      sockets: '',
      fsync: 'on',
      commits: 'on',
      methods: 'scram-sha-256',
    });
    await expect(query(server.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toHaveProperty(
      'code',
      '28P01',
    );
  });

  it('puts Swedish names in Swedish order when asked to', async () => {
    madeBefore();
    const { url } = await start();
    const [{ names }] = (await query(
      url,
      `select string_agg(n, '' order by n collate "sv-x-icu") names from unnest(array['ö','a','z','å','ä']) n`,
    )) as [{ names: string }];
    expect(names).toBe('azåäö');
  });

  it('is adopted when a killed start left it running, and stopped at the end', async () => {
    madeBefore();
    const killed = startElsewhere(dataDir);
    const pid = Number(await killed.said(/ready (\d+)/));
    await killed.kill();
    expect(isAlive(pid)).toBe(true);
    const adopting = await start();
    expect(adopting).toMatchObject({ pid, adopted: true });
    await adopting.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts again after the server itself was killed, whatever its number belongs to now', async () => {
    madeBefore();
    const first = await start();
    await query(first.url, 'create table kept as select 1 as n');
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const stale = readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid));
    process.kill(first.pid, 'SIGKILL');
    expect((await first.died).line).toMatch(/^PostgreSQL ended: /);
    writeFileSync(file, stale);
    const second = await start();
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('tells when an adopted server ends unasked', async () => {
    madeBefore();
    const killed = startElsewhere(dataDir);
    await killed.said(/ready (\d+)/);
    await killed.kill();
    const { died, pid } = await start();
    process.kill(pid, 'SIGINT');
    expect((await died).line).toMatch(/^PostgreSQL ended/);
  });

  it.each([20, 150, 400])('leaves nothing half made when it is killed %i ms into the first start', async (delayMs) => {
    const killed = startElsewhere(dataDir);
    await killed.said(/(Making the database)/);
    await sleep(delayMs);
    await killed.kill();
    const { url } = await start();
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(readdirSync(dataDir).filter((name) => name.includes('making'))).toEqual([]);
  });

  it('can be called off while it starts, and leaves nothing running', async () => {
    const calledOff = new AbortController();
    setTimeout(() => calledOff.abort(new Error('called off')), 150);
    await expect(startPostgres({ dataDir, signal: calledOff.signal })).rejects.toThrow('called off');
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(readdirSync(dataDir).filter((name) => name.includes('making'))).toEqual([]);
  });

  it('refuses data that another PostgreSQL wrote', async () => {
    madeBefore();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toHaveProperty(
      'line',
      expect.stringMatching(/written by PostgreSQL 17 .* brings 18/),
    );
  });

  it('says what is the matter, in one line, when the server does not start', async () => {
    madeBefore();
    const wrong = startPostgres({ dataDir, settings: { shared_buffers: 'much' } });
    await expect(wrong).rejects.toHaveProperty(
      'line',
      expect.stringMatching(/^PostgreSQL did not start: .*shared_buffers.*$/),
    );
  });
});
