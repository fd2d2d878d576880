// Keys of records: `<noun>-<n>`, one above the highest so far, because a forked plan begins with a few out of many.

interface Keyed {
  key: string;
}

export function nextKey(noun: string, records: readonly Keyed[]): string {
  const numbers = records.map(({ key }) => Number(key.slice(noun.length + 1)));
  return `${noun}-${Math.max(0, ...numbers) + 1}`;
}

/**
 * A key for each title: the standing record's where the title is the same, so that what points at it still does.
 * @param records every record of the noun that there ever was
 */
export function keysByTitle(
  noun: string,
  titles: readonly string[],
  standing: readonly (Keyed & { title: string })[],
  records: readonly Keyed[],
): Map<string, string> {
  const keys = new Map<string, string>();
  const taken = [...records];
  for (const title of titles) {
    if (keys.has(title)) continue;
    const key = standing.find((one) => one.title === title)?.key ?? nextKey(noun, taken);
    keys.set(title, key);
    taken.push({ key });
  }
  return keys;
}
