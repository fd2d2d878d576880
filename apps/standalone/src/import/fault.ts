// What is wrong with a file of history, for whoever wrote it.

export interface FileFault {
  /** A JSON pointer, or a line and column where it is no JSON; empty for the file as a whole. */
  place: string;
  message: string;
}

/** One line each. */
export function sayFault({ place, message }: FileFault): string {
  return place === '' ? message : `${place}: ${message}`;
}
