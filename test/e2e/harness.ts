/**
 * Runs the command line in process, in a folder of its own: `await workspace('small')`, `run('scorecard --role x')`, then
 * look at files and output, change a file, run again. `@` in a word is a space.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { run } from '../../src/cli.ts';
import type { Host } from '../../src/commands/host.ts';

export interface Environment {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly tty?: boolean;
  /** Where a person can be asked. */
  readonly terminal?: Host['terminal'];
  /** A folder below the workspace where the command runs. */
  readonly within?: string;
}

export class Result {
  constructor(
    readonly code: number,
    readonly stdout: Buffer,
    readonly stderr: string,
    readonly opened: readonly string[],
  ) {}

  get text(): string {
    return this.stdout.toString('utf8');
  }

  get json(): unknown {
    return JSON.parse(this.text);
  }

  /** Codes and places of what stands on stderr: "unknown-level 1:56". */
  get problems(): readonly string[] {
    return [
      ...this.stderr.matchAll(/^(?:error|warning|advice)\[([a-z0-9-]+)\]: .*\n {2}(\S+):(\d+):(\d+)$/gm),
    ].map(([, code, path, line, column]) => `${code} ${path}:${line}:${column}`);
  }

  get codes(): readonly string[] {
    return this.problems.map((problem) => problem.replace(/ .*/, ''));
  }

  /** Asserts the exit code; shows what was said where it is another. */
  exits(code: number): this {
    expect(this.code, this.stderr).toBe(code);
    return this;
  }

  /** Asserts the codes of the Problems, in order, and the exit code. */
  fails(code: number, ...codes: readonly string[]): this {
    expect(this.codes, this.stderr).toEqual(codes);
    return this.exits(code);
  }
}

export class Workspace {
  constructor(readonly root: string) {}

  path(name: string): string {
    return join(this.root, name);
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name: string, text: string | Uint8Array): this {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
    return this;
  }

  change(name: string, from: string | RegExp, to: string): this {
    const before = this.read(name);
    const after = before.replace(from, to);
    expect(after, `${name} has nothing to change`).not.toBe(before);
    return this.write(name, after);
  }

  remove(name: string): this {
    rmSync(this.path(name), { recursive: true, force: true });
    return this;
  }

  /** Names in a folder, sorted; [] where there is none. */
  list(name = '.'): readonly string[] {
    return this.has(name) ? readdirSync(this.path(name)).sort() : [];
  }

  async run(words: string | readonly string[], environment: Environment = {}): Promise<Result> {
    const argv =
      typeof words === 'string'
        ? words
            .split(/ +/)
            .filter((word) => word !== '')
            .map((word) => word.replaceAll('@', ' '))
        : words;
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const opened: string[] = [];
    const stream = (chunks: Buffer[]) => ({
      write: (chunk: string | Uint8Array) => {
        chunks.push(Buffer.from(chunk));
      },
      isTTY: environment.tty ?? false,
    });
    const host: Host = {
      version: '0.0.0-test',
      node: '20.19.0',
      cwd: environment.within === undefined ? this.root : this.path(environment.within),
      env: environment.env ?? {},
      stdout: stream(stdout),
      stderr: stream(stderr),
      terminal: environment.terminal ?? null,
      stdin: async () => Buffer.from(environment.stdin ?? ''),
      open: (path) => {
        opened.push(path);
      },
    };
    const code = await run(argv, host);
    return new Result(code, Buffer.concat(stdout), Buffer.concat(stderr).toString('utf8'), opened);
  }
}

const FIXTURES = fileURLToPath(new URL('../fixtures/e2e/', import.meta.url));

/** A temporary folder, removed after the test, with what a fixture of test/fixtures/e2e holds. */
export function workspace(fixture?: string): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'rubricate-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  if (fixture !== undefined) cpSync(join(FIXTURES, fixture), root, { recursive: true });
  return new Workspace(root);
}
