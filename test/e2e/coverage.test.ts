/** check --coverage: what is written of each role, level and skill, in three forms. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Result, workspace } from './harness.ts';

const data = (name: string) => fileURLToPath(new URL(`../fixtures/framework/${name}`, import.meta.url));
const run = (name: string, ...words: readonly string[]): Promise<Result> =>
  workspace().run(['check', '--coverage', '--data', data(name), ...words]);

/** Without the legend. */
function table({ text }: Result): string {
  return text.slice(0, text.indexOf('\nR required'));
}

describe('the table', () => {
  it('has a row for each skill of a role, holes as what they are, and sums', async () => {
    const result = (await run('tiny')).exits(0);
    expect(table(result)).toBe(
      `
baker                  junior       middle       senior
kneading               R1 q0! ..ll  R1 q1 .lll   R2 q1 .ll.
tasting                -            o1 q1 ..ll   R1 q2 .ll.
cleaning               R1 q0! ..ll  R1 q0! .ll.  o as middle q0 ..l.
listening              o1 q0 ..ll   o1 q0 .ll.   o1 q0 ..l.
selling                o1 q0 ..ll   o1 q0 .ll.   n/a
planning               -            o1 q0 ..l.   open
teaching               -            -            o1 q0 w.l.

asked                  4            6            5
required               2            2            2
required, no question  2            1            0

clerk                  junior       middle
listening              o1 q0 ..ll   o1 q0 .ll.
selling                R1 q0! ..ll  R1 q0! .ll.

asked                  2            2
required               1            1
required, no question  1            1
`.trimStart(),
    );
    expect(result.text.endsWith('open: still to be written\n')).toBe(true);
    expect(result.stderr).toBe('');
  });

  it('says whose text it is, and tells grades from levels', async () => {
    expect(
      table(await run('cumulative'))
        .split('\n')
        .slice(1, 3),
    ).toEqual([
      'kneading               R1 q0! .ll  ? from one q0 .ll  o1 q0 ll.          ? from three q0 ll.',
      'selling                ?1 q0 .l.   n/a                ? from one q0 .l.  ? from one q0 .l.',
    ]);
    expect(table(await run('grades')).split('\n')[1]).toBe(
      'kneading               ?g q0 ..ggg..  ?g q0 ..gg...  ?1 q0 ..ll...',
    );
  });

  it('is Markdown with the same cells', async () => {
    const { text } = (await run('tiny', '--format', 'md')).exits(0);
    const lines = text.split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '# What is written',
      '',
      '## baker',
      '',
      '|  | junior | middle | senior |',
      '| --- | --- | --- | --- |',
    ]);
    expect(lines).toContain('| cleaning | R1 q0! ..ll | R1 q0! .ll. | o as middle q0 ..l. |');
    expect(lines).toContain('| **required** | 2 | 2 | 2 |');
    const space = workspace().write('table.md', text);
    (await space.run('pdf table.md')).fails(0);
  });

  it('is JSON, a cell for each role, level and skill', async () => {
    const cells = (await run('tiny', '--format', 'json')).exits(0).json as { role: string }[];
    expect(cells.filter(({ role }) => role === 'clerk')).toHaveLength(4);
    expect(cells).toContainEqual({
      ...{ role: 'baker', level: 'senior', skill: 'tasting', state: 'asked', requirement: 'required' },
      ...{ texts: 1, grade: null, from: null, questions: ['q1', 'q2'], hole: false },
      anchors: [
        { point: 'below', from: 'scale' },
        { point: 'partly', from: 'level' },
        { point: 'meets', from: 'level' },
        { point: 'exceeds', from: 'scale' },
      ],
    });
    expect(cells).toContainEqual({
      ...{ role: 'baker', level: 'senior', skill: 'planning', state: 'not-defined', requirement: null },
      ...{ texts: 0, grade: null, from: null, questions: [], anchors: [], hole: true },
    });
  });

  it('asks for sound data and options that fit', async () => {
    (await run('bad')).exits(1);
    const github = (await run('tiny', '--format', 'github')).fails(2, 'invalid-value');
    expect(github.stderr).toContain('there are: human, md, json');
    (await run('tiny', '--strict')).fails(2, 'excluding-options');
    expect((await workspace().run('check --format md')).fails(2, 'invalid-value').stderr).toContain(
      'there are: human, json, github',
    );
  });
});
