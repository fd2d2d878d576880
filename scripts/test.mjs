#!/usr/bin/env node
// `npm test`: everything, from a fresh clone. Arguments go to jest, and then only jest runs.
// The last line says how many passed and failed, alone, whatever happens.
import './node-check.mjs';

const { mkdtempSync, readFileSync, rmSync, existsSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { checkAll } = await import('./check.mjs');
const { prepare } = await import('./prepare.mjs');
const { finished, inProject, programNode } = await import('./project.mjs');
const { ensureSystemPackages, findProgram } = await import('./system-packages.mjs');

const count = { passed: 0, failed: 0, skipped: 0 };

process.on('exit', (code) => {
  // Something stopped us before any test could fail.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`);
});

await prepare(console.log);
await ensureSystemPackages(console.log);
const jestArguments = process.argv.slice(2);
if (jestArguments.length === 0) countChecks(await checkAll());
const jestCode = await runJest(jestArguments);
process.exitCode = jestCode || (count.failed > 0 ? 1 : 0);

function countChecks(results) {
  for (const { passed } of results) count[passed ? 'passed' : 'failed'] += 1;
}

async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-results-'));
  const results = join(folder, 'results.json');
  const jest = inProject('node_modules', 'jest', 'bin', 'jest.js');
  const code = await finished(programNode(), [jest, '--json', `--outputFile=${results}`, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      STEGVIS_TEST_CHROMIUM: findProgram(['chromium', 'chromium-browser', 'google-chrome']),
    },
  });
  if (existsSync(results)) countTests(JSON.parse(readFileSync(results, 'utf8')));
  rmSync(folder, { recursive: true });
  return code ?? 1;
}

/** A file that did not load has no tests to fail, so it counts as one itself. */
function countTests(results) {
  count.passed += results.numPassedTests;
  count.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  count.skipped += results.numPendingTests + results.numTodoTests;
}
