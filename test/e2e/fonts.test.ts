/** Letters that no font has, and fonts to fall back on, from the command line. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../pdf/readback.ts';
import { type Workspace, workspace } from './harness.ts';

const CARD = 'scorecard --role baker --level middle --skill talking';
const TALKING = 'data/skills/people/talking.yaml';

function fontFile(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/fonts/${name}`, import.meta.url));
}

/** The small bakery, where one text is another. */
function bakery(text: string): Workspace {
  return workspace('small').change(TALKING, 'Says what the night needs.', text);
}

describe('a letter that no font has', () => {
  it('is told at its place in the data, by check and by who makes a document', async () => {
    const space = bakery('Says 言う and 日本.');
    for (const words of ['check', CARD]) {
      const result = (await space.run(words)).fails(words === CARD ? 1 : 0, 'missing-glyph');
      expect(result.problems).toEqual([`missing-glyph ${TALKING}:6:58`]);
      expect(result.stderr).toContain(
        'Source Sans 3 has no characters "言" (U+8A00, CJK UNIFIED IDEOGRAPH-8A00)',
      );
      expect(result.stderr).toContain('npm install @fontsource/noto-sans-jp');
      expect(result.stderr).toContain('fonts: ["@fontsource/noto-sans-jp"]');
    }
    (await space.run(`${CARD} --format md`)).exits(0);
  });

  it('is told once for each font that is wanted, by its name', async () => {
    const space = bakery('日本 שלום 名前 ⭐ ⭐').change('data/framework.yaml', 'Exceeds', '超える');
    const result = (await space.run('check')).fails(0, ...Array(3).fill('missing-glyph'));
    expect(result.problems[0]).toBe('missing-glyph data/framework.yaml:13:26');
    expect(result.stderr).toContain('(U+05E9, HEBREW LETTER SHIN)');
    expect(result.stderr).toContain('@fontsource/noto-sans-hebrew has Hebrew');
    expect(result.stderr).toContain('"⭐" (U+2B50, WHITE MEDIUM STAR)');
    expect(result.stderr).toContain('@fontsource/noto-emoji has emoji');
  });

  it('is told of what was written by hand', async () => {
    const space = workspace('small');
    const set = (await space.run(`${CARD} --set candidate=名前`)).fails(1, 'missing-glyph');
    expect(set.problems[0]).toMatch(/^missing-glyph command-line:1:/);
    space.write('a.md', '# One\n\nTwo, &#x540d; and 前.\n');
    expect((await space.run('pdf a.md')).fails(1, 'missing-glyph').problems).toEqual([
      'missing-glyph a.md:3:1',
    ]);
    space.write('a.md', '# One\n\nA line\u3000ends.\n');
    expect((await space.run('pdf a.md')).fails(1, 'missing-glyph').stderr).toContain('it cannot be seen');
  });

  it('is nothing where nobody prints it: a comment', async () => {
    const space = workspace('small').change(TALKING, 'domain: People', 'domain: People # 名前 #');
    (await space.run('check')).exits(0);
    space.write('templates/partials/own.md.hbs', '{{! 名前 }}{{!-- 名 }} 前 --}}');
    expect((await space.run('check')).codes).toEqual(['unused-partial']);
    space.write('templates/partials/own.md.hbs', '名前');
    expect((await space.run('check')).codes).toContain('missing-glyph');
  });

  it('is told in a label that is set alone: the letter of a heading, what goes on on the next page', async () => {
    const space = workspace().write('a.md', '---\ncontinued: 続く\n---\n\n# One\n\n## **名** Two\n\nx\n');
    expect((await space.run('pdf a.md')).fails(1, 'missing-glyph').stderr).toContain('"名"');
  });
});

describe('fonts to fall back on', () => {
  const FONTS = 'fonts:\n  - fonts/japanese\n  - fonts/Hebrew.ttf\n';
  const lettered = (): Workspace =>
    bakery('日本 שלום 名前')
      .write('rubricate.yaml', FONTS)
      .write('fonts/japanese/Regular.ttf', fontFile('Japanese-Regular.ttf'))
      .write('fonts/japanese/Bold.ttf', fontFile('Japanese-Bold.ttf'))
      .write('fonts/Hebrew.ttf', fontFile('Hebrew.ttf'));

  it('have the letters, in what is filled in too; doctor shows them', async () => {
    const space = lettered();
    (await space.run('check')).exits(0);
    (await space.run([...CARD.split(' '), '--set', 'candidate=名前 שלום', '--out', 'a.pdf'])).exits(0);
    const { texts, fields } = await readPdf(space.bytes('a.pdf'));
    const read = texts.map(({ text }) => text).join('');
    expect(read).toContain('日本 שלום');
    expect(fields.find(({ name }) => name === 'candidate')?.value).toBe('名前 שלום');
    const doctor = (await space.run('doctor')).exits(0);
    expect(doctor.text).toMatch(
      /^ {2}then +RubricateJapanese-Regular +fonts\/japanese, 2 files, rubricate\.yaml:2$/m,
    );
    expect(doctor.text).toMatch(
      /^ {2}and then +RubricateHebrew-Regular +fonts\/Hebrew\.ttf, 1 file, rubricate\.yaml:3$/m,
    );
  });

  it('are asked before a letter is told; those that were asked are not named again', async () => {
    const space = lettered().change(TALKING, '名前', '名前は 書');
    const result = (await space.run('check')).fails(0, 'missing-glyph');
    expect(result.stderr).toContain('No font has the character "書"');
    expect(result.stderr).toContain('add "@fontsource/noto-sans-jp" to "fonts" in rubricate.yaml');
    space.write('rubricate.yaml', `${FONTS}  - "@fontsource/noto-sans-jp"\n`);
    space.write('node_modules/@fontsource/noto-sans-jp/files/a.ttf', fontFile('Hebrew.ttf'));
    expect((await space.run('check')).fails(0, 'missing-glyph').stderr).toContain('name a font that has it');
  });

  it('are looked at by check and doctor, also where no letter asks for them', async () => {
    const space = workspace('small').write('bad.ttf', 'no font');
    space.write(
      'rubricate.yaml',
      'fonts:\n  - bad.ttf\n  - "@fontsource/none"\n  - ../none.ttf\n  - fonts/none\n',
    );
    const wrong = ['broken-font 2:5', 'missing-font 3:5', 'missing-font 4:5', 'missing-font 5:5'].map((one) =>
      one.replace(' ', ' rubricate.yaml:'),
    );
    for (const words of ['check', 'doctor'])
      expect((await space.run(words)).exits(1).problems).toEqual(wrong);
    (await space.run(CARD)).exits(0);
  });

  it('lie in the project and nowhere else', async () => {
    const space = workspace().write('out.ttf', fontFile('Japanese-Regular.ttf')).write('p/a.md', '# 日本\n');
    for (const path of ['../out.ttf', space.path('out.ttf'), 'x/../../out.ttf']) {
      space.write('p/rubricate.yaml', `fonts: ${path}\n`);
      const result = await space.run('pdf a.md', { within: 'p' });
      expect(result.fails(1, 'missing-font').problems).toEqual(['missing-font rubricate.yaml:1:8']);
    }
    space.write('p/in.ttf', fontFile('Japanese-Regular.ttf')).write('p/rubricate.yaml', 'fonts: in.ttf\n');
    (await space.run('pdf a.md', { within: 'p' })).exits(0);
  });
});
