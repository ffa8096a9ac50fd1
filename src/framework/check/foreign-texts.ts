/** Texts that are not written in the framework's own language, told once a file. */
import { languageName } from '../../problems/language-name.ts';
import { warning } from '../../problems/problem.ts';
import type { Text } from '../framework.ts';
import type { Rule } from './rule.ts';

export const foreignTexts: Rule = {
  code: 'foreign-texts',
  check(framework) {
    const byFile = new Map<string, Text[]>();
    for (const text of textsIn(framework)) {
      const languages = Object.keys(text.byLanguage);
      if (languages.length === 0 || languages.includes(framework.language)) continue;
      const { path } = text.span.source;
      byFile.set(path, [...(byFile.get(path) ?? []), text]);
    }
    return [...byFile.values()].flatMap((texts) => {
      const [first, ...others] = texts.sort((a, b) => a.span.line - b.span.line);
      if (!first) return [];
      const own = languageName(framework.language);
      const message =
        others.length === 0
          ? `This text is not in ${own}`
          : `${texts.length} texts of this file are not in ${own}; this is the first`;
      const help = `add "${framework.language}: ..." beside it`;
      return [warning('foreign-texts', message, first.span, { help })];
    });
  },
};

/** All texts of the framework, each once, wherever they stand. */
function textsIn(framework: unknown): readonly Text[] {
  const seen = new Set<object>();
  const found: Text[] = [];
  const waiting: unknown[] = [framework];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (isText(next)) found.push(next);
    else if (!('source' in next)) {
      const inner: readonly unknown[] = [...(next instanceof Map ? next.values() : Object.values(next))];
      waiting.push(...inner.filter((one) => one !== undefined));
    }
  }
  return found;
}

function isText(value: object): value is Text {
  return 'byLanguage' in value && 'span' in value;
}
