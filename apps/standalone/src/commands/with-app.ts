// Opens what a command needs, runs it, closes it; a fault becomes one line and exit code 1.
import { readConfiguration, type Configuration } from '#libs/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { createApi } from '../../../api/src/index.js';
import { expectStored, joinGround, openGround } from '../ground.js';
import { report } from '../one-line.js';

export const say = (line: string) => void process.stdout.write(`${line}\n`);
/** Notes and progress: apart from what the command answers, so that the answer can be piped on. */
export const note = (line: string) => void process.stderr.write(`${line}\n`);

const PROGRESS_EVERY_MS = 2_000;

/** Notes now and then how far a long piece of work has come; a short one says nothing. */
export function progressOf(what: string): (count: number) => void {
  let toldAt = performance.now();
  return (count) => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    note(`${count} ${what} ...`);
  };
}

export interface WithApp {
  /** Nobody else may be at work on the data: a running server is refused, on a database of yours by this. */
  alone?: (databaseUrl: string) => Promise<void>;
  /** There must be a database: none is made. */
  stored?: boolean;
}

/** For what reads or changes what is stored. */
export function withStored(work: (app: INestApplicationContext) => Promise<void>, asked: WithApp = {}): Promise<void> {
  return withApp(work, { ...asked, stored: true });
}

export async function withApp(
  work: (app: INestApplicationContext) => Promise<void>,
  { alone, stored = false }: WithApp = {},
): Promise<void> {
  let configuration: Configuration | undefined;
  try {
    configuration = { ...readConfiguration(process.env), logLevel: 'error' };
    if (stored) expectStored(configuration);
    const ground = await (alone ? openGround : joinGround)(configuration, { log: note });
    try {
      await alone?.(ground.databaseUrl);
      const app = await createApi({ ...configuration, databaseUrl: ground.databaseUrl });
      try {
        await work(app);
      } finally {
        await app.close();
      }
    } finally {
      await ground.close();
    }
  } catch (error) {
    report(error, configuration);
    process.exitCode = 1;
  }
}
