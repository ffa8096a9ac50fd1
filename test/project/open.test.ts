import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { imagesBeside, openProject, type ProjectOptions } from '../../src/project/open.ts';
import { shipped } from '../../src/project/shipped.ts';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'rubricate-open-')));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
});
function put(name: string, text = '') {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}
function open(options: Partial<ProjectOptions> = {}) {
  return openProject({ cwd, ...options });
}
function opened(options: Partial<ProjectOptions> = {}) {
  const project = open(options);
  if (!project.ok) throw new Error(project.problems.map(({ message }) => message).join());
  return project.value;
}
/** Codes and words under the caret. */
function problems(options: Partial<ProjectOptions> = {}) {
  return open(options).problems.map(({ code, span }) => {
    const line = span.source.text.split('\n')[span.line - 1] ?? '';
    return [code, line.slice(span.column - 1, span.endColumn - 1)];
  });
}

describe('openProject', () => {
  it('is this folder, with the data that ships, where there is nothing', () => {
    const project = opened();
    expect([project.root, project.dataIsOurs, project.out, project.date]).toEqual([
      cwd,
      true,
      join(cwd, 'out'),
      null,
    ]);
    expect(project.templates).toHaveLength(1);
  });

  it('takes data/framework.yaml of this folder', () => {
    put('data/framework.yaml');
    expect([opened().dataIsOurs, opened().data.path]).toEqual([false, 'data']);
  });

  it('does not take a data folder without framework.yaml', () => {
    put('data/other.csv');
    expect(opened().dataIsOurs).toBe(true);
  });

  it('is the nearest folder upwards with rubricate.yaml', () => {
    put('rubricate.yaml', 'out: made\n');
    put('data/framework.yaml');
    put('deep/er/file');
    const project = opened({ cwd: join(cwd, 'deep/er') });
    expect([project.root, project.out, project.data.path]).toEqual([cwd, join(cwd, 'made'), '../../data']);
  });

  it('reads every key, each optional', () => {
    put('skills/framework.yaml');
    put('tpl/documents/x.md.hbs');
    put(
      'rubricate.yaml',
      'data: skills\ntemplates: tpl\nout: made\nlanguage: de\npaper: Letter\ntheme: plain\ndate: 2026-01-31\n',
    );
    const project = opened();
    expect(project.data.path).toBe('skills');
    expect(project.templates.map(({ path }) => path)[0]).toBe('tpl');
    expect(
      Object.entries(project.config).map(([key, value]) => [
        key,
        value && 'text' in value ? value.text : null,
      ]),
    ).toEqual([
      ['data', 'skills'],
      ['templates', 'tpl'],
      ['out', 'made'],
      ['language', 'de'],
      ['paper', 'Letter'],
      ['theme', 'plain'],
      ['date', '2026-01-31'],
    ]);
    expect(project.date?.text).toBe('2026-01-31');
  });

  it('takes an empty rubricate.yaml', () => {
    put('rubricate.yaml', '# nothing yet\n');
    expect(opened().configured).toBe(true);
  });

  it('reports all that is wrong in rubricate.yaml at once, under the word', () => {
    put('rubricate.yaml', 'dta: x\npaper: 4\ndate: 2026-02-30\ntheme: a\ntheme: b\ndata: nowhere\n');
    expect(problems()).toEqual([
      ['unknown-key', 'dta'],
      ['wrong-type', '4'],
      ['impossible-date', '2026-02-30'],
      ['duplicate-key', 'theme'],
      ['missing-folder', 'nowhere'],
    ]);
    put('rubricate.yaml', 'data: nowhere\ntemplates: nor-this\n');
    expect(problems()).toEqual([
      ['missing-folder', 'nowhere'],
      ['missing-folder', 'nor-this'],
    ]);
    put('rubricate.yaml', '- a\n');
    expect(problems().map(([code]) => code)).toEqual(['wrong-type']);
    put('rubricate.yaml', 'out: ""\ntheme:\n');
    expect(open().problems.map(({ message }) => message)).toEqual(['"out" is empty', '"theme" is empty']);
    put('rubricate.yaml', 'theme: "plain\n');
    expect(open().problems.map(({ message }) => message)).toEqual(['This quotation mark is never closed']);
    put('rubricate.yaml', 'a: [\n');
    expect(problems().map(([code]) => code)).toContain('broken-yaml');
  });

  it('takes --data before all others', () => {
    put('data/framework.yaml');
    put('other/framework.yaml');
    const data = (text: string) => ({
      text,
      span: { source: { path: 'x', text }, line: 1, column: 1, endColumn: 9 },
    });
    expect(opened({ data: data('other') }).data.path).toBe('other');
    put('file.yaml');
    expect(open({ data: data('file.yaml') }).problems[0]?.message).toBe('"file.yaml" is a file');
    expect(problems({ data: data('nothing') })).toEqual([['missing-folder', 'nothing']]);
  });

  it('takes the day of SOURCE_DATE_EPOCH, in UTC, before rubricate.yaml', () => {
    put('rubricate.yaml', 'date: 2026-01-31\n');
    expect(opened({ epoch: '1700000000' }).date?.text).toBe('2023-11-14');
    expect(opened({ epoch: '' }).date?.text).toBe('2026-01-31');
    expect(problems({ epoch: 'yesterday' })).toEqual([['impossible-date', 'yesterday']]);
    expect(problems({ epoch: '9'.repeat(30) })).toEqual([['impossible-date', '9'.repeat(30)]]);
  });

  it('has a company’s templates before ours', () => {
    put('templates/messages/en.yaml', '');
    expect(opened().templates.map(({ path }) => path)[0]).toBe('templates');
    expect(opened().templates).toHaveLength(2);
  });

  it('has ours once in our own repository', () => {
    const home = dirname(shipped().templates);
    expect(opened({ cwd: home }).templates.map(({ path }) => path)).toEqual(['templates']);
  });
});

describe('imagesBeside', () => {
  it('is relative to the file’s folder and stays within the project', () => {
    put('logo.png', 'logo');
    put('out/near.png', 'near');
    const read = imagesBeside(opened(), join(cwd, 'out'));
    expect(read('near.png')).not.toBeNull();
    expect(read('../logo.png')).not.toBeNull();
    expect(read('../../x.png')).toBeNull();
    expect(read('nothing.png')).toBeNull();
  });

  it('is the folder alone outside the project', () => {
    put('elsewhere/a.png', 'a');
    put('project/rubricate.yaml');
    const project = opened({ cwd: join(cwd, 'project') });
    const read = imagesBeside(project, join(cwd, 'elsewhere'));
    expect([read('a.png') !== null, read('../project/rubricate.yaml')]).toEqual([true, null]);
  });
});
