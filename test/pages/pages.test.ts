/**
 * Pages as they look, against pictures that were looked at: what no number of the layout says, and what a change of one
 * block does to another. `UPDATE_PICTURES=1 npx vitest run test/pages` takes the pages as they are now.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../src/generate/typeset.ts';
import { themeNamed } from '../../src/layout/theme.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { letteredProject } from '../pdf/letters.ts';
import { coarse, type Difference, differenceOf, pictureOfDifference } from './difference.ts';
import { drawByPdfjs } from './pdfjs.ts';
import { type Picture, pictureOfPng, pngOf, smaller } from './picture.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEPT = fileURLToPath(new URL('golden/', import.meta.url));
const DPI = 50;
/** Drawn so many times larger first: a thin rule has the same ink wherever it falls between pixels. */
const FINER = 4;
const ACCEPT = 'UPDATE_PICTURES=1 npx vitest run test/pages';
const UPDATE = process.env['UPDATE_PICTURES'] === '1';

interface Wanted {
  /** A document of test/golden. */
  readonly document: string;
  /** From 1. */
  readonly page: number;
  readonly paper?: string;
  readonly theme?: string;
  /** With letters of fonts to fall back on: test/pages/letters.md. */
  readonly lettered?: true;
}

const WANTED: readonly Wanted[] = [
  { document: 'candidate-brief', page: 1 },
  { document: 'compare', page: 1 },
  { document: 'feedback', page: 1 },
  { document: 'ladder', page: 1 },
  { document: 'letters', page: 1, lettered: true },
  { document: 'plan', page: 1 },
  { document: 'promotion', page: 1 },
  { document: 'promotion', page: 3 },
  { document: 'scorecard', page: 1 },
  { document: 'scorecard', page: 2 },
  { document: 'scorecard', page: 2, paper: 'Letter' },
  { document: 'scorecard', page: 2, theme: 'compact' },
  { document: 'scorecard', page: 2, theme: 'large' },
  { document: 'scorecard.de', page: 1 },
  { document: 'self-assessment', page: 1 },
  { document: 'skill', page: 1 },
];

const nameOf = ({ document, page, paper, theme }: Wanted): string =>
  [document, paper?.toLowerCase(), theme, page].filter((part) => part !== undefined).join('-');

function opened(): Project {
  const project = openProject({ cwd: ROOT, data: undefined });
  if (!project.ok) throw new Error('the project does not open');
  return project.value;
}

const project = opened();

async function draw({ document, page, paper, theme, lettered }: Wanted): Promise<Picture> {
  const path = `${document}.md`;
  const source = {
    path,
    text: readFileSync(join(ROOT, lettered ? 'test/pages' : 'test/golden', path), 'utf8'),
  };
  const named = (text: string | undefined) =>
    text === undefined ? undefined : { text, span: fileSpan(source) };
  const set = await typeset(lettered ? letteredProject() : project, source, {
    paper: named(paper),
    theme: named(theme),
    beside: ROOT,
  });
  if (!set.ok) throw new Error(set.problems.map(({ message }) => message).join('\n'));
  const [picture] = await drawByPdfjs(set.value.bytes, DPI * FINER, [page - 1]);
  if (picture === undefined) throw new Error(`${path} has no page ${page}`);
  return smaller(picture, FINER);
}

/** Writes what is not as it was into a folder for eyes, and says where. */
function shown(name: string, now: Picture, difference: Difference): string {
  const folder = mkdtempSync(join(tmpdir(), 'rubricate-picture-'));
  writeFileSync(join(folder, `${name}.now.png`), pngOf(now));
  writeFileSync(join(folder, `${name}.difference.png`), pictureOfDifference(now, difference));
  const { added, gone } = difference;
  return `${name}: ${added.length} pixels of new ink (red), ${gone.length} gone (blue): ${folder}\nWhere that is right: ${ACCEPT}`;
}

describe('a page looks as it did', () => {
  const pages = WANTED.filter(({ theme }) => !theme || themeNamed(project.templates, theme) !== null);
  if (UPDATE) {
    rmSync(KEPT, { recursive: true, force: true });
    mkdirSync(KEPT, { recursive: true });
  }

  for (const wanted of pages) {
    const name = nameOf(wanted);
    it(name, async () => {
      const now = await draw(wanted);
      const file = join(KEPT, `${name}.png`);
      if (UPDATE) writeFileSync(file, pngOf(coarse(now)));
      if (!existsSync(file)) expect.fail(`there is no picture of ${name} yet: ${ACCEPT}`);
      const before = pictureOfPng(readFileSync(file));
      expect([now.width, now.height], 'the size of the paper').toEqual([before.width, before.height]);
      const difference = differenceOf(now, before);
      if (difference !== null) expect.fail(shown(name, now, difference));
    });
  }

  it('and no other picture is kept, and none is large', () => {
    const kept = readdirSync(KEPT);
    expect(kept.sort()).toEqual(pages.map((wanted) => `${nameOf(wanted)}.png`).sort());
    for (const file of kept) expect(statSync(join(KEPT, file)).size, file).toBeLessThan(16_000);
  });
});

describe('a picture', () => {
  const moved = async (by: number, paler = 0): Promise<Difference | null> => {
    const now = await draw({ document: 'scorecard', page: 2 });
    const rows = Math.round((by / 25.4) * DPI) * now.width;
    const grey = new Uint8Array(now.grey.length).fill(255);
    // What is below a white row in the middle goes down.
    let half = now.width * Math.floor(now.height / 2);
    while (now.grey.subarray(half - now.width, half + now.width).some((value) => value < 255))
      half += now.width;
    grey.set(now.grey.subarray(0, half));
    grey.set(now.grey.subarray(half, now.grey.length - rows), half + rows);
    const softened = grey.map((value) => (value === 0 ? 0 : value + (255 - value) * paler));
    return differenceOf({ ...now, grey: softened }, coarse(now));
  };

  it('is another where half of it stands a millimetre lower', async () => {
    expect(await moved(1)).not.toBeNull();
  });

  it('is the same where edges are a little softer or lie half a millimetre off', async () => {
    expect(await moved(0, 0.05)).toBeNull();
    expect(await moved(0.5)).toBeNull();
  });
});
