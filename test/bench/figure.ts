// One measured figure with its floor: what `npm run bench` prints and writes.

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The same work by the bare database, in the same run; null where there is nothing to compare with. */
  floor: number | null;
  /** value / floor, the median of paired rounds. */
  ratio: number | null;
  /** What the project asks of it. */
  target: string;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Floor, case, floor, case, floor: each case against the mean of its two neighbours, so that a drifting machine cancels out. */
export async function paired(
  name: string,
  target: string,
  rounds: number,
  floor: () => Promise<number>,
  measured: () => Promise<number>,
): Promise<Figure> {
  const floors = [await floor()];
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    values.push(await measured());
    floors.push(await floor());
  }
  const ratios = values.map(
    (value, round) => (2 * value) / ((floors[round] as number) + (floors[round + 1] as number)),
  );
  return { name, value: median(values), unit: 'commands/s', floor: median(floors), ratio: median(ratios), target };
}

export function table(figures: Figure[]): string {
  const number = (value: number | null) => (value === null ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(2));
  const rows = figures.map(({ name, value, unit, floor, ratio, target }) => [
    name,
    `${number(value)} ${unit}`,
    number(floor),
    number(ratio),
    target,
  ]);
  const all = [['figure', 'measured', 'floor', 'ratio', 'target'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] as string).length))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
