/** check --coverage: role x level x skill as a table, for the terminal, as Markdown, as JSON. */
import { type CoverageCell, coverageTable, type RoleCoverage } from '../framework/check/coverage-table.ts';
import type { Requirement } from '../framework/framework.ts';
import { loadFramework } from '../framework/load.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import { openProject } from '../project/open.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { conclude } from './report.ts';

const PRINTERS: Readonly<Record<string, (tables: readonly RoleCoverage[]) => string>> = {
  human: asText,
  md: asMarkdown,
  json: asJson,
};

/** Prints the table on standard output. Problems: those of the project and its data. */
export function coverage(line: CommandLine, host: Host): number {
  const format = line.one('format');
  const strict = line.one('strict');
  const name = format?.text ?? 'human';
  const print = Object.hasOwn(PRINTERS, name) ? PRINTERS[name] : undefined;
  if (format && !print) return conclude([unknownFormat(format)], host);
  if (strict) {
    const help = 'take one of the two away: the table says what is there, not what is wrong';
    return conclude(
      [error('excluding-options', '--coverage and --strict exclude each other', strict.span, { help })],
      host,
    );
  }
  const project = openProject({ cwd: host.cwd, data: line.one('data') });
  if (!project.ok) return conclude(project.problems, host);
  const loaded = loadFramework(project.value.data);
  if (!loaded.ok) return conclude(loaded.problems, host);
  host.stdout.write(print?.(coverageTable(loaded.value)) ?? '');
  return conclude([], host);
}

function unknownFormat(format: Named) {
  const help = knownNames(format.text, Object.keys(PRINTERS));
  return error('invalid-value', `There is no format "${format.text}" of --coverage`, format.span, { help });
}

function asJson(tables: readonly RoleCoverage[]): string {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return `${JSON.stringify(cells, null, 2)}\n`;
}

const REQUIREMENTS: Readonly<Record<Requirement, string>> = { required: 'R', optional: 'o', unsaid: '?' };
const ANCHORS = { level: 'l', grade: 'g', written: 'w', scale: '.' } as const;

/** A cell in a few signs, as LEGEND says: `R1 q2 .lll`. */
function signs(cell: CoverageCell): string {
  const { state, requirement, texts, grade, from, questions, anchors, hole } = cell;
  if (state === 'not-applicable') return 'n/a';
  if (state === 'not-defined') return 'open';
  if (requirement === null) return '-';
  const said = texts > 0 || grade === null ? `${texts}` : 'g';
  const what = from === null ? said : ` ${state === 'same-as' ? 'as' : 'from'} ${from}`;
  const under = anchors.map((anchor) => ANCHORS[anchor.from]).join('');
  return `${REQUIREMENTS[requirement]}${what} q${questions.length}${hole ? '!' : ''} ${under}`;
}

const LEGEND = [
  'R required, o optional, ? not said; then how many texts (g: a grade alone), or whose text it is',
  'q: how many questions fit; ! is a required skill without one',
  'what stands under each point, lowest first: l a level’s text, g a grade’s, w one by hand, . the point’s own',
  '-: nothing is written, n/a: never asked, open: still to be written',
];

/** Rows at the end of a table that count. */
const SUMS = 3;

/** Head, rows and sums of a role's table, cell by cell. */
function grid({ role, levels, rows }: RoleCoverage): readonly (readonly string[])[] {
  const count = (of: (cell: CoverageCell) => boolean) =>
    levels.map((_, i) => `${rows.filter(({ cells }) => cells[i] && of(cells[i])).length}`);
  const isAsked = ({ requirement }: CoverageCell) => requirement !== null;
  return [
    [role.id, ...levels],
    ...rows.map(({ skill, cells }) => [skill.id, ...cells.map(signs)]),
    ['asked', ...count(isAsked)],
    ['required', ...count(({ requirement }) => requirement === 'required')],
    ['required, no question', ...count((cell) => isAsked(cell) && cell.hole)],
  ];
}

function asText(tables: readonly RoleCoverage[]): string {
  const texts = tables.map((table) => {
    const lines = grid(table);
    const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((cells) => (cells[i] ?? '').length)));
    const row = (cells: readonly string[]) =>
      cells
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd();
    return [...lines.slice(0, -SUMS).map(row), '', ...lines.slice(-SUMS).map(row), ''].join('\n');
  });
  return `${[...texts, ...LEGEND].join('\n')}\n`;
}

function asMarkdown(tables: readonly RoleCoverage[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const parts = tables.map((table) => {
    const [head = [], ...rows] = grid(table);
    const [name = '', ...levels] = head;
    const sums = rows.slice(-SUMS).map(([what = '', ...counts]) => [`**${what}**`, ...counts]);
    const body = [...rows.slice(0, -SUMS), ...sums];
    const lines = [row(['', ...levels]), row(head.map(() => '---')), ...body.map(row)];
    return `## ${name}\n\n${lines.join('\n')}\n`;
  });
  return `# What is written\n\n${parts.join('\n')}\n${LEGEND.map((line) => `- ${line}\n`).join('')}`;
}
