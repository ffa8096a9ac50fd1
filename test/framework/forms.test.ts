/** Every form that the data may have comes out as one shape. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Framework, Skill } from '../../src/framework/framework.ts';
import { FILES, fixture, load, ok } from './data.ts';

function skillOf(framework: Framework, id: string): Skill {
  const skill = framework.skills.find((s) => s.id === id);
  if (!skill) throw new Error(`no skill ${id}`);
  return skill;
}

/** Level -> kind and requirement, for one role. */
function entries(skill: Skill, role: string): Record<string, string> {
  const read = skill.entries.get(role) ?? new Map();
  return Object.fromEntries(
    [...read].map(([level, entry]) => [level, `${entry.kind} ${entry.requirement ?? ''}`.trim()]),
  );
}

describe('tiny', () => {
  const tiny = fixture('tiny');

  it('has roles and skills by id, whatever folder they stand in', () => {
    expect(tiny.roles.map(({ id }) => id)).toEqual(['baker', 'clerk']);
    expect(tiny.skills.map(({ id }) => id)).toEqual([
      'cleaning',
      'kneading',
      'listening',
      'planning',
      'selling',
      'tasting',
      'teaching',
    ]);
  });

  it('has the texts of the company', () => {
    expect(tiny.texts.opening?.byLanguage).toEqual({ en: 'Thank you for coming.\n\nI take notes.' });
    expect(tiny.texts.fairQuestions?.never.byLanguage['en']).toBe('Never ask about family or health.');
    expect(tiny.texts.retention.promotion?.byLanguage['en']).toBe('2 years');
    expect(tiny.texts.committee).toHaveLength(2);
    expect(tiny.texts.peerQuestions).toHaveLength(2);
    expect(tiny.timing).toMatchObject({ minutes: 45, opening: 5, questions: 5, closing: 3, writing: 10 });
  });

  it('knows what is required', () => {
    expect(entries(skillOf(tiny, 'tasting'), 'baker')).toEqual({
      middle: 'expectation optional',
      senior: 'expectation required',
    });
    expect(entries(skillOf(tiny, 'selling'), 'baker')['senior']).toBe('not-applicable');
    expect(entries(skillOf(tiny, 'cleaning'), 'baker')['senior']).toBe('same-as optional');
  });

  it('gives one ladder to all roles, at the levels they have', () => {
    expect(Object.keys(entries(skillOf(tiny, 'listening'), 'clerk'))).toEqual(['junior', 'middle']);
  });

  it('keeps weight, notes, titles and codes', () => {
    const middle = skillOf(tiny, 'selling').entries.get('clerk')?.get('middle');
    expect(middle).toMatchObject({ weight: 0.5, notes: [{ kind: 'example' }] });
    const baker = tiny.roles[0]?.levels.map(({ level, title, code }) => [
      level,
      title?.byLanguage['en'],
      code,
    ]);
    expect(baker).toEqual([
      ['junior', undefined, null],
      ['middle', 'Journeyman Baker', 'B2'],
      ['senior', 'Master Baker', 'B3'],
    ]);
  });
});

describe('holes', () => {
  const holes = fixture('holes');

  it('are told apart', () => {
    expect(entries(skillOf(holes, 'gaps'), 'baker')).toEqual({
      a: 'not-defined',
      b: 'expectation optional',
      c: 'not-applicable',
    });
    const between = skillOf(holes, 'gaps').entries.get('baker')?.get('b');
    expect(between).toMatchObject({ notes: [{ kind: 'note' }, { kind: 'example' }] });
  });

  it('same_as is followed to its end', () => {
    const b = skillOf(holes, 'same').entries.get('baker')?.get('b');
    expect(b).toMatchObject({
      kind: 'same-as',
      level: 'c',
      expectation: { text: { byLanguage: { de: 'Letzte.' } } },
    });
  });

  it('same_as may name a level that one of the roles that share a ladder has not', () => {
    const framework = ok(
      load({
        'roles/baker.yaml': 'name: Baker\nlevels: [a]\n',
        'skills/s.yaml': 'name: S\nroles: all\nexpectations: { a: { same_as: b }, b: B }\n',
      }),
    );
    expect(entries(skillOf(framework, 's'), 'baker')).toEqual({ a: 'same-as unsaid' });
  });

  it('a text may have several languages', () => {
    expect(holes.name.byLanguage).toEqual({ en: 'Holes', de: 'Lücken' });
    expect(holes.levels[1]?.name.byLanguage).toEqual({ en: 'b' });
  });
});

describe('the scale and the ladder', () => {
  it.each([
    ['cumulative', 3],
    ['tiny', 4],
    ['fork', 5],
    ['grades', 7],
  ])('%s has %i points', (name, points) => expect(fixture(name).scale).toHaveLength(points));

  it('rank and next are as written, else the position and the next rank', () => {
    const fork = fixture('fork').levels.map(({ id, rank, next }) => [id, rank, ...next]);
    expect(fork).toContainEqual(['junior', 1, 'senior', 'manager']);
    expect(fork).toContainEqual(['senior', 3, 'expert']);
    expect(fixture('tiny').levels.map(({ rank, next }) => [rank, ...next])).toEqual([
      [1, 'middle'],
      [2, 'senior'],
      [3],
    ]);
  });

  it('next is every level of the next rank where it is not written', () => {
    const levels = 'levels: [{ id: a }, { id: b, rank: 2 }, { id: x, rank: 2 }, { id: y }]';
    const changed = FILES['framework.yaml'].replace('levels: [{ id: a }, { id: b }]', levels);
    const read = ok(load({ 'framework.yaml': changed })).levels.map(({ id, next }) => [id, ...next]);
    expect(read).toEqual([['a', 'b', 'x'], ['b', 'y'], ['x', 'y'], ['y']]);
  });

  it('a role without levels goes along the first of each next', () => {
    const levels = (id: string) =>
      fixture('fork')
        .roles.find((r) => r.id === id)
        ?.levels.map((l) => l.level);
    expect(levels('plain')).toEqual(['junior', 'senior', 'expert']);
    expect(levels('head')).toEqual(['middle', 'director']);
  });
});

