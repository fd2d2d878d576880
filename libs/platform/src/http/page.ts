// A page of a list, and where the next one begins.

/**
 * @param found in order, one more than `limit` where there are more: that one tells that there is a next page.
 * @param cursorOf where to go on after an item.
 */
export function pageOf<Item>(
  found: Item[],
  limit: number,
  cursorOf: (last: Item) => string,
): { items: Item[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
