// Installs the dependencies when they are not the ones that package-lock.json names.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { inProject, npm, stopWith } from './project.mjs';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm writes what it installed beside it, last of all: without that file an install was cut short. */
export function isInstalled() {
  const installed = inProject('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = packagesIn(installed);
  return Object.entries(packagesIn(inProject('package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || have[path]?.version === version || (optional === true && !have[path]),
  );
}

export async function install(say) {
  say('Installing what Stegvis needs (once; a minute or two) ...');
  // Also what is for development: the program is built here.
  const args = ['ci', '--include=dev', '--include=optional', '--prefer-offline', '--loglevel=error'];
  const code = await npm(args, ['ignore', 'ignore', 'inherit']);
  if (code !== 0) stopWith('npm could not install the dependencies; what it says stands above.');
}

/** So that `npx stegvis` finds our own command without asking a registry. */
export function linkCommand() {
  const link = inProject('node_modules', '.bin', 'stegvis');
  if (existsSync(link) || process.platform === 'win32') return;
  symlinkSync('../../scripts/stegvis.mjs', link);
}
