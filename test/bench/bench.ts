// npm run bench -- --json FILE: the figures of the README, each beside its floor in the same run. Bounded in time, loopback only.
import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boardFigures } from './board.js';
import { commandFigures } from './commands.js';
import { table } from './figure.js';
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
  },
});

const folder = mkdtempSync(join(tmpdir(), 'stegvis-bench-'));
// As root the database runs as another user, who has to get through.
chmodSync(folder, 0o755);
try {
  const commands = await commandFigures(join(folder, 'commands'), Number(values.seconds), Number(values.rounds));
  const starts = await startFigures(join(folder, 'start'));
  const board = await boardFigures(join(folder, 'board'));
  const rebuilding = await rebuildFigures(join(folder, 'rebuild'), Number(values.rounds));
  const figures = [
    ...commands,
    ...board,
    ...rebuilding,
    ...movesFigures(),
    ...templateFigures(Number(values.rounds)),
    ...starts,
  ];
  process.stdout.write(`${table(figures)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
