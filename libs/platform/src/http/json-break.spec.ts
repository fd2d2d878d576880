import { readFileSync } from 'node:fs';
import { jsonBreak, lineAndColumn } from './json-break.js';

const demo = readFileSync(new URL('../../../../demo/hogsby.json', import.meta.url), 'utf8');

describe('where a text stops being JSON', () => {
  it.each<[string, number]>([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ["{'a': 1}", 1],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['[1}', 2],
    ['{"a": tru}', 6],
    ['{"a": 01}', 7],
    ['{"a": "b\nc"}', 6],
    ['{"a": "\\x"}', 6],
    ['{} {}', 3],
    ['', 0],
    ['{"a": "b', 8],
    ['{"a": "b\\u00', 12],
    ['{"a": nul', 9],
    ['{"a": nul}', 6],
    ['   ', 3],
    ['NaN', 0],
    ['// no comments\n{}', 0],
  ])('%j at %i', (text, offset) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(jsonBreak(text)).toBe(offset);
  });

  it('names a line and a column', () => {
    const text = '{\n  "a": 1,\n  "b": oops\n}';
    expect(lineAndColumn(text, jsonBreak(text))).toEqual({ line: 3, column: 8 });
  });

  it('a whole file breaks nowhere, and wherever it is cut it breaks at the cut', () => {
    expect(jsonBreak(demo)).toBe(demo.length);
    for (let cut = 1; cut < demo.length; cut += 97) expect(jsonBreak(demo.slice(0, cut))).toBe(cut);
  });

  it('is not brought down by depth', () => {
    expect(jsonBreak('['.repeat(1_000_000))).toBe(1_000_000);
  });
});
