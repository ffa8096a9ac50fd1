#!/usr/bin/env node
/** The bin: the only place that touches `process`. */
import { spawn } from 'node:child_process';
import { run } from './cli.ts';
import type { Host, Stream } from './commands/host.ts';
import { leavePretenuringOff } from './commands/pretenuring.ts';

declare const RUBRICATE_VERSION: string;

/** None of them reads the path as a command, as cmd would: a name may have any sign. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

function streamOf(stream: NodeJS.WriteStream, failed: (thrown: Error) => void): Stream {
  // A reader that has seen enough (head, less) is no mistake.
  stream.on('error', (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EPIPE') failed(thrown);
  });
  return {
    write: (chunk) => {
      stream.write(chunk);
    },
    isTTY: stream.isTTY === true,
  };
}

async function readInput(most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}

function open(path: string): void {
  const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(command, [...words, path], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}

/** What an output that could not be written to makes of the exit code, whatever the run itself thinks. */
let failed = 0;
const end = (code: number): void => {
  process.exitCode = failed === 0 ? code : failed;
};
const tell = async (thrown: unknown): Promise<number> =>
  (await import('./commands/thrown.ts')).concludeThrown(thrown, { ...host, cwd: '.' });

const host: Omit<Host, 'cwd'> = {
  version: RUBRICATE_VERSION,
  node: process.versions.node,
  env: process.env,
  stdout: streamOf(process.stdout, async (thrown) => {
    failed = await tell(thrown);
    end(failed);
  }),
  // Nobody can be told.
  stderr: streamOf(process.stderr, () => {}),
  terminal:
    process.stdin.isTTY === true && process.stderr.isTTY === true
      ? { input: process.stdin, output: process.stderr }
      : null,
  stdin: readInput,
  open,
};
leavePretenuringOff(process.versions.v8);
try {
  end(await run(process.argv.slice(2), { ...host, cwd: process.cwd() }));
} catch (thrown) {
  end(await tell(thrown));
}
