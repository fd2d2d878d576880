// `npm run check:static`: format, types, lint and import rules, side by side; the output of those that find something.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inProject, programNode, PROJECT } from './project.mjs';

const ROOMS = ['apps', 'libs', 'test'];
const CHECKS = [
  { name: 'format', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--cache', '--log-level=warn', '.'] },
  { name: 'types', tool: 'typescript7/bin/tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'lint', tool: 'oxlint/bin/oxlint', args: ['--type-aware', ...ROOMS, 'scripts'] },
  { name: 'import rules', tool: 'dependency-cruiser/bin/dependency-cruiser.mjs', args: ROOMS },
];

export const checkAll = () => Promise.all(CHECKS.map(check));

function check({ name, tool, args }) {
  const started = Date.now();
  const child = spawn(programNode(), [inProject('node_modules', tool), ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((done) => {
    child.on('close', (code) => {
      const passed = code === 0;
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (!passed) console.log(output.trimEnd());
      done({ name, passed });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await checkAll();
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
