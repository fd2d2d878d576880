import { inOrderOf } from './file-order.js';

const ordered = (candidate: unknown, pointers: string[]) =>
  inOrderOf(
    candidate,
    pointers.map((pointer) => ({ pointer, code: 'missing', params: {} })),
  ).map(({ pointer }) => pointer);

describe('the order of faults', () => {
  it('is that of the document, lists by number, what holds before what is held, what is missing last', () => {
    const candidate = { stages: Array.from({ length: 11 }, () => ({ next: [], key: 'a' })), key: 'x' };
    const wanted = [
      '/stages',
      '/stages/2/next',
      '/stages/2/next/0',
      '/stages/2/key',
      '/stages/2/name',
      '/stages/10',
      '/key',
      '/name/sv',
    ];
    expect(ordered(candidate, [...wanted].reverse())).toEqual(wanted);
  });

  it('two of one place keep theirs, and names are read as pointers write them', () => {
    const faults = ['b', 'a'].map((code) => ({ pointer: '/x', code, params: {} }));
    expect(inOrderOf({ x: 1 }, faults)).toEqual(faults);
    expect(ordered({ 'a/b': 1, 'c~d': 1 }, ['/c~0d', '/a~1b', ''])).toEqual(['', '/a~1b', '/c~0d']);
    expect(ordered(null, ['/a', ''])).toEqual(['', '/a']);
  });
});
