// How many mutants the specs killed, from Stryker's report: in each folder, the weakest first, and in all.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const NOTICED = new Set(['Killed', 'Timeout']);
const LEFT = new Set(['Survived', 'NoCoverage']);

export function killedByFolder(report) {
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const counts = new Map();
  const whole = { name: 'in all', killed: 0, all: 0 };
  for (const [file, { mutants }] of Object.entries(files)) {
    const folder = counts.get(dirname(file)) ?? { name: dirname(file), killed: 0, all: 0 };
    counts.set(folder.name, folder);
    for (const count of [folder, whole]) add(count, mutants);
  }
  const share = ({ killed, all }) => killed / all;
  const folders = [...counts.values()].filter(({ all }) => all > 0).sort((one, other) => share(one) - share(other));
  return { folders, whole };
}

function add(count, mutants) {
  const killed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  count.killed += killed;
  count.all += killed + mutants.filter(({ status }) => LEFT.has(status)).length;
}
