// The known name that a misspelt one most likely meant.

/** A hostile template may misspell thousands: beyond these, nothing is guessed. */
const GUESSES_MAX = 100;

export type Guess = (name: string) => string | undefined;

/** @returns for a name the nearest of these, when one is near and no other as near; each name is looked for once. */
export function guesses(known: Iterable<string>): Guess {
  const list = [...new Set(known)];
  const made = new Map<string, string | undefined>();
  return (name) => {
    if (!made.has(name)) {
      if (made.size >= GUESSES_MAX) return undefined;
      made.set(name, nearest(name, list));
    }
    return made.get(name);
  };
}

/** @returns undefined when none is near, or two are as near as each other. A word that one begins with is near too: `minimum` is `min`. */
export function nearest(name: string, known: string[]): string | undefined {
  const begins = known.filter((one) => shortForm(one, name) || shortForm(name, one));
  return misspelt(name, known) ?? (begins.length === 1 ? begins[0] : undefined);
}

function shortForm(short: string, long: string): boolean {
  return short.length >= 3 && long.startsWith(short);
}

function misspelt(name: string, known: string[]): string | undefined {
  let [best, found, alone] = [farthest(name) + 1, undefined as string | undefined, true];
  for (const one of known) {
    if (Math.abs(one.length - name.length) > best) continue;
    const far = distance(name, one);
    if (far === best) alone = false;
    if (far < best) [best, found, alone] = [far, one, true];
  }
  return alone ? found : undefined;
}

/** Of a short name every letter tells it from others. */
function farthest({ length }: string): number {
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

/** How many letters are to be put in, taken out, changed or swapped with the next (optimal string alignment). */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let here = 1; here <= from.length; here += 1) {
    const next = [here];
    for (let there = 1; there <= to.length; there += 1) {
      const changed = (row[there - 1] as number) + (from[here - 1] === to[there - 1] ? 0 : 1);
      const least = Math.min(changed, (row[there] as number) + 1, (next[there - 1] as number) + 1);
      const isSwap = here > 1 && there > 1 && from[here - 1] === to[there - 2] && from[here - 2] === to[there - 1];
      next.push(isSwap ? Math.min(least, (before[there - 2] as number) + 1) : least);
    }
    [before, row] = [row, next];
  }
  return row[to.length] as number;
}
