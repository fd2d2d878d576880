// Bytes into data: what is let through, and what is stopped where.
import { Problem, problemBody } from './problem.js';
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

/** What is said of it, in the language. */
function said(bytes: Buffer, language: 'sv' | 'en'): string {
  try {
    readJson(bytes);
  } catch (error) {
    return problemBody(error as Problem, language).detail;
  }
  return 'let through';
}

describe('readJson', () => {
  it('says where it is no JSON in the words of the reader, and nothing of what stands there', () => {
    const broken = Buffer.from('{\n  "reason": hemligt }');
    expect(said(broken, 'sv')).toBe(
      'Innehållet gick inte att läsa som JSON i UTF-8: det blir fel, eller tar slut, på rad 2, tecken 13.',
    );
    expect(said(broken, 'en')).toMatch(/at line 2, column 13\.$/);
    expect(said(Buffer.of(0x7b, 0x22, 0xff, 0x22), 'sv')).toMatch(/rad 1, tecken 3\.$/);
  });

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

  it('tells every fault at once, a name that stands three times once', () => {
    const text = '{"a":1,"a":2,"a":3,"b":[{"c":1,"c":2},{"c":1}],"d":"\\u0000","e":1e999,"b":0,"constructor":{"x":1}}';
    expect(faultOf(text)).toEqual([
      { pointer: '/a', code: 'repeated-key' },
      { pointer: '/b/0/c', code: 'repeated-key' },
      { pointer: '/b', code: 'repeated-key' },
      { pointer: '/d', code: 'bad-character' },
      { pointer: '/e', code: 'out-of-range' },
      { pointer: '/constructor', code: 'forbidden-key' },
    ]);
  });

  it('tells what stands twice before it is too deep', () => {
    const text = `{"a":1,"a":${'['.repeat(40)}`;
    expect(faultOf(text)).toMatchObject([{ pointer: '/a', code: 'repeated-key' }, { code: 'too-deep' }]);
  });

  it.each(['{"constructor":"a"}', '{"stages":{"prototype":"b"}}'])('a name of text may be reserved: %s', (text) => {
    expect(faultOf(text)).toBe('let through');
  });

  it.each(['{"__proto__":"a"}', '{"constructor":{}}', '{"a":{"prototype":null}}', '{"constructor":["a"]}'])(
    'never what reaches into a prototype: %s',
    (text) => expect(faultOf(text)).toEqual([expect.objectContaining({ code: 'forbidden-key' })]),
  );

  it('of very many tells the first, and how many more there are', () => {
    const twice = (count: number, name: (nth: number) => string) =>
      Array.from({ length: count }, (_, nth) => `"${name(nth)}":1,"${name(nth)}":1`).join();
    const many = faultOf(`{${twice(1500, (nth) => `a${nth}`)}}`) as unknown[];
    expect([many.length, many.at(-1)]).toEqual([1001, { pointer: '', code: 'more-faults', params: { count: 500 } }]);
    // A long name in every pointer would make an answer of gigabytes.
    const long = faultOf(`{"${'x'.repeat(90_000)}":{${twice(1500, (nth) => `a${nth}`)}}}`) as unknown[];
    expect([long.length, long.at(-1)]).toEqual([3, { pointer: '', code: 'more-faults', params: { count: 1498 } }]);
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
