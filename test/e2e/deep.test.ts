/** What stands a hundred thousand deep, in each file that a person writes: a Problem at its place, never a stack that runs over. */
import { describe, expect, it } from 'vitest';
import { workspace } from './harness.ts';

const DEEP = 100_000;
/** Of Markdown's signs, some of which take its parser long. */
const DEEP_SIGNS = 20_000;
const CARD = 'scorecard --role baker --level middle --format md';

describe('YAML that goes too deep', () => {
  const FILES = [
    ['rubricate.yaml', 'fonts: '],
    ['data/framework.yaml', '# excuse two-deeds: none\nname: '],
    ['data/roles/baker.yaml', 'name: '],
    ['data/skills/people/talking.yaml', '# excuse two-deeds: none\nname: '],
    ['templates/messages/en.yaml', 'a: '],
    ['templates/messages/de.yaml', 'a: '],
    ['templates/themes/plain.yaml', 'font: '],
    ['templates/words/en.yaml', 'vague: '],
  ] as const;

  it.each(FILES)('%s', async (path, head) => {
    const line = head.split('\n').length;
    const at = `too-deep ${path}:${line}:${head.length - head.lastIndexOf('\n') + 59}`;
    const space = workspace('small').write(path, `${head}${'['.repeat(DEEP)}`);
    expect((await space.run('check')).exits(1).problems).toContain(at);
    if (path.startsWith('templates/words/')) return;
    const card = await space.run(`${CARD} --lang ${path.includes('de.') ? 'de' : 'en'}`);
    expect(card.exits(1).problems).toContain(at);
  });

  it.each([
    ['brackets', 'name: ', '{a: ', 'x', ''],
    ['lists on one line', 'name:\n', '- ', 'x', ''],
    ['questions', 'name:\n', '? ', 'x', ''],
    ['brackets after some that close', 'name: ', '[', 'x', `${']'.repeat(DEEP)}\n`],
  ])('of %s', async (_, head, sign, end, before) => {
    const text = `${before}${head}${sign.repeat(DEEP)}${end}`;
    const result = await workspace('small').write('data/roles/baker.yaml', text).run('check');
    expect(result.exits(1).codes).toContain('too-deep');
  });
});

describe('Markdown that goes too deep', () => {
  it.each(['> ', '- ', '1. ', '> - ', '[', '![', '*a _', '<b>', '`', '| ', '\\', '**', '~~', '<!-- '])(
    'of %s',
    async (sign) => {
      const text = `---\nname: A form\n---\n\n# A form\n\n${sign.repeat(DEEP_SIGNS)}x\n`;
      const result = await workspace('small').write('form.md', text).run('pdf form.md');
      expect([0, 1]).toContain(result.code);
      if (result.code === 1) expect(result.problems[0]).toMatch(/ form\.md:7:\d+$/);
    },
  );

  it('in lists a line further right each', async () => {
    const lists = Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- x\n`).join('');
    const space = workspace('small').write('form.md', `---\nname: A form\n---\n\n${lists}`);
    const result = await space.run('pdf form.md');
    expect([...new Set(result.exits(1).codes)]).toEqual(['too-deep']);
  });
});

describe('JSON that goes too deep', () => {
  it('.rubricate.json', async () => {
    const space = workspace('small');
    (await space.run(CARD)).exits(0);
    space.write('out/.rubricate.json', '['.repeat(DEEP));
    expect((await space.run(CARD)).codes).toEqual(['damaged-manifest']);
  });

  it('a font package', async () => {
    const space = workspace('small').write('rubricate.yaml', 'fonts: [house]\n');
    space.write('node_modules/house/package.json', '['.repeat(DEEP));
    expect((await space.run('check')).exits(1).problems).not.toEqual([]);
  });

  it('a Markdown file’s front matter', async () => {
    const space = workspace('small').write('form.md', `---\nname: ${'['.repeat(DEEP)}\n---\n\n# A form\n`);
    expect([0, 1]).toContain((await space.run('pdf form.md')).code);
  });
});
