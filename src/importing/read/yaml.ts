/** YAML -> a tree of keys, aliases and merged keys as what they stand for, within the bounds of every YAML file. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { bad, type Checked, checked } from '../../problems/checked.ts';
import { error, type Problem, warning } from '../../problems/problem.ts';
import { readYaml as parse } from '../../problems/read-yaml.ts';
import { fileSpan, lineSpan, type Source, type Span } from '../../problems/source.ts';
import { DEEPEST } from '../../problems/too-deep.ts';
import type { SourceFile } from '../import.ts';
import type { Material, Tree } from '../material.ts';
import { fromText, tidy } from './text-of.ts';
import { MOST_NODES, node, placeAt, treeMaterial } from './tree.ts';

/** Problems: those of a text and of every YAML file, `too-deep`, `cut-off`. */
export async function readYaml(file: SourceFile): Promise<Checked<Material>> {
  return fromText(file, (source) => {
    const whole = treeOf(source);
    if (whole.ok) return checked(treeMaterial('yaml', source, whole.value, null), whole.problems);
    return cutOff(source, whole.problems) ?? whole;
  });
}

/** A text that ends in a quote or a bracket, read up to the entry or key in which that begins; null where it does not. */
function cutOff(source: Source, [first]: readonly Problem[]): Checked<Material> | null {
  if (!first || !/is never closed$/.test(first.message)) return null;
  const lines = source.text.split('\n');
  const at = lines.slice(0, first.span.line).findLastIndex((line) => /^(?:\s*- |\S)/.test(line));
  if (at <= 0) return null;
  // Something that is never closed takes all that follows; far from the end it is a mistake.
  if (lines.length - at > 60) return null;
  const rest = treeOf({ path: source.path, text: `${lines.slice(0, at).join('\n')}\n` });
  if (!rest.ok) return null;
  const place = { source, line: at + 1, sheet: null, row: null, column: null };
  const message = `${source.path} ends in the middle of what begins here, which is left out`;
  const help = 'get the whole file, if it was saved only in part';
  const problem = warning('cut-off', message, lineSpan(source, at + 1), { help });
  const cut = { what: 'what begins here', place };
  return checked(treeMaterial('yaml', source, rest.value, cut), [...rest.problems, problem]);
}

/** The keys of a YAML text. Problems: those of every YAML file, `too-deep`. */
export function treeOf(source: Source): Checked<Tree> {
  const tooDeep = (span: Span): Problem => {
    const help = 'no framework goes so deep: import the part that has the skills';
    const message = `${source.path} goes more than ${DEEPEST} keys deep`;
    return error('too-deep', message, span, { help });
  };
  const { document, sound, problems } = parse(source);
  const deep = problems.find(({ code }) => code === 'too-deep');
  if (deep) return bad([tooDeep(deep.span)]);
  const root = document.contents;
  if (!sound || !root) return bad(sound ? [emptyFile(source)] : problems);
  const walk = new Walk(source, document);
  const children = walk.children(root, 1);
  if (walk.tooDeep) return bad([tooDeep(fileSpan(source))]);
  if (walk.count > MOST_NODES) {
    const help = 'write the values out';
    const message = `The aliases of ${source.path} stand for more than is read`;
    return bad([error('alias-bomb', message, fileSpan(source), { help })]);
  }
  const text = children.length === 0 ? walk.text(root) : '';
  return checked(node('document', '', text, children, placeAt(source, 0)), problems);
}

function emptyFile(source: Source): Problem {
  const help = 'import a file that has something in it';
  return error('empty-file', `${source.path} is empty`, fileSpan(source), { help });
}

class Walk {
  count = 0;
  tooDeep = false;

  constructor(
    private readonly source: Source,
    private readonly document: Document.Parsed,
  ) {}

  children(value: unknown, depth: number): readonly Tree[] {
    const own = this.resolved(value);
    if (depth > DEEPEST) this.tooDeep = true;
    if (this.tooDeep || this.count > MOST_NODES) return [];
    if (isMap(own)) {
      return this.pairs(own).map(({ key, value: below }) => {
        this.count++;
        return node(
          'key',
          this.text(key),
          this.text(below),
          this.children(below, depth + 1),
          this.place(key),
        );
      });
    }
    if (isSeq(own)) {
      return own.items.map((item) => {
        this.count++;
        return node('entry', '', this.text(item), this.children(item, depth + 1), this.place(item));
      });
    }
    return [];
  }

  /** Of a scalar as it is written, if it is no text; '' of others. */
  text(value: unknown): string {
    const own = this.resolved(value);
    if (!isScalar(own) || own.value === null) return '';
    return tidy(typeof own.value === 'string' ? own.value : (own.source ?? String(own.value)));
  }

  private resolved(value: unknown): unknown {
    return isAlias(value) ? value.resolve(this.document) : value;
  }

  /** With those of `<<`, where the map has none of that name. */
  private pairs(map: YAMLMap): readonly Pair[] {
    const own = map.items.filter(({ key }) => !isMerge(key));
    if (own.length === map.items.length) return own;
    const names = new Set(own.map(({ key }) => this.text(key)));
    const merged = map.items.flatMap(({ key, value }) => {
      if (!isMerge(key)) return [];
      const from = this.resolved(value);
      const maps = isSeq(from) ? from.items.map((item) => this.resolved(item)) : [from];
      return maps.flatMap((one) => (isMap(one) && one !== map ? one.items : []));
    });
    return [
      ...own,
      ...merged.filter(({ key }) => {
        const name = this.text(key);
        return !names.has(name) && names.add(name);
      }),
    ];
  }

  private place(value: unknown): ReturnType<typeof placeAt> {
    const range = (value as Partial<Node> | null)?.range;
    return placeAt(this.source, range?.[0] ?? 0);
  }
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol');
}
