/** After an import every document works at once, whatever the source left unsaid. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/importing/draft.ts';
import { makesDocuments, projectOf } from './documents.ts';
import { cell, draft, level, PLACE, role, skill } from './drafts.ts';

const LEVELS = ['junior', 'senior', 'lead'];
const texts = (more: Parameters<typeof cell>[2] = {}) =>
  LEVELS.map((at) => cell(at, `Bakes a loaf as the ${at} does, and says why it rose.`, more));
const GRADES = ['aware', 'working', 'expert'].map((id) => ({ id, name: id, text: null }));

const ODDITIES: readonly (readonly [string, Draft, readonly [number, number]])[] = [
  ['nothing said of what is required', draft(), [3, 2]],
  ['all of it optional', draft({ skills: [skill('baking', texts({ requirement: 'optional' }))] }), [3, 2]],
  [
    'required here, unsaid there',
    draft({ skills: [skill('baking', texts({ requirement: 'required' })), skill('selling', texts())] }),
    [3, 2],
  ],
  [
    'grades without a text',
    draft({
      skills: [
        skill(
          'baking',
          LEVELS.map((at, i) => cell(at, null, { grade: GRADES[i]?.id ?? null })),
          { grades: GRADES },
        ),
      ],
    }),
    [3, 2],
  ],
  [
    'grades with texts, two levels at the same one',
    draft({
      skills: [
        skill(
          'baking',
          LEVELS.map((at, i) => cell(at, null, { grade: i === 0 ? 'aware' : 'working' })),
          {
            grades: GRADES.map((grade) => ({ ...grade, text: `Knows ${grade.id} doughs.` })),
          },
        ),
      ],
    }),
    [3, 2],
  ],
  [
    'levels that are numbers',
    draft({
      levels: ['1', '2', '3'].map((id) => level(id)),
      skills: [
        skill(
          'baking',
          ['1', '2', '3'].map((at) => cell(at, `Bakes ${at} loaves.`)),
        ),
      ],
    }),
    [3, 2],
  ],
  [
    'one level',
    draft({ levels: [level('ic1')], skills: [skill('baking', [cell('ic1', 'Bakes.')])] }),
    [1, 0],
  ],
  [
    'a ladder that forks',
    draft({
      levels: [
        level('junior'),
        level('senior', { next: ['principal', 'manager'] }),
        level('principal', { rank: 3, next: [] }),
        level('manager', { rank: 3, next: [] }),
      ],
      skills: [
        skill(
          'baking',
          ['junior', 'senior', 'principal', 'manager'].map((at) => cell(at, `Bakes as ${at}.`)),
        ),
      ],
    }),
    [4, 3],
  ],
  [
    'a role with levels of its own',
    draft({
      roles: [
        role('baker'),
        role('owner', {
          levels: [{ level: 'lead', title: 'Owner', code: 'M1', summary: 'Runs the house.' }],
        }),
      ],
    }),
    [4, 2],
  ],
  [
    'holes of every kind',
    draft({
      skills: [
        skill('baking', [
          cell('junior', 'Bakes.'),
          cell('senior', null, { hole: 'not-defined' }),
          cell('lead', null, { sameAs: 'junior' }),
        ]),
        skill('selling', [cell('junior', null, { hole: 'not-applicable' }), cell('senior', 'Sells.')]),
      ],
    }),
    [3, 2],
  ],
  [
    'a level at which nothing is asked',
    draft({
      skills: [skill('baking', [cell('senior', 'Bakes.')])],
      roles: [
        role('baker', {
          levels: LEVELS.map((at) => ({ level: at, title: null, code: null, summary: null })),
        }),
      ],
    }),
    [1, 2],
  ],
  [
    'each level with all below',
    draft({
      cumulative: true,
      skills: [skill('baking', [cell('junior', 'Bakes.'), cell('lead', 'Sets how loaves are made.')])],
    }),
    [3, 2],
  ],
  [
    'statements and weights',
    draft({
      skills: [
        skill(
          'baking',
          LEVELS.map((at) =>
            cell(at, null, { statements: [`Bakes at ${at}.`, 'Cleans: always'], weight: 1 }),
          ),
        ),
      ],
    }),
    [3, 2],
  ],
  [
    'notes, topics, domains, a category',
    draft({
      domains: [{ name: 'Hand & heart', description: 'Of dough.', place: PLACE }],
      skills: [
        skill('baking', texts({ notes: [{ kind: 'indicator', text: 'The crust: dark' }] }), {
          ...{
            domain: 'Hand & heart',
            category: 'Bread',
            topics: ['rye', 'oven, stone'],
            summary: 'All of bread.',
          },
          notes: [{ kind: 'resource', text: 'A book.' }],
        }),
        skill('selling', texts(), { domain: 'Markt' }),
      ],
    }),
    [3, 2],
  ],
];

describe('after an import all documents are made', () => {
  it.each(ODDITIES)('%s', async (_, found, [scorecards, promotions]) => {
    const made = await makesDocuments(projectOf(found));
    expect([made.scorecards, made.promotions]).toEqual([scorecards, promotions]);
  });

  it('in a language that ships no messages: English words, the texts of the source', async () => {
    const text = 'パンを一人で焼く。';
    const levels = LEVELS.map((id, i) => level(id, { name: `段階${i + 1}` }));
    const space = projectOf(
      draft({
        ...{ language: 'ja', levels, roles: [role('baker', { name: 'パン職人' })] },
        skills: [
          skill(
            'baking',
            LEVELS.map((at) => cell(at, text)),
            { name: 'パン作り', domain: '技術' },
          ),
        ],
      }),
    );
    expect(space.read('data/framework.yaml')).toContain('language: ja\n');
    const { text: card } = (
      await space.run('scorecard --role baker --level senior --format md --out -')
    ).exits(0);
    expect(card).toContain(text);
    expect(card).toContain('Meets');
    await makesDocuments(space);
  });

  it('as PDF too', async () => {
    const space = projectOf(draft());
    (await space.run('scorecard --role baker --level senior')).exits(0);
    (await space.run('promotion --role baker --to lead')).exits(0);
    expect(space.list('out').filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
  });
});
