/** The bin itself, as a process: what it makes of its streams and of the folder it stands in. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useBin } from './bin.ts';
import { workspace } from './harness.ts';

const bin = useBin('bin-test');

/** Runs a line of the shell in which `rubricate` is the bin. */
function shell(line: string) {
  const { root } = workspace('small');
  const script = `rubricate() { "${process.execPath}" "${bin.path}" "$@"; }\n${line}`;
  const done = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8', timeout: 30_000 });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

const posix = process.platform !== 'win32';

it.runIf(posix)('hands on the exit code', () => {
  expect(shell('rubricate --version')).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' });
  expect(shell('rubricate list roles --data nowhere').code).toBe(1);
  expect(shell('rubricate lst').code).toBe(2);
});

it.runIf(posix && existsSync('/dev/full'))('tells that standard output could not be written to', () => {
  const full = shell('rubricate scorecard --role baker --level middle --out - > /dev/full');
  expect(full.code).toBe(1);
  expect(full.stderr).toMatch(/^error\[system\]: .*no space left on device/);
});

it.runIf(posix)('is quiet about a reader that has seen enough', () => {
  const line = 'rubricate scorecard --role baker --level middle --out - | true; echo $PIPESTATUS';
  expect(shell(line)).toEqual({ code: 0, stdout: '0\n', stderr: '' });
});

it.runIf(posix)('tells that the folder it stands in is gone', () => {
  const gone = shell('mkdir gone && cd gone && rmdir ../gone && rubricate check');
  expect(gone.code).toBe(1);
  expect(gone.stderr).toMatch(/^error\[system\]: /);
});
