#!/usr/bin/env node
// `npm run test:deep`: the long proofs, one after another, or those that are named: npm run test:deep -- mutation
// What follows a name's `--` goes to its program: npm run test:deep -- mutation -- --mutate 'libs/lifecycle/src/schedule/*.ts'
import './node-check.mjs';

const { existsSync, rmSync } = await import('node:fs');
const { install, isInstalled } = await import('./install.mjs');
const { finished, inProject, programNode, stopWith } = await import('./project.mjs');

const SEEDS = 2000;
const WALKS = 4000;
const MODELS = 60;
/** Random templates that the check is held against. */
const TEMPLATES = 20_000;
/** What Stryker tells of each mutant (stryker.config.mjs). */
const MUTANTS = inProject('coverage', 'mutation', 'mutation.json');

/** Specs of which `npm test` takes a sample; `env` says how many of each. */
const specs = (args, env) => ({
  program: ['jest', 'bin', 'jest.js'],
  args: [...args, '--selectProjects', 'unit'],
  env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', ...env },
});

const PROOFS = {
  simulation: specs(['test/simulation'], { STEGVIS_SEEDS: process.env.STEGVIS_SEEDS ?? String(SEEDS) }),
  judge: specs(['test/judge'], { STEGVIS_WALKS: process.env.STEGVIS_WALKS ?? String(WALKS) }),
  models: specs(['test/models', 'check-branches-model'], {
    STEGVIS_MODELS: process.env.STEGVIS_MODELS ?? String(MODELS),
    STEGVIS_TEMPLATES: process.env.STEGVIS_TEMPLATES ?? String(TEMPLATES),
  }),
  mutation: {
    program: ['@stryker-mutator', 'core', 'bin', 'stryker.js'],
    args: ['run'],
    before: forgetKilled,
    after: tellKilled,
  },
};

const [named, given] = split(process.argv.slice(2));
const unknown = named.find((name) => !(name in PROOFS));
if (unknown) stopWith(`There is no proof ${unknown}; choose among ${Object.keys(PROOFS).join(', ')}.`);

if (!isInstalled()) await install(console.log);
const results = [];
for (const name of named.length > 0 ? named : Object.keys(PROOFS)) results.push(await prove(name, PROOFS[name]));
for (const { name, code, seconds } of results)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${Math.round(seconds)} s)`);
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;

function split(args) {
  const end = args.indexOf('--');
  return end < 0 ? [args, []] : [args.slice(0, end), args.slice(end + 1)];
}

async function prove(name, { program, args, env, before, after }) {
  console.log(`\n${name}`);
  before?.();
  const began = performance.now();
  const options = { stdio: 'inherit', env: { ...process.env, ...env } };
  const code = await finished(programNode(), [inProject('node_modules', ...program), ...args, ...given], options);
  await after?.();
  return { name, code: code ?? 1, seconds: (performance.now() - began) / 1000 };
}

/** Of an earlier run, whose figures must not be taken for this one's. */
function forgetKilled() {
  rmSync(MUTANTS, { force: true });
}

/** Folder by folder, the weakest first. */
async function tellKilled() {
  if (!existsSync(MUTANTS)) return;
  const { killedByFolder } = await import('../test/mutation/killed.mjs');
  const { folders, whole } = killedByFolder(MUTANTS);
  for (const folder of folders) console.log(line(folder));
  console.log(line(whole));
}

function line({ name, killed, all }) {
  return `${((100 * killed) / all).toFixed(1).padStart(6)} % of ${String(all).padStart(5)}  ${name}`;
}
