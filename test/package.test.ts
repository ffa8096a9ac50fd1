/** The package as packed: what is in it, and that it runs from a folder that is not this repository. Needs the build. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let work = '';
let home = '';

function call(
  command: string,
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
) {
  const done = spawnSync(command, words, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

const cli = (words: readonly string[], env = {}) =>
  call(process.execPath, [join(home, 'dist/cli.js'), ...words], join(work, 'app'), env);

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'rubricate-package-'));
  const packed = call('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', work], ROOT);
  expect(packed.code, packed.stderr).toBe(0);
  // Where a package stands once installed: beside its dependencies.
  const modules = join(work, 'app/node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  expect(call('tar', ['-xzf', join(work, packed.stdout.trim()), '-C', work], work).code).toBe(0);
  expect(call('mv', ['package', join(modules, 'rubricate')], work).code).toBe(0);
  home = join(modules, 'rubricate');
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what it says, and neither tests nor sources', () => {
    const top = readdirSync(home).sort();
    const allowed = ['CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'package.json', 'templates'];
    expect(top.filter((name) => !allowed.includes(name) && !/^LICEN[CS]E/.test(name))).toEqual([]);
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /(^|\/)(test|src|bench)\/|\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
    for (const name of ['dist/cli.js', 'dist/index.js', 'dist/types/index.d.ts', 'dist/fonts/LICENSE'])
      expect(existsSync(join(home, name)), name).toBe(true);
    expect(files.filter((file) => file.endsWith('.ttf'))).toHaveLength(4);
  });

  it('names no path of the machine it was built on', () => {
    const files = readdirSync(join(home, 'dist'), { recursive: true, encoding: 'utf8' });
    const named = files.filter(
      (file) => file.endsWith('.js') && readFileSync(join(home, 'dist', file), 'utf8').includes(ROOT),
    );
    expect(named).toEqual([]);
  });

  it('prints its version', () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    expect(cli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('makes a scorecard of the data that ships', () => {
    const done = cli(['scorecard', '--role', 'llm-engineer', '--level', 'senior']);
    expect(done.code, done.stderr).toBe(0);
    const out = join(work, 'app/out');
    expect(readFileSync(join(out, 'scorecard-llm-engineer-senior.md'), 'utf8')).toContain('kind: scorecard');
    expect(readFileSync(join(out, 'scorecard-llm-engineer-senior.pdf')).subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
  });

  it('draws a logo, by what its own dependencies hold', () => {
    const templates = join(work, 'app/templates');
    mkdirSync(join(templates, 'themes'), { recursive: true });
    writeFileSync(join(templates, 'themes/plain.yaml'), 'logo: logo.svg\nlogo_alt: Northwind\n');
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1z"/></svg>';
    writeFileSync(join(templates, 'logo.svg'), logo);
    const done = cli(['scorecard', '--role', 'llm-engineer', '--level', 'senior', '--out', 'logo.pdf']);
    rmSync(templates, { recursive: true });
    expect(done.code, done.stderr).toBe(0);
    expect(readFileSync(join(work, 'app/logo.pdf'), 'latin1')).toContain('/Subtype /Image');
  });

  it('explains a code, and says which of its dependencies it uses', () => {
    expect(cli(['explain', 'unknown-level']).stdout).toMatch(/^unknown-level \(error\)\n/);
    const done = cli(['doctor']);
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/ {2}pdfkit +0\.20\.2 /);
    expect(done.stdout).toMatch(/ {2}bold +SourceSans3-Bold /);
  });

  it('keeps documents and people apart, and has the exit codes', () => {
    const wrong = cli(['scorcard'], { NO_COLOR: '1' });
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('error[unknown-command]');
    const piped = cli(['scorecard', '--role', 'llm-engineer', '--level', 'senior', '--out', '-']);
    expect([piped.code, piped.stdout.slice(0, 3), piped.stderr]).toEqual([0, '---', '']);
    expect(cli(['scorecard', '--role', 'nobody', '--level', 'senior']).code).toBe(1);
  });

  it('can be imported, with types', () => {
    const app = join(work, 'app');
    writeFileSync(
      join(app, 'use.mts'),
      `import { generate, openProject, parseDocument, requestOf, type Artifact } from 'rubricate';
const project = openProject({ cwd: process.cwd() });
if (!project.ok) throw new Error('no project');
const made = await generate(project.value, [requestOf({ kind: 'scorecard', role: 'llm-engineer', level: 'senior', formats: ['md'] })]);
if (!made.ok) throw new Error(made.problems[0]?.message);
const first: Artifact | undefined = made.value[0];
const text: string = new TextDecoder().decode(first?.bytes);
console.log(first?.name, parseDocument({ path: 'x.md', text }).ok);
`,
    );
    const tsc = call(
      process.execPath,
      [
        join(ROOT, 'node_modules/typescript/bin/tsc'),
        ...['--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node', 'use.mts'],
      ],
      app,
    );
    expect(tsc.stdout).toBe('');
    expect(call(process.execPath, ['use.mjs'], app)).toEqual({
      ...{ code: 0, stdout: 'scorecard-llm-engineer-senior.md true\n', stderr: '' },
    });
  }, 60_000);
});
