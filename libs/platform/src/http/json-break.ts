// Where a text stops being JSON (RFC 8259). The parser of Node names no place for some faults, so this finds it, without recursion.

const BLANK = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const CUT_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Want = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'more' | 'end';

/** @returns the offset of the first character that cannot stand there; the text's length when it ends too early. */
export function jsonBreak(text: string): number {
  const open: ('{' | '[')[] = [];
  let want: Want = 'value';
  let at = 0;
  const took = (shape: RegExp): boolean => {
    shape.lastIndex = at;
    const found = shape.exec(text);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  const closed = (): Want => {
    open.pop();
    return open.length > 0 ? 'more' : 'end';
  };
  for (;;) {
    took(BLANK);
    const next = text[at];
    if (next === undefined || want === 'end') return at;
    if (want === 'colon') {
      if (next !== ':') return at;
      at += 1;
      want = 'value';
    } else if (want === 'more') {
      const inside = open.at(-1);
      if (next !== ',' && next !== (inside === '{' ? '}' : ']')) return at;
      at += 1;
      want = next !== ',' ? closed() : inside === '{' ? 'name' : 'value';
    } else if ((want === 'name or }' && next === '}') || (want === 'value or ]' && next === ']')) {
      at += 1;
      want = closed();
    } else if (want === 'name' || want === 'name or }') {
      const end = stringEnd(text, at);
      if (end === null) return at;
      at = end;
      want = 'colon';
    } else if (next === '{' || next === '[') {
      open.push(next);
      at += 1;
      want = next === '{' ? 'name or }' : 'value or ]';
    } else {
      const end = stringEnd(text, at);
      if (end === null && !took(SCALAR)) return isCutWord(text.slice(at, at + 5)) ? text.length : at;
      at = end ?? at;
      want = open.length > 0 ? 'more' : 'end';
    }
  }
}

/** @returns the offset behind the closing quote, or the text's length when that is cut off; null where no string can be. */
function stringEnd(text: string, start: number): number | null {
  if (text[start] !== '"') return null;
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return null;
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = at;
    const escape = ESCAPE.exec(text);
    if (!escape) return CUT_ESCAPE.test(text.slice(at, at + 6)) ? text.length : null;
    at += escape[0].length - 1;
  }
  return text.length;
}

/** The text ends in the middle of a word. */
function isCutWord(rest: string): boolean {
  return ['true', 'false', 'null', '-'].some((word) => word.startsWith(rest));
}

/** Counted from 1, as editors do. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
