// stegvis archive <plan> <file.zip | folder>
import { PlanArchive, Plans, zipOf, type Packed } from '#libs/plans';
import { isUuid } from '#libs/platform';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '../export/write-file.js';
import { StartFault } from '../start-fault.js';
import { note, say, withStored } from './with-app.js';

export function archivePlan(id: string, to: string): Promise<void> {
  return withStored(async (app) => {
    const plan = isUuid(id) ? await app.get(Plans).one(id.toLowerCase()) : null;
    if (!plan) throw new StartFault(`There is no plan ${id}.`);
    const files = await app.get(PlanArchive, { strict: false }).files(plan);
    await (/\.zip$/i.test(to) ? writeWhole(to, zipOf(files, plan.recordedAt)) : writeFolder(to, files));
    say(`${plan.title}: ${files.length} files in ${to}.`);
    if (plan.status === 'active' || plan.status === 'paused')
      note('The plan is not closed: the archive says so, and how it stood.');
  });
}

/** A folder of its own, there whole or not at all. */
async function writeFolder(to: string, files: readonly Packed[]): Promise<void> {
  if (await isUsed(to))
    throw new StartFault(`The folder ${to} holds something already: give another. Nothing was written.`);
  // A name of its own: what a killed run left, or a person keeps, is neither packed nor cleared away.
  const beside = `${to.replace(/[\\/]+$/, '')}.${randomBytes(4).toString('hex')}.part`;
  try {
    for (const { path, open } of files) {
      await mkdir(dirname(join(beside, path)), { recursive: true });
      await writeWhole(join(beside, path), asStream(open()));
    }
    await rm(to, { recursive: true, force: true });
    await rename(beside, to);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function isUsed(folder: string): Promise<boolean> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR')
      throw new StartFault(`${folder} is a file: give a folder, or a name that ends in .zip.`);
    throw error;
  });
  return there.length > 0;
}

async function* asStream(content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* content;
}
