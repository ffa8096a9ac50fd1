// How long a command takes from cold, against node alone: medians of 11, interleaved. Needs the build.
// `npm run build && node bench/start.mjs`; --help must stay within 1.5 times node.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 11;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const card = [cli, 'scorecard', '--role', 'llm-engineer', '--level', 'senior', '--quiet', '--out', 'out'];
const cases = {
  'node -e 0': ['-e', '0'],
  '--help': [cli, '--help'],
  'list roles': [cli, 'list', 'roles'],
  check: [cli, 'check'],
  'scorecard --format md': [...card, '--format', 'md'],
  scorecard: card,
};

const cwd = mkdtempSync(join(tmpdir(), 'rubricate-bench-'));
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, words] of Object.entries(cases)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
    times[name].push(performance.now() - start);
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
  }
rmSync(cwd, { recursive: true, force: true });

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const node = median(times['node -e 0']);
for (const [name, values] of Object.entries(times)) {
  const time = median(values);
  console.log(`${name.padEnd(24)}${time.toFixed(0).padStart(5)} ms  ${(time / node).toFixed(2)}`);
}
