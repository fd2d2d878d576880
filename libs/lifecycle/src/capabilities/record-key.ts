// Keys of records: `<noun>-<n>`, one above the highest so far: counting them would not do, for a forked plan may begin with a
// few out of many.

interface Keyed {
  key: string;
}

export function nextKey(noun: string, records: readonly Keyed[]): string {
  const highest = records.reduce((so, { key }) => Math.max(so, Number(key.slice(noun.length + 1))), 0);
  return `${noun}-${highest + 1}`;
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
