// Real verbs over HTTP on many connections at once, each with its Idempotency-Key; and what must be there afterwards.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { START, TEN_VERBS } from '../bench/ten-verbs.js';
import { TOKEN } from './program.js';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into by tests
type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export async function ask(url: string, method: string, path: string, body?: object, headers = {}): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

/** One command as it was sent; without an answer when none came. */
export interface Sent {
  key: string;
  verb: string;
  body: object;
  answer?: Answer;
}

/** One plan and all that was asked of it, in order, each after the answer to the one before. */
export interface Walk {
  title: string;
  plan?: string;
  sent: Sent[];
}

/** Sends a command, or sends it once more, by the same key. */
export function send(url: string, walk: Walk, { key, verb, body }: Sent): Promise<Answer> {
  const path = verb === 'start' ? '/v1/plans' : `/v1/plans/${walk.plan}/${verb}`;
  return ask(url, 'POST', path, body, { 'idempotency-key': key });
}

export interface Load {
  walks: Walk[];
  /** Answers that were no yes. */
  refused: Answer[];
  acknowledged(): number;
  /** How many requests got no answer at all. */
  broken(): number;
  /** Settles when every connection has broken or been told to stop. */
  over: Promise<void>;
  stop(): void;
}

/** @param patient asks again, by the same key, after whatever is not a yes; else a connection ends with its first failure. */
export function load(url: string, connections: number, { patient = false } = {}): Load {
  const walks: Walk[] = [];
  const refused: Answer[] = [];
  const told = { isOver: false, acknowledged: 0, broken: 0 };

  /** @returns whether it was accepted. */
  async function give(walk: Walk, verb: string, body: object): Promise<boolean> {
    const sent: Sent = { key: randomUUID(), verb, body };
    walk.sent.push(sent);
    for (;;) {
      const answer = await send(url, walk, sent).catch(() => undefined);
      if (answer && answer.status < 300) {
        sent.answer = answer;
        walk.plan ??= answer.body.id as string;
        told.acknowledged += 1;
        return true;
      }
      if (answer) refused.push(answer);
      else told.broken += 1;
      if (!patient || told.isOver) return false;
      await sleep(50);
    }
  }

  async function walkOn(): Promise<void> {
    while (!told.isOver) {
      const walk: Walk = { title: `Plan ${randomUUID()}`, sent: [] };
      walks.push(walk);
      if (!(await give(walk, 'start', { ...START, title: walk.title }))) return;
      for (const [verb, body] of TEN_VERBS) if (told.isOver || !(await give(walk, verb, body))) return;
    }
  }

  const over = Promise.all(Array.from({ length: connections }, walkOn)).then(() => undefined);
  return {
    walks,
    refused,
    acknowledged: () => told.acknowledged,
    broken: () => told.broken,
    over,
    stop: () => (told.isOver = true),
  };
}

/** @returns once so many commands have been acknowledged. @throws when the load ends before. */
export async function untilAcknowledged(given: Load, count: number): Promise<void> {
  const told = { isOver: false };
  void given.over.then(() => (told.isOver = true));
  while (given.acknowledged() < count) {
    if (told.isOver)
      throw new Error(`the load ended at ${given.acknowledged()}: ${JSON.stringify(given.refused[0]?.body)}`);
    await sleep(1);
  }
}
