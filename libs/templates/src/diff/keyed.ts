// Lists of things with keys, held against each other.

export interface Compared<Item> {
  added: Item[];
  removed: Item[];
  /** Before and after, in the order of after. */
  kept: [Item, Item][];
}

export function compared<Item extends { key: string }>(from: Item[] = [], to: Item[] = []): Compared<Item> {
  const before = new Map(from.map((one) => [one.key, one]));
  const after = new Set(to.map(({ key }) => key));
  return {
    added: to.filter(({ key }) => !before.has(key)),
    removed: from.filter(({ key }) => !after.has(key)),
    kept: to.flatMap((one): [Item, Item][] => {
      const was = before.get(one.key);
      return was ? [[was, one]] : [];
    }),
  };
}

export function comparedTexts(from: string[] = [], to: string[] = []): { added: string[]; removed: string[] } {
  return { added: to.filter((one) => !from.includes(one)), removed: from.filter((one) => !to.includes(one)) };
}

/**
 * The fewest that must have been moved to come from one order to the other: all but a longest run that kept its order.
 * @param from the same keys as `to`, in the order before.
 */
export function movedKeys(from: string[], to: string[]): string[] {
  const place = new Map(from.map((key, index) => [key, index]));
  const places = to.map((key) => place.get(key) ?? -1);
  // The longest rising run: `best[n]` is where the run of length n+1 with the lowest last place ends.
  const best: number[] = [];
  const previous = places.map(() => -1);
  places.forEach((here, index) => {
    let length = best.findIndex((end) => (places[end] as number) >= here);
    if (length === -1) length = best.length;
    previous[index] = length > 0 ? (best[length - 1] as number) : -1;
    best[length] = index;
  });
  const stayed = new Set<string>();
  for (let at = best.at(-1) ?? -1; at >= 0; at = previous[at] as number) stayed.add(to[at] as string);
  return to.filter((key) => !stayed.has(key));
}
