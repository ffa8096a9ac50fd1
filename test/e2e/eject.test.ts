/** CLI.md, eject: a copy of ours to be changed, and what check says of it later. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyHash, originHash, readOrigin, withOrigin } from '../../src/files/origin.ts';
import { diskFolder } from '../../src/project/disk.ts';
import { templateFiles } from '../../src/project/template-files.ts';
import { type Workspace, workspace } from './harness.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CARD = 'scorecard --role baker --level middle --format md --out -';
const ours = diskFolder(`${ROOT}/templates`, ROOT);

/** As if ours had been another when the copy was made. */
function age(space: Workspace, path: string): void {
  space.change(path, /\([0-9a-f]{12}\)/, '(000000000000)');
}

describe('eject', () => {
  it('makes the company’s folder, prints the path, and says what the copy uses', async () => {
    const space = workspace('small');
    const result = (await space.run('eject scorecard')).exits(0);
    expect(space.list('templates')).toEqual(['documents']);
    expect(space.list('templates/documents')).toEqual(['scorecard.md.hbs']);
    expect(result.text).toBe('');
    expect(result.stderr).toMatch(/^templates\/documents\/scorecard\.md\.hbs {2}\d+ KB\n/);
    expect(result.stderr).toMatch(/partials of ours: .*\brating\b.*\bwriting-room\b/);
    (await space.run('eject rating')).exits(0);
    const again = (await space.run('eject scorecard')).exits(0);
    expect(again.stderr).toContain('your own partials: rating.');
    expect(again.stderr).not.toMatch(/ours: .*\brating\b/);
    expect((await space.run('eject scorecard --quiet')).exits(0).stderr).toBe('');
  });

  it('says that of messages and themes only what is changed need stay', async () => {
    for (const name of ['en', 'plain'])
      expect((await workspace('small').run(`eject ${name}`)).exits(0).stderr).toContain('Only the keys');
  });

  it.each([
    ['scorecard', 'documents/scorecard.md.hbs'],
    ['Scorecard', 'documents/scorecard.md.hbs'],
    ['documents/scorecard', 'documents/scorecard.md.hbs'],
    ['partials/rating', 'partials/rating.md.hbs'],
    ['templates/partials/rating.md.hbs', 'partials/rating.md.hbs'],
    ['messages/en.yaml', 'messages/en.yaml'],
    ['plain', 'themes/plain.yaml'],
  ])('takes %s', async (name, path) => {
    const space = workspace('small');
    (await space.run(`eject ${name}`)).exits(0);
    expect(space.has(`templates/${path}`)).toBe(true);
  });

  it('answers a name that we lack with the nearest and all', async () => {
    const space = workspace('small');
    const result = (await space.run('eject scorcard')).fails(1, 'unknown-template');
    expect(result.problems).toEqual(['unknown-template command-line:1:17']);
    expect(result.stderr).toMatch(
      /did you mean "scorecard"\? there are: documents .*; partials .*; messages/,
    );
    (await space.run('eject README')).fails(1, 'unknown-template');
    (await space.run('eject')).fails(2, 'missing-argument');
    expect(space.list()).toEqual(['data']);
  });

  it('never writes over what is there; --force keeps it', async () => {
    const space = workspace('small');
    await space.run('eject scorecard');
    const path = 'templates/documents/scorecard.md.hbs';
    space.change(path, '# {{title}}', '# Ours: {{title}}');
    const mine = space.read(path);
    expect((await space.run('eject scorecard')).fails(1, 'somebodys-file').problems).toEqual([
      `somebodys-file ${path}:1:1`,
    ]);
    expect(space.read(path)).toBe(mine);
    (await space.run('eject scorecard --force')).exits(0);
    expect(space.read(`${path}.bak`)).toBe(mine);
    expect(space.read(path)).not.toBe(mine);
    (await space.run('check')).exits(0);
  });

  it('writes where rubricate.yaml or --out say, from below too', async () => {
    const space = workspace('small').write('rubricate.yaml', 'templates: own\n');
    (await space.run('eject plain', { within: 'data' })).exits(0);
    expect(space.list('own/themes')).toEqual(['plain.yaml']);
    (await space.run('eject plain --out new')).exits(0);
    expect(space.read('new/themes/plain.yaml')).toBe(space.read('own/themes/plain.yaml'));
    expect((await space.run('eject plain --out -')).exits(0).text).toBe(space.read('new/themes/plain.yaml'));
  });

  it.each(templateFiles(ours).map(({ id }) => id))('does no harm: %s', async (id) => {
    const space = workspace('small');
    const before = (await space.run(CARD)).exits(0).text;
    const packet = 'promotion --role baker --to senior --format md --out -';
    const packetBefore = (await space.run(packet)).exits(0).text;
    (await space.run(`eject ${id}`)).exits(0);
    expect((await space.run(CARD)).exits(0).text).toBe(before);
    expect((await space.run(packet)).exits(0).text).toBe(packetBefore);
    expect((await space.run('check')).exits(0).codes).toEqual([]);
  });
});

