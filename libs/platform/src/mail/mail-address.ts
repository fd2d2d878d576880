// Addresses and names as they go into the head of a mail: nothing in them may end a line or begin another address.

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. Quoted local parts and address literals are nobody's real address. */
const ADDRESS = /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@[^\s\p{C}@<>()[\]\\,;:"]{1,251}$/u;
const LENGTH_MAX = 254;

export function isMailAddress(text: string): boolean {
  if (!ADDRESS.test(text) || Buffer.byteLength(text) > LENGTH_MAX) return false;
  const [local = '', host = ''] = text.split('@');
  return [local, host].every((part) => part.split('.').every((step) => step !== '')) && !/(^|\.)-|-(\.|$)/.test(host);
}

/** A name or a subject as one line. */
export function asOneLine(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]+/gu, ' ').trim();
}

export interface Mailbox {
  name: string;
  address: string;
}

/** @param text `Name <address>` or an address alone. @returns undefined when it is neither. */
export function mailboxOf(text: string): Mailbox | undefined {
  const [, name = '', bracketed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  if (!isMailAddress(address)) return undefined;
  return { name: asOneLine(name.replaceAll('"', '')), address };
}
