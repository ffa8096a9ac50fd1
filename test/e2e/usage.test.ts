/** CLI.md, Exit and Streams: the command line itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/specs.ts';
import { workspace } from './harness.ts';

describe('help', () => {
  it('is the text of help.txt, on one screen', async () => {
    const help = readFileSync(new URL('help.txt', import.meta.url), 'utf8');
    const result = (await workspace().run('--help')).exits(0);
    expect(result.text).toBe(help);
    expect(result.stderr).toBe('');
    expect(help.split('\n').length).toBeLessThanOrEqual(31);
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('names every command', async () => {
    const { text } = await workspace().run('-h');
    for (const { name } of COMMANDS) expect(text).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  it.each(COMMANDS)('of $name fits 80 columns and names its options', async ({ name, options }) => {
    const { text } = (await workspace().run(`${name} --help`)).exits(0);
    for (const { flags } of options) expect(text).toContain(flags);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('is there by its name too', async () => {
    const space = workspace();
    expect((await space.run('help scorecard')).exits(0).text).toBe((await space.run('scorecard -h')).text);
    expect((await space.run('help')).exits(0).text).toBe((await space.run('--help')).text);
    expect((await space.run('help scorcard')).exits(2).problems).toEqual([
      'unknown-command command-line:1:16',
    ]);
  });

  it('stands on stderr where no command was given, which is a wrong command line', async () => {
    const result = (await workspace().run('')).exits(2);
    expect([result.text, result.stderr]).toEqual([
      '',
      readFileSync(new URL('help.txt', import.meta.url), 'utf8'),
    ]);
  });

  it('prints the version', async () => {
    expect((await workspace().run('--version')).exits(0).text).toBe('0.0.0-test\n');
  });
});

const CARD = 'scorecard --role baker --level middle';

describe('a wrong command line exits 2, with a caret under the word', () => {
  it.each([
    ['scorcard', 'unknown-command command-line:1:11'],
    ['--nothing', 'unknown-option command-line:1:11'],
    ['scorecard --rol x', 'unknown-option command-line:1:21'],
    ['scorecard --role', 'missing-value command-line:1:21'],
    ['scorecard extra', 'too-many-arguments command-line:1:21'],
    ['check foo', 'too-many-arguments command-line:1:17'],
    ['list --data data roles more', 'too-many-arguments command-line:1:34'],
    [`${CARD} --skill heat --skill HEAT`, 'doubled-option command-line:1:70'],
    [`${CARD} --out=`, 'missing-value command-line:1:49'],
    ['scorecard --role --level senior', 'missing-value command-line:1:21'],
    ['scorecard --role baker --level --quiet', 'missing-value command-line:1:34'],
    ['scorecard --role baker --level middle --out -q', 'missing-value command-line:1:49'],
    ['promotion --level x', 'unknown-option command-line:1:21'],
    ['pdf', 'missing-argument command-line:1:11'],
    ['list', 'missing-argument command-line:1:11'],
    ['list rolls', 'invalid-value command-line:1:16'],
    ['check --format xml', 'invalid-value command-line:1:26'],
    ['scorecard --role a --role b', 'doubled-option command-line:1:37'],
    ['scorecard --role baker --level middle --quiet -q', 'doubled-option command-line:1:57'],
    ['scorecard --role baker --level middle --format docx', 'invalid-value command-line:1:58'],
    ['scorecard --role baker --level middle --format md,pfd', 'invalid-value command-line:1:61'],
    ['scorecard --role baker --level middle --minutes many', 'invalid-value command-line:1:59'],
    ['scorecard --role baker --level middle --minutes 0', 'invalid-value command-line:1:59'],
    ['scorecard --role baker --level middle --date 2026-13-01', 'invalid-value command-line:1:56'],
    ['scorecard --role baker --level middle --set candidate', 'invalid-value command-line:1:55'],
    ['scorecard --role baker --level middle --set a=1 --set a=2', 'doubled-option command-line:1:65'],
    [
      'scorecard --role baker --level middle --interview dough --skill heat',
      'excluding-options command-line:1:75',
    ],
    ['scorecard --role baker --level middle --out - --format md,pdf', 'invalid-value command-line:1:66'],
    ['scorecard --role baker --level middle --out a.md --format pdf', 'invalid-value command-line:1:69'],
    ['scorecard --role baker --level middle --out a.pdf --format md,pdf', 'invalid-value command-line:1:70'],
    ['render scorecard --role baker --level middle --to senior', 'unused-option command-line:1:61'],
  ])('%s', async (words, problem) => {
    const space = workspace('small');
    const result = await space.run(words);
    expect(result.problems).toEqual([problem]);
    expect(result.exits(2).text).toBe('');
    expect(space.list()).toEqual(['data']);
  });

  it('names the nearest', async () => {
    expect((await workspace().run('scorcard')).stderr).toContain('did you mean "scorecard"?');
    expect((await workspace().run('scorecard --rol x')).stderr).toContain('did you mean --role?');
    expect((await workspace().run('pdf a.md --set x=y')).stderr).not.toContain('did you mean');
  });

  it('lists what is missing, with the names there are', async () => {
    const role = (await workspace('small').run('scorecard')).fails(2, 'missing-option', 'missing-option');
    expect(role.stderr).toMatch(/--role is missing[\s\S]*--level is missing/);
    expect(role.stderr).toMatch(/help: .*baker.*miller/);
    const level = (await workspace('small').run('scorecard --role baker')).fails(2, 'missing-option');
    expect(level.stderr).toMatch(/help: .*junior.*middle.*senior/);
    (await workspace('small').run('render scorecard --level middle')).fails(2, 'missing-option');
  });
});

describe('colours', () => {
  it.each([
    [false, {}, false],
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [false, { FORCE_COLOR: '1' }, true],
  ])('terminal %s, %j: %s', async (tty, env, coloured) => {
    const result = await workspace().run('scorcard', { tty, env });
    expect(result.stderr.includes('\u001b[')).toBe(coloured);
  });
});
