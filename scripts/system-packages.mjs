// What the tests need from the system: a Redis server and a Chromium. Installed where we may, else asked for in one line.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { finished, stopWith } from './project.mjs';

const NEEDED = [
  { what: 'Redis', programs: ['redis-server'], aptPackage: 'redis-server' },
  { what: 'Chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], aptPackage: 'chromium' },
];

export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const missing = () => NEEDED.filter(({ programs }) => !findProgram(programs));

const names = (list) => list.map(({ what }) => what).join(' and ');

export async function ensureSystemPackages(say) {
  const lacking = missing();
  if (lacking.length === 0) return;
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    say(`Installing ${names(lacking)} for the tests ...`);
    await apt(['update']);
    await apt(['install', '--yes', '--no-install-recommends', ...lacking.map(({ aptPackage }) => aptPackage)]);
  }
  const still = missing();
  if (still.length > 0) {
    stopWith(`The tests need ${names(still)}: install it and see that ${programsOf(still)} is on the PATH.`);
  }
}

const programsOf = (list) => list.map(({ programs }) => programs[0]).join(' and ');

/** Whether it went well shows in what is missing afterwards. */
const apt = (args) =>
  finished('apt-get', ['--quiet=2', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
