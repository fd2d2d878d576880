// What counts as an address for mail: one mailbox at one domain, and nothing that could become another header of a letter.
import { isEmail } from 'class-validator';

/** Blanks, line breaks, marks that turn the reading direction, and what would quote, group or list addresses (RFC 5322, 3.4). */
const NEVER = /[\s\p{C}"<>(),:;\\[\]]/u;

export function isMailAddress(text: string): boolean {
  return !NEVER.test(text) && isEmail(text);
}
