/**
 * What the system refuses (a folder that may not be read, too many open files), told: it is trouble that a person can end,
 * and a Problem like any other. Everything else that is thrown is a bug of ours.
 */
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan } from '../problems/source.ts';
import { shownPath } from './disk.ts';

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

/** The Problem `system` for what was thrown; null where it is a bug. `cwd`: absolute, paths are shown relative to it. */
export function refusalOf(thrown: unknown, cwd: string): Problem | null {
  if (!isRefusal(thrown)) return null;
  const why = /^[A-Z0-9]+: (.+?)(?:, |$)/.exec(thrown.message)?.[1] ?? thrown.message;
  const path = thrown.path === undefined ? null : shownPath(cwd, thrown.path);
  const message = `${path ?? 'The system'} refuses: ${why} (${thrown.code}, ${thrown.syscall})`;
  return error('system', message, fileSpan({ path: path ?? '.', text: '' }));
}
