// Text in a picture that is drawn without a screen: how wide it is, where it breaks, and what XML makes of it.

/** Widths of Helvetica and its kin in thousandths of the font size, by groups of letters. */
const WIDTHS: [RegExp, number][] = [
  [/[ijl'|!.,:;]/, 270],
  [/[\sftrI()[\]/\\"-]/, 340],
  [/[mwMW@%&]/, 880],
  [/[A-ZÅÄÖÜÉ]/, 700],
  [/[ -\u024f–—”“’…→·]/, 560],
];
/** Of letters from elsewhere: as wide as high. */
const WIDE = 1000;
/** Fonts differ; a little room is left for those that run wider. */
const ROOM = 1.06;

/** In pixels. @param bold as bold letters run wider. */
export function widthOf(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([group]) => group.test(letter))?.[1] ?? WIDE;
  return (width / 1000) * size * ROOM * (bold ? 1.07 : 1);
}

/** Breaks between words, and inside one that is too long; what does not fit into so many lines ends in «…». */
export function wrapped(text: string, size: number, widthMax: number, linesMax: number, bold = false): string[] {
  const fits = (line: string) => widthOf(line, size, bold) <= widthMax;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((word) => pieces(word, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= linesMax) return lines;
  return [...lines.slice(0, linesMax - 1), shortened(lines[linesMax - 1] ?? '', fits)];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('')}…`;
}

/** A word that is wider than a line, in pieces with hyphens. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const letters = [...word];
  let count = letters.length - 1;
  while (count > 1 && !fits(`${letters.slice(0, count).join('')}-`)) count -= 1;
  return [`${letters.slice(0, count).join('')}-`, ...pieces(letters.slice(count).join(''), fits)];
}

/** What XML 1.0 does not take is left out. */
export function escaped(text: string): string {
  const plain = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
