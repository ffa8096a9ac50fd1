/** The texts by which people are asked and judged: each once for each language, whatever shares it, with what it is for. */
import type { Span } from '../../../problems/source.ts';
import type { Framework, Skill, Text } from '../../framework.ts';
import { Places } from './place.ts';

/** `script`: read aloud as it stands. `anchor`: written by hand. */
export type Use =
  | 'expectation'
  | 'grade'
  | 'anchor'
  | 'ask'
  | 'probe'
  | 'listen-for'
  | 'warning-sign'
  | 'summary'
  | 'script';

export interface Written {
  readonly use: Use;
  readonly language: string;
  readonly words: string;
  /** The place of the words from one offset to the other; where the text begins, where none are given. */
  place(from?: number, to?: number): Span;
}

type Add = (use: Use, ...texts: readonly (Text | null)[]) => void;

const known = new WeakMap<Framework, readonly Written[]>();

/** Those of some uses, in the order of the framework. */
export function textsOf(framework: Framework, uses: ReadonlySet<Use>): readonly Written[] {
  const all = known.get(framework) ?? allOf(framework);
  known.set(framework, all);
  return all.filter(({ use }) => uses.has(use));
}

function allOf(framework: Framework): readonly Written[] {
  const out: Written[] = [];
  const seen = new Set<string>();
  const add: Add = (use, ...texts) => {
    for (const text of texts) {
      for (const [language, words] of Object.entries(text?.byLanguage ?? {})) {
        if (!text) continue;
        const { source, line, column } = text.spans[language] ?? text.span;
        const key = `${line}:${column}:${language}:${source.path}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const places = placesOf(text, language);
        const place = (from = 0, to = words.length): Span => places.of(from, to);
        out.push({ use, language, words, place });
      }
    }
  };
  const { texts, levels, roles, skills } = framework;
  add('summary', framework.summary, ...levels.map(({ summary }) => summary));
  add('script', texts.opening, texts.closing, ...texts.peerQuestions);
  for (const role of roles) add('summary', role.summary, ...role.levels.map(({ summary }) => summary));
  for (const skill of skills) addSkill(skill, add);
  return out;
}

function addSkill(skill: Skill, add: Add): void {
  add('summary', skill.summary);
  add('grade', ...skill.grades.map(({ text }) => text));
  for (const ladder of skill.entries.values())
    for (const entry of ladder.values())
      if (entry.kind === 'expectation') add('expectation', entry.text, ...entry.statements);
  for (const levels of skill.anchors.values())
    for (const points of levels.values()) add('anchor', ...points.values());
  for (const { ask, probes, listenFor, warningSigns } of skill.questions) {
    add('ask', ask);
    add('probe', ...probes);
    add('listen-for', ...listenFor);
    add('warning-sign', ...warningSigns);
  }
}

/** The places of the words of a text in a language. */
export function placesOf(text: Text, language: string): Places {
  return new Places(text.spans[language] ?? text.span, text.byLanguage[language] ?? '');
}
