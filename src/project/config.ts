/** rubricate.yaml: a project's few settings, each optional, read strictly. */
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error, type Problem, sorted } from '../problems/problem.ts';
import { readYaml } from '../problems/read-yaml.ts';
import { fileSpan, type Source, type Span, spanAt } from '../problems/source.ts';

export const CONFIG_FILE = 'rubricate.yaml';

const TEXTS = ['data', 'templates', 'out', 'language', 'paper', 'theme', 'date'] as const;
type Key = (typeof TEXTS)[number];
/** The keys of rubricate.yaml. */
export const CONFIG_KEYS = [...TEXTS, 'fonts'] as const;

/** What was written, each with its place. `data`, `templates`, `out` are folders, relative to the file. */
export type Config = Readonly<Partial<Record<Key, Named>>> & {
  /** Fonts to fall back on, in order: files and folders of the project, npm packages in its node_modules. */
  readonly fonts?: readonly Named[];
};

function isText(text: string): text is Key {
  return TEXTS.some((key) => key === text);
}

/** A day as DATA.md and --date write it; Problem `impossible-date`. */
export function dayProblem(day: Named): Problem | null {
  const time = Date.parse(`${day.text}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(day.text) && !Number.isNaN(time);
  if (real && new Date(time).toISOString().startsWith(day.text)) return null;
  return error('impossible-date', `"${day.text}" is no date`, day.span, {
    help: 'write year, month and day: 2026-03-17',
  });
}

function notAText(key: Key, value: unknown, place: Span): Problem {
  const written = isScalar(value) ? value.value : value;
  if (written === null || typeof written === 'string')
    return error('wrong-type', `"${key}" is empty`, place, { help: 'write it, or take the line out' });
  const help = isScalar(value) ? 'put it in quotes' : undefined;
  return error('wrong-type', `"${key}" must be a text`, place, { help });
}

/** A font, or a list of them. */
function fontsOf(source: Source, value: unknown, place: Span, problems: Problem[]): readonly Named[] {
  const items = isSeq(value) ? value.items : [value];
  return items.flatMap((item): readonly Named[] => {
    const span = isNode(item) && item.range ? spanAt(source, item.range[0], item.range[1]) : place;
    if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '')
      return [{ text: item.value.trim(), span }];
    const help = 'each is a package or a file in quotes: fonts: ["@fontsource/noto-sans-jp"]';
    problems.push(error('wrong-type', '"fonts" must be a list of fonts', span, { help }));
    return [];
  });
}

/** The settings that can be read, and what is wrong with the file. Problems: `broken-yaml`, `unknown-key`, `duplicate-key`, `wrong-type`, `impossible-date`. */
export function readConfig(source: Source): {
  readonly config: Config;
  readonly problems: readonly Problem[];
} {
  const { document, sound, problems: broken } = readYaml(source);
  const problems: Problem[] = [...broken];
  const config: Partial<Record<Key, Named>> & { fonts?: readonly Named[] } = {};
  const root = document.contents;
  if (root !== null && !isMap(root) && problems.length === 0)
    problems.push(
      error('wrong-type', `${CONFIG_FILE} must be a list of keys`, fileSpan(source), {
        help: `each line is a key and a value; ${knownNames('', CONFIG_KEYS) ?? ''}`,
      }),
    );
  for (const { key, value } of isMap(root) ? root.items : []) {
    const at = isScalar(key) && key.range ? spanAt(source, key.range[0], key.range[1]) : fileSpan(source);
    const name = isScalar(key) ? String(key.value) : '';
    if (!CONFIG_KEYS.some((known) => known === name)) {
      const help = knownNames(name, CONFIG_KEYS);
      problems.push(error('unknown-key', `${CONFIG_FILE} has no key "${name}"`, at, { help }));
      continue;
    }
    const place = isNode(value) && value.range ? spanAt(source, value.range[0], value.range[1]) : at;
    if (!isText(name)) {
      config.fonts ??= fontsOf(source, value, place, problems);
      continue;
    }
    if (!isScalar(value) || typeof value.value !== 'string' || value.value.trim() === '') {
      problems.push(notAText(name, value, place));
      continue;
    }
    config[name] ??= { text: value.value.trim(), span: place };
  }
  if (config.date) {
    const wrong = dayProblem(config.date);
    if (wrong) problems.push(wrong);
  }
  // What stands in a broken file may be read as anything.
  return { config: sound ? config : {}, problems: sorted(problems) };
}
