#!/usr/bin/env node
/** The bin: the only place that touches `process`. */
import { spawn } from 'node:child_process';
import { run } from './cli.ts';
import type { Host, Stream } from './commands/host.ts';

declare const RUBRICATE_VERSION: string;

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

function streamOf(stream: NodeJS.WriteStream): Stream {
  // A reader that has seen enough (head, less) is no mistake.
  stream.on('error', (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EPIPE') throw thrown;
  });
  return {
    write: (chunk) => {
      stream.write(chunk);
    },
    isTTY: stream.isTTY === true,
  };
}

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function open(path: string): void {
  const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(command, [...words, path], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}

/** What the system refused (a folder that may not be read, too many open files) is no bug: its call says what and where. */
function isRefusal(thrown: unknown): thrown is Error {
  return thrown instanceof Error && 'syscall' in thrown && 'code' in thrown;
}

const stderr = streamOf(process.stderr);
try {
  const host: Host = {
    version: RUBRICATE_VERSION,
    cwd: process.cwd(),
    env: process.env,
    stdout: streamOf(process.stdout),
    stderr,
    stdin: readAll,
    open,
  };
  process.exitCode = await run(process.argv.slice(2), host);
} catch (thrown) {
  if (isRefusal(thrown)) {
    stderr.write(`error[system]: ${thrown.message}\n`);
    process.exitCode = 1;
  } else {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    stderr.write(
      `This is a mistake of rubricate ${RUBRICATE_VERSION}, not of your files. Please report it, with what follows.\n\n${stack}\n`,
    );
    process.exitCode = 70;
  }
}
