/** Which font a letter comes from, and what is said of fonts that cannot be used. */
import { describe, expect, it } from 'vitest';
import compress from 'wawoff2/compress.js';
import type { Face } from '../../../src/layout/fonts.ts';
import type { Folder } from '../../../src/project/folder.ts';
import { fontFile, fontsFor, named, projectWith, setBy } from './letters.ts';

const JAPANESE = {
  'fonts/japanese/Japanese-Regular.ttf': 'Japanese-Regular.ttf',
  'fonts/japanese/Japanese-Bold.ttf': 'Japanese-Bold.ttf',
};

/** What sets the words of a text with these fonts; the text must be set whole. */
async function set(
  folder: Folder,
  names: readonly string[],
  text: string,
  face: Face = 'regular',
): Promise<readonly string[]> {
  const found = await fontsFor(folder, named(...names), text);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  expect([...found.value.lacking]).toEqual([]);
  return text.split(' ').flatMap((word) => setBy(found.value, word, face));
}

describe('a letter that the main font lacks', () => {
  it.each([
    ['a file', 'fonts/one.ttf', 'fonts/one.ttf'],
    ['a file, as people write paths', './fonts/one.ttf', 'fonts/one.ttf'],
    ['a folder', 'fonts', 'fonts/one.ttf'],
    ['a folder, as people write folders', './fonts/', 'fonts/deep/one.ttf'],
    ['a package', '@fontsource/some', 'node_modules/@fontsource/some/files/one.ttf'],
    ['a file of a package', 'some/one.ttf', 'node_modules/some/one.ttf'],
  ])('comes from %s', async (_, name, path) => {
    const folder = projectWith({ [path]: 'Japanese-Regular.ttf' });
    expect(await set(folder, [name], 'a日本b')).toEqual([
      'main:a',
      'RubricateJapanese-Regular:日本',
      'main:b',
    ]);
  });

  it('comes from the weight that is nearest to the face’s', async () => {
    const folder = projectWith(JAPANESE);
    const by = async (face: Face) => (await set(folder, ['fonts/japanese'], '日本', face))[0];
    expect(await by('regular')).toBe('RubricateJapanese-Regular:日本');
    expect(await by('italic')).toBe('RubricateJapanese-Regular:日本');
    expect(await by('semibold')).toBe('RubricateJapanese-Bold:日本');
    expect(await by('bold')).toBe('RubricateJapanese-Bold:日本');
  });

  it('comes from a regular file where the bold one lacks it', async () => {
    const folder = projectWith({ 'f/A-Regular.ttf': 'Japanese-Regular.ttf', 'f/A-Bold.ttf': 'Hebrew.ttf' });
    expect(await set(folder, ['f'], '日', 'bold')).toEqual(['RubricateJapanese-Regular:日']);
  });

  it('comes from a variable font at the face’s own weight', async () => {
    const folder = projectWith({ 'v.ttf': 'Variable.ttf' });
    expect(await set(folder, ['v.ttf'], '日')).toEqual(['RubricateVariable-400:日']);
    expect(await set(folder, ['v.ttf'], '日', 'bold')).toEqual(['RubricateVariable-700:日']);
    const found = await fontsFor(folder, named('v.ttf'), '日');
    if (!found.ok) throw new Error('no fonts');
    const { fonts } = found.value;
    const drawn = (face: Face) =>
      (fonts[face].word('日').pieces ?? []).flatMap((piece) =>
        'clusters' in piece ? piece.clusters.map(({ parts }) => parts) : [],
      );
    expect(drawn('semibold')).not.toEqual(drawn('bold'));
    expect(drawn('italic')).toEqual(drawn('regular'));
  });

  it('looks the same from TrueType, CFF, WOFF and WOFF2', async () => {
    const packed = await compress(fontFile('Japanese-Regular.ttf'));
    const folder = projectWith({
      ...{ 'a.ttf': 'Japanese-Regular.ttf', 'b.otf': 'Outlines.otf', 'c.woff': 'web.woff' },
      'd.woff2': Uint8Array.from(packed),
    });
    for (const name of ['a.ttf', 'b.otf', 'c.woff', 'd.woff2']) {
      const found = await fontsFor(projectWith({ [name]: folder.read(name) ?? '' }), named(name), '日本');
      if (!found.ok) throw new Error(`${name}: ${found.problems[0]?.message}`);
      const word = found.value.fonts.regular.word('日本');
      expect([name, word.width, word.missing]).toEqual([name, 2000, []]);
      for (const piece of word.pieces ?? [])
        if ('clusters' in piece)
          for (const { parts } of piece.clusters) expect(parts[0]?.steps.length).toBeGreaterThan(10);
    }
  });

  it('comes from the first of the fonts that has it', async () => {
    const folder = projectWith({ 'a.woff': 'web.woff', 'b.ttf': 'Japanese-Regular.ttf' });
    expect(await set(folder, ['a.woff', 'b.ttf'], '日名')).toEqual([
      'RubricateWeb-Regular:日',
      'RubricateJapanese-Regular:名',
    ]);
    const turned = projectWith({ 'a.woff': 'web.woff', 'b.ttf': 'Japanese-Regular.ttf' });
    expect(await set(turned, ['b.ttf', 'a.woff'], '日名')).toEqual(['RubricateJapanese-Regular:日名']);
  });

  it('comes from the same font whatever was set before', async () => {
    const names = ['a.woff', 'b.ttf'];
    const files = { 'a.woff': 'web.woff', 'b.ttf': 'Japanese-Regular.ttf' };
    const folder = projectWith(files);
    await set(folder, names, '名前は日');
    const later = await set(folder, names, '日は名');
    expect(later).toEqual(await set(projectWith(files), names, '日は名'));
  });

  it('leaves what the main font has to the main font', async () => {
    const folder = projectWith({ 'a.ttf': 'Japanese-Regular.ttf' });
    expect(await set(folder, ['a.ttf'], 'AÉ日Ω')).toEqual([
      'main:AÉ',
      'RubricateJapanese-Regular:日',
      'main:Ω',
    ]);
  });

  it('is told where no font has it', async () => {
    const found = await fontsFor(projectWith({ 'a.woff': 'web.woff' }), named('a.woff'), '日名');
    expect(found.ok && [...found.value.lacking]).toEqual(['名']);
  });
});