describe('ids, summaries and notes', () => {
  it('an id is the file’s name where it is not given', () => {
    const skill = 'name: T\nroles: all\nexpectations: { a: A }\n';
    const { skills } = ok(load({ 'skills/deep/x-1.yaml': skill, 'skills/y.yaml': `id: other\n${skill}` }));
    expect(skills.map(({ id }) => id)).toEqual(['other', 's', 'x-1']);
  });

  it('stand wherever DATA.md has them', () => {
    const framework = ok(
      load({
        'framework.yaml': `${FILES['framework.yaml'].replace('{ id: a }', '{ id: a, summary: L }')}summary: F\ndomains: [{ name: D, summary: D }]\n`,
        'roles/baker.yaml':
          'name: Baker\nsummary: R\nnotes: [N, { kind: why, text: W }]\nlevels: { a: { summary: RL }, b: }\n',
        'skills/s.yaml': 'name: S\nsummary: S\nnotes: [N]\nroles: all\nexpectations: { a: A }\n',
      }),
    );
    const [role, skill] = [framework.roles[0], framework.skills[0]];
    const summaries = [framework, framework.levels[0], framework.domains[0], role, role?.levels[0], skill];
    expect(summaries.map((one) => one?.summary?.byLanguage['en'])).toEqual(['F', 'L', 'D', 'R', 'RL', 'S']);
    expect(role?.notes.map(({ kind, text }) => [kind, text.byLanguage['en']])).toEqual([
      ['note', 'N'],
      ['why', 'W'],
    ]);
    expect(skill?.notes).toHaveLength(1);
  });
});

describe('languages', () => {
  it('a plain text is in the framework’s language, in every file', () => {
    const { name, roles, skills } = ok(
      load({ 'framework.yaml': `${FILES['framework.yaml']}language: pt-BR\n` }),
    );
    const names = [name, roles[0]?.name, skills[0]?.name].map((text) => Object.keys(text?.byLanguage ?? {}));
    expect(names).toEqual([['pt-BR'], ['pt-BR'], ['pt-BR']]);
  });

  it('an expectation may have several, of two letters or three', () => {
    const { skills } = ok(
      load({ 'skills/s.yaml': 'name: S\nroles: all\nexpectations: { a: { en: A, fil: B } }\n' }),
    );
    const entry = skills[0]?.entries.get('baker')?.get('a');
    expect(entry).toMatchObject({ text: { byLanguage: { en: 'A', fil: 'B' } } });
  });
});

describe('texts', () => {
  const textOf = (yaml: string) => {
    const { skills } = ok(load({ 'skills/s.yaml': `name: S\nroles: all\nexpectations:\n  a: ${yaml}\n` }));
    const entry = skills[0]?.entries.get('baker')?.get('a');
    return entry?.kind === 'expectation' ? entry.text?.byLanguage['en'] : undefined;
  };

  it.each([
    ['literal', '|\n    one\n    two\n\n    three'],
    ['folded', '>-\n    one\n    two\n\n    three'],
    ['plain', 'one\n    two\n\n    three'],
    ['single quotes', "'one\n    two\n\n    three'"],
    ['double quotes', '"one\n    two\n\n    three"'],
    ['escapes', '"one\\ntwo\\n\\nthree"'],
  ])('one newline is a space, an empty line a paragraph: %s', (_, yaml) => {
    expect(textOf(yaml)).toBe('one two\n\nthree');
  });

  it('come out whole, whatever stands in them', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((w) => !/[\s\p{C}\u2028\u2029]/u.test(w));
    const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        const yaml = stringify({ name: 'S', roles: 'all', expectations: { a: text } });
        const entry = ok(load({ 'skills/s.yaml': yaml }))
          .skills[0]?.entries.get('baker')
          ?.get('a');
        expect(entry).toMatchObject({ text: { byLanguage: { en: text } } });
      }),
    );
  });
});

describe('any input', () => {
  const safe = (file: string, text: string) => {
    const result = load({ [file]: text });
    expect(result.ok || result.problems.some(({ severity }) => severity === 'error')).toBe(true);
  };
  const file = fc.constantFrom(...Object.keys(FILES));

  it('is a value or Problems, never a throw', () => {
    fc.assert(fc.property(file, fc.string(), safe));
    fc.assert(fc.property(file, fc.json(), safe));
  });

  it('under the keys that there are, too', () => {
    const key = fc.constantFrom(
      'name',
      'levels',
      'scale',
      'roles',
      'required',
      'expectations',
      'anchors',
      'grades',
      'questions',
      'interviews',
      'timing',
      'notes',
      'a',
      'baker',
      'same_as',
      'text',
      'id',
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>('a', 'all', 'baker', '', 1, true, null),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(key, tie('node'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(file, fc.dictionary(key, tree.node), (path, value) => safe(path, stringify(value))),
      { numRuns: 400 },
    );
  });

  it('cut off or with a piece doubled', () => {
    const source = Object.values(FILES).join('');
    fc.assert(
      fc.property(file, fc.nat(source.length), fc.nat(source.length), (path, i, j) =>
        safe(path, source.slice(0, i) + source.slice(j)),
      ),
    );
  });
});
