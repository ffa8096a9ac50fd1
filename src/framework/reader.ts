/** A file being read: its root, its aliases, and the Problems found so far. What stands in it is read by value.ts. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { CodeOf } from '../problems/code.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem } from '../problems/problem.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';
import { UNKNOWN } from './names.ts';
import { parseYaml } from './parse-yaml.ts';
import { Value } from './value.ts';

/** A file being read, and the Problems found so far. */
export class Reader {
  constructor(
    readonly source: Source,
    readonly problems: Problem[],
    /** The language of plain strings. */
    public language: string,
  ) {}

  private document: Document.Parsed | null = null;

  /** The file's mapping; null (with Problems: those of parseYaml, `empty-file`, `wrong-type`) where it has none. */
  root(): Value | null {
    const document = parseYaml(this.source, this.problems);
    if (!document) return null;
    this.document = document;
    const value = new Value(this, this.node(document.contents), fileSpan(this.source), 'This');
    if (value.node === null || value.scalar === null) {
      this.fail('empty-file', 'This file says nothing', value.span, 'write the data, or delete the file');
      return null;
    }
    if (!value.isMap) {
      const [start, end] = value.node.range ?? [0, 0];
      const help = 'write lines such as "name: Mentoring"';
      this.fail('wrong-type', 'This file holds no keys', spanAt(this.source, start, end), help);
      return null;
    }
    return value;
  }

  /** The node itself, or what an alias stands for; null (with a Problem) where it stands for nothing. */
  node(item: unknown): Node | null {
    if (isMap(item) || isSeq(item) || isScalar(item)) return item;
    if (!isAlias(item) || !this.document) return null;
    const target = item.resolve(this.document);
    if (target) return target;
    const [start, end] = item.range ?? [0, 0];
    const help = `mark what is meant with &${item.source} before this; a text that begins with * goes in quotes`;
    this.fail(
      'unknown-alias',
      `Nothing here is marked &${item.source}`,
      spanAt(this.source, start, end),
      help,
    );
    return null;
  }

  fail(code: CodeOf<'error'>, message: string, span: Span, help?: string): void {
    this.problems.push(error(code, message, span, { help }));
  }

  /** The id, where it is one of `ids`; else null, with a Problem `unknown-WHAT` that names the nearest. */
  known(what: keyof typeof UNKNOWN, id: string, ids: readonly string[], span: Span): string | null {
    if (ids.includes(id)) return id;
    this.fail(UNKNOWN[what], `There is no ${what} "${id}"`, span, knownNames(id, ids));
    return null;
  }

  /** The list without ids that stood before; each of them is a Problem `double-id`. */
  unique<T extends { readonly id: string; readonly span: Span }>(
    list: readonly T[],
    what: string,
  ): readonly T[] {
    const seen = new Set<string>();
    return list.filter(({ id, span }) => {
      if (!seen.has(id)) return seen.add(id);
      this.fail('double-id', `The ${what} "${id}" stands twice`, span, 'give each an id of its own');
      return false;
    });
  }
}
