// What the directory takes for a person's address: what mail can be sent to, at a domain that the whole internet knows.
import { isMailAddress } from '#libs/platform';
import { isEmail } from 'class-validator';

export function isPersonAddress(text: string): boolean {
  return isMailAddress(text) && isEmail(text);
}
