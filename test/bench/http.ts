// Commands a second over HTTP against a process of its own: so many connections, one verb a request, with token and validation.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { walkFor, type Steps } from './steps.js';
import { START, TEN_VERBS } from './ten-verbs.js';

const TOKEN = 'bench-token-0123456789';
const KEPT_ALIVE = new Agent({ keepAlive: true });

export interface Served {
  port: number;
  close(): Promise<void>;
}

/** The built api on this database; it logs nothing and limits nobody. */
export async function serveApi(databaseUrl: string): Promise<Served> {
  const program = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));
  const settings = { PORT: '0', HOST: '127.0.0.1', STEGVIS_RATE_LIMIT: 'off', STEGVIS_LOG_LEVEL: 'error' };
  const api = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { ...process.env, ...settings, DATABASE_URL: databaseUrl, STEGVIS_ADMIN_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readyAt(api);
  return { port, close: () => ended(api) };
}

/** What a GET answers, and how long until its last byte was here (what the client then makes of it is not the api's time). */
export async function asked(url: string, token = TOKEN): Promise<{ answer: unknown; tookMs: number }> {
  const began = performance.now();
  const request = get(url, { agent: KEPT_ALIVE, headers: { authorization: `Bearer ${token}` } });
  const [reply] = (await once(request, 'response')) as [IncomingMessage];
  const bytes = Buffer.concat(await reply.toArray());
  const tookMs = performance.now() - began;
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.statusCode} ${bytes.toString()}`);
  return { answer: JSON.parse(bytes.toString()), tookMs };
}

async function readyAt(api: ChildProcess): Promise<number> {
  let said = '';
  for await (const chunk of api.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString();
    const ready = /is ready at \S+:(\d+)/.exec(said);
    if (ready) return Number(ready[1]);
  }
  throw new Error(`the api ended before it was ready: ${said}`);
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

/** One keep-alive connection, one request at a time: the least that HTTP/1.1 asks of a client, so that the api gets the cores. */
class Connection {
  private constructor(
    private readonly socket: Socket,
    private readonly port: number,
  ) {}

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    return new Connection(socket, port);
  }

  post(path: string, body: object): Promise<{ status: number; body: string }> {
    const json = Buffer.from(JSON.stringify(body));
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n`;
    const answer = this.answer();
    this.socket.write(Buffer.concat([Buffer.from(head), json]));
    return answer;
  }

  close(): void {
    this.socket.destroy();
  }

  private answer(): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      let got: Buffer = Buffer.alloc(0);
      const take = (chunk: Buffer) => {
        got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
        const headEnd = got.indexOf('\r\n\r\n');
        if (headEnd < 0) return;
        const head = got.toString('latin1', 0, headEnd);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (got.length < headEnd + 4 + length) return;
        this.socket.off('data', take).off('error', reject);
        resolve({ status: Number(head.slice(9, 12)), body: got.toString('utf8', headEnd + 4, headEnd + 4 + length) });
      };
      this.socket.on('data', take).on('error', reject);
    });
  }
}

/** One verb a request, so many connections, each going its plan's ten verbs one after the other. */
export async function httpSteps(port: number, connections: number, seconds: number): Promise<Steps> {
  const open = await openAll(port, connections);
  const steps = await walkFor(seconds, connections, async (step, lane) => {
    const connection = open[lane] as Connection;
    const id = await started(connection);
    for (const [verb, body] of TEN_VERBS) await step(() => accepted(connection, `/v1/plans/${id}/${verb}`, body));
  });
  for (const connection of open) connection.close();
  return steps;
}

const HUNDRED = 100;

/** A hundred commands a request, on a hundred plans, over so many connections; the starts of the plans are not timed. */
export async function httpHundreds(port: number, connections: number, seconds: number): Promise<Steps> {
  const open = await openAll(port, connections);
  let [commands, tookMs] = [0, 0];
  while (tookMs < seconds * 1_000) {
    const plans = await Promise.all(open.map((connection) => aHundred(connection)));
    const began = performance.now();
    await Promise.all(open.map((connection, lane) => giveAll(connection, plans[lane] as string[])));
    tookMs += performance.now() - began;
    commands += connections * HUNDRED * TEN_VERBS.length;
  }
  for (const connection of open) connection.close();
  return { perSecond: (commands * 1_000) / tookMs, p50Ms: 0, p99Ms: 0 };
}

async function aHundred(connection: Connection): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < HUNDRED; count += 1) ids.push(await started(connection));
  return ids;
}

async function giveAll(connection: Connection, plans: string[]): Promise<void> {
  for (const [verb, body] of TEN_VERBS) {
    const answer = await accepted(connection, '/v1/commands', {
      commands: plans.map((plan) => ({ plan, verb, body })),
    });
    const { results } = JSON.parse(answer) as { results: { status: number }[] };
    if (results.length !== HUNDRED || results.some(({ status }) => status !== 200)) throw new Error(answer);
  }
}

async function started(connection: Connection): Promise<string> {
  return (JSON.parse(await accepted(connection, '/v1/plans', START)) as { id: string }).id;
}

function openAll(port: number, connections: number): Promise<Connection[]> {
  return Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
}

async function accepted(connection: Connection, path: string, body: object): Promise<string> {
  const answer = await connection.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return answer.body;
}
