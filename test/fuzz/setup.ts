/**
 * For `npm run fuzz` alone: every property is tried for so many seconds instead of so many times, with a seed of its own, and
 * what became of it is one line of JSON in a file. The properties themselves know nothing of this.
 */
import { appendFileSync } from 'node:fs';
import { expect, vi } from 'vitest';

vi.mock('fast-check', async (original) => {
  const real = await original<typeof import('fast-check')>();
  const limit = Number(process.env['RUBRICATE_FUZZ_SECONDS']) * 1000;
  const file = process.env['RUBRICATE_FUZZ_RESULTS'] ?? '';

  type Details = import('fast-check').RunDetails<unknown>;
  const told = (details: Details): void => {
    const { testPath = '', currentTestName: name = '' } = expect.getState();
    const { numRuns, seed, counterexamplePath: path } = details;
    // One that did not come to its first input in time has found nothing: the next round gives it longer.
    const failed = details.failed && path !== null;
    const found = failed ? { path, counterexample: real.stringify(details.counterexample) } : {};
    appendFileSync(file, `${JSON.stringify({ file: testPath, name, numRuns, failed, seed, ...found })}\n`);
    if (failed) throw new Error(real.defaultReportMessage(details));
  };
  const assert = (
    property: import('fast-check').IRawProperty<unknown>,
    options: import('fast-check').Parameters<unknown> = {},
  ): unknown => {
    const { examples } = options;
    const details: unknown = real.check(property, {
      ...(examples ? { examples } : {}),
      ...{ numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: limit },
    });
    return details instanceof Promise ? details.then(told) : told(details as Details);
  };
  return { ...real, assert, default: { ...real.default, assert } };
});
