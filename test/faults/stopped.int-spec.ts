// Ctrl-C with a request in flight: it is answered, then everything ends; and what a Stegvis at rest holds in memory.
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { START } from '../bench/ten-verbs.js';
import { ask } from './load.js';
import { dataFolder, endPrograms, postgresOn, run, STANDALONE, START_SCRIPT, TOKEN } from './program.js';

const STOPS_WITHIN_MS = 8_000;
const MEMORY_MAX_MB = 300;

const folder = dataFolder();
const settings = { STEGVIS_DATA_DIR: folder.path };

afterAll(async () => {
  await endPrograms();
  await folder.remove();
});

/** The start of a plan, sent but for the last byte of its body. */
function halfAsked(url: string): { socket: Socket; finish(): void; answer(): string } {
  const body = JSON.stringify(START);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.on('error', () => undefined);
  const headers = ['Host: x', `Authorization: Bearer ${TOKEN}`, 'Content-Type: application/json'];
  socket.write(
    `POST /v1/plans HTTP/1.1\r\n${headers.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
  );
  socket.write(body.slice(0, -1));
  return { socket, finish: () => socket.write(body.slice(-1)), answer: () => said };
}

it('a request in flight is answered, then npm start ends, and can begin again at once', async () => {
  const program = run(START_SCRIPT, settings);
  const request = halfAsked(await program.ready());
  await sleep(200);
  process.kill(-program.pid, 'SIGINT');
  await sleep(300);
  request.finish();
  expect(await program.ended).toBe(0);
  expect(request.answer()).toMatch(/^HTTP\/1.1 201 Created/);
  expect(postgresOn(folder.path)).toBeUndefined();
  const plan = /\/v1\/plans\/\S+/.exec(request.answer())?.[0] as string;
  const next = run(START_SCRIPT, settings);
  expect((await ask(await next.ready(), 'GET', plan)).status).toBe(200);
  expect(await next.kill('SIGTERM')).toBe(0);
});

it('a request that never ends does not hold up the stop', async () => {
  const program = run(STANDALONE, settings);
  const request = halfAsked(await program.ready());
  await sleep(200);
  const stopped = await Promise.race([program.kill('SIGTERM'), sleep(STOPS_WITHIN_MS, 'goes on', { ref: false })]);
  request.socket.destroy();
  expect(stopped).toBe(0);
  expect(postgresOn(folder.path)).toBeUndefined();
});

(process.platform === 'linux' ? it : it.skip)(`it holds less than ${MEMORY_MAX_MB} MB when it is ready`, async () => {
  const program = run(STANDALONE, settings);
  await program.ready();
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8')) ?? [];
  expect(Number(kilobytes) / 1024).toBeGreaterThan(20);
  expect(Number(kilobytes) / 1024).toBeLessThan(MEMORY_MAX_MB);
  expect(await program.kill('SIGTERM')).toBe(0);
});
