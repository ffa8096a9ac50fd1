/**
 * What is said of a kind of Problem beyond its one line: `rubricate explain CODE`. Loaded by that command alone; all
 * others know the codes as a type.
 *
 * Kept true: the examples are whole enough to be tried (test/problems/explanations.test.ts puts each in its place and
 * looks whether it leads to its Problem, and mended to none of it).
 */
import type { Severity } from '../problem.ts';

/** Where an example stands: words that a sentence goes on with. */
export const PLACES = {
  command: 'on the command line',
  config: 'in rubricate.yaml',
  framework: 'in data/framework.yaml',
  role: 'in a role, such as data/roles/llm-engineer.yaml',
  skill: 'in a skill, such as data/skills/working-with-people/mentoring.yaml',
  theme: 'in a theme, such as templates/themes/plain.yaml',
  messages: 'in the messages, such as templates/messages/en.yaml',
  template: 'in a template, such as templates/documents/letter.md.hbs',
  markdown: 'in a Markdown file',
  files: 'among the files',
  program: 'in a program that uses the package',
} as const;

export type Place = keyof typeof PLACES;

export interface Explanation {
  /** How it is told: an error, a warning, advice; more than one where that depends on who looks. */
  readonly severity: readonly Severity[];
  /** What it means and why it is told, in sentences. */
  readonly means: string;
  readonly place: Place;
  /** So short as can be, as it stands in its place. */
  readonly example: string;
  /** What to do, in sentences. */
  readonly mend: string;
  /** The example when that was done; absent where nothing is to be seen in its place. */
  readonly mended?: string;
}

/** The explanations of one area, by code. */
export type Explanations = Readonly<Record<string, Explanation>>;
