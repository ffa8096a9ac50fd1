/** doctor: what a run would use and why; what is wrong on the way is told, and the rest is shown all the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Result, type Workspace, workspace } from './harness.ts';

const FONTS = fileURLToPath(new URL('../../dist/fonts', import.meta.url));

/** A line of the output by its section and key: value and why. */
function said({ text }: Result, section: string, key: string): readonly string[] {
  const lines = text.slice(text.indexOf(`${section}\n`)).split('\n');
  const end = lines.indexOf('');
  const line = lines.slice(1, end < 0 ? undefined : end).find((one) => one.startsWith(`  ${key} `));
  return line?.trim().split(/ {2,}/).slice(1) ?? [];
}

/** As if ours had been another when the copy was made, and the copy were ours of that time. */
function age(space: Workspace, path: string): void {
  space.change(path, /\([0-9a-f]{12}\)/, '(000000000000)').change(path, /$/, '\n');
}

describe('doctor', () => {
  it('shows what holds in a folder with nothing', async () => {
    const result = (await workspace().run('doctor')).fails(0);
    expect(said(result, 'Versions', 'rubricate')[0]).toBe('0.0.0-test');
    expect(said(result, 'Versions', 'pdfkit')).toEqual(['0.20.2', 'writes PDF']);
    expect(said(result, 'Project', 'root')[1]).toMatch(/^there is no rubricate\.yaml in it or above/);
    expect(said(result, 'Project', 'data')[1]).toBe('the data that ships: there is no data/framework.yaml');
    expect(said(result, 'Data', 'framework')).toEqual(['Northwind Skill Framework', 'version 1.0.0']);
    expect(said(result, 'Settings', 'paper')).toEqual(['A4', 'by default']);
    expect(said(result, 'Fonts', 'italic')[0]).toBe('SourceSans3-Italic');
    expect(said(result, 'Templates', 'all others')[1]).toBe('as they are');
  });

  it('says where each setting stands, from a folder below too', async () => {
    const space = workspace('small')
      .write('rubricate.yaml', 'paper: Letter\nlanguage: de\ndate: 2026-05-04\nout: made\n')
      .write('deep/x', '');
    const result = (await space.run('doctor', { within: 'deep' })).fails(0);
    expect(said(result, 'Project', 'root')).toEqual([space.root, 'rubricate.yaml is in it']);
    expect(said(result, 'Project', 'data')).toEqual(['../data', 'data/framework.yaml is there']);
    expect(said(result, 'Project', 'out')).toEqual(['../made', '../rubricate.yaml:4']);
    expect(said(result, 'Settings', 'paper')).toEqual(['Letter', '../rubricate.yaml:1']);
    expect(said(result, 'Settings', 'language')).toEqual(['de', '../rubricate.yaml:2; there are de, en']);
    expect(said(result, 'Settings', 'date')).toEqual(['2026-05-04', '../rubricate.yaml:3']);
    const epoch = await space.run('doctor', { env: { SOURCE_DATE_EPOCH: '0' } });
    expect(said(epoch, 'Settings', 'date')).toEqual(['1970-01-01', 'environment:1']);
    expect(said(await space.run('doctor --data data'), 'Project', 'data')).toEqual(['data', 'by --data']);
  });

  it('tells which files win, and how, and which copies are old', async () => {
    const space = workspace('small')
      .write('templates/messages/en.yaml', 'scorecard: { say: Ask }\n')
      .write('templates/themes/house.yaml', 'size: 9\nmargin: 12\nline: 7\nbox: 5\n');
    for (const name of ['scorecard', 'rating']) (await space.run(`eject ${name}`)).exits(0);
    age(space, 'templates/partials/rating.md.hbs');
    const result = (await space.run('doctor')).fails(0, 'ours-changed');
    expect(said(result, 'Templates', 'documents/scorecard')).toEqual([
      'templates/documents/scorecard.md.hbs',
      'in place of ours; copied from 0.0.0-test',
    ]);
    expect(said(result, 'Templates', 'partials/rating')[1]).toBe(
      'in place of ours; copied from 0.0.0-test, and ours has changed since',
    );
    expect(said(result, 'Templates', 'messages/en')[1]).toBe('over ours, key by key');
    expect(said(result, 'Templates', 'themes/house')[1]).toBe('there is none of ours');
  });

  it('is JSON for tools', async () => {
    const space = workspace('small').write('rubricate.yaml', 'paper: A9\n');
    (await space.run('eject plain')).exits(0);
    const result = (await space.run('doctor --json')).exits(1);
    expect(result.stderr).toBe('');
    expect(result.json).toMatchObject({
      versions: expect.arrayContaining([expect.objectContaining({ key: 'node', value: '20.19.0' })]),
      project: expect.arrayContaining([expect.objectContaining({ key: 'data', value: 'data' })]),
      settings: expect.arrayContaining([{ key: 'paper', value: 'A9', why: 'rubricate.yaml:1' }]),
      files: [
        {
          ...{ id: 'themes/plain', path: 'templates/themes/plain.yaml', wins: 'key-by-key' },
          ...{ copiedFrom: '0.0.0-test', stale: false },
        },
      ],
      ours: expect.any(Number),
      fonts: expect.arrayContaining([expect.objectContaining({ key: 'bold', value: 'SourceSans3-Bold' })]),
      problems: [{ code: 'unknown-paper', file: 'rubricate.yaml', line: 1 }],
    });
  });

  it('goes on where something is wrong, and tells it', async () => {
    const space = workspace('small')
      .write('rubricate.yaml', 'them: x\ntheme: house\nlanguage: xx\n')
      .write('templates/themes/house.yaml', 'size: 9\nmargin: 12\nline: 7\nbox: 5\nfont: fonts/house\n')
      .change('data/roles/baker.yaml', 'junior:', 'juinor:');
    for (const face of ['regular', 'semibold', 'bold', 'italic'])
      space.write(`templates/fonts/house/${face}.ttf`, new Uint8Array([0, 1, 0, 0, 9]));
    const result = (await space.run('doctor')).exits(1);
    expect([...result.codes].sort()).toEqual([
      ...['broken-font', 'unknown-key', 'unknown-language', 'unknown-level'],
    ]);
    expect(said(result, 'Settings', 'theme')).toEqual(['house', 'rubricate.yaml:2']);
    space.write('rubricate.yaml', 'data: nowhere\n');
    (await space.run('doctor')).fails(1, 'missing-folder');
    const passed = workspace('small').remove('data/framework.yaml');
    (await passed.run('doctor')).fails(0, 'no-data');
  });

  it('shows the font of the theme by its own name', async () => {
    const space = workspace('small').write('templates/themes/plain.yaml', 'font: fonts/house\n');
    const shipped = {
      regular: '400Regular',
      semibold: '600SemiBold',
      bold: '700Bold',
      italic: '400Regular_Italic',
    };
    for (const [face, file] of Object.entries(shipped))
      space.write(`templates/fonts/house/${face}.ttf`, readFileSync(`${FONTS}/SourceSans3_${file}.ttf`));
    const result = (await space.run('doctor')).fails(0);
    expect(said(result, 'Fonts', 'bold')).toEqual([
      'SourceSans3-Bold',
      'fonts/house/bold.ttf, templates/themes/plain.yaml:1',
    ]);
  });
});
