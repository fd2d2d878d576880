// npm run bench -- --json FILE: the figures of the README, each beside its floor in the same run. Bounded in time, loopback only.
import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accessFigures } from './access.js';
import { boardFigures } from './board.js';
import { commandFigures } from './commands.js';
import { table, type Figure } from './figure.js';
import { movesFigures } from './moves.js';
import { rebuildFigures } from './rebuild.js';
import { startFigures } from './start.js';
import { templateFigures } from './template-check.js';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    /** How long each round of a figure is measured. */
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    /** One part alone: commands, access, board, rebuild, moves, templates or start. */
    only: { type: 'string' },
  },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];

const folder = mkdtempSync(join(tmpdir(), 'stegvis-bench-'));
// As root the database runs as another user, who has to get through.
chmodSync(folder, 0o755);
const parts: Record<string, () => Promise<Figure[]> | Figure[]> = {
  commands: () => commandFigures(join(folder, 'commands'), seconds, rounds),
  access: () => accessFigures(join(folder, 'access'), seconds, rounds),
  board: () => boardFigures(join(folder, 'board')),
  rebuild: () => rebuildFigures(join(folder, 'rebuild'), rounds),
  moves: () => movesFigures(),
  templates: () => templateFigures(rounds),
  start: () => startFigures(join(folder, 'start')),
};
const chosen = values.only === undefined ? Object.keys(parts) : [values.only];
const unknown = chosen.find((part) => !(part in parts));
if (unknown !== undefined) throw new Error(`--only ${unknown}: there is ${Object.keys(parts).join(', ')}`);

try {
  const figures: Figure[] = [];
  for (const part of chosen) figures.push(...((await parts[part]?.()) ?? []));
  process.stdout.write(`${table(figures)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