describe('a package of fontsource', () => {
  const HOME = 'node_modules/@fontsource/noto-sans-jp';
  const PARTS = JSON.stringify({ '[0]': 'U+65e5,U+672c', '[1]': 'U+540d-540f', latin: 'U+0-ff' });
  const file = (part: string, weight = 400) => `${HOME}/files/noto-sans-jp-${part}-${weight}-normal.woff`;
  const FILES = {
    [`${HOME}/unicode.json`]: PARTS,
    [file('0')]: 'web.woff',
    [file('1')]: 'Japanese-Regular.ttf',
    [file('1', 700)]: 'Japanese-Bold.ttf',
  };

  it('is read in those of its parts that a text wants', async () => {
    const read: string[] = [];
    const all = projectWith(FILES);
    const folder: Folder = {
      ...all,
      read: (path) => {
        read.push(path);
        return all.read(path);
      },
    };
    expect(await set(folder, ['@fontsource/noto-sans-jp'], '日')).toEqual(['RubricateWeb-Regular:日']);
    expect(read.filter((path) => path.includes('-400-'))).toEqual([file('0')]);
    expect(await set(folder, ['@fontsource/noto-sans-jp'], '名')).toEqual(['RubricateJapanese-Regular:名']);
  });

  it('may have more in a part with a name than its list says', async () => {
    const folder = projectWith({ ...FILES, [file('latin')]: 'Hebrew.ttf' });
    expect(await set(folder, ['@fontsource/noto-sans-jp'], 'ש')).toEqual(['RubricateHebrew-Regular:ש']);
  });
});

describe('a font that cannot be used', () => {
  const whole = fontFile('Japanese-Regular.ttf');
  const said = async (names: readonly string[], files: Parameters<typeof projectWith>[0] = {}) => {
    const found = await fontsFor(projectWith(files), named(...names), '日');
    return found.problems.map(({ code, span }) => `${code} ${span.source.path}:${span.line}:${span.column}`);
  };
  /** The font with other licence bits. */
  const licensed = (bits: number): Buffer => {
    const font = Buffer.from(whole);
    const entry = font.indexOf('OS/2', 0, 'latin1');
    font.writeUInt16BE(bits, font.readUInt32BE(entry + 8) + 8);
    return font;
  };

  it.each([
    ['is not installed', '@fontsource/noto-sans-jp', 'npm install @fontsource/noto-sans-jp'],
    ['is not there', 'fonts/house.ttf', 'relative to rubricate.yaml'],
    ['is no package and no folder', 'fonts/house', 'relative to rubricate.yaml'],
    ['is out of the project', '../house.ttf', 'stays within the project'],
    ['is absolute', '/usr/share/fonts/house.ttf', 'stays within the project'],
  ])('since it %s', async (_, name, help) => {
    expect(await said([name])).toEqual(['missing-font rubricate.yaml:1:9']);
    const found = await fontsFor(projectWith({}), named(name), '日');
    expect(found.problems[0]?.help).toContain(help);
  });

  it.each([
    ['no font', Buffer.from('<html>404 Not Found</html>')],
    ['nothing', Buffer.alloc(0)],
    ['four bytes of a font', Buffer.from([0, 1, 0, 0])],
    ['half a font', whole.subarray(0, whole.length / 2)],
    ['half a WOFF', fontFile('web.woff').subarray(0, 700)],
    ['a WOFF with a wrong byte', Buffer.from(fontFile('web.woff')).fill(7, 400, 440)],
    ['no WOFF2 but its first letters', Buffer.from('wOF2 and no more')],
    ['a collection', Buffer.concat([Buffer.from('ttcf'), whole])],
  ])('since it is %s', async (_, bytes) => {
    expect(await said(['a.ttf'], { 'a.ttf': bytes })).toEqual(['broken-font rubricate.yaml:1:9']);
  });

  it.each([
    [0x0000, true],
    [0x0002, false],
    [0x0004, true],
    [0x0008, true],
    [0x000a, true],
    [0x0100, false],
    [0x0200, false],
  ])('by its licence bits %i: %s', async (bits, may) => {
    const problems = await said(['a.ttf'], { 'a.ttf': licensed(bits) });
    expect(problems).toEqual(may ? [] : ['restricted-font rubricate.yaml:1:9']);
  });

  it('all at once, each at its own name', async () => {
    expect(await said(['a.ttf', '@x/none', 'b.ttf', 'c'], { 'a.ttf': whole })).toEqual([
      'missing-font rubricate.yaml:1:16',
      'missing-font rubricate.yaml:1:25',
      'missing-font rubricate.yaml:1:32',
    ]);
  });
});
