/**
 * What was thrown, told: what the system refused (a folder that may not be read, too many open files) is trouble that a
 * person can end, and a Problem like any other; everything else is a bug of ours and keeps its stack.
 */
import { error } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { shownPath } from '../project/disk.ts';
import type { Host } from './host.ts';
import { BUG, conclude } from './report.ts';

interface Refusal extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

function isRefusal(thrown: unknown): thrown is Refusal {
  return (
    thrown instanceof Error &&
    'syscall' in thrown &&
    'code' in thrown &&
    typeof thrown.code === 'string' &&
    (!('path' in thrown) || typeof thrown.path === 'string')
  );
}

/** Tells on stderr what was thrown, and returns the exit code that it means. Problem: `system`. */
export function concludeThrown(thrown: unknown, host: Host): number {
  if (!isRefusal(thrown)) {
    const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    host.stderr.write(
      `This is a mistake of rubricate ${host.version}, not of your files. Please report it, with what follows.\n\n${stack}\n`,
    );
    return BUG;
  }
  const why = /^[A-Z0-9]+: (.+?)(?:, |$)/.exec(thrown.message)?.[1] ?? thrown.message;
  const path = thrown.path === undefined ? null : shownPath(host.cwd, thrown.path);
  const message = `${path ?? 'The system'} refuses: ${why} (${thrown.code}, ${thrown.syscall})`;
  return conclude([error('system', message, fileSpan({ path: path ?? '.', text: '' }))], host);
}
