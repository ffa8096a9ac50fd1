/** A project that names the fonts of test/fixtures/fonts, and a document with letters of all of them. */
import { readFileSync } from 'node:fs';
import { typeset } from '../../src/generate/typeset.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { named, projectWith } from '../layout/fallback/letters.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

export const LETTERS = readFileSync(new URL('../pages/letters.md', import.meta.url), 'utf8');

/** This repository as a project, but with these fonts. */
export function letteredProject(): Project {
  const opened = openProject({ cwd: ROOT, data: undefined });
  if (!opened.ok) throw new Error('the project does not open');
  const files = projectWith({
    ...{ 'japanese/Regular.ttf': 'Japanese-Regular.ttf', 'japanese/Bold.ttf': 'Japanese-Bold.ttf' },
    ...{ 'hebrew.ttf': 'Hebrew.ttf', 'arabic.ttf': 'Arabic.ttf' },
    ...{ 'thai.ttf': 'Thai.ttf', 'hindi.ttf': 'Devanagari.ttf' },
  });
  const fonts = named('japanese', 'hebrew.ttf', 'arabic.ttf', 'thai.ttf', 'hindi.ttf');
  return { ...opened.value, files, config: { fonts } };
}

/** Markdown as PDF. */
export async function setWith(project: Project, text = LETTERS): Promise<Uint8Array> {
  const set = await typeset(project, { path: 'letters.md', text }, { beside: ROOT });
  if (!set.ok) throw new Error(set.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return set.value.bytes;
}
