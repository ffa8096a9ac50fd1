/** CLI.md: pdf FILE.md, and what wins over its front matter. */
import { describe, expect, it } from 'vitest';
import { imagesOf, readPdf } from '../pdf/readback.ts';
import { png } from '../pictures/png.ts';
import { workspace } from './harness.ts';

const CARD = 'scorecard --role baker --level middle';

describe('pdf', () => {
  it('sets an edited file again, beside it, and may do so twice', async () => {
    const space = workspace('small');
    await space.run(`${CARD} --out a.md`);
    const result = (await space.run('pdf a.md')).exits(0);
    expect(result.stderr).toMatch(/^a\.pdf {2}\d+ pages {2}\d+ KB\n$/);
    const before = space.bytes('a.pdf');
    space.change('a.md', '# ', '# Changed ');
    (await space.run('pdf a.md')).exits(0);
    expect(space.bytes('a.pdf').equals(before)).toBe(false);
    space.write('a.pdf', 'mine');
    const edited = (await space.run('pdf a.md')).fails(1, 'somebodys-file');
    expect(edited.stderr).toContain('somebody has worked in it');
    expect(edited.stderr).not.toContain('--set');
    space.write('dir/a.pdf', 'mine');
    expect((await space.run('pdf a.md --out dir')).fails(1, 'somebodys-file').stderr).not.toContain('--set');
  });

  it('is the PDF that was made with the Markdown, and holds it', async () => {
    const space = workspace('small');
    await space.run(CARD);
    const { attached } = await readPdf(space.bytes('out/scorecard-baker-middle.pdf'));
    const name = 'scorecard-baker-middle.md';
    expect(attached).toEqual({ [name]: space.bytes(`out/${name}`).toString('utf8') });
    (await space.run('pdf out/scorecard-baker-middle.md -o again.pdf')).exits(0);
    expect(space.bytes('again.pdf').equals(space.bytes('out/scorecard-baker-middle.pdf'))).toBe(true);
  });

  it('reads standard input and writes standard output', async () => {
    const space = workspace('small');
    const stdin = (await space.run(`${CARD} --out -`)).text;
    expect((await space.run('pdf -', { stdin })).exits(0).text.slice(0, 5)).toBe('%PDF-');
    (await space.run('pdf - --out x.pdf', { stdin })).exits(0);
    expect(space.has('x.pdf')).toBe(true);
  });

  const FRONT = '---\nname: N\ntitle: T\npaper: A4\ntheme: plain\ndate: 2026-03-17\n---\n\n# T\n\nWords.\n';
  const BIG = 'name: Big\nsize: 12\nmargin: 12\nline: 7\nbox: 5\n';
  const made = async (words: string, front = FRONT) => {
    const space = workspace('small').write('a.md', front).write('templates/themes/big.yaml', BIG);
    (await space.run(`pdf a.md ${words}`)).exits(0);
    const latin = space.bytes('a.pdf').toString('latin1');
    const { texts, paper } = await readPdf(space.bytes('a.pdf'));
    return {
      paper,
      date: /<xmp:CreateDate>([\d-]+)T/.exec(latin)?.[1],
      size: texts.find(({ text }) => text === 'Words.')?.size,
    };
  };

  it.each([
    ['', '595 841'],
    ['--paper Letter', '612 792'],
    ['--paper letter', '612 792'],
  ])('lets --paper win over the front matter: %j', async (words, paper) => {
    expect(await made(words)).toEqual({ ...(await made('')), paper });
  });

  it('keeps the front matter’s landscape, whatever the paper', async () => {
    const front = FRONT.replace('paper: A4', 'paper: A4 landscape');
    expect((await made('', front)).paper).toBe('841 595');
    expect((await made('--paper Letter', front)).paper).toBe('792 612');
    expect((await made('--paper Letter@landscape', front)).paper).toBe('792 612');
    expect((await made('--paper Letter@landscape')).paper).toBe('792 612');
  });

  it('lets --date win over the front matter', async () => {
    expect((await made('')).date).toBe('2026-03-17');
    expect(await made('--date 2025-01-02')).toEqual({ ...(await made('')), date: '2025-01-02' });
  });

  it('lets --theme win over the front matter', async () => {
    const plain = await made('');
    const big = await made('--theme big');
    expect(big.size).toBeGreaterThan((plain.size ?? 0) + 3);
    expect(big).toEqual({ ...plain, size: big.size });
    expect(await made('--theme plain', FRONT.replace('theme: plain', 'theme: big'))).toEqual(plain);
  });

  it('asks nothing of what is not used: neither a paper nor a theme of the front matter', async () => {
    const front = FRONT.replace('paper: A4', 'paper: A9').replace('theme: plain', 'theme: gone');
    expect(await made('--paper A4 --theme plain', front)).toEqual(await made(''));
    const space = workspace('small').write('a.md', front);
    expect((await space.run('pdf a.md')).exits(1).problems).toEqual([
      'unknown-paper a.md:4:1',
      'unknown-theme a.md:5:1',
    ]);
    expect((await space.run('pdf a.md --paper Leter --theme plan')).exits(1).problems).toEqual([
      'unknown-paper command-line:1:28',
      'unknown-theme command-line:1:42',
    ]);
    (await space.run('pdf a.md --date 2025-13-01')).fails(2, 'invalid-value');
  });

  it('says what is wrong with its line, and writes nothing', async () => {
    const space = workspace().write('a.md', '# Title\n\nText.\n\n<!-- feild x -->\n');
    expect((await space.run('pdf a.md')).exits(1).problems[0]).toMatch(/ a\.md:5:1$/);
    expect(space.list()).toEqual(['a.md']);
    (await space.run('pdf b.md')).fails(1, 'missing-file');
    space.write('d.md/x', '');
    expect((await space.run('pdf d.md')).fails(1, 'missing-file').stderr).toContain('"d.md" is a folder');
    space.remove('d.md');
    (await space.run(`pdf ${'x'.repeat(300)}.md`)).fails(1, 'missing-file');
    (await space.run('pdf a.md --out b.md')).fails(2, 'invalid-value');
    space.write('bad.md', Buffer.from([0xff, 0xfe]));
    (await space.run('pdf bad.md')).fails(1, 'not-utf8');
  });

  it('finds pictures beside the file, never outside the project', async () => {
    const space = workspace().write('a.md', '# T\n\n![logo](../../etc/logo.png)\n');
    expect((await space.run('pdf a.md')).fails(1, 'missing-image').problems[0]).toContain('a.md:3:');
  });

  it('sets SVG, see-through PNG and JPEG beside one another, and tells every picture that it cannot', async () => {
    const svg = (inner: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">${inner}</svg>`;
    const clear = png({ width: 4, height: 2, color: 4, depth: 16, pixel: (x) => [0, x * 9999] });
    const space = workspace()
      .write('in/a.md', '# T\n\n![one](a.svg)\n\n> ![two](<../a b.png>)\n\n- ![three](a.svg)\n')
      .write('in/a.svg', svg('<circle r="40"/>'))
      .write('a b.png', clear);
    (await space.run('pdf in/a.md')).exits(0);
    const images = await imagesOf(space.bytes('in/a.pdf'));
    const drawn = { page: 1, width: 600, height: 300 };
    expect(images).toEqual([drawn, { page: 1, width: 4, height: 2 }, drawn]);

    space.write('in/a.svg', svg('<text>A</text>')).write('a b.png', clear.subarray(0, 60));
    expect((await space.run('pdf in/a.md')).exits(1).problems).toEqual([
      'unknown-image in/a.md:3:8',
      'unknown-image in/a.md:5:11',
    ]);
  });
});
