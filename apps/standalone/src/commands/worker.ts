// stegvis worker
import { databaseUrlIn, openLog, readConfiguration, type Configuration } from '#libs/platform';
import { startWorker } from '../../../worker/src/index.js';
import { report } from '../one-line.js';
import { onStopRequest } from '../stop-request.js';
import { say } from './with-app.js';

export async function runWorker(): Promise<void> {
  let configuration: Configuration | undefined;
  try {
    configuration = readConfiguration(process.env);
    const databaseUrl = databaseUrlIn(configuration);
    const logger = openLog(configuration.logLevel);
    const worker = await startWorker({ ...configuration, databaseUrl, logger });
    say('The worker is ready. Stop with Ctrl-C.');
    onStopRequest({ stop: () => void worker.close().then(() => process.exit(0)), force: () => process.exit(130) });
  } catch (error) {
    report(error, configuration);
    process.exitCode = 1;
  }
}