describe('check, of a copy', () => {
  it.each([
    ['scorecard', 'documents/scorecard.md.hbs', '11:17'],
    ['rating', 'partials/rating.md.hbs', '1:17'],
    ['en', 'messages/en.yaml', '1:15'],
    ['plain', 'themes/plain.yaml', '1:15'],
  ])('says that ours has changed since, as advice: %s', async (name, path, place) => {
    const space = workspace('small');
    await space.run(`eject ${name}`);
    const file = `templates/${path}`;
    space.write(file, `${space.read(file)}\n`);
    expect((await space.run('check')).exits(0).codes).toEqual([]);
    age(space, file);
    const result = (await space.run('check --strict')).fails(0, 'ours-changed');
    expect(result.problems).toEqual([`ours-changed ${file}:${place}`]);
    expect(result.stderr).toContain(`rubricate eject ${path.replace(/\..*/, '')} --out -`);
    expect((await space.run(CARD)).exits(0).codes).toEqual([]);
  });

  it('says it of a copy under another name, and where ours is gone', async () => {
    const space = workspace('small');
    await space.run('eject scorecard');
    const text = space.read('templates/documents/scorecard.md.hbs');
    space.remove('templates/documents').write('templates/documents/screening.md.hbs', `${text}\n`);
    expect((await space.run('check')).exits(0).codes).toEqual([]);
    age(space, 'templates/documents/screening.md.hbs');
    expect((await space.run('check')).exits(0).codes).toEqual(['ours-changed']);
    space.change('templates/documents/screening.md.hbs', 'from documents/scorecard', 'from documents/gone');
    expect((await space.run('check')).exits(0).stderr).toContain('has no documents/gone.md.hbs any more');
  });

  it('says nothing of one that is as ours is now, whatever its comment says, nor of one without', async () => {
    const space = workspace('small');
    await space.run('eject scorecard');
    const file = 'templates/documents/scorecard.md.hbs';
    age(space, file);
    expect((await space.run('check')).exits(0).codes).toEqual([]);
    space.change(file, /\{\{! Copied.*\n/, '');
    expect((await space.run('check')).exits(0).codes).toEqual([]);
  });
});

describe('the comment of a copy', () => {
  const path = fc.constantFrom('documents/a.md.hbs', 'partials/a.md.hbs', 'messages/en.yaml');
  const text = fc.array(fc.constantFrom('---', 'a: b', '# x', '{{title}}', '', 'words', '{{! x }}'), {
    minLength: 1,
  });

  it('is read again, and without it the text is as it was, also with other line ends', () => {
    fc.assert(
      fc.property(path, text, (path, lines) => {
        const original = `${lines.join('\n')}\n`;
        const copy = withOrigin(path, original, '1.2.3-rc.1');
        for (const written of [copy, copy.replaceAll('\n', '\r\n')]) {
          const hash = originHash(original);
          expect(readOrigin({ path, text: written })).toMatchObject({ path, version: '1.2.3-rc.1', hash });
          expect(copyHash(written)).toBe(hash);
        }
      }),
    );
  });

  it('is none in other comments', () => {
    for (const text of [
      '',
      '# Copied from x',
      '{{! Copied from a of b (1) }}',
      'Copied from a of rubricate 1 (000000000000).',
    ])
      expect(readOrigin({ path: 'a', text })).toBeNull();
  });
});
