// What is wrong with a file of history, for whoever wrote it: where, and in one sentence.
import { invalidBody, problemBody, type BodyFault } from '#libs/platform';

export interface FileFault {
  /** A JSON pointer, or a line and column where it is no JSON; empty for the file as a whole. */
  place: string;
  /** As the HTTP doors name it, where they tell it too. */
  code?: string;
  message: string;
}

/** A file that is wrong everywhere is not worth a thousand lines. */
const FAULTS_MAX = 50;

/** Faults by their codes, in the words that the HTTP doors have for them. */
export function inWords(faults: BodyFault[]): FileFault[] {
  const said = problemBody(invalidBody(faults), 'en').faults ?? [];
  return said.map(({ pointer, message }) => ({ place: pointer, message }));
}

/** One line each, the first {@link FAULTS_MAX} of them. */
export function faultLines(faults: FileFault[]): string[] {
  const told = faults
    .slice(0, FAULTS_MAX)
    .map(({ place, message }) => (place === '' ? message : `${place}: ${message}`));
  const untold = faults.length - told.length;
  return untold > 0 ? [...told, `... and ${untold} more.`] : told;
}
