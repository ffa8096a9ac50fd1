/** The bin as a process of its own: built once for a test file from src/, and run in folders of its own. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Bin {
  readonly path: string;
  /** Runs it; `preload`: a module that is loaded before it; `env`: what is in the environment besides. */
  run(
    cwd: string,
    words: readonly string[],
    preload?: string,
    env?: NodeJS.ProcessEnv,
  ): SpawnSyncReturns<string>;
  /** Begins to run it; its exit code and what it said on stderr. */
  start(
    cwd: string,
    words: readonly string[],
  ): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** The bin for a test file; `name`: one of its own. */
export function useBin(name: string): Bin {
  const path = join(ROOT, 'dist', `.${name}.mjs`);
  beforeAll(async () => {
    await build({
      ...{ absWorkingDir: ROOT, entryPoints: ['src/bin.ts'], outfile: path, bundle: true, format: 'esm' },
      ...{ platform: 'node', packages: 'external', define: { RUBRICATE_VERSION: '"0.0.0-test"' } },
    });
  });
  afterAll(() => rmSync(path, { force: true }));
  return {
    path,
    run: (cwd, words, preload, env = {}) => {
      const before = preload === undefined ? [] : ['--import', pathToFileURL(preload).href];
      return spawnSync(process.execPath, [...before, path, ...words], {
        ...{ cwd, env: { ...process.env, ...env }, encoding: 'utf8', timeout: 60_000 },
      });
    },
    start: (cwd, words) =>
      new Promise((done) => {
        const child = spawn(process.execPath, [path, ...words], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
        let stderr = '';
        child.stderr.on('data', (chunk) => {
          stderr += String(chunk);
        });
        child.on('close', (code) => done({ code, stderr }));
      }),
  };
}
