// Runs the server until it is asked to stop, and ends the process with the right code.
import { readConfiguration, type Configuration } from '#libs/platform';
import { report } from './one-line.js';
import { serve, type Serving } from './serve.js';
import { onStopRequest } from './stop-request.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);

export async function runServer(): Promise<void> {
  const stopping = new AbortController();
  const starting = start(stopping.signal);
  onStopRequest({
    stop: () => {
      stopping.abort();
      void starting.then((serving) => end(serving));
    },
    force: () => process.exit(130),
  });
  const serving = await starting;
  const fault = await serving?.died;
  if (fault) fail(fault);
}

async function start(signal: AbortSignal): Promise<Serving | undefined> {
  let configuration: Configuration | undefined;
  try {
    configuration = readConfiguration(process.env);
    return await serve(configuration, say, signal);
  } catch (error) {
    if (signal.aborted) process.exit(130);
    fail(error, configuration);
    return undefined;
  }
}

async function end(serving: Serving | undefined): Promise<void> {
  say('Stopping ...');
  try {
    await serving?.close();
    process.exit(0);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown, configuration?: Configuration): never {
  report(error, configuration);
  process.exit(1);
}
