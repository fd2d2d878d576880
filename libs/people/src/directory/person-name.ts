// A person's name as it is kept: in any script, on one line, written in one way.

export const NAME_MAX = 200;

/** Something to see, no line break of any kind, and no mark that turns the reading direction of what follows. */
export const NAME = /^(?=.*\S)[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;

/** Å in one character and not in two; one blank between words and none around them. */
export function nameAsKept(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}
