/** Whether an interview's questions fit into its time. */
import { describe, expect, it } from 'vitest';
import { questionsTooLong } from '../../src/framework/check/questions-too-long.ts';
import { load, ok } from './data.ts';

/** The interview has 20 minutes for its skills: 33 without opening (5), the candidate's questions (5) and closing (3). */
function warned(entries: string, questions: string): readonly string[] {
  const framework = ok(
    load({
      'roles/baker.yaml': `name: Baker\ninterviews:\n  - { id: i, name: I, minutes: 33, skills: [${entries}] }\n`,
      'skills/s.yaml': `name: S\nroles: all\nexpectations: { a: A, b: B }\nquestions: [${questions}]\n`,
      'skills/t.yaml':
        'name: T\nroles: all\nexpectations: { b: B }\nquestions: [{ id: q1, minutes: 10, ask: T? }]\n',
    }),
  );
  return questionsTooLong
    .check(framework)
    .map(
      ({ code, severity, message, span }) =>
        `${severity} ${code} ${span.line}:${span.column} ${message.replace(/.*: at /, '')}`,
    );
}

const question = (minutes: number, more = '') => `{ id: q${minutes}, minutes: ${minutes}, ask: S?${more} }`;

describe('the questions of an interview', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['fit', 's, t', question(10), []],
    ['need more at the level where both skills ask', 's, t', question(11), ['b']],
    ['need more at every level', 's', question(21), ['a, b']],
    ['have no estimate', 's', '{ id: q1, ask: S? }', []],
    ['are those that fit the level', 's', `${question(30, ', levels: [b]')}, ${question(9)}`, ['b']],
    [
      'are those of the kind wanted',
      '{ skill: s, kind: case }',
      `${question(9)}, ${question(30, ', kind: case')}`,
      ['a, b'],
    ],
  ])('%s', (_, entries, questions, levels) => {
    expect(warned(entries, questions)).toEqual(
      levels.map((level) => `warning questions-too-long 3:11 ${level}`),
    );
  });
});
