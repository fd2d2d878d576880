// Faults in the order in which whoever wrote the template reads it: down the document, what holds before what is held.
import type { TemplateFault } from '#libs/lifecycle';

/** @param candidate whatever was sent, as JSON reads it. What is missing comes last in what lacks it. */
export function inOrderOf(candidate: unknown, faults: TemplateFault[]): TemplateFault[] {
  const placeIn = placesKept();
  const placed = faults.map((fault) => ({ fault, path: pathOf(candidate, fault.pointer, placeIn) }));
  return placed.sort((one, other) => compared(one.path, other.path)).map(({ fault }) => fault);
}

type PlaceIn = (holder: object, name: string) => number;

/** The names of each object are counted once: a hostile one has a hundred thousand, and as many faults. */
function placesKept(): PlaceIn {
  const kept = new Map<object, Map<string, number>>();
  return (holder, name) => {
    if (Array.isArray(holder)) return Number(name);
    const places = kept.get(holder) ?? new Map(Object.keys(holder).map((key, index) => [key, index]));
    kept.set(holder, places);
    return places.get(name) ?? Infinity;
  };
}

function pathOf(candidate: unknown, pointer: string, placeIn: PlaceIn): number[] {
  let holder = candidate;
  const names = pointer.split('/').slice(1);
  return names.map((escaped) => {
    const name = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof holder !== 'object' || holder === null) return Infinity;
    const place = placeIn(holder, name);
    holder = Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
    return place;
  });
}

function compared(one: number[], other: number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  if (at === -1) return one.length - other.length;
  return (one[at] as number) < (other[at] ?? -1) ? -1 : 1;
}
