/** The examples of templates/README.md, so that tests can run them. */
import { readFileSync } from 'node:fs';

export const REFERENCE = readFileSync(new URL('../templates/README.md', import.meta.url), 'utf8');

export interface Example {
  /** Of the fence: markdown, handlebars, yaml. */
  readonly language: string;
  /** The file it is, where the line above says so. */
  readonly path: string | null;
  readonly text: string;
}

/** All fenced examples, in order. */
export const EXAMPLES: readonly Example[] = [
  ...REFERENCE.matchAll(/(?:^`(templates\/[^`]+)`\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm),
].map(([, path, language = '', text = '']) => ({ language, path: path ?? null, text }));

/** The files of the company's own document that the reference walks through, by path. */
export const OWN_DOCUMENT: readonly (readonly [string, string])[] = EXAMPLES.flatMap(({ path, text }) =>
  path === null ? [] : [[path, text] as const],
);
