// Mutation testing of the engine (ADR 9): does a spec fail when the code is changed? `npm run test:deep -- mutation`.
import { availableParallelism } from 'node:os';

const REPORT = 'coverage/mutation';

export default {
  mutate: ['libs/lifecycle/src/**/*.ts', '!**/*.spec.ts', '!libs/lifecycle/src/given.ts'],
  plugins: ['./test/mutation/runner.mjs', './test/mutation/prose.mjs'],
  testRunner: 'in-process',
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
  ignorers: ['prose'],
  coverageAnalysis: 'perTest',
  concurrency: availableParallelism(),
  // A change that never ends is one that was noticed; a busy machine is none.
  timeoutMS: 15_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: `${REPORT}/mutation.json` },
  htmlReporter: { fileName: `${REPORT}/index.html` },
  incrementalFile: `${REPORT}/incremental.json`,
  // Only what the specs read is copied.
  ignorePatterns: ['**', '!libs/lifecycle/**', '!libs/templates/**', '!docs/**', '!package.json'],
  tempDirName: 'node_modules/.cache/stryker',
  disableTypeChecks: false,
  warnings: { slow: false },
};
