// Files into a zip as they are read, the same bytes each time: its times are the plan's, told alike in every time zone.
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Packed } from './plan-archive.js';

/** @param at the instant that every file is dated to */
export function zipOf(files: readonly Packed[], at: string): Readable {
  const zip = new ZipFile();
  // Zip keeps local time; the digits of UTC, taken for local ones, come out the same wherever this runs.
  const mtime = new Date(at.slice(0, 19));
  for (const { path, bytes, open } of files)
    zip.addReadStreamLazy(path, { mtime, forceDosTimestamp: true, mode: 0o100644, size: bytes }, (done) =>
      done(null, Readable.from(open())),
    );
  zip.end();
  const stream = zip.outputStream as Readable;
  // Also what goes wrong while a file is read must reach whoever reads the zip.
  zip.on('error', (error: Error) => stream.destroy(error));
  return stream;
}
