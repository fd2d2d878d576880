// CSV for spreadsheets: UTF-8 with a byte order mark, semicolons and CRLF, which is what a Swedish Excel opens with a double click,
// å, ä and ö whole. Cells as RFC 4180 has them; none of them is ever taken for a formula (OWASP: CSV injection).

export const BOM = '\ufeff';

/** A spreadsheet reckons what begins with one of these; an apostrophe before it says that it is text. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(cell).join(';')}\r\n`;
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n,\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
