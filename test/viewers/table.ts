/** Results as rows and columns, and what is said about those that are not right. */
import { KNOWN } from './known.ts';

/** `null`: nothing to judge here. */
export type Cell = readonly string[] | null;

export interface Row {
  readonly name: string;
  /** Who filled the form that the row is about, if anybody. */
  readonly viewer: string;
  /** By column, then by what is judged there: what is not right, none where all is. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
}

export class Report {
  private readonly lines: string[] = [];
  /** What is not right, and where; numbers in brackets may differ from place to place. */
  private readonly wrong = new Map<string, { readonly told: string; readonly places: string[] }>();
  private readonly met = new Set<string>();
  private readonly held = new Set<string>();

  /** `all`: a viewer that is not on this machine is not right. `whole`: all was tried that known.ts speaks of. */
  constructor(private readonly scope: { readonly all: boolean; readonly whole: boolean }) {}

  /** Whether all is as it should be or known. */
  get ok(): boolean {
    return this.wrong.size === 0;
  }

  get text(): string {
    const known = KNOWN.filter((entry) => this.met.has(keyOf(entry.viewer, entry.what)));
    const changed = KNOWN.filter((entry) => {
      const key = keyOf(entry.viewer, entry.what);
      return this.scope.whole && this.held.has(key) && !this.met.has(key);
    });
    return [
      ...this.lines,
      ...known.map(({ viewer, what, why }) => `known: ${viewer}, ${what}: ${why}`),
      ...changed.map(
        ({ viewer, what }) => `CHANGED: ${viewer}, ${what}: is right now; take it out of known.ts`,
      ),
      ...[...this.wrong.values()].map(({ told, places: [first, ...more] }) => {
        const others = more.length === 0 ? '' : `, and ${more.length} more`;
        return `NOT RIGHT: ${told} (${first}${others})`;
      }),
    ].join('\n');
  }

  say(line: string): void {
    this.lines.push(line);
  }

  /** Says that a viewer is not on this machine; always false. */
  notThere(name: string): boolean {
    this.say(`${name}: not there`);
    if (this.scope.all) this.isWrong('not there', name);
    return false;
  }

  private isWrong(told: string, where: string): void {
    const key = told.replace(/\([^)]*\)/g, '');
    const known = this.wrong.get(key) ?? { told, places: [] };
    this.wrong.set(key, known);
    known.places.push(where);
  }

  /** A table; a cell holds what is to be told of one column, by what it is about. */
  table(title: string, columns: readonly string[], rows: readonly Row[]): void {
    const width = Math.max(title.length, ...rows.map(({ name }) => name.length)) + 2;
    const texts = rows.map((row) => columns.map((column) => this.judge(row, column)));
    const widths = columns.map(
      (column, n) => Math.max(column.length, ...texts.map((row) => row[n]?.length ?? 0)) + 2,
    );
    const put = (first: string, cells: readonly string[]): void =>
      this.say(
        (first.padEnd(width) + cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('')).trimEnd(),
      );
    put(title, columns);
    for (const [n, row] of rows.entries()) put(row.name, texts[n] ?? []);
    this.say('');
  }

  private judge({ name, viewer, cells }: Row, column: string): string {
    const things = [...(cells.get(column) ?? [])].filter(([, cell]) => cell !== null);
    if (things.length === 0) return '-';
    const said: string[] = [];
    for (const [what, faults] of things) {
      const key = keyOf(viewer, what);
      const known = KNOWN.some((entry) => keyOf(entry.viewer, entry.what) === key);
      if (faults === null || faults.length === 0) {
        this.held.add(key);
      } else if (known) {
        this.met.add(key);
        said.push(`${what} known`);
      } else {
        const where = what === column ? name : `${name} in ${column}`;
        for (const fault of faults) this.isWrong(`${what}: ${fault}`, where);
        said.push(`${what} NOT RIGHT`);
      }
    }
    return said.length === 0 ? 'ok' : said.map((word) => word.replace(`${column} `, '')).join(', ');
  }
}

const keyOf = (viewer: string, what: string): string => `${viewer}/${what}`;
