/** check over a whole project: what lies beside the data, what counts, and that one mistake hides no other. */
import { describe, expect, it } from 'vitest';
import { workspace } from './harness.ts';

describe('files that nothing reads', () => {
  it('are told where they lie among the data, with the folder that was meant', async () => {
    const space = workspace('small')
      .write('data/skill/selling.yaml', 'name: Selling\n')
      .write('data/Roles/clerk.yaml', 'name: Clerk\n')
      .write('data/old.yml', 'a: b\n')
      .write('data/roles/baker.yml', 'name: Baker\n')
      .write('data/README.md', '# Ours\n')
      .write('data/sources/matrix.csv', 'a,b\n')
      .write('data/.drafts/x.yaml', 'a: b\n');
    const result = (await space.run('check')).exits(0);
    expect(result.problems).toEqual([
      'file-not-read data/Roles/clerk.yaml:1:1',
      'file-not-read data/old.yml:1:1',
      'file-not-read data/roles/baker.yml:1:1',
      'file-not-read data/skill/selling.yaml:1:1',
    ]);
    expect(result.stderr).toMatch(/data\/skill\/selling\.yaml:1:1\n {2}help: did you mean skills\/\?/);
    expect(result.stderr).toMatch(/data\/roles\/baker\.yml:1:1\n {2}help: let its name end in \.yaml/);
  });

  it('are nobody’s business where the data lies in the project’s own folder', async () => {
    const space = workspace('small');
    for (const path of ['framework.yaml', 'roles/baker.yaml', 'roles/miller.yaml'])
      space.write(path, space.read(`data/${path}`));
    for (const path of ['engineering/heat.yaml', 'engineering/kneading.yaml', 'people/talking.yaml'])
      space.write(`skills/${path}`, space.read(`data/skills/${path}`));
    space.write('rubricate.yaml', 'data: .\n').write('compose.yaml', 'a: b\n');
    expect((await space.run('check')).exits(0).codes).toEqual([]);
    expect((await space.run('check', { within: 'roles' })).exits(0).codes).toEqual([]);
  });

  it('say so where a whole folder of data is passed over for ours', async () => {
    const space = workspace('small').remove('data/framework.yaml');
    const result = (await space.run('check')).fails(0, 'no-data');
    expect(result.problems).toEqual(['no-data data/framework.yaml:1:1']);
    expect((await workspace().write('data/figures.csv', '1').run('check')).exits(0).codes).toEqual([]);
  });

  it('are partials that no document uses; one that takes the place of ours is used', async () => {
    const space = workspace('small')
      .write('templates/partials/raiting.md.hbs', '{{t "scorecard.say"}}\n')
      .write('templates/partials/writing-room.md.hbs', '____\n')
      .write('templates/partials/greeting.md.hbs', '{{> deeper}}\n')
      .write('templates/partials/deeper.md.hbs', 'Hello\n')
      .write(
        'templates/documents/letter.md.hbs',
        '---\nview: profile\nfile: letter\nname: Letter\ntitle: Letter\n---\n\n# Letter\n\n{{> greeting}}\n',
      );
    const result = (await space.run('check')).exits(0);
    expect(result.problems).toEqual(['unused-partial templates/partials/raiting.md.hbs:1:1']);
    expect(result.stderr).toContain('did you mean "rating"?');
  });
});

describe('one mistake hides no other', () => {
  it('in a file of the data: what is weak in the others is told all the same', async () => {
    const weak = (name: string) =>
      `name: ${name}\nroles: all\nrequired: false\nexpectations:\n  junior: Is able to sell.\n`;
    const space = workspace('small')
      .write('data/skills/people/selling.yaml', weak('Selling'))
      .write('data/skills/people/buying.yaml', `${weak('Buying')}  oops: Buys.\n`);
    const result = (await space.run('check')).exits(1);
    expect(result.problems).toEqual([
      'unknown-level data/skills/people/buying.yaml:6:3',
      'no-behaviour data/skills/people/selling.yaml:5:14',
    ]);
    space.change('data/framework.yaml', 'name:', 'nmae:');
    expect((await space.run('check')).exits(1).codes).not.toContain('no-behaviour');
  });

  it('in rubricate.yaml, data, templates, messages and themes', async () => {
    const space = workspace('small')
      .write('rubricate.yaml', 'paper: A9\nthem: x\ntheme: nun\n')
      .change('data/framework.yaml', 'version: 1.2.0\n', '')
      .change('data/roles/baker.yaml', 'junior:', 'juinor:')
      .write('templates/documents/letter.md.hbs', 'Hello\n')
      .write('templates/messages/en.yaml', 'scorecard: { say: 1 }\n')
      .write('templates/themes/plain.yaml', 'size: 400\n');
    const result = (await space.run('check')).exits(1);
    const codes = ['unknown-paper', 'unknown-key', 'unknown-theme', 'unknown-level'];
    for (const code of [...codes, 'missing-key', 'bad-message', 'out-of-range'])
      expect(result.codes).toContain(code);
  });

  it('but for what is told once: a folder that is not there has no framework.yaml either', async () => {
    const space = workspace('small').write('rubricate.yaml', 'data: dta\npaper: A9\n');
    (await space.run('check')).fails(1, 'missing-folder', 'unknown-paper');
    (await space.run('check --data nowhere')).fails(1, 'missing-folder', 'unknown-paper');
  });

  it('also where rubricate.yaml is no text', async () => {
    const space = workspace('small').write('rubricate.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    space.change('data/framework.yaml', 'version: 1.2.0\n', '');
    (await space.run('check')).fails(1, 'missing-version', 'not-utf8');
  });
});

describe('what counts', () => {
  const advised = () =>
    workspace('small').change('data/framework.yaml', 'scale:', 'domains: [{ id: x, name: X }]\nscale:');
  it('is errors; with --strict warnings; never advice', async () => {
    const warned = workspace('small').change('data/framework.yaml', 'version: 1.2.0\n', '');
    (await warned.run('check')).fails(0, 'missing-version');
    (await warned.run('check --strict')).fails(1, 'missing-version');
    const space = advised().change('data/skills/engineering/heat.yaml', 'domain: Engineering', 'domain: X');
    for (const name of ['engineering/kneading', 'people/talking'])
      space.change(`data/skills/${name}.yaml`, /domain: \w+/, 'domain: X');
    (await space.run('check --strict')).fails(0);
    space.change('data/framework.yaml', '{ id: x, name: X }', '{ id: x, name: X }, { id: y, name: Y }');
    (await space.run('check --strict')).fails(0, 'unused-domain');
    (await space.run('check --strict --format json')).exits(0);
  });

  it('is said at the end, with the way to more', async () => {
    const space = workspace('small').change('data/framework.yaml', 'version: 1.2.0\n', '');
    const { stderr } = await space.run('check');
    expect(stderr).toMatch(/\d+ files read: 1 warning\. "rubricate explain CODE" says more of each\.\n$/);
    expect((await workspace('small').run('check')).stderr).toMatch(/^\d+ files read, no problems\.\n$/);
  });
});
