// `npm run build`: compiles the sources to dist/ and brings along whatever else lies beside them.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finished, inProject, PROJECT, stopWith } from './project.mjs';

const ROOMS = ['apps', 'libs', 'test/bench'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
const STAMP = inProject('dist', '.built');

const isCompiled = (file) => file.endsWith('.ts');
const isTest = (file) => /\.(int-)?spec\.ts$|\.snap$/.test(file);

function filesBelow(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = () => ROOMS.flatMap((room) => filesBelow(inProject(room))).filter((file) => !isTest(file));

const byName = (a, b) => (a < b ? -1 : 1);

/** Changes when a source is changed, added or taken away. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files, ...SETTINGS.map((name) => inProject(name))].toSorted(byName)) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(PROJECT, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

export const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(sources());

export async function build(say) {
  say('Building ...');
  const files = sources();
  const stamp = fingerprint(files);
  rmSync(STAMP, { force: true });
  await compile();
  for (const file of files.filter((file) => !isCompiled(file))) {
    mkdirSync(dirname(built(file)), { recursive: true });
    copyFileSync(file, built(file));
  }
  removeOrphans(files);
  writeFileSync(STAMP, stamp);
}

const built = (file) => inProject('dist', relative(PROJECT, file));

async function compile() {
  const tsc = inProject('node_modules', 'typescript7', 'bin', 'tsc');
  const code = await finished(process.execPath, [tsc, '-p', inProject('tsconfig.build.json')], { stdio: 'inherit' });
  if (code !== 0) stopWith('The build failed; what the compiler says stands above.');
}

/** What a source that is gone had left in dist would still be loaded. */
function removeOrphans(files) {
  const wanted = new Set(files.map((file) => built(file).replace(/\.ts$/, '.js')));
  for (const file of ROOMS.flatMap((room) => filesBelow(inProject('dist', room)))) {
    if (!wanted.has(file.replace(/\.js\.map$/, '.js'))) rmSync(file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(console.log);
