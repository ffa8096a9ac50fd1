/**
 * A Problem is what is wrong with something a person wrote, as data: a stable code, the place, what to do. It is
 * returned, never thrown; what is thrown is a bug of ours. Wording may improve, codes and spans are what tests hold.
 */
import type { Code, CodeOf } from './code.ts';
import type { Span } from './source.ts';

/** `advice` is printed and never changes an exit code. */
export type Severity = 'error' | 'warning' | 'advice';

export interface Related {
  readonly message: string;
  readonly span: Span;
}

export interface Problem {
  /** Kebab-case letters, e.g. `unknown-level`; stable over versions. `rubricate explain CODE` says what it means. */
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  readonly span: Span;
  /** What to do about it. */
  readonly help?: string | undefined;
  readonly related: readonly Related[];
}

interface Details {
  readonly help?: string | undefined;
  readonly related?: readonly Related[];
}

/** An error at a place. */
export function error(code: CodeOf<'error'>, message: string, span: Span, details: Details = {}): Problem {
  return { code, severity: 'error', message, span, help: details.help, related: details.related ?? [] };
}

/** A warning at a place: the work is done all the same. */
export function warning(
  code: CodeOf<'warning'>,
  message: string,
  span: Span,
  details: Details = {},
): Problem {
  return { code, severity: 'warning', message, span, help: details.help, related: details.related ?? [] };
}

/** Advice at a place: nothing is wrong, but a person would want to know. */
export function advice(code: CodeOf<'advice'>, message: string, span: Span, details: Details = {}): Problem {
  return { code, severity: 'advice', message, span, help: details.help, related: details.related ?? [] };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order in which Problems are reported: by file, line, column, code, then as found; what says the same is told once. */
export function sorted(problems: readonly Problem[]): readonly Problem[] {
  const inOrder = [...problems].sort(
    (a, b) =>
      compareText(a.span.source.path, b.span.source.path) ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column ||
      compareText(a.code, b.code),
  );
  const told = new Set<string>();
  return inOrder.filter(({ code, message, span: { source, line, column } }) => {
    const key = JSON.stringify([source.path, line, column, code, message]);
    return !told.has(key) && told.add(key);
  });
}
