// A look at JSON text before it is parsed, for what the parser hides or suffers from: nesting and names that stand twice.
import type { FaultList } from './fault-list.js';

export const DEPTH_MAX = 32;

interface Place {
  /** Names seen so far, and whether they were told; absent in a list. */
  names?: Map<string, boolean>;
  /** The name or index that is being read. */
  at: string | number;
}

/**
 * Tells of each name that stands again, and of the first nesting that is too deep; what comes after that is not looked at.
 * Text that is no JSON is left for the parser to refuse.
 * @returns whether it can be parsed.
 */
export function scanJson(text: string, faults: FaultList): boolean {
  const places: Place[] = [];
  let nameNext = false;
  for (let index = 0; index < text.length; index += 1) {
    const here = places.at(-1);
    switch (text.charCodeAt(index)) {
      case 0x22: {
        const end = stringEnd(text, index);
        if (nameNext && here?.names) {
          here.at = nameOf(text.slice(index, end + 1));
          const told = here.names.get(here.at);
          if (told === false) faults.add(stepsTo(places), 'repeated-key');
          here.names.set(here.at, told !== undefined);
          nameNext = false;
        }
        index = end;
        break;
      }
      case 0x7b:
        places.push({ names: new Map(), at: '' });
        nameNext = true;
        break;
      case 0x5b:
        places.push({ at: 0 });
        nameNext = false;
        break;
      case 0x7d:
      case 0x5d:
        places.pop();
        nameNext = false;
        break;
      case 0x2c:
        if (typeof here?.at === 'number') here.at += 1;
        nameNext = here?.names !== undefined;
        break;
    }
    if (places.length > DEPTH_MAX) {
      faults.add(stepsTo(places.slice(0, -1)), 'too-deep', { limit: DEPTH_MAX });
      return false;
    }
  }
  return true;
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** Two spellings of one name are one name: "\u0061" is "a". */
function nameOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}

function stepsTo(places: Place[]): (string | number)[] {
  return places.map(({ at }) => at);
}
