/** --dry-run: everything that writes says what it would write, replace and refuse, and writes nothing. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Workspace, workspace } from './harness.ts';

const CARD = 'scorecard --role baker --level middle --format md';
const FILE = 'out/scorecard-baker-middle.md';

/** Every file of a folder, as it is. */
function snapshot(space: Workspace): readonly (readonly [string, number, string])[] {
  const names = readdirSync(space.root, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => {
    const { mtimeMs } = lstatSync(space.path(name));
    return [
      name,
      mtimeMs,
      lstatSync(space.path(name)).isFile() ? readFileSync(space.path(name), 'utf8') : '',
    ];
  });
}

/** Runs it dry, and asserts that nothing came of it but words. */
async function dry(space: Workspace, words: string, code = 0): Promise<string> {
  const before = snapshot(space);
  const result = (await space.run(`${words} --dry-run`)).exits(code);
  expect(snapshot(space)).toEqual(before);
  expect([result.text, result.opened]).toEqual(['', []]);
  return result.stderr;
}

describe('--dry-run', () => {
  it.each([
    [
      'scorecard --role baker --level middle',
      ['out/scorecard-baker-middle.md', 'out/scorecard-baker-middle.pdf'],
    ],
    ['promotion --role baker --to senior --format md', ['out/promotion-baker-middle-to-senior.md']],
    ['render skill --skill heat --format md --out deep/down', ['deep/down/skill-heat.md']],
    ['pdf a.md', ['a.pdf']],
    ['eject scorecard', ['templates/documents/scorecard.md.hbs']],
  ])('lists what would be written: %s', async (words, files) => {
    const space = workspace('small').write('a.md', '# A\n');
    const said = await dry(space, words);
    const lines = said.split('\n').filter((line) => line.startsWith('would '));
    expect(lines.map((line) => line.replace(/ {2}\d.*/, ''))).toEqual(
      files.map((file) => `would write    ${file}`),
    );
    (await space.run(words)).exits(0);
    for (const file of files) expect(space.has(file)).toBe(true);
  });

  it('parts what would be replaced from what is as it would be', async () => {
    const space = workspace('small');
    await space.run(CARD);
    expect(await dry(space, CARD)).toMatch(/^would leave {4}out\/scorecard-baker-middle\.md {2}\d+ KB\n$/);
    space.change('data/framework.yaml', /^name: .*/m, 'name: Another');
    expect(await dry(space, `${CARD} --open`)).toMatch(
      /^would replace {2}out\/scorecard-baker-middle\.md {2}/,
    );
    expect(await dry(space, `${CARD} --quiet`)).toBe('');
  });

  it('lists what would be refused, with its Problems and exit code; with --force what would be kept', async () => {
    const space = workspace('small');
    await space.run(CARD);
    space.change(FILE, '# ', '# Mine: ');
    const said = await dry(space, 'scorecard --role baker --level middle', 1);
    expect(said).toMatch(/^would refuse {3}out\/scorecard-baker-middle\.md {2}\d+ KB$/m);
    expect(said).toMatch(/^would write {4}out\/scorecard-baker-middle\.pdf {2}\d pages {2}\d+ KB$/m);
    expect(said).toContain('Nothing would be written.\n');
    expect(said).toContain('error[somebodys-file]: out/scorecard-baker-middle.md is not as it was written');
    expect(await dry(space, `${CARD} --force`)).toContain(
      '(what stood there would be kept as scorecard-baker-middle.md.bak)',
    );
  });

  it('ends as the run would, also where nothing gets so far', async () => {
    const space = workspace('small');
    await dry(space, 'scorecard --role bakr --level middle', 1);
    await dry(space, 'scorecard --role baker', 2);
    await dry(space, 'eject nothing', 1);
    space.write('out', 'a file');
    expect(await dry(space, CARD, 1)).toContain('a part of its path is a file');
  });

  it.each([CARD, 'eject plain'])('prints no document either: %s --out -', async (words) => {
    expect(await dry(workspace('small'), `${words} --out -`)).toMatch(
      /^would write {4}standard output {2}[\d.]+ \w+\n$/,
    );
  });
});
