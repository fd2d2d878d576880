import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it.each([
    [['a', 1, true, null], 'a;1;true;\r\n'],
    [['a;b', 'say "x"', 'two\nlines'], '"a;b";"say ""x""";"two\nlines"\r\n'],
    [['Åsa', ' x '], 'Åsa;" x "\r\n'],
  ])('%j', (cells, line) => expect(csvLine(cells)).toBe(line));

  it.each(['=1+1', '+46', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("x";"y")'])(
    'takes %j for text',
    (text) => {
      const [line] = [csvLine([text])];
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves numbers numbers', () => expect(csvLine([-2])).toBe('-2\r\n'));
});
