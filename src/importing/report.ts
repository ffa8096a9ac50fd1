/** What an import found: counts beside those that the source claims, guesses apart from facts, and what was left out, each with its place. */

import type { Problem } from '../problems/problem.ts';
import { type JsonProblem, jsonProblems } from '../problems/reporters/json.ts';
import type { Claim, Remark } from './draft.ts';
import type { Place } from './material.ts';
import { placeWithin, placeWords } from './where.ts';
import type { Found } from './write/framework-of.ts';

export interface Counts {
  readonly roles: number;
  readonly levels: number;
  readonly skills: number;
  /** Any skill, role and level that asks something; "as at Lead" is none of its own. */
  readonly expectations: number;
  readonly statements: number;
  readonly required: number;
  readonly optional: number;
  readonly unsaid: number;
  readonly notApplicable: number;
  readonly notDefined: number;
}

export interface Report {
  /** The files of the source, as a person knows them. */
  readonly sources: readonly string[];
  /** The shape, and why it is taken for it. */
  readonly shape: string;
  readonly why: string;
  readonly counts: Counts;
  /** Names, in the order of the files. */
  readonly roles: readonly string[];
  /** Lowest first. */
  readonly levels: readonly string[];
  readonly claims: readonly (Claim & { readonly found: number })[];
  readonly guesses: readonly Remark[];
  readonly skipped: readonly Remark[];
}

/** What a report is made of. `levels`: their names in the source. */
export interface Told {
  readonly sources: readonly string[];
  readonly shape: string;
  readonly why: string;
  readonly levels: readonly string[];
  readonly claims: readonly Claim[];
  readonly found: Found;
}

export function reportOf({ sources, shape, why, levels, claims, found }: Told): Report {
  const counts = countsOf(found, levels.length);
  return {
    ...{ sources, shape, why, counts, levels },
    roles: found.roles.map(({ name }) => Object.values(name.byLanguage)[0] ?? ''),
    claims: claims.map((claim) => ({ ...claim, found: counts[claim.what] })),
    ...{ guesses: found.guesses, skipped: found.skipped },
  };
}

function countsOf({ roles, skills }: Found, levels: number): Counts {
  const entries = skills.flatMap((skill) =>
    [...skill.entries.values()].flatMap((ladder) => [...ladder.values()]),
  );
  const asked = entries.flatMap((entry) => (entry.kind === 'expectation' ? [entry] : []));
  const kind = (wanted: string): number => entries.filter((entry) => entry.kind === wanted).length;
  const need = (wanted: string): number => asked.filter(({ requirement }) => requirement === wanted).length;
  return {
    ...{ roles: roles.length, levels, skills: skills.length, expectations: asked.length },
    statements: asked.reduce((sum, { statements }) => sum + statements.length, 0),
    ...{ required: need('required'), optional: need('optional'), unsaid: need('unsaid') },
    ...{ notApplicable: kind('not-applicable'), notDefined: kind('not-defined') },
  };
}

/** For people, on a terminal. */
export function reportHuman(report: Report): string {
  const { counts, claims, guesses, skipped } = report;
  const where = shortly(report.sources);
  const named = (count: number, one: string, names: readonly string[]): string =>
    `  ${plural(count, one)}: ${names.join(', ')}\n`;
  const parts = [
    `${report.sources.join(', ')}: ${report.shape} (${report.why})\n`,
    named(counts.roles, 'role', report.roles),
    named(counts.levels, 'level', report.levels),
    `  ${plural(counts.skills, 'skill')}, ${sizeOf(counts)}\n`,
    ...claims.map((claim) => `  ${claimWords(claim, where)}\n`),
    ...listed('Guessed', guesses, where),
    ...listed('Left out', skipped, where),
  ];
  return parts.join('');
}

type Where = (place: Place) => string;

/** Without what all places have: the file, where it is one; folders, where the names of files tell them apart. */
function shortly(sources: readonly string[]): Where {
  if (sources.length === 1) return placeWithin;
  const apart = new Set(sources.map(fileName)).size === sources.length;
  return apart
    ? (place) => placeWords({ ...place, source: { ...place.source, path: fileName(place.source.path) } })
    : placeWords;
}

