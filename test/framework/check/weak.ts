/** What the rules of weak rubrics say to one text, with the lists that ship. */
import { fileURLToPath } from 'node:url';
import type { Use } from '../../../src/framework/check/texts/written.ts';
import { weakRules } from '../../../src/framework/check/weak/rules.ts';
import type { WordLists } from '../../../src/framework/check/words/lists.ts';
import { loadWords } from '../../../src/framework/check/words/read.ts';
import { type Problem, sorted } from '../../../src/problems/problem.ts';
import { diskFolder } from '../../../src/project/disk.ts';
import { load, ok } from '../data.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Of the lists that ship. */
export const SHIPPED: WordLists = loadWords([diskFolder(`${ROOT}/templates`, ROOT)]).words;

/** A skill that says these words in this place, and nothing else that anything could be said of. */
function skillWith(words: string, use: Use): string {
  const text = JSON.stringify(words);
  const question = (ask: string, listen: string, more = ''): string =>
    `questions: [{ id: q, ask: ${ask}, listen_for: [${listen}]${more} }]\n`;
  const rest: Partial<Record<Use, string>> = {
    ask: question(text, 'X'),
    probe: question('X', 'X', `, probes: [${text}]`),
    'listen-for': question('X', text),
    'warning-sign': question('X', 'X', `, warning_signs: [${text}]`),
    summary: `summary: ${text}\n`,
  };
  return `name: S\nroles: all\nexpectations: { a: ${use === 'expectation' ? text : 'X'} }\n${rest[use] ?? ''}`;
}

/** The Problems of one text in a language. */
export function weakIn(words: string, use: Use, language: string): readonly Problem[] {
  const files = {
    'framework.yaml': `name: F\nlanguage: ${language}\nlevels: [{ id: a }]\nscale:\n  - { id: low, anchor: previous, means: L. }\n  - { id: fit, anchor: this }\n  - { id: high, anchor: next, means: M. }\n`,
    'skills/s.yaml': skillWith(words, use),
  };
  const framework = ok(load(files));
  return sorted(weakRules(SHIPPED).flatMap((rule) => rule.check(framework)));
}
