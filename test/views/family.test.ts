/** The views of a role, of a skill, of the loop, and what is new from one text to the next, over the fixture frameworks. */
import { describe, expect, it } from 'vitest';
import { selectPair, selectRole, selectSkill } from '../../src/framework/select.ts';
import { differenceOf, saysTheSame } from '../../src/views/difference.ts';
import { roleView } from '../../src/views/role.ts';
import { roleViewSchema } from '../../src/views/schema/role.ts';
import { skillViewSchema } from '../../src/views/schema/skill.ts';
import type { AskedView } from '../../src/views/schema.ts';
import { skillView } from '../../src/views/skill.ts';
import { stepView } from '../../src/views/step.ts';
import { fixture } from '../framework/data.ts';
import { AT, baker, must, named, tiny } from '../merge/harness.ts';

const EN = { document: 'en', framework: 'en' };
const matrix = (framework: typeof tiny, role: string) =>
  roleView(must(selectRole(framework, { role: named(role) }, AT)), EN);

describe('the view of a role', () => {
  it('has every key of its schema, and no other', () => {
    const view = matrix(tiny, 'baker');
    expect(roleViewSchema.strict().parse(view)).toEqual(view);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('tells what each skill asks at each level, where it begins and where it is required', () => {
    const [part] = matrix(tiny, 'baker').parts;
    const rows = part?.rows.map((row) => [
      row.id,
      row.cells.map(({ state }) => state).join(' '),
      row.requiredFrom?.text ?? row.requiredAt.map(({ text }) => text).join(','),
      row.startsAt?.text ?? null,
      row.heavy,
    ]);
    expect(rows).toMatchInlineSnapshot(`
      [
        [
          "kneading",
          "asked asked asked",
          "Junior",
          null,
          "2-4",
        ],
        [
          "tasting",
          "starts-later asked asked",
          "Senior",
          "Middle",
          "4",
        ],
        [
          "cleaning",
          "asked asked same-as",
          "Junior,Middle",
          null,
          "2-3",
        ],
        [
          "listening",
          "asked asked asked",
          "",
          null,
          "",
        ],
        [
          "selling",
          "asked asked not-asked",
          "",
          null,
          "",
        ],
        [
          "planning",
          "starts-later asked not-defined",
          "",
          "Middle",
          "",
        ],
        [
          "teaching",
          "starts-later not-asked asked",
          "",
          "Senior",
          "",
        ],
      ]
    `);
  });

  it('says whose text it is where a level has none of its own', () => {
    const [part] = matrix(fixture('holes'), 'baker').parts;
    const states = part?.rows.map((row) => [
      row.id,
      row.cells.map(({ state, sameAs }) => `${state}${sameAs ? `:${sameAs.text}` : ''}`).join(' '),
    ]);
    expect(states).toMatchInlineSnapshot(`
      [
        [
          "gaps",
          "not-defined asked not-asked not-asked",
        ],
        [
          "same",
          "asked same-as:c same-as:d asked",
        ],
      ]
    `);
  });

  it('parts seven levels into two tables with one level in both', () => {
    const [role] = tiny.roles;
    const [level] = tiny.levels;
    if (!role || !level) throw new Error('the tiny framework is empty');
    const levels = Array.from({ length: 7 }, (_, i) => ({ ...level, id: `l${i}` }));
    const wide = {
      ...tiny,
      levels,
      roles: [
        {
          ...role,
          levels: levels.map(({ id, span }) => ({ level: id, title: null, code: null, summary: null, span })),
        },
      ],
    };
    expect(matrix(wide, role.id).parts.map((part) => part.levels.map(({ id }) => id))).toEqual([
      ['l0', 'l1', 'l2', 'l3'],
      ['l3', 'l4', 'l5', 'l6'],
    ]);
  });
});

describe('the view of a skill', () => {
  it('has every key of its schema, counts what it asks, and has each role at each level', () => {
    const view = skillView(must(selectSkill(tiny, { skills: [named('kneading')] }, AT)), EN);
    expect(skillViewSchema.strict().parse(view)).toEqual(view);
    expect(view.counts).toMatchInlineSnapshot(`
      {
        "levels": 3,
        "optional": 0,
        "required": 3,
        "roles": 1,
        "unsaid": 0,
      }
    `);
    expect(
      view.levels.map(({ id, entries }) => [
        id,
        entries.map(({ role, requirement }) => [role.id, requirement]),
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "junior",
          [
            [
              "baker",
              "required",
            ],
          ],
        ],
        [
          "middle",
          [
            [
              "baker",
              "required",
            ],
          ],
        ],
        [
          "senior",
          [
            [
              "baker",
              "required",
            ],
          ],
        ],
      ]
    `);
  });

  it('puts roles together of which the same is asked, and no others', () => {
    const groupsOf = (skill: string) =>
      skillView(must(selectSkill(tiny, { skills: [named(skill)] }, AT)), EN).levels.map(
        ({ id, entries, groups }) => {
          const asked = groups.flatMap(({ roles, ...rest }) => roles.map((role) => ({ role, ...rest })));
          expect(new Set(asked.map((one) => JSON.stringify(one)))).toEqual(
            new Set(entries.map(({ role, ...rest }) => JSON.stringify({ role, ...rest }))),
          );
          return `${id}: ${groups.map(({ roles }) => roles.map((role) => role.id).join('+')).join(', ')}`;
        },
      );
    expect(tiny.skills.map(({ id }) => [id, ...groupsOf(id)])).toMatchInlineSnapshot(`
      [
        [
          "cleaning",
          "junior: baker",
          "middle: baker",
          "senior: baker",
        ],
        [
          "kneading",
          "junior: baker",
          "middle: baker",
          "senior: baker",
        ],
        [
          "listening",
          "junior: baker+clerk",
          "middle: baker+clerk",
          "senior: baker",
        ],
        [
          "planning",
          "middle: baker",
          "senior: baker",
        ],
        [
          "selling",
          "junior: baker, clerk",
          "middle: baker, clerk",
        ],
        [
          "tasting",
          "middle: baker",
          "senior: baker",
        ],
        [
          "teaching",
          "senior: baker",
        ],
      ]
    `);
  });

  it('is about one skill', () => {
    const two = selectSkill(tiny, { skills: [named('kneading'), named('tasting')] }, AT);
    expect(two.problems.map(({ code }) => code)).toEqual(['several-skills']);
  });
});

describe('the loop in the view of a profile', () => {
  it('says which skill is covered where, and what is not', () => {
    const { loop } = baker({ level: 'senior' });
    expect(
      loop?.interviews.map(({ id, skills }) => [id, skills.map((s) => `${s.id} ${s.minutes}`)]),
    ).toMatchInlineSnapshot(`
      [
        [
          "dough-talk",
          [
            "kneading 16",
            "tasting 16",
          ],
        ],
        [
          "shop-talk",
          [
            "teaching 17",
          ],
        ],
      ]
    `);
    expect(loop?.coverage.map(({ id, cells, state }) => [id, cells, state])).toMatchInlineSnapshot(`
      [
        [
          "kneading",
          [
            true,
            false,
          ],
          "covered",
        ],
        [
          "tasting",
          [
            true,
            false,
          ],
          "covered",
        ],
        [
          "cleaning",
          [
            false,
            false,
          ],
          "covered",
        ],
        [
          "listening",
          [
            false,
            false,
          ],
          "covered",
        ],
        [
          "teaching",
          [
            false,
            true,
          ],
          "covered",
        ],
      ]
    `);
    expect(loop?.gaps.map(({ text }) => text)).toMatchInlineSnapshot(`[]`);
  });

  it('numbers everything asked, required first', () => {
    const { criteria } = baker({ level: 'senior' });
    expect(criteria.map(({ number, id, requirement }) => [number, id, requirement])).toMatchInlineSnapshot(`
      [
        [
          1,
          "kneading",
          "required",
        ],
        [
          2,
          "tasting",
          "required",
        ],
        [
          3,
          "cleaning",
          "optional",
        ],
        [
          4,
          "listening",
          "optional",
        ],
        [
          5,
          "teaching",
          "optional",
        ],
      ]
    `);
  });
});

describe('two profiles side by side', () => {
  it('compare one level of two roles; one profile with itself is no comparison', () => {
    const pair = (other: string, level?: string) =>
      selectPair(
        tiny,
        {
          role: named('baker'),
          level: named('middle'),
          with: named(other),
          withLevel: level ? named(level) : undefined,
        },
        AT,
      );
    const view = stepView(must(pair('clerk')), EN);
    expect([view.from.title.text, view.to.title.text, view.sameRole]).toEqual([
      'Journeyman Baker',
      'Clerk, Middle',
      false,
    ]);
    expect(pair('baker').problems.map(({ code }) => code)).toEqual(['no-step']);
    expect(pair('baker', 'senior').ok).toBe(true);
  });
});

describe('what is new', () => {
  const text = (words: string) => ({ text: words, lang: null });
  const asks = (lead: string | null, statements: readonly string[] = []): AskedView => ({
    words: {
      lead: lead === null ? null : text(lead),
      more: [],
      statements: statements.map(text),
      grade: null,
      lang: null,
    },
    label: null,
    sameAs: null,
    inheritedFrom: null,
    lower: [],
    notes: [],
  });

  it('is marked statement by statement where some stand on both sides', () => {
    const { statements } = differenceOf(asks(null, ['One.', 'Two.']), asks(null, ['One.', 'Three.']));
    expect(statements.map(({ text: { text: words }, isNew }) => [words, isNew])).toEqual([
      ['One.', false],
      ['Three.', true],
    ]);
    expect(differenceOf(asks(null, ['One.']), asks(null, ['Two.', 'Three.'])).statements).toEqual([]);
    expect(differenceOf(asks(null, ['One.', 'Two.']), asks(null, ['Two.', 'One.'])).statements).toEqual([]);
  });

  it('is marked word by word where most words are the same, and not where they are not', () => {
    const near = differenceOf(
      asks('Kneads any dough of one shop alone.'),
      asks('Kneads any dough of three shops alone.'),
    );
    expect(near.pieces).toEqual([
      { text: 'Kneads any dough of', isNew: false },
      { text: 'three shops', isNew: true },
      { text: 'alone.', isNew: false },
    ]);
    expect(
      differenceOf(asks('Kneads any dough alone.'), asks('Writes the recipes for all shops.')).pieces,
    ).toEqual([]);
    expect(differenceOf(asks('Kneads any dough today.'), asks('Kneads any dough')).pieces).toEqual([]);
    expect(differenceOf(null, asks('Kneads.')).pieces).toEqual([]);
  });

  it('is nothing where both sides say the same, whichever level each has it from', () => {
    const before = { ...asks('Kneads.'), sameAs: text('Middle') };
    expect(saysTheSame(asks('Kneads.'), before)).toBe(true);
    expect(saysTheSame(asks('Kneads.', ['One.']), asks('Kneads.', ['Two.']))).toBe(false);
    expect(saysTheSame(asks('Kneads.'), { ...asks('Kneads.'), label: text('Expert') })).toBe(false);
    const lower = [{ level: text('Middle'), words: asks('Weighs.').words }];
    expect(saysTheSame(asks('Kneads.'), { ...asks('Kneads.'), lower })).toBe(false);
    expect(saysTheSame(null, asks('Kneads.'))).toBe(false);
    expect(saysTheSame(null, null)).toBe(false);
  });
});
