/**
 * framework.yaml for a folder that has none: the levels and domains of the source, and what only a company can say (scale, times,
 * scripts) as it ships, marked as ours. The file that ships is edited, so that none of its texts is written twice.
 */
import { isCollection, isMap, isScalar, type Pair, parseDocument, type Scalar } from 'yaml';
import { FRAMEWORK_KEYS } from '../../framework/keys.ts';
import type { Source } from '../../problems/source.ts';
import { type DataFile, headOf } from './file.ts';
import type { Found } from './framework-of.ts';
import { domainsNode, levelsNode } from './head.ts';
import { plain, STYLE } from './nodes.ts';

/** Columns of the lines of the file that ships. */
const OUR_LINE = 120;
const OURS = ' A default of Rubricate: put your own in its place.';
/** How a framework is called that has no name, in the languages that ship. */
const NAME = { en: 'Skill framework', de: 'Kompetenzmodell' } as const;

/** The same in one language; in English where it has none. */
export function usualName(language: string): string {
  return language === 'de' ? NAME.de : NAME.en;
}

/** What of framework.yaml is not ours. */
export interface Own extends Pick<Found, 'language' | 'textLanguage' | 'cumulative' | 'levels' | 'domains'> {
  /** What it is called, where somebody says so. */
  readonly called?: string | null;
}

/** `shipped`: our framework.yaml. */
export function defaultFramework(found: Own, shipped: Source, comments: readonly string[]): DataFile {
  const document = parseDocument(shipped.text);
  const root = document.contents;
  if (!isMap(root)) throw new Error('the framework.yaml that ships has no keys');
  const called = found.called ?? null;
  const own = new Map<string, unknown>([
    ['format', plain(1)],
    ['name', called === null ? document.createNode(NAME, { flow: true }) : plain(called)],
    ['version', plain('1.0.0')],
    ['language', plain(found.language)],
    ['cumulative', plain(found.cumulative)],
    ['levels', levelsNode(found.levels, found.textLanguage)],
    ['domains', domainsNode(found.domains, found.textLanguage)],
  ]);
  const pairs = new Map<string, Pair>();
  for (const pair of root.items) if (isScalar(pair.key)) pairs.set(String(pair.key.value), pair);
  root.items = FRAMEWORK_KEYS.flatMap((name) => {
    const pair = pairs.get(name);
    if (!pair || name === 'summary') return [];
    const key = pair.key as Scalar;
    if (!own.has(name)) {
      mark(key);
      return [pair];
    }
    const value = own.get(name);
    if (value === null) return [];
    key.commentBefore = name === 'levels' ? ' Lowest first.' : null;
    key.spaceBefore = isCollection(value) && !value.flow;
    if (name === 'version' || (name === 'name' && called === null)) (value as Scalar).comment = OURS;
    return [document.createPair(key, value) as Pair];
  }) as typeof root.items;
  document.commentBefore = null;
  root.commentBefore = null;
  return {
    path: 'framework.yaml',
    text:
      headOf('framework.yaml', 'framework', comments) + document.toString({ ...STYLE, lineWidth: OUR_LINE }),
  };
}

/** After what is said of the key itself. */
function mark(key: Scalar): void {
  const said = key.commentBefore;
  key.commentBefore = said ? `${OURS}\n${said}` : OURS;
  key.spaceBefore = true;
}
