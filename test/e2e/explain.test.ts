/** explain: any code that a report names, all of them, and what is none. */
import { describe, expect, it } from 'vitest';
import { EXPLANATIONS } from '../../src/problems/explanations/all.ts';
import { workspace } from './harness.ts';

describe('explain', () => {
  it('says what a code means, with an example and how to mend it', async () => {
    const result = (await workspace().run('explain unknown-level')).exits(0);
    expect(result.text).toBe(
      [
        'unknown-level (error)',
        '',
        'The framework has no level of this id. data/framework.yaml lists the levels.',
        '',
        'For example, in a skill, such as data/skills/working-with-people/mentoring.yaml:',
        '',
        '    roles: all',
        '    expectations:',
        '      senoir: Works with a colleague for months.',
        '',
        'What to do: Write the nearest that is named, or add the level to the framework.',
        '',
        '    roles: all',
        '    expectations:',
        '      senior: Works with a colleague for months.',
        '',
      ].join('\n'),
    );
    expect(result.stderr).toBe('');
  });

  it('takes the code as a report has it, in colours where the terminal has them', async () => {
    const space = workspace();
    const plain = (await space.run('explain level-circle')).exits(0).text;
    for (const written of ['error[level-circle]:', 'Level-Circle', '[level-circle]'])
      expect((await space.run(['explain', written])).exits(0).text).toBe(plain);
    const coloured = (await space.run('explain level-circle', { tty: true })).text;
    expect(coloured.startsWith('\u001b[1mlevel-circle\u001b[22m (error)\n')).toBe(true);
  });

  it('names the nearest of a code that there is not', async () => {
    const result = (await workspace().run('explain unknwon-levle')).fails(2, 'invalid-value');
    expect(result.stderr).toContain('did you mean "unknown-level"? "rubricate explain" lists all');
    expect(result.problems).toEqual(['invalid-value command-line:1:19']);
  });

  it('lists all: a line each, or everything as JSON', async () => {
    const space = workspace();
    const codes = Object.keys(EXPLANATIONS).sort();
    const lines = (await space.run('explain')).exits(0).text.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(codes);
    const json = (await space.run('explain --json')).exits(0).json;
    expect(json).toHaveLength(codes.length);
    expect((await space.run('explain scale-size --json')).json).toEqual([
      {
        code: 'scale-size',
        severity: ['error'],
        means: expect.stringContaining('3 to 7 points'),
        place: 'in data/framework.yaml',
        example: expect.stringContaining('scale:'),
        mend: 'Add points or take some out.',
        mended: expect.stringContaining('exceeds'),
      },
    ]);
  });
});
