// What a long history costs: a command on a plan with 10,000 events against one on a plan with 10, alone and in turn.
import type { Plans } from '#libs/plans';
import { figureOf, inTurn, median, type Figure } from './figure.js';
import { give } from './in-process.js';
import { START } from './ten-verbs.js';

const SHORT = 10;
const LONG = 10_000;
const ASKED = 60;

export async function historyFigure(plans: Plans, rounds: number): Promise<Figure> {
  const long = await planWith(plans, LONG);
  // Short ones do not stay so: each is asked once.
  const short = await Promise.all(Array.from({ length: ASKED * (rounds + 1) }, () => planWith(plans, SHORT)));
  const found = await inTurn(
    rounds,
    () => medianMs(() => short.pop() as string, plans),
    () => medianMs(() => long, plans),
  );
  const name = 'a command after 10,000 events, against 10';
  return figureOf(found, { name, unit: 'ms', target: 'at most 1.5' }, (ms) => ms);
}

/** @returns a plan whose start and log make so many events. */
async function planWith(plans: Plans, events: number): Promise<string> {
  const id = await give(plans, null, 'start', START);
  const begun = (await plans.one(id))?.sequence ?? 0;
  const entries = Array.from({ length: events - begun }, (_, n) => ({ entry: `Anteckning ${n}` }));
  await Promise.all(entries.map((entry) => give(plans, id, 'write-log-entry', entry)));
  return id;
}

async function medianMs(next: () => string, plans: Plans): Promise<number> {
  const tookMs: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const plan = next();
    const began = performance.now();
    await give(plans, plan, 'write-log-entry', { entry: 'Vi höll möte.' });
    tookMs.push(performance.now() - began);
  }
  return median(tookMs);
}
