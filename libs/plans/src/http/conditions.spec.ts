// ETag, If-Match, If-None-Match and the digest of a repeat.
import { digestOf, ifMatchOf, isKnown, isRepeatKey } from './conditions.js';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"7"', [7]],
    ['"7", "8"', [7, 8]],
    ['W/"7"', [-1]],
    ['"abc"', [-1]],
    ['""', [-1]],
    ['"x,y", "3"', [3]],
  ])('%s means %j', (header, versions) => {
    expect(ifMatchOf(header)).toEqual(versions);
  });

  it.each(['7', '"7', '"7" "8"', '', '"7",', '*, "7"'])('%j is no such header', (header) => {
    expect(() => ifMatchOf(header)).toThrow('invalid-header');
  });
});

it.each([
  ['"7"', true],
  ['W/"7"', true],
  ['"6", "7"', true],
  ['*', true],
  ['"77"', false],
  [undefined, false],
])('If-None-Match %s knows version 7: %s', (header, known) => {
  expect(isKnown(header, 7)).toBe(known);
});

describe('a digest', () => {
  const body = { a: 1, b: [{ c: 2, d: 3 }] };

  it('is the same whatever the order of the fields', () => {
    expect(digestOf('p', 'v', { b: [{ d: 3, c: 2 }], a: 1 })).toBe(digestOf('p', 'v', body));
  });

  it.each([
    ['another plan', digestOf('q', 'v', body)],
    ['another verb', digestOf('p', 'w', body)],
    ['another value', digestOf('p', 'v', { ...body, a: 2 })],
    ['another order of a list', digestOf('p', 'v', { a: 1, b: [{ c: 3, d: 2 }] })],
    ['a list instead of an object', digestOf('p', 'v', [['a', 1]])],
  ])('differs for %s', (_what, other) => {
    expect(other).not.toBe(digestOf('p', 'v', body));
  });

  it('tells an object from the list that is made of it', () => {
    expect(digestOf('p', 'v', { a: 1 })).not.toBe(digestOf('p', 'v', [['a', 1]]));
  });
});

it.each([
  ['a', true],
  ['x'.repeat(200), true],
  ['x'.repeat(201), false],
  ['', false],
  ['  ', false],
  ['å', false],
  ['a\tb', false],
])('%j is a key for repeats: %s', (key, is) => {
  expect(isRepeatKey(key)).toBe(is);
});
