/**
 * A file's text -> a YAML document, with what is wrong with it as YAML: every file of a project that is YAML is read here.
 *
 * Kept true: the time it takes grows with the length of the file and no faster, and so does what can come of it: a file of
 * too many values, whose values stand too deep in one another, or whose aliases stand for too much, is told and not read on.
 */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Parser,
  YAMLParseError,
} from 'yaml';
import { brokenYaml } from './broken-yaml.ts';
import { error, type Problem } from './problem.ts';
import { fileSpan, type Source, type Span, spanAt } from './source.ts';
import { DEEPEST, tooDeepAt } from './too-deep.ts';

export interface ReadYaml {
  readonly document: Document.Parsed;
  /** False where it says what nobody meant: broken, or more than can be read. */
  readonly sound: boolean;
  /** `broken-yaml`, `duplicate-key`, `too-deep`, `too-large`, `alias-bomb`. */
  readonly problems: readonly Problem[];
}

const MOST_ALIASES = 100;
/** What a file may weigh, its aliases as what they stand for: its letters, and so many for each value. */
const MOST_WEIGHT = 5e6;
const VALUE_WEIGHT = 50;

/** Reads it. A key that stands twice is told and read on. */
export function readYaml(source: Source): ReadYaml {
  const tokens = [...new Parser().parse(source.text)];
  const deep = tooDeepAt(tokens);
  if (deep !== null) {
    const message = `This stands more than ${DEEPEST} keys, lists or brackets deep`;
    const help = 'write fewer brackets in brackets, fewer steps to the right';
    const problem = error('too-deep', message, spanAt(source, deep, deep + 1), { help });
    return { document: composed([], source), sound: false, problems: [problem] };
  }
  const document = composed(tokens, source);
  const broken = brokenYaml(source, document);
  const { doubled, aliases, weight } = survey(document);
  const at = (place: Place): Span => spanAt(source, ...place);
  const problems: Problem[] = [];
  for (const { place, first } of doubled) {
    const related = [{ message: 'the first stands here', span: at(first) }];
    problems.push(
      error('duplicate-key', 'This key stands twice', at(place), { help: 'keep one of them', related }),
    );
  }
  problems.push(...broken);
  if (broken.length > 0) return { document, sound: false, problems };
  const tooMany = aliases[MOST_ALIASES];
  const heavy = aliases.find((alias) => alias.weight > MOST_WEIGHT);
  if (weight > MOST_WEIGHT) {
    const help = 'a role, a skill, a language has a file of its own';
    problems.push(error('too-large', 'This file has more values than are read', fileSpan(source), { help }));
  } else if (tooMany) {
    const help = `write the values out; at most ${MOST_ALIASES} are read`;
    problems.push(
      error('alias-bomb', `This file has ${aliases.length} aliases`, at(tooMany.place), { help }),
    );
  } else if (heavy) {
    const what = Number.isFinite(heavy.weight) ? 'more than is read' : 'what it stands in';
    const help = 'write the values out';
    problems.push(error('alias-bomb', `This alias stands for ${what}`, at(heavy.place), { help }));
  } else return { document, sound: true, problems };
  return { document, sound: false, problems };
}

/** What the parser makes of its tokens; of several documents the first, and an error. */
function composed(tokens: readonly CST.Token[], { text }: Source): Document.Parsed {
  // The parser's own search for doubled keys takes the square of their number.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
  const [first, second] = composer.compose(tokens, true, text.length);
  if (!first) throw new Error('the parser of YAML gives a document for every text');
  if (second) {
    const [start, end] = second.range;
    first.errors.push(
      new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'),
    );
  }
  return first;
}

type Place = readonly [start: number, end: number];

interface Survey {
  readonly doubled: readonly { readonly place: Place; readonly first: Place }[];
  /** In the order of the file, each with what has been met up to it. */
  readonly aliases: readonly { readonly place: Place; readonly weight: number }[];
  /** Of all values, an alias as one. */
  readonly weight: number;
}

/** Where a node begins, and where it ends. */
interface Step {
  readonly node: unknown;
  readonly leaves: boolean;
}

/**
 * Goes through the whole document, without calling itself, however deep it is. An alias weighs what it stands for; one
 * that stands for what it stands in is without end.
 */
function survey(document: Document.Parsed): Survey {
  const doubled: { place: Place; first: Place }[] = [];
  const aliases: { place: Place; weight: number }[] = [];
  /** By their marks: what they weigh; null while they have not ended. */
  const marked = new Map<string, number | null>();
  const before: number[] = [];
  let expanded = 0;
  let weight = 0;
  const steps: Step[] = [{ node: document.contents, leaves: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node, leaves } = step;
    if (isAlias(node)) {
      weight += VALUE_WEIGHT;
      const stands = marked.get(node.source);
      expanded += VALUE_WEIGHT + (stands === null ? Number.POSITIVE_INFINITY : (stands ?? 0));
      aliases.push({ place: placeOf(node), weight: expanded });
    } else if (isMap(node) || isSeq(node) || isScalar(node)) {
      if (leaves) {
        if (node.anchor) marked.set(node.anchor, expanded - (before.pop() ?? 0));
        continue;
      }
      const own = VALUE_WEIGHT + (isScalar(node) ? (node.source?.length ?? 0) : 0);
      if (node.anchor) {
        before.push(expanded);
        marked.set(node.anchor, null);
        steps.push({ node, leaves: true });
      }
      weight += own;
      expanded += own;
      if (isMap(node))
        twice(
          node.items.map(({ key }) => key),
          doubled,
        );
      if (!isScalar(node)) for (const item of [...node.items].reverse()) push(item, steps);
    }
  }
  return { doubled, aliases, weight };
}

/** The key is met before its value. */
function push(item: unknown, steps: Step[]): void {
  if (!isPair(item)) steps.push({ node: item, leaves: false });
  else steps.push({ node: item.value, leaves: false }, { node: item.key, leaves: false });
}

function placeOf({ range }: Pick<Node, 'range'>): Place {
  return range ? [range[0], range[1]] : [0, 0];
}

function twice(keys: readonly unknown[], doubled: { place: Place; first: Place }[]): void {
  const seen = new Map<unknown, Place>();
  for (const key of keys) {
    if (!isScalar(key)) continue;
    const first = seen.get(key.value);
    if (first) doubled.push({ place: placeOf(key), first });
    else seen.set(key.value, placeOf(key));
  }
}
