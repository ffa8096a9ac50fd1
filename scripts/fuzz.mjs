// npm run fuzz [-- --minutes N] [-- PATH ...]: every property of the tests (fast-check) again and again with new inputs, for as
// long as told. Prints how many inputs each was tried with; for one that fails, the seed and the smallest counterexample.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('--minutes takes a number: --minutes 10');

const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((path) => join('test', path))
  .filter(
    (path) =>
      path.endsWith('.test.ts') && (positionals.length === 0 || positionals.some((p) => path.includes(p))),
  )
  .filter((path) => readFileSync(join(root, path), 'utf8').includes('fc.assert('));
if (files.length === 0) throw new Error('no test there has a property');

const work = mkdtempSync(join(tmpdir(), 'rubricate-fuzz-'));
const results = join(work, 'results');
const round = (seconds) => {
  rmSync(results, { force: true });
  const env = { ...process.env, RUBRICATE_FUZZ_SECONDS: String(seconds), RUBRICATE_FUZZ_RESULTS: results };
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=dot', ...files], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
  return lines.map((line) => JSON.parse(line));
};

const tried = new Map();
const failures = [];
const start = performance.now();
const left = () => minutes * 60 - (performance.now() - start) / 1000;
// The first round says how long all of them take; each after it gives every property what is then left, up to twenty seconds.
let seconds = Math.min(1, minutes);
while (left() > 0 && failures.length === 0) {
  const before = left();
  const found = round(seconds);
  if (found.length === 0) throw new Error('no property was tried: does "npm test" pass?');
  for (const { file, name, numRuns, failed, ...more } of found) {
    const key = `${relative(root, file)}: ${name}`;
    tried.set(key, (tried.get(key) ?? 0) + numRuns);
    if (failed) failures.push({ key, ...more });
  }
  const took = before - left();
  seconds = Math.max(0.5, Math.min(20, (seconds * left()) / took));
}
rmSync(work, { recursive: true });

const count = (n) => n.toLocaleString('en-US').padStart(12);
for (const [key, runs] of [...tried].sort()) console.log(`${count(runs)}  ${key}`);
const total = [...tried.values()].reduce((sum, runs) => sum + runs, 0);
console.log(
  `${count(total)}  inputs, ${tried.size} properties, ${((performance.now() - start) / 60_000).toFixed(1)} minutes`,
);
for (const { key, seed, path, counterexample } of failures)
  console.log(`\nFAILED ${key}\n  { seed: ${seed}, path: "${path}" }\n  ${counterexample}`);
process.exitCode = failures.length > 0 ? 1 : 0;
