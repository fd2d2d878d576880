// What can happen to `npm start`: stopped, killed, started twice, on a taken port, with a wrong setting.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const SOON_MS = 30_000;

class Start {
  out = '';
  err = '';
  readonly ended: Promise<unknown[]>;
  private readonly child: ChildProcess;

  constructor(env: Record<string, string>) {
    this.child = spawn(process.execPath, [START], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], STEGVIS_LOG_LEVEL: 'error', ...env },
      detached: true, // A group of its own, like the job of a terminal.
    });
    this.child.stdout?.on('data', (chunk) => (this.out += String(chunk)));
    this.child.stderr?.on('data', (chunk) => (this.err += String(chunk)));
    this.ended = once(this.child, 'close');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async ready(): Promise<this> {
    const deadline = Date.now() + SOON_MS;
    while (!this.out.includes('Stegvis is ready at')) {
      if (this.child.exitCode !== null || Date.now() > deadline) throw new Error(`not ready: ${this.out}${this.err}`);
      await sleep(20);
    }
    return this;
  }

  /** The process under the start script, which is the program itself. */
  program(): number {
    return Number(execFileSync('pgrep', ['-P', String(this.pid)], { encoding: 'utf8' }));
  }

  kill(signal: NodeJS.Signals, whom: 'start' | 'group' | 'program' = 'start'): void {
    process.kill({ start: this.pid, group: -this.pid, program: whom === 'program' ? this.program() : 0 }[whom], signal);
  }

  /** One line for a person, no stack, and exit code 1. */
  async fault(): Promise<string> {
    const [code] = await this.ended;
    expect({ code, lines: this.err.trimEnd().split('\n').length, err: this.err }).toEqual({
      code: 1,
      lines: 1,
      err: this.err,
    });
    return this.err.trimEnd();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** A program that has ended and that nobody has asked after yet is not alive. */
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0) && !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('npm start', () => {
  let dataDir: string;
  let port: number;
  const begun: Start[] = [];
  const start = (env: Record<string, string> = {}) => {
    const one = new Start({ STEGVIS_DATA_DIR: dataDir, PORT: String(port), ...env });
    begun.push(one);
    return one;
  };
  const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const board = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'stegvis-start-'));
    chmodSync(dataDir, 0o755);
    port = await freePort();
  });
  afterEach(async () => {
    for (const one of begun.splice(0)) {
      if (isAlive(one.pid)) one.kill('SIGTERM');
      await one.ended;
    }
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('answers nobody before the pilot is there: a plan made in between would keep it out', async () => {
    const one = start();
    let found: { items: object[] } | null = null;
    for (const until = Date.now() + SOON_MS; found === null && Date.now() < until; await sleep(5))
      found = await fetch(`http://127.0.0.1:${port}/v1/public/plans`).then(
        (answer) => answer.json() as Promise<{ items: object[] }>,
        () => null,
      );
    expect(found?.items).toHaveLength(3);
    await one.ready();
  });

  it.each([
    ['Ctrl-C', 'SIGINT', 'group'],
    ['SIGINT to the start script alone', 'SIGINT', 'start'],
    ['SIGTERM', 'SIGTERM', 'start'],
    ['a closed terminal', 'SIGHUP', 'group'],
  ] as const)('ends cleanly at %s', async (_name, signal, whom) => {
    const one = await start().ready();
    const server = postmaster();
    one.kill(signal, whom);
    expect(await one.ended).toEqual([0, null]);
    expect(isAlive(server)).toBe(false);
    expect(one.err).toBe('');
  });

  it('is followed by its program when the start script is killed, so that the next start can begin', async () => {
    const killed = await start().ready();
    const program = killed.program();
    killed.kill('SIGKILL');
    await start().ready();
    expect(isAlive(program)).toBe(false);
  });

  it('goes on after everything but its PostgreSQL was killed', async () => {
    const killed = await start().ready();
    const server = postmaster();
    killed.kill('SIGKILL', 'group');
    await killed.ended;
    expect(isAlive(server)).toBe(true);
    const next = await start().ready();
    expect(postmaster()).toBe(server);
    expect(await board()).toBe(200);
    next.kill('SIGINT');
    await next.ended;
    expect(isAlive(server)).toBe(false);
  });

  it('goes on after everything was killed, its PostgreSQL too', async () => {
    const killed = await start().ready();
    process.kill(postmaster(), 'SIGKILL');
    killed.kill('SIGKILL', 'group');
    await killed.ended;
    await start().ready();
    expect(await board()).toBe(200);
  });

  it('says that another one runs on the data folder, which goes on unharmed', async () => {
    const first = await start().ready();
    const second = start({ PORT: String(await freePort()) });
    expect(await second.fault()).toMatch(
      new RegExp(`Another Stegvis \\(process ${first.program()}\\) is running on the data folder ${dataDir}`),
    );
    expect(await board()).toBe(200);
  });

  it('says that the port is taken, and leaves nothing running', async () => {
    const holder = createServer().listen(port, '127.0.0.1');
    await once(holder, 'listening');
    const line = await start().fault();
    holder.close();
    expect(line).toContain(String(port));
    expect(() => postmaster()).toThrow('ENOENT');
  });

  it.each([
    ['PORT', 'many'],
    ['DATABASE_URL', 'mysql://somewhere/else'],
    ['REDIS_URL', 'somewhere'],
    ['STEGVIS_DATA_DIR', START],
  ])('names the setting %s when it is %s', async (name, value) => {
    expect(await start({ [name]: value }).fault()).toContain(name === 'STEGVIS_DATA_DIR' ? value : name);
  });

  it('leaves the data of a newer Stegvis alone', async () => {
    const marker = join(dataDir, 'stegvis.json');
    const ours = readFileSync(marker, 'utf8');
    writeFileSync(marker, '{ "format": 99 }\n');
    expect(await start().fault()).toMatch(/is of a newer Stegvis \(format 99/);
    writeFileSync(marker, ours);
  });
});
