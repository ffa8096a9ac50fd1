/** The options of import, read: lists parted by commas, pairs by `=`. */
import type { ImportOptions, Mapping } from '../importing/options.ts';
import { bad, type Checked, checked } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { CommandLine } from './command-line.ts';

export const REPORTS = ['md', 'json'] as const;
export type ReportFormat = (typeof REPORTS)[number];

export interface ImportWords {
  readonly options: ImportOptions;
  /** null: for people. */
  readonly report: ReportFormat | null;
}

/** Problems: `invalid-value`. */
export function importWords(line: CommandLine): Checked<ImportWords> {
  const problems: Problem[] = [];
  const asked = line.one('report');
  const report = REPORTS.find((name) => name === asked?.text) ?? null;
  if (asked && report === null) {
    const help = knownNames(asked.text, REPORTS);
    problems.push(error('invalid-value', `There is no report "${asked.text}"`, asked.span, { help }));
  }
  const options: ImportOptions = {
    as: line.one('as'),
    role: line.one('role'),
    skill: line.one('skill'),
    levels: namesOf(line, 'levels', problems),
    levelOrder: namesOf(line, 'level-order', problems),
    sheet: line.one('sheet'),
    map: pairsOf(line, problems),
  };
  const out = line.one('out');
  if (out?.text === '-') {
    const help = 'name a folder; --report md or json prints what was found';
    problems.push(error('invalid-value', 'A framework is several files', out.span, { help }));
  }
  return problems.length > 0 ? bad(problems) : checked({ options, report }, []);
}

/** The parts of a value, each with its place. */
function partsOf(line: CommandLine, value: Named): readonly Named[] {
  let from = 0;
  return value.text.split(',').map((part) => {
    const start = from + (part.length - part.trimStart().length);
    from += part.length + 1;
    return line.part(value, start, start + part.trim().length);
  });
}

function namesOf(line: CommandLine, option: string, problems: Problem[]): readonly Named[] | undefined {
  const value = line.one(option);
  if (!value) return undefined;
  const names = partsOf(line, value);
  if (names.some(({ text }) => text === '')) {
    const help = `write them with commas between: --${option} junior,senior,lead`;
    problems.push(error('invalid-value', 'A name between two commas is empty', value.span, { help }));
  }
  return names;
}

function pairsOf(line: CommandLine, problems: Problem[]): readonly Mapping[] | undefined {
  const value = line.one('map');
  if (!value) return undefined;
  return partsOf(line, value).flatMap((pair): Mapping[] => {
    const at = pair.text.indexOf('=');
    const what = line.part(pair, 0, Math.max(at, 0));
    const column = line.part(pair, at + 1, pair.text.length);
    if (at > 0 && column.text !== '') return [{ what, column }];
    const help = 'write what is in which column: --map skill=Criteria,level=Level,text=Description';
    problems.push(
      error('invalid-value', `"${pair.text}" does not say which column is what`, pair.span, { help }),
    );
    return [];
  });
}
