// What a file is said to be, in one form: small letters, and of the parameters the charset alone (RFC 9110, 8.3.1).

export const UNKNOWN_TYPE = 'application/octet-stream';

/** @returns null when it is no media type. */
export function mediaTypeOf(header: string | undefined): string | null {
  if (header === undefined || header.trim() === '') return UNKNOWN_TYPE;
  const type = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(;|$)/.exec(header)?.[1]?.toLowerCase();
  if (type === undefined || header.length > 200) return null;
  const charset = /;\s*charset\s*=\s*"?([\w.:+-]+)"?/i.exec(header)?.[1]?.toLowerCase();
  return charset === undefined ? type : `${type}; charset=${charset}`;
}

/** Saved under its own name, never shown in the page (RFC 6266; RFC 8187 for what is not ASCII). */
export function asDownload(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
