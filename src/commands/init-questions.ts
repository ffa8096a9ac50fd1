/** What a person at a terminal is asked before a new project is made: only what no option said, each with its default. */
import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import { PAPER_NAMES } from '../layout/theme.ts';
import { levelsNamed } from '../starter/levels.ts';
import type { Answers, Ground } from './init-choices.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** What holds in a language where nobody says otherwise. */
export interface Defaults {
  readonly name: string;
  readonly role: string;
  readonly levels: readonly string[];
}

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', de: 'German' };

/** All answers; null where the person gave up. */
export async function ask(
  said: Answers,
  usual: { readonly language: string; readonly paper: string },
  defaultsIn: (language: string) => Defaults,
  ground: Ground,
  terminal: Terminal,
): Promise<Answers | null> {
  const answers: { -readonly [K in keyof Answers]: Answers[K] } = { ...said };
  const line = (message: string, initial: string, validate?: (value: string) => string | undefined) =>
    text({
      ...{ message, placeholder: initial, defaultValue: initial, ...terminal },
      ...(validate && { validate: (value) => (value ? validate(value) : undefined) }),
    });
  const oneOf = (message: string, options: { value: string; label: string }[], initialValue: string) =>
    select({ message, options, initialValue, ...terminal });

  if (said.language === undefined) {
    const options = ground.languages.map((value) => ({ value, label: LANGUAGES[value] ?? value }));
    const language = await oneOf('The language of its texts', options, usual.language);
    if (isCancel(language)) return null;
    answers.language = language;
  }
  const defaults = defaultsIn(answers.language ?? usual.language);
  if (said.name === undefined) {
    const name = await line('What is the framework called?', defaults.name);
    if (isCancel(name)) return null;
    answers.name = name;
  }
  if (said.role === undefined) {
    const role = await line('A role to start with', defaults.role);
    if (isCancel(role)) return null;
    answers.role = role;
  }
  if (said.levels === undefined) {
    const wrong = (value: string): string | undefined => {
      const fitting = levelsNamed(parts(value), ground.levels);
      return typeof fitting === 'string' ? `${fitting}.` : undefined;
    };
    const levels = await line('Its levels, lowest first', defaults.levels.join(', '), wrong);
    if (isCancel(levels)) return null;
    answers.levels = parts(levels);
  }
  if (said.paper === undefined) {
    const options = PAPER_NAMES.map((value) => ({ value, label: value }));
    const paper = await oneOf('The paper it is printed on', options, usual.paper);
    if (isCancel(paper)) return null;
    answers.paper = paper;
  }
  return answers;
}

function parts(value: string): readonly string[] {
  return value.split(',').map((part) => part.trim());
}
