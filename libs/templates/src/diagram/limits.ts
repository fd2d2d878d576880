// How much a picture may hold: beyond it nobody can read it, and drawing it would keep everybody else waiting.
import type { Stage, Template } from '#libs/lifecycle';
import { wholeTemplate } from '../whole-template.js';
import { waysIn, type Way } from './graph.js';

export type Format = 'svg' | 'mermaid' | 'xstate';

/** Boxes and lines of a picture, a line once for each row of boxes that it goes by; for the texts, lines and conditions. */
export const DRAWN_MAX: Readonly<Record<Format, number>> = { svg: 600, mermaid: 20_000, xstate: 50_000 };

export interface TooLarge {
  count: number;
  max: number;
}

/** @param template without faults. @returns undefined when it can be drawn. */
export function tooLargeToDraw(template: Template, format: Format): TooLarge | undefined {
  const whole = wholeTemplate(template);
  const count = format === 'xstate' ? conditionsOf(whole) : drawnOf(whole, format);
  const max = DRAWN_MAX[format];
  return count > max ? { count, max } : undefined;
}

function drawnOf(whole: Template, format: Format): number {
  const { stages } = whole;
  const ways = waysIn(whole);
  if (format === 'mermaid') return stages.length + ways.length;
  const rows = rowsOf(stages, ways.filter(isDown));
  const length = ({ from, to }: Way) => Math.abs((rows.get(to) ?? 0) - (rows.get(from) ?? 0));
  return ways.reduce((sum, way) => sum + (isDown(way) ? Math.max(1, length(way)) : 1), stages.length);
}

const isDown = ({ kind }: Way) => kind === 'on' || kind === 'fork';

/** In which row from the top each stage comes: below all that lead on to it. A fork that leads back is broken where it is met. */
function rowsOf(stages: Stage[], ways: Way[]): Map<string, number> {
  const rows = new Map<string, number>();
  const onward = new Map(stages.map(({ key }) => [key, [] as Way[]]));
  const waits = new Map<string, number>();
  for (const way of ways) {
    onward.get(way.from)?.push(way);
    waits.set(way.to, (waits.get(way.to) ?? 0) + 1);
  }
  const ready = stages.flatMap(({ key }) => (waits.has(key) ? [] : key));
  const placed = new Set<string>();
  for (const first of [undefined, ...stages]) {
    if (first && !placed.has(first.key)) ready.push(first.key);
    for (let from = ready.pop(); from !== undefined; from = ready.pop()) {
      placed.add(from);
      for (const { to } of onward.get(from) ?? []) {
        if (placed.has(to)) continue;
        rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(from) ?? 0) + 1));
        const left = (waits.get(to) ?? 0) - 1;
        waits.set(to, left);
        if (left === 0) ready.push(to);
      }
    }
  }
  return rows;
}

/** Each way out of a stage repeats what it asks, and each stage of a branch its places to begin again. */
function conditionsOf({ stages }: Template): number {
  const again = stages.filter(({ restart }) => restart).length;
  const branches = stages.some(({ fork }) => fork?.join) ? stages.length : 1;
  return stages.reduce((sum, { next, returnsTo = [], criteria }) => {
    const out = (next.length + 1) * (1 + 2 * criteria.length);
    return sum + out + returnsTo.length;
  }, again * branches);
}
