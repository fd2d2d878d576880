// Runs the built program in our place: its output, its signals, its exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inProject, programNode, STOP_SIGNALS } from './project.mjs';

const LOOK_FOR_NPM_EVERY_MS = 200;

/** The program gets the end of a pipe in STEGVIS_STARTER_FD, which closes when we are killed: it stops then. */
export function run(program, args) {
  const child = spawn(programNode(), ['--disable-warning=ExperimentalWarning', inProject('dist', program), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: {
      NODE_COMPILE_CACHE: inProject('node_modules', '.cache', 'stegvis-compiled'), // Half a second less at the next start.
      ...process.env,
      STEGVIS_STARTER_FD: '3',
    },
  });
  for (const signal of STOP_SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Stegvis could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  if (process.env.npm_lifecycle_event) followNpm(child);
}

/**
 * A killed npm passes nothing on; we see it by getting another parent (package.json says `exec`, so no shell is in between).
 * Outside npm we do not look: a start that was put in the background may well outlive the shell it came from.
 */
function followNpm(child) {
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, LOOK_FOR_NPM_EVERY_MS);
  timer.unref();
}
