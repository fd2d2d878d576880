// The bytes of a CSV file as text: UTF-8, or what Excel writes besides.

export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/** Every archive in the ZIP format begins so, and with it every workbook of Excel and Calc. */
const WORKBOOK = 'PK\u0003\u0004';

/** @returns the text without its byte order mark, or why there is none. */
export function csvText(
  bytes: Uint8Array,
): { text: string; encoding: Encoding } | { why: 'workbook' | 'not-text' | 'empty' } {
  if (latin(bytes.subarray(0, 4)) === WORKBOOK) return { why: 'workbook' };
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return { why: 'not-text' };
  return text.trim() === '' ? { why: 'empty' } : { text, encoding };
}

/** Text of another encoding is no UTF-8 as soon as it has one å; what Swedish Excel writes as plain CSV is Windows-1252. */
function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
