// Stryker's test runner for pure specs: in its own process, modules read anew for each mutant, nearest specs first (ADR 9).
import { globSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { reader } from './modules.mjs';
import { specGlobals } from './specs.mjs';

/** The templates run the engine as a whole. */
const SPECS = 'libs/{lifecycle/src/**,templates/src}/*.spec.ts';

const RUNS_MAX = 10;

/** Later than any that is near. */
const FAR = 1_000_000;

/** The same few cases in every run, and no search for a smaller one: that it fails is all we ask. */
const assertFew = (property, asked) =>
  fc.assert(property, {
    ...asked,
    seed: 1,
    endOnFailure: true,
    numRuns: Math.min(asked?.numRuns ?? RUNS_MAX, RUNS_MAX),
  });

const packages = { 'fast-check': { ...fc, __esModule: true, default: { ...fc, assert: assertFew } } };

/** Where the mutated code looks which mutant is on, and tells what it came by. */
const switches = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class InProcessRunner {
  #project = process.cwd();
  #files = globSync(SPECS);
  #spentMs = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    switches.mutantCoverage = { static: {}, perTest: {} };
    const result = await this.#run(this.#specs(this.#files), false);
    for (const { id, timeSpentMs } of result.tests) this.#spentMs.set(id, timeSpentMs);
    return { ...result, mutantCoverage: switches.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, mutantActivation }) {
    Object.assign(switches, { activeMutant: undefined, hitCount: hitLimit && 0, hitLimit });
    const asked = testFilter && new Set(testFilter);
    const atOnce = mutantActivation === 'static';
    if (atOnce) switches.activeMutant = activeMutant.id;
    let result;
    try {
      const specs = this.#specs(this.#files, asked);
      switches.activeMutant = activeMutant.id;
      result = await this.#run(this.#nearestFirst(specs, sandboxFileName), true);
    } catch (error) {
      result = failedToLoad(error);
    }
    switches.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(switches.hitCount, hitLimit) ?? result);
  }

  /** Reads the spec files, and with them all that they import. */
  #specs(files, asked) {
    const found = [];
    const read = reader(this.#project, (path) => specGlobals(relative(this.#project, path), found), packages);
    const wanted = asked ? files.filter((file) => [...asked].some((id) => id.startsWith(`${file} `))) : files;
    for (const file of wanted) read(join(this.#project, file));
    return asked ? found.filter(({ id }) => asked.has(id)) : found;
  }

  #nearestFirst(specs, mutated) {
    const near = dirname(relative(this.#project, mutated));
    const cost = ({ id, file }) => (this.#spentMs.get(id) ?? 0) + (dirname(file) === near ? 0 : FAR);
    return specs.toSorted((one, other) => cost(one) - cost(other));
  }

  async #run(specs, bail) {
    const tests = [];
    for (const spec of specs) {
      const result = await runOne(spec);
      tests.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }
}

async function runOne({ id, name, file, run }) {
  const base = { id, name, fileName: join(process.cwd(), file) };
  const began = performance.now();
  switches.currentTestId = id;
  try {
    await run();
    return { ...base, status: TestStatus.Success, timeSpentMs: performance.now() - began };
  } catch (error) {
    const failureMessage = String(error?.message ?? error);
    return { ...base, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - began };
  } finally {
    switches.currentTestId = undefined;
  }
}

function failedToLoad(error) {
  const base = { id: 'load', name: 'the specs are read', timeSpentMs: 0 };
  const failureMessage = String(error?.message ?? error);
  return { status: DryRunStatus.Complete, tests: [{ ...base, status: TestStatus.Failed, failureMessage }] };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
