// The room that is left where the embedded database lies. A database of yours looks after its own.
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fault, ok, warning, type Finding } from './finding.js';

const GIB = 1024 ** 3;
/** With less than a segment of its log the database cannot go on; with little more it soon cannot. */
const FAULT_GIB = 0.1;
const WARNING_GIB = 1;

export function checkDisk(dataDir: string): Finding {
  let there = dataDir;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  const gib = (bavail * bsize) / GIB;
  const says = `${gib < 10 ? gib.toFixed(1) : Math.floor(gib)} GiB free for ${dataDir}`;
  if (gib < FAULT_GIB) return fault('disk', says, 'Make room now: without it nothing more can be stored.');
  if (gib < WARNING_GIB) return warning('disk', says, 'Make room, or move the data folder to a larger disk.');
  return ok('disk', says);
}
