/** Problems for tools: one object, whose keys are a promise (`check --format json`). */
import { type Problem, type Severity, sorted } from '../problem.ts';
import type { Span } from '../source.ts';

export interface JsonPlace {
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface JsonProblem extends JsonPlace {
  readonly code: string;
  readonly severity: Severity;
  /** null where there is none. */
  readonly help: string | null;
  readonly related: readonly JsonPlace[];
}

export interface JsonReport {
  readonly problems: readonly JsonProblem[];
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  /** How many files were read. */
  readonly files: number;
}

function place(span: Span): Omit<JsonPlace, 'message'> {
  return { file: span.source.path, line: span.line, column: span.column, endColumn: span.endColumn };
}

/** The Problems in order of place, each once, as JSON has them. */
export function jsonProblems(problems: readonly Problem[]): readonly JsonProblem[] {
  return sorted(problems).map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    ...place(problem.span),
    help: problem.help ?? null,
    related: problem.related.map(({ message, span }) => ({ message, ...place(span) })),
  }));
}

/** The report as text, with a line end. `files`: how many files were read. */
export function reportJson(problems: readonly Problem[], files: number): string {
  const inOrder = jsonProblems(problems);
  const count = (severity: Severity) => inOrder.filter((problem) => problem.severity === severity).length;
  const report: JsonReport = {
    problems: inOrder,
    errors: count('error'),
    warnings: count('warning'),
    advice: count('advice'),
    files,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
