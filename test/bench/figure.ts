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

/** What was measured in each round, and its floor before the first and after each. */
export interface Rounds<Round> {
  measured: Round[];
  floors: Round[];
}

/** Floor, case, floor, case, floor: so that each case has a floor on either side. */
export async function inTurn<Round>(
  rounds: number,
  floor: () => Promise<Round>,
  measure: () => Promise<Round>,
): Promise<Rounds<Round>> {
  const floors = [await floor()];
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push(await measure());
    floors.push(await floor());
  }
  return { measured, floors };
}

/** One number of each round: each case against the mean of its two neighbours, so that a drifting machine cancels out. */
export function figureOf<Round>(
  { measured, floors }: Rounds<Round>,
  { name, unit, target }: Pick<Figure, 'name' | 'unit' | 'target'>,
  read: (round: Round) => number,
): Figure {
  const values = measured.map(read);
  const bare = floors.map(read);
  const ratios = values.map((value, round) => (2 * value) / ((bare[round] as number) + (bare[round + 1] as number)));
  return { name, value: median(values), unit, floor: median(bare), ratio: median(ratios), target };
}

export async function paired(
  name: string,
  target: string,
  rounds: number,
  floor: () => Promise<number>,
  measured: () => Promise<number>,
): Promise<Figure> {
  return figureOf(await inTurn(rounds, floor, measured), { name, unit: 'commands/s', target }, (round) => round);
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
