// npm run bench: warm times of the whole way beside a floor, then cold times and memory of the whole process, interleaved.
// Machines are noisy: read medians and ratios of one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outfile = join(root, 'dist/bench.mjs');
await build({
  entryPoints: [join(root, 'bench/warm.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  minifySyntax: true,
  define: { RUBRICATE_VERSION: '"bench"' },
  logLevel: 'warning',
});
spawnSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' });
rmSync(outfile);

const work = mkdtempSync(join(tmpdir(), 'rubricate-bench-'));
const cli = join(root, 'dist/cli.js');
const job = ['scorecard', '--role', 'llm-engineer', '--level', 'senior', '--quiet', '--force', '--out', work];
const cases = {
  'node -e 0': ['-e', '0'],
  '--help': [cli, '--help'],
  'list roles': [cli, 'list', 'roles'],
  'scorecard --format md': [cli, ...job, '--format', 'md'],
  scorecard: [cli, ...job],
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
const peaks = { ...times };
for (let round = 0; round < 9; round++) {
  for (const [name, words] of Object.entries(cases)) {
    const start = performance.now();
    spawnSync(process.execPath, words, { cwd: root });
    times[name] = [...times[name], performance.now() - start];
  }
}
const peak = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
for (const [name, words] of Object.entries(cases)) {
  const hook = `data:text/javascript,${encodeURIComponent(peak)}`;
  const ran = spawnSync(process.execPath, ['--import', hook, ...words], { cwd: root, encoding: 'utf8' });
  peaks[name] = Number(/peak (\d+)$/.exec(ran.stderr)?.[1] ?? 0) / 1024;
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(times['node -e 0']);
console.table(
  Object.keys(cases).map((name) => ({
    cold: name,
    median: `${median(times[name]).toFixed(0)} ms`,
    ratio: (median(times[name]) / base).toFixed(2),
    peak: `${peaks[name].toFixed(0)} MB`,
  })),
);
rmSync(work, { recursive: true });
