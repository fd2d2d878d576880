// Bytes into data: what is let through, and what is stopped where.
import { Problem } from './problem.js';
import { readJson } from './read-json.js';

const read = (text: string) => readJson(Buffer.from(text));

function faultOf(text: string): unknown {
  try {
    read(text);
  } catch (error) {
    const { kind, circumstances } = error as Problem;
    return circumstances.faults ?? kind.code;
  }
  return 'let through';
}

describe('readJson', () => {
  it.each([
    '{}',
    '[]',
    '1',
    '"a"',
    'null',
    ' {"a" : [1, {"b": "c,{}[]\\"" }], "d": "\\\\"} ',
    '{"a":{"x":1},"b":{"x":2}}',
    '{"å":"😀"}',
  ])('lets %s through as it is', (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it('takes no bytes at all for an empty object', () => {
    expect(readJson(Buffer.alloc(0))).toEqual({});
  });

  it.each([
    ['{"a":1,"a":2}', '/a', 'repeated-key'],
    ['{"a":1,"\\u0061":2}', '/a', 'repeated-key'],
    ['[{"x":[0,{"a":1,"b":2,"a":3}]}]', '/0/x/1/a', 'repeated-key'],
    ['{"a/b":{"~":1,"~":2}}', '/a~1b/~0', 'repeated-key'],
    ['{"a":[{"__proto__":1}]}', '/a/0/__proto__', 'forbidden-key'],
    ['{"a":["x","\\udfff"]}', '/a/1', 'bad-character'],
    ['{"a":-1e400}', '/a', 'out-of-range'],
  ])('stops %s at %s', (text, pointer, code) => {
    expect(faultOf(text)).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('allows 32 levels and no more', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(faultOf(nested(32))).toBe('let through');
    expect(faultOf(nested(33))).toEqual([expect.objectContaining({ code: 'too-deep', params: { limit: 32 } })]);
  });

  it.each(['{', '}', '{"a":1,}', "{'a':1}", 'NaN', '\ufeff{}', '{"a":1}}', '"a', '{"\\x":1}'])(
    'stops %j, which is no JSON',
    (text) => {
      expect(faultOf(text)).toBe('malformed-json');
    },
  );
});
