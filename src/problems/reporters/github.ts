/** Problems as GitHub's workflow commands, which a pull request shows beside the line. */
import { type Problem, type Severity, sorted } from '../problem.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' };

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One line a Problem, each with a line end. */
export function reportGithub(problems: readonly Problem[]): string {
  return sorted(problems)
    .map(({ code, severity, message, span, help }) => {
      const place = `file=${property(span.source.path)},line=${span.line},endLine=${span.line},col=${span.column}`;
      const end = Math.max(span.column, span.endColumn - 1);
      const text = help === undefined || help === '' ? message : `${message}\nhelp: ${help}`;
      return `::${COMMAND[severity]} ${place},endColumn=${end},title=${property(code)}::${data(text)}\n`;
    })
    .join('');
}
