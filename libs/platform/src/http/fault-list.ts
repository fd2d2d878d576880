// Faults as they are found, each at its place. A hostile body has more of them than bytes, so an answer tells no more than can be read.
import type { BodyFault } from './problem.js';

export const FAULTS_MAX = 1_000;
const POINTERS_MAX = 100_000;

export class FaultList {
  private readonly told: BodyFault[] = [];
  private untold = 0;
  /** So many more characters of pointers: a name may be as long as the body, and stand in every one. */
  private room = POINTERS_MAX;

  /** @param steps names and numbers of items, from the outside in */
  add(steps: (string | number)[], code: string, params?: BodyFault['params']): void {
    if (this.told.length >= FAULTS_MAX || this.room <= 0) {
      this.untold += 1;
      return;
    }
    const pointer = steps.map(pointerStep).join('');
    this.room -= pointer.length;
    this.told.push({ pointer, code, ...(params === undefined ? {} : { params }) });
  }

  /** The first of them, and how many more there are. */
  all(): BodyFault[] {
    return [...this.told, ...more(this.untold)];
  }
}

export function firstOfThem(faults: BodyFault[]): BodyFault[] {
  return [...faults.slice(0, FAULTS_MAX), ...more(faults.length - FAULTS_MAX)];
}

function more(untold: number): BodyFault[] {
  return untold > 0 ? [{ pointer: '', code: 'more-faults', params: { count: untold } }] : [];
}

/** RFC 6901. */
export function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
