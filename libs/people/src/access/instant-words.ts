// An instant as people read it, by the clock of Sweden (INV-42).
import type { Language } from '#libs/lifecycle';

export function instantIn(language: Language, at: Date): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(at);
}
