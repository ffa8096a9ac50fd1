/** framework.yaml: levels, domains, scale, timing and the company's texts. */

import { knownNames } from '../problems/nearest.ts';
import type { Span } from '../problems/source.ts';
import type {
  AnchorRule,
  CompanyTexts,
  Domain,
  Framework,
  Level,
  OwnTiming,
  ScalePoint,
  Text,
} from './framework.ts';
import {
  DOMAIN_KEYS,
  FAIR_KEYS,
  FRAMEWORK_KEYS,
  LEVEL_KEYS,
  POINT_KEYS,
  RETENTION_KEYS,
  TIMING_KEYS,
} from './keys.ts';
import type { Reader } from './reader.ts';
import { LANGUAGE, type Pair, plainly, type Value } from './value.ts';

export type FrameworkHead = Omit<Framework, 'roles' | 'skills'>;

/** The framework without roles and skills; null where it cannot be read on. */
export function readFramework(reader: Reader): FrameworkHead | null {
  const root = reader.root();
  if (!root) return null;
  if (isNewer(reader, root)) return null;
  const pairs = root.pairs(FRAMEWORK_KEYS);
  const get = (key: string): Value | null => root.get(pairs, key);
  const language = get('language');
  const code = language?.string() ?? null;
  if (language && code !== null && !LANGUAGE.test(code))
    reader.fail(
      'bad-language',
      `"${code}" is no language`,
      language.span,
      'write its short name: en, de, pt-BR',
    );
  else if (code !== null) reader.language = code;
  return {
    name: root.mustText(pairs, 'name'),
    version: get('version')?.string('a text such as "1.0.0"') ?? null,
    language: reader.language,
    cumulative: get('cumulative')?.boolean() ?? false,
    summary: get('summary')?.text() ?? null,
    levels: readLevels(reader, root.must(pairs, 'levels')),
    domains: readDomains(reader, get('domains')),
    scale: readScale(reader, root.must(pairs, 'scale')),
    timing: readTiming(get('timing'), root.span),
    texts: readTexts(get),
    span: root.span,
  };
}

/** True, with a Problem, where the files are of a format that is not known: nothing else is said of them. */
function isNewer(reader: Reader, root: Value): boolean {
  const format = root.get(root.pairs(), 'format');
  const number = format?.number() ?? 1;
  if (!format || number === 1) return false;
  if (number > 1) {
    const message = `These files are of format ${number}; this version reads format 1`;
    reader.fail('newer-format', message, format.span, 'update rubricate');
    return true;
  }
  reader.fail('out-of-range', `There is no format ${number}`, format.span, 'write "format: 1"');
  return false;
}

/** The name, else the id in its place. */
export function nameOr(item: Value, pairs: readonly Pair[], id: string): Text {
  return item.get(pairs, 'name')?.text() ?? plainly(item.reader.language, id, item.span);
}

interface ReadLevel extends Omit<Level, 'rank' | 'next'> {
  readonly rank: number | null;
  readonly next: readonly { readonly id: string; readonly span: Value['span'] }[] | null;
}

function readLevels(reader: Reader, value: Value | null): readonly Level[] {
  const read = (value?.items() ?? []).flatMap((item): ReadLevel[] => {
    const pairs = item.pairs(LEVEL_KEYS);
    const written = item.must(pairs, 'id');
    // A level whose id is wrong is known by what stands there: not every text that names it is a mistake too.
    const id = written?.id() ?? (written ?? item).scalar;
    const slug = typeof id === 'string' ? id : '';
    const next = item.get(pairs, 'next');
    const level: ReadLevel = {
      id: slug,
      name: nameOr(item, pairs, slug),
      summary: item.get(pairs, 'summary')?.text() ?? null,
      rank: item.get(pairs, 'rank')?.number() ?? null,
      next: next
        ? (next.isList ? next.items() : [next]).flatMap((n) => {
            const id = n.string('an id');
            return id === null ? [] : { id, span: n.span };
          })
        : null,
      span: written?.span ?? item.span,
    };
    return slug === '' ? [] : [level];
  });
  const levels = reader.unique(read, 'level');
  const ids = levels.map((level) => level.id);
  const ranked = levels.map((level, i) => ({ ...level, rank: level.rank ?? i + 1 }));
  const whole = ranked.map((level): Level => {
    const higher = ranked.filter((other) => other.rank > level.rank).map((other) => other.rank);
    const above = Math.min(...higher);
    const next = level.next
      ? level.next.flatMap(({ id, span }) => reader.known('level', id, ids, span) ?? [])
      : ranked.filter((other) => other.rank === above).map((other) => other.id);
    return { ...level, next };
  });
  for (const level of whole) {
    if (reaches(whole, level.id, level.id))
      reader.fail(
        'level-circle',
        `The level "${level.id}" leads back to itself`,
        level.span,
        'change its next',
      );
  }
  return whole;
}

