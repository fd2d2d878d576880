// Opens what a command needs, runs it, closes it; a fault becomes one line and exit code 1.
import { readConfiguration, type Configuration } from '#libs/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { createApi } from '../../../api/src/index.js';
import { joinGround } from '../ground.js';
import { report } from '../one-line.js';

export const say = (line: string) => void process.stdout.write(`${line}\n`);
/** Notes and progress: apart from what the command answers, so that the answer can be piped on. */
export const note = (line: string) => void process.stderr.write(`${line}\n`);

export async function withApp(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  let configuration: Configuration | undefined;
  try {
    configuration = { ...readConfiguration(process.env), logLevel: 'error' };
    const ground = await joinGround(configuration, { log: note });
    try {
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