function fileName(path: string): string {
  return path.replace(/^.*\//, '');
}

function listed(title: string, remarks: readonly Remark[], where: Where): readonly string[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map(({ message, place }) => `  - ${message} (${where(place)})\n`);
  return [`\n${title}:\n`, ...lines];
}

/** "53 expectations in 70 statements: 5 required, 48 unsaid; 2 not applicable". */
function sizeOf(counts: Counts): string {
  const statements = counts.statements > 0 ? ` with ${plural(counts.statements, 'statement')}` : '';
  const some = (list: readonly (readonly [number, string])[]): string =>
    list.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
  const need = some([
    [counts.required, 'required'],
    [counts.optional, 'optional'],
    [counts.unsaid, 'unsaid'],
  ]);
  const holes = some([
    [counts.notApplicable, 'not applicable'],
    [counts.notDefined, 'not defined'],
  ]);
  const all = `${plural(counts.expectations, 'expectation')}${statements}`;
  return `${all}${need === '' ? '' : `: ${need}`}${holes === '' ? '' : `; ${holes}`}`;
}

function claimWords({ what, count, found, place }: Report['claims'][number], where: Where): string {
  const counted = what.endsWith('s') ? plural(count, what.slice(0, -1)) : `${count} ${what}`;
  const said = `the source says ${counted}`;
  return count === found ? `as ${said} (${where(place)})` : `${said}, ${found} were found (${where(place)})`;
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

const COUNTED: readonly (readonly [keyof Counts, string])[] = [
  ['roles', 'Roles'],
  ['levels', 'Levels'],
  ['skills', 'Skills'],
  ['expectations', 'Expectations'],
  ['statements', 'Statements'],
  ['required', 'Required'],
  ['optional', 'Optional'],
  ['unsaid', 'Neither said'],
  ['notApplicable', 'Not applicable'],
  ['notDefined', 'Not defined'],
];

/** As Markdown, to keep beside the data. */
export function reportMarkdown(report: Report, problems: readonly Problem[]): string {
  const claimed = (key: keyof Counts): string =>
    report.claims.flatMap(({ what, count }) => (what === key ? [String(count)] : [])).join(', ');
  const rows = COUNTED.map(([key, name]) => `| ${name} | ${report.counts[key]} | ${claimed(key)} |`);
  const told = problems.map(
    ({ code, severity, message, span }) =>
      `${severity} ${code}: ${message} (${span.source.path}, line ${span.line})`,
  );
  const remarks = (list: readonly Remark[]): readonly string[] =>
    list.map(({ message, place }) => `${message} (${placeWords(place)})`);
  const parts = [
    `# Import of ${report.sources.map(escaped).join(', ')}`,
    `${escaped(report.shape)}: ${escaped(report.why)}.`,
    ['| what | found | claimed by the source |', '| --- | ---: | ---: |', ...rows].join('\n'),
    section('Roles', report.roles),
    section('Levels', report.levels),
    section('Guesses', remarks(report.guesses)),
    section('Left out', remarks(report.skipped)),
    section('Problems', told),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  const items = lines.map((line) => `- ${escaped(line)}`);
  return [`## ${title}`, '', ...(items.length > 0 ? items : ['None.'])].join('\n');
}

/** Plain words, whatever Markdown would make of them. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#&]/g, '\\$&');
}

interface JsonRemark {
  readonly message: string;
  readonly file: string;
  readonly line: number | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
}

/** One object for tools, whose keys are a promise. */
export interface ImportJson {
  readonly counts: Counts;
  readonly roles: readonly string[];
  readonly levels: readonly string[];
  /** What the source says of itself: `count` is its number, `found` ours. */
  readonly claims: readonly (Omit<JsonRemark, 'message'> & {
    readonly what: string;
    readonly count: number;
    readonly found: number;
  })[];
  readonly guesses: readonly JsonRemark[];
  readonly skipped: readonly JsonRemark[];
  readonly problems: readonly JsonProblem[];
}

/** `report`: null where nothing could be read. */
export function reportJson(report: Report | null, problems: readonly Problem[]): string {
  const remarks = (list: readonly Remark[]): readonly JsonRemark[] =>
    list.map(({ message, place }) => ({ message, ...jsonPlace(place) }));
  const json: ImportJson = {
    counts: report?.counts ?? NOTHING,
    roles: report?.roles ?? [],
    levels: report?.levels ?? [],
    claims: (report?.claims ?? []).map(({ what, count, found, place }) => ({
      ...{ what, count, found },
      ...jsonPlace(place),
    })),
    guesses: remarks(report?.guesses ?? []),
    skipped: remarks(report?.skipped ?? []),
    problems: jsonProblems(problems),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

const NOTHING: Counts = {
  ...{ roles: 0, levels: 0, skills: 0, expectations: 0, statements: 0 },
  ...{ required: 0, optional: 0, unsaid: 0, notApplicable: 0, notDefined: 0 },
};

function jsonPlace({ source, line, sheet, row, column }: Place): Omit<JsonRemark, 'message'> {
  return { file: source.path, line, sheet, row, column };
}