function reaches(levels: readonly Level[], from: string, to: string, seen = new Set<string>()): boolean {
  const level = levels.find((l) => l.id === from);
  for (const next of level?.next ?? []) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(levels, next, to, seen)) return true;
  }
  return false;
}

function readDomains(reader: Reader, value: Value | null): readonly Domain[] {
  const read = (value?.items() ?? []).flatMap((item): Domain[] => {
    const pairs = item.pairs(DOMAIN_KEYS);
    const id = item.get(pairs, 'id')?.id();
    const name = item.mustText(pairs, 'name');
    const slug = id ?? slugOf(name.byLanguage[reader.language] ?? '');
    return [
      {
        id: slug,
        name,
        summary: item.get(pairs, 'summary')?.text() ?? null,
        description: item.get(pairs, 'description')?.text() ?? null,
        span: item.span,
      },
    ];
  });
  return reader.unique(read, 'domain');
}

function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'domain'
  );
}

const RULES: readonly AnchorRule[] = ['none', 'previous', 'this', 'next'];

function readScale(reader: Reader, value: Value | null): readonly ScalePoint[] {
  if (!value) return [];
  const read = value.items().flatMap((item): ScalePoint[] => {
    const pairs = item.pairs(POINT_KEYS);
    const id = item.must(pairs, 'id')?.id() ?? null;
    const anchor = item.get(pairs, 'anchor');
    const written = anchor?.string('one of none, previous, this, next') ?? 'none';
    const rule = RULES.find((r) => r === written);
    if (!rule && anchor)
      reader.fail('unknown-anchor', `"${written}" is no anchor`, anchor.span, knownNames(written, RULES));
    const means = item.get(pairs, 'means')?.text() ?? null;
    if (id !== null && rule !== 'this' && !means)
      reader.fail(
        'missing-means',
        `The point "${id}" needs "means"`,
        item.span,
        'say what the point means where no level or grade says it',
      );
    if (id === null) return [];
    return [{ id, name: nameOr(item, pairs, id), anchor: rule ?? 'none', means, span: item.span }];
  });
  const points = reader.unique(read, 'point');
  if (value.isList && (points.length < 3 || points.length > 7))
    reader.fail(
      'scale-size',
      `The scale has ${points.length} points`,
      value.span,
      'a scale has 3 to 7 points',
    );
  return points;
}

/** `otherwise`: the place where there is no `timing`. */
function readTiming(value: Value | null, otherwise: Span): OwnTiming {
  const pairs = value?.pairs(TIMING_KEYS) ?? [];
  const minutes = (key: string, usual: number, least: 0 | 1 = 0): number =>
    value?.get(pairs, key)?.minutes(least) ?? usual;
  return {
    minutes: minutes('minutes', 60, 1),
    opening: minutes('opening', 5),
    questions: minutes('questions', 5),
    closing: minutes('closing', 3),
    writing: minutes('writing', 15),
    span: value?.span ?? otherwise,
  };
}

function readTexts(get: (key: string) => Value | null): CompanyTexts {
  const text = (key: string): Text | null => get(key)?.text() ?? null;
  const list = (key: string): readonly Text[] => get(key)?.texts() ?? [];
  const fair = get('fair_questions');
  const fairPairs: readonly Pair[] = fair?.pairs(FAIR_KEYS) ?? [];
  const ask = fair?.get(fairPairs, 'ask')?.text() ?? null;
  const never = fair?.get(fairPairs, 'never')?.text() ?? null;
  if (fair?.isMap && (!ask || !never))
    fair.reader.fail('missing-key', '"fair_questions" has both "ask" and "never"', fair.span, 'write both');
  const retention = get('retention');
  const split =
    retention?.isMap === true &&
    retention.pairs().some(({ key }) => key === 'scorecard' || key === 'promotion');
  const kept = split ? (retention?.pairs(RETENTION_KEYS) ?? []) : [];
  const whole = split ? null : (retention?.text() ?? null);
  return {
    opening: text('opening'),
    closing: text('closing'),
    fairQuestions: ask && never ? { ask, never } : null,
    adjustments: text('adjustments'),
    access: text('access'),
    retention: {
      scorecard: whole ?? retention?.get(kept, 'scorecard')?.text() ?? null,
      promotion: whole ?? retention?.get(kept, 'promotion')?.text() ?? null,
    },
    committee: list('committee'),
    peerQuestions: list('peer_questions'),
  };
}
