// The file of an export or a backup: lines of JSON in UTF-8. A header, a line for each row (`is` says of what), and an end line
// with the number of lines and the SHA-256 of all bytes before it. docs/operating.md describes it for others.
import type { Status } from '#libs/lifecycle';
import type { Contents } from './carried.js';

export const FORMAT = 'stegvis-export';
/** Raised when an older Stegvis could no longer make sense of the file. */
export const FORMAT_VERSION = 1;

export interface Header {
  format: typeof FORMAT;
  version: number;
  contents: Contents;
  /** Of a backup: when it was taken. An export has no date: the same content is the same file. */
  takenAt?: string;
}

export type Line = { is: string } & Record<string, unknown>;

/** What folding a plan's events must give. */
export interface PlanLine {
  is: 'plan';
  id: string;
  template: { key: string; version: number };
  stage: string;
  status: Status;
  attempt: number;
  version: number;
  sequence: number;
}

export interface End {
  is: 'end';
  lines: number;
  sha256: string;
}
