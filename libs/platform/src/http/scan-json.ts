// A look at JSON text before it is parsed, for what the parser hides or suffers from: nesting and names that stand twice.
import type { BodyFault } from './problem.js';

export const DEPTH_MAX = 32;

interface Place {
  /** Names seen so far; absent in a list. */
  names?: Set<string>;
  /** The name or index that is being read. */
  at: string | number;
}

/** @returns the first fault. Text that is no JSON is left for the parser to refuse. */
export function scanJson(text: string): BodyFault | null {
  const places: Place[] = [];
  let nameNext = false;
  for (let index = 0; index < text.length; index += 1) {
    const here = places.at(-1);
    switch (text.charCodeAt(index)) {
      case 0x22: {
        const end = stringEnd(text, index);
        if (nameNext && here?.names) {
          here.at = nameOf(text.slice(index, end + 1));
          if (here.names.has(here.at)) return { pointer: pointerTo(places), code: 'repeated-key' };
          here.names.add(here.at);
          nameNext = false;
        }
        index = end;
        break;
      }
      case 0x7b:
        places.push({ names: new Set(), at: '' });
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
    if (places.length > DEPTH_MAX)
      return { pointer: pointerTo(places.slice(0, -1)), code: 'too-deep', params: { limit: DEPTH_MAX } };
  }
  return null;
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

function pointerTo(places: Place[]): string {
  return places.map(({ at }) => pointerStep(at)).join('');
}

/** RFC 6901. */
export function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
