// The numbers of versions: proposals 0.1, 0.2 ...; the first adopted 1.0, proposals to change it 1.1 ..., the next 2.0.
import type { Version } from './document.js';

export function nextProposal(versions: Version[]): string {
  return firstFree(versions, 1, (n) => `${lastAdopted(versions)}.${n}`);
}

/** A label that already reads as an adopted one (an old document's 3.0, B103) is kept. */
export function adoptedLabel(versions: Version[], version: Version): string {
  if (/^[1-9]\d*\.0$/.test(version.label)) return version.label;
  return firstFree(versions, lastAdopted(versions) + 1, (n) => `${n}.0`);
}

export function isTaken(versions: Version[], label: string): boolean {
  return versions.some((version) => version.label === label || version.adopted?.label === label);
}

function lastAdopted(versions: Version[]): number {
  return Math.max(0, ...versions.map((version) => Number.parseInt(version.adopted?.label ?? '0', 10)));
}

function firstFree(versions: Version[], from: number, label: (n: number) => string): string {
  let n = from;
  while (isTaken(versions, label(n))) n += 1;
  return label(n);
}
