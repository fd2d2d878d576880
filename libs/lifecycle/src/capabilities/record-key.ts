// Keys of records: `<noun>-<n>`, one above the highest so far, because a forked plan begins with a few out of many.

export function nextKey(noun: string, taken: readonly string[]): string {
  const numbers = taken.map((key) => Number(key.slice(noun.length + 1)));
  return `${noun}-${Math.max(0, ...numbers) + 1}`;
}

/** A key for each title: the earlier record's where the title is the same, so that what points at it still does. */
export function keysByTitle(
  noun: string,
  titles: readonly string[],
  earlier: readonly { key: string; title: string }[],
  taken: readonly string[],
): Map<string, string> {
  const keys = new Map<string, string>();
  for (const title of titles) {
    if (keys.has(title)) continue;
    const same = earlier.find((one) => one.title === title)?.key;
    keys.set(title, same ?? nextKey(noun, [...taken, ...keys.values()]));
  }
  return keys;
}
