/** The ladder is the rubric: a table of what stands under each point. */
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/framework/framework.ts';
import { profileOf } from '../../src/framework/profile.ts';
import type { Anchor } from '../../src/framework/selection.ts';
import { FILES, fixture, load, ok } from './data.ts';

/** `point from[:level or grade] text`, one an anchor. */
function shown({ point, from, level, grade, text, statements }: Anchor): string {
  const words = [text, ...statements].map((t) => Object.values(t?.byLanguage ?? {})[0] ?? '-').join(' / ');
  const source = from === 'level' ? `:${level?.id}` : from === 'grade' ? `:${grade?.id}` : '';
  return `${point.id} ${from}${source} ${words}`;
}

function anchors(framework: Framework, role: string, level: string, skill: string): readonly string[] {
  const [one, at] = [
    framework.roles.find((r) => r.id === role),
    framework.levels.find((l) => l.id === level),
  ];
  if (!one || !at) throw new Error('no such profile');
  const criterion = profileOf(framework, one, at).criteria.find((c) => c.skill.id === skill);
  return criterion?.anchors.map(shown) ?? [];
}

const low = 'low scale Less.';
const high = 'high scale More.';

const shared = (expectations: string, more = '', framework = '') =>
  ok(
    load({
      'framework.yaml': FILES['framework.yaml'].replace('{ id: b }', '{ id: b }, { id: c }') + framework,
      'skills/s.yaml': `name: S\nroles: all\nexpectations: ${expectations}\n${more}`,
    }),
  );

describe('anchors', () => {
  const cases: readonly [string, Framework, string, string, string, readonly string[]][] = [
    [
      'both neighbours',
      shared('{ a: A, b: B, c: C }'),
      'baker',
      'b',
      's',
      ['low level:a A', 'fit level:b B', 'high level:c C'],
    ],
    ['lowest level', shared('{ a: A, b: B }'), 'baker', 'a', 's', [low, 'fit level:a A', 'high level:b B']],
    ['highest level', shared('{ b: B, c: C }'), 'baker', 'c', 's', ['low level:b B', 'fit level:c C', high]],
    ['no text at a neighbour', shared('{ b: B }'), 'baker', 'b', 's', [low, 'fit level:b B', high]],
    ['a gap is not jumped', shared('{ a: A, c: C }'), 'baker', 'a', 's', [low, 'fit level:a A', high]],
    [
      'equal text',
      shared('{ a: B, b: B, c: C }'),
      'baker',
      'b',
      's',
      [low, 'fit level:b B', 'high level:c C'],
    ],
    [
      'a neighbour by same_as',
      shared('{ a: A, b: B, c: { same_as: a } }'),
      'baker',
      'b',
      's',
      ['low level:a A', 'fit level:b B', high],
    ],
    [
      'here by same_as',
      shared('{ a: A, b: { same_as: c }, c: C }'),
      'baker',
      'b',
      's',
      ['low level:a A', 'fit level:c C', high],
    ],
    [
      'holes',
      shared('{ a: { status: not-defined }, b: B, c: { status: not-applicable } }'),
      'baker',
      'b',
      's',
      [low, 'fit level:b B', high],
    ],
    [
      'statements',
      shared('{ a: [A1, A2], b: B }'),
      'baker',
      'b',
      's',
      ['low level:a - / A1 / A2', 'fit level:b B', high],
    ],
    [
      'by hand, one ladder for all',
      shared('{ a: A, b: B }', 'anchors: { b: { low: Hand., fit: Own. } }\n'),
      'baker',
      'b',
      's',
      ['low written Hand.', 'fit written Own.', high],
    ],
    [
      'by hand, one role',
      fixture('tiny'),
      'baker',
      'senior',
      'teaching',
      [
        'below written Leaves newcomers alone.',
        'partly scale A part of it.',
        'meets level:senior Teaches a newcomer for a year.',
        'exceeds scale More than asked.',
      ],
    ],
    [
      'by hand, a list of roles',
      fixture('holes'),
      'baker',
      'b',
      'gaps',
      ['low written By hand.', 'fit level:b Between. / One. / Two.', high],
    ],
    [
      'a grade alone: neighbouring grades',
      fixture('grades'),
      'baker',
      'junior',
      'kneading',
      [
        'p1 scale Nothing.',
        'p2 scale Hardly anything.',
        'p3 grade:awareness Knows what dough is.',
        'p4 grade:working -',
        'p5 grade:expert Invents doughs.',
        'p6 scale Far more.',
        'p7 scale All.',
      ],
    ],
    [
      'the highest grade',
      fixture('grades'),
      'baker',
      'senior',
      'kneading',
      [
        'p1 scale Nothing.',
        'p2 scale Hardly anything.',
        'p3 grade:working -',
        'p4 grade:expert Invents doughs.',
        'p5 scale More.',
        'p6 scale Far more.',
        'p7 scale All.',
      ],
    ],
    [
      'text and grade: levels',
      fixture('grades'),
      'baker',
      'lead',
      'kneading',
      [
        'p1 scale Nothing.',
        'p2 scale Hardly anything.',
        'p3 level:senior -',
        'p4 level:lead Leads the kneading.',
        'p5 scale More.',
        'p6 scale Far more.',
        'p7 scale All.',
      ],
    ],
    [
      'cumulative: inherited',
      fixture('cumulative'),
      'baker',
      'two',
      'kneading',
      [low, 'fit level:one Kneads by the recipe.', 'high level:three Kneads alone.'],
    ],
    [
      'cumulative: own',
      fixture('cumulative'),
      'baker',
      'three',
      'kneading',
      ['low level:one Kneads by the recipe.', 'fit level:three Kneads alone.', high],
    ],
    [
      'cumulative: past own',
      fixture('cumulative'),
      'baker',
      'four',
      'kneading',
      ['low level:one Kneads by the recipe.', 'fit level:three Kneads alone.', high],
    ],
    [
      'cumulative: same_as a level above',
      shared('{ a: A, b: { same_as: c }, c: C }', '', 'cumulative: true\n'),
      'baker',
      'b',
      's',
      ['low level:a A', 'fit level:c C', high],
    ],
    [
      'levels left out are bridged',
      fixture('fork'),
      'head',
      'director',
      'care',
      [
        'none scale Nothing.',
        'low level:middle Cares for a bench.',
        'fit level:director Cares for a house.',
        'high scale More.',
        'top scale Far more.',
      ],
    ],
  ];
  it.each(cases)('%s', (_, framework, role, level, skill, expected) => {
    expect(anchors(framework, role, level, skill)).toEqual(expected);
  });
});

describe('cumulative', () => {
  it('inherits the text and not the requirement', () => {
    const framework = fixture('cumulative');
    const [role] = framework.roles;
    const profiles = framework.levels.map((level) => role && profileOf(framework, role, level));
    const kneading = profiles.map((p) => p?.criteria.find((c) => c.skill.id === 'kneading'));
    expect(kneading.map((c) => [c?.inheritedFrom?.id ?? null, c?.requirement])).toEqual([
      [null, 'required'],
      ['one', 'unsaid'],
      [null, 'optional'],
      ['three', 'unsaid'],
    ]);
    expect(kneading[3]?.lower.map(({ level }) => level.id)).toEqual(['one']);
  });

  it('a level without an entry asks what is below the hole, the hole itself nothing', () => {
    const framework = fixture('cumulative');
    const [role] = framework.roles;
    const asked = framework.levels.map(
      (level) => role && profileOf(framework, role, level).criteria.some((c) => c.skill.id === 'selling'),
    );
    expect(asked).toEqual([true, false, true, true]);
  });
});
