// Prose put back where events and facts hold only its key: for readers who may see it, left out for the others.

/** A plan's prose by key; null where it has been struck out. `hidden` leaves the keys out as well. */
export type Prose = ReadonlyMap<string, string | null> | 'hidden';

const PROSE_KEY = /^text-\d+$/;

/** `reasonText: "text-3"` gets `reason` beside it; a field that is itself a key gives way to its prose. */
export function withProse(value: unknown, prose: Prose): unknown {
  if (Array.isArray(value)) return value.map((one) => withProse(one, prose));
  if (typeof value !== 'object' || value === null) return value;
  const told: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && PROSE_KEY.test(inner)) tell(told, name, inner, prose);
    else told[name] = withProse(inner, prose);
  }
  return told;
}

function tell(told: Record<string, unknown>, name: string, key: string, prose: Prose): void {
  if (prose === 'hidden') return;
  if (!prose.has(key)) {
    told[name] = key;
    return;
  }
  const text = prose.get(key) ?? null;
  if (!name.endsWith('Text')) told[name] = text;
  else Object.assign(told, { [name]: key, [name.slice(0, -'Text'.length)]: text });
}
