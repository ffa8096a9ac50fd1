/** What an import tells: counts, claims beside them, guesses, what was left out. */
import { describe, expect, it } from 'vitest';
import {
  type Report,
  reportHuman,
  reportJson,
  reportMarkdown,
  reportOf,
} from '../../src/importing/report.ts';
import { frameworkOf } from '../../src/importing/write/framework-of.ts';
import { warning } from '../../src/problems/problem.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { cell, draft, level, PLACE, role, skill } from './drafts.ts';

const SHEET = {
  ...PLACE,
  source: { path: 'ladder.xlsx', text: '' },
  line: null,
  sheet: 'Hands',
  row: 4,
  column: 28,
};

function report(): Report {
  const found = draft({
    roles: [role('baker', { name: 'Baker|s' }), role('miller', { name: 'Miller' })],
    levels: [
      level('junior', { name: 'Junior' }),
      level('senior', { name: 'Senior' }),
      level('lead', { name: 'Lead' }),
    ],
    skills: [
      skill('kneading', [
        cell('junior', 'Kneads.', { requirement: 'required' }),
        cell('senior', null, {
          statements: ['Chooses.', 'Says why.'],
          role: 'baker',
          requirement: 'optional',
        }),
        cell('lead', null, { sameAs: 'junior', role: 'baker' }),
      ]),
      skill('milling', [
        cell('junior', null, { hole: 'not-applicable', role: 'baker' }),
        cell('junior', 'Mills.', { role: 'miller' }),
        cell('lead', null, { hole: 'not-defined', role: 'miller' }),
      ]),
    ],
    claims: [
      { what: 'skills', count: 69, place: PLACE },
      { what: 'roles', count: 2, place: PLACE },
    ],
    guesses: [{ message: 'the order of the levels, by their words', place: PLACE }],
    skipped: [{ message: 'the sheet *Prices*', place: SHEET }],
  });
  return reportOf({
    ...{
      sources: ['ladder.md'],
      shape: 'ladder table',
      why: 'levels stand in its head',
      claims: found.claims,
    },
    ...{ levels: found.levels.map(({ name }) => name), found: frameworkOf(found, null).found },
  });
}

const PROBLEM = warning(
  'text-would-change',
  'The text is another in the source',
  fileSpan({ path: 'a.yaml', text: 'x' }),
);

describe('the report', () => {
  it('counts what asks something, and holes by their kind', () => {
    expect(report().counts).toEqual({
      ...{ roles: 2, levels: 3, skills: 2, expectations: 4, statements: 2 },
      ...{ required: 2, optional: 1, unsaid: 1, notApplicable: 1, notDefined: 1 },
    });
  });

  it('for people', () => {
    expect(reportHuman(report())).toBe(
      [
        'ladder.md: ladder table (levels stand in its head)',
        '  2 roles: Baker|s, Miller',
        '  3 levels: Junior, Senior, Lead',
        '  2 skills, 4 expectations with 2 statements: 2 required, 1 optional, 1 unsaid; 1 not applicable, 1 not defined',
        '  the source says 69 skills, 2 were found (line 3)',
        '  as the source says 2 roles (line 3)',
        '',
        'Guessed:',
        '  - the order of the levels, by their words (line 3)',
        '',
        'Left out:',
        '  - the sheet *Prices* (sheet Hands, row 4, column AB)',
        '',
      ].join('\n'),
    );
  });

  it('for people, of several files: by their names, where these tell them apart', () => {
    const guess = (sources: readonly string[]) =>
      /words \((.*)\)/.exec(reportHuman({ ...report(), sources, guesses: [GUESS] }))?.[1];
    const GUESS = { message: 'by words', place: { ...PLACE, source: { path: 'a/ladder.md', text: '' } } };
    expect(guess(['a/ladder.md', 'a/more.md'])).toBe('ladder.md, line 3');
    expect(guess(['a/ladder.md', 'b/ladder.md'])).toBe('a/ladder.md, line 3');
  });

  it('as JSON: the keys are a promise', () => {
    const json = JSON.parse(reportJson(report(), [PROBLEM]));
    expect(Object.keys(json)).toEqual([
      'counts',
      'roles',
      'levels',
      'claims',
      'guesses',
      'skipped',
      'problems',
    ]);
    expect(Object.keys(json.counts)).toEqual([
      ...['roles', 'levels', 'skills', 'expectations', 'statements'],
      ...['required', 'optional', 'unsaid', 'notApplicable', 'notDefined'],
    ]);
    expect(json.roles).toEqual(['Baker|s', 'Miller']);
    expect(json.levels).toEqual(['Junior', 'Senior', 'Lead']);
    expect(json.claims[0]).toMatchObject({ what: 'skills', count: 69, found: 2, file: 'ladder.md', line: 3 });
    expect(json.skipped).toEqual([
      { message: 'the sheet *Prices*', file: 'ladder.xlsx', line: null, sheet: 'Hands', row: 4, column: 28 },
    ]);
    expect(json.problems[0]).toMatchObject({ code: 'text-would-change', file: 'a.yaml' });
    expect(JSON.parse(reportJson(null, []))).toMatchObject({
      counts: { roles: 0, notDefined: 0 },
      roles: [],
      levels: [],
    });
  });

  it('as Markdown: a table, and lists that say nothing of their own', () => {
    const text = reportMarkdown(report(), [PROBLEM]);
    expect(text).toContain('| Skills | 2 | 69 |\n');
    expect(text).toContain('- Baker\\|s\n');
    expect(text).toContain('- the sheet \\*Prices\\* (ladder.xlsx, sheet Hands, row 4, column AB)');
    expect(text).toContain('- warning text-would-change: The text is another in the source (a.yaml, line 1)');
    expect(text).toMatch(/## Guesses\n\n- the order/);
    expect(text.endsWith('\n')).toBe(true);
  });
});
