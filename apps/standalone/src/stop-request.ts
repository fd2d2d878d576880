// When Stegvis is asked to stop: Ctrl-C, SIGTERM, a closed terminal, or the death of the script that started it.
import { Socket } from 'node:net';

// One Ctrl-C reaches us several times: from the terminal, and passed on by npm and by scripts/start.mjs.
const SAME_REQUEST_MS = 1_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface OnStopRequest {
  /** Called once, at the first request. */
  stop: (why: string) => void;
  /** Called at a request that comes while the stop is under way: give up what is not done. */
  force: () => void;
}

export function onStopRequest({ stop, force }: OnStopRequest): void {
  let lastAt = Number.NEGATIVE_INFINITY;
  let stopping = false;
  const asked = (why: string): void => {
    const now = performance.now();
    const again = now - lastAt > SAME_REQUEST_MS;
    lastAt = now;
    if (!stopping) {
      stopping = true;
      stop(why);
    } else if (again) force();
  };
  for (const signal of SIGNALS) process.on(signal, asked);
  // Nobody may be left to read what we say, and that must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  watchStarter(asked);
}

/** scripts/start.mjs hands us the end of a pipe; the kernel closes it when the script dies, however it dies. */
function watchStarter(asked: (why: string) => void): void {
  const fd = Number(process.env['STEGVIS_STARTER_FD']);
  if (!fd) return;
  delete process.env['STEGVIS_STARTER_FD']; // It is ours alone: a child would take another file for it.
  const pipe = new Socket({ fd, readable: true, writable: false });
  pipe.on('close', () => asked('the start script is gone'));
  pipe.on('error', () => undefined); // It closes then, too.
  pipe.resume().unref();
}
