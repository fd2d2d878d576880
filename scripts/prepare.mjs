// Installs and builds when that is needed, one command at a time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled, linkCommand } from './install.mjs';
import { inProject } from './project.mjs';

const ready = () => isInstalled() && isBuilt();

export async function prepare(say) {
  if (!ready()) {
    await alone(say, async () => {
      if (!isInstalled()) await install(say);
      if (!isBuilt()) await build(say);
    });
  }
  linkCommand();
}

/** Two installs at once would tear down each other's node_modules. */
async function alone(say, work) {
  mkdirSync(inProject('.stegvis'), { recursive: true });
  const lock = inProject('.stegvis', 'preparing');
  for (let told = false; !take(lock); told = true) {
    if (!told) say('Another command is installing or building; waiting for it ...');
    await sleep(300);
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
