/** Any framework that can be loaded, for properties: texts of any signs, in one language or two, every kind of entry. */
import fc from 'fast-check';
import type {
  Domain,
  Entry,
  Expectation,
  Framework,
  Grade,
  Interview,
  Level,
  Note,
  Question,
  Requirement,
  Role,
  Skill,
  Text,
} from '../../../src/framework/framework.ts';
import { paragraphs } from '../../../src/framework/paragraphs.ts';
import { usualNext } from '../../../src/importing/write/head.ts';
import { fileSpan } from '../../../src/problems/source.ts';

const span = fileSpan({ path: 'any', text: '' });
const LANGUAGE = 'en';

/** Beginnings, ends and middles that YAML reads in its own way. */
const TRICKY = [
  ...[
    '- item',
    '# no comment',
    'key: value',
    'a #b',
    'a: b',
    '"quoted"',
    "it's",
    "'",
    '"',
    '> folded',
    '| bar',
  ],
  ...[
    '? why',
    '! bang',
    '% percent',
    '@at',
    '`tick`',
    '&anchor',
    '*alias',
    '{ flow }',
    '[list]',
    ', comma',
    '---',
  ],
  ...[
    '...',
    '=',
    '~',
    'null',
    'true',
    'no',
    '1.0',
    '0x1f',
    '1e3',
    '2026-03-17',
    '\\',
    'a\\nb',
    '\t',
    'tab\tbed',
  ],
  ...[
    '  two  spaces  ',
    '\u00a0',
    'a\u00a0b',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u200b',
    '🧭',
    'é',
    'e\u0301',
    '日本語の文',
  ],
  ...[': ', ' :', '- ', '<<', '&amp;', '|-', '>-', '\u0007', '\u007f', '\ufffd', '\r', 'كلمة'],
];
const chunk = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 25, mode: 'words' }) },
  { weight: 3, arbitrary: fc.constantFrom(...TRICKY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
/** What a data file may hold of a text; what it may not is told when it is loaded. */
const sayable = (text: string): string =>
  paragraphs(
    text.replace(/\r\n?/g, '\n').replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''),
  );
const said = fc
  .array(fc.tuple(chunk, fc.constantFrom(' ', '', '  ', ' ', '\n\n')), { minLength: 1, maxLength: 8 })
  .map((parts) => sayable(parts.map(([words, gap]) => words + gap).join('')))
  .map((text) => (text === '' ? 'word' : text));
const short = fc
  .oneof(fc.lorem({ maxCount: 3 }), fc.constantFrom(...TRICKY))
  .map((t) => sayable(t) || 'name');

const textOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Text> =>
  fc
    .oneof(
      { weight: 4, arbitrary: words.map((text) => ({ [LANGUAGE]: text })) },
      { weight: 1, arbitrary: fc.tuple(words, words).map(([en, de]) => ({ [LANGUAGE]: en, de })) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom('fr', 'ja', 'tex', 'pt-BR'), words).map(([k, t]) => ({ [k]: t })),
      },
    )
    .map((byLanguage) => ({ byLanguage, span, spans: {} }));

const text = textOf(said);
const name = textOf(short);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 2 });
const few = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength });
const notes: fc.Arbitrary<readonly Note[]> = few(
  fc.record({ kind: fc.oneof(fc.constantFrom('note', 'example', 'true', '1'), short), text }),
  2,
);
const slug = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3})?$/),
  fc.constantFrom('1', '007', 'null', 'true', 'no', '1e3'),
);
const slugs = (minLength: number, maxLength: number) => fc.uniqueArray(slug, { minLength, maxLength });
const updated = maybe(fc.constantFrom('2026-03-17', '1999-12-31'));

function levelsOf(ids: readonly string[]): fc.Arbitrary<readonly Level[]> {
  const one = fc.record({ name, summary: maybe(text), up: fc.constantFrom(1, 1, 1, 0), cut: fc.nat(9) });
  return fc.array(one, { minLength: ids.length, maxLength: ids.length }).map((drawn) => {
    let rank = 0;
    const ranked = drawn.map(({ name, summary, up, cut }, i) => {
      rank = i === 0 ? 1 : rank + up;
      return { id: ids[i] ?? '', name, summary, rank, cut, span };
    });
    return ranked.map(({ cut, ...level }): Level => {
      const next = usualNext(level, ranked);
      return { ...level, next: cut === 0 ? [] : cut < 4 ? next.slice(-1) : next };
    });
  });
}

const requirement = fc.constantFrom<Requirement>('required', 'optional', 'unsaid');

function expectationOf(grades: readonly Grade[], need: fc.Arbitrary<Requirement>): fc.Arbitrary<Expectation> {
  return fc
    .record({
      kind: fc.constant('expectation' as const),
      text: maybe(text),
      statements: few(text),
      grade: grades.length > 0 ? maybe(fc.constantFrom(...grades)) : fc.constant(null),
      requirement: need,
      weight: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null, freq: 1 }),
      notes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, notes),
      span: fc.constant(span),
    })
    .map((one) =>
      one.text || one.statements.length > 0 || one.grade ? one : { ...one, text: plainly('Does it.') },
    );
}

function plainly(words: string): Text {
  return { byLanguage: { [LANGUAGE]: words }, span, spans: {} };
}

type Drawn =
  | Expectation
  | { readonly kind: 'not-applicable' | 'not-defined' }
  | { readonly kind: 'as'; readonly at: number; readonly requirement: Requirement }
  | null;

/** A ladder over these levels; a `same-as` refers to any other level that has a text, perhaps by way of another. */
function ladderOf(
  levels: readonly string[],
  grades: readonly Grade[],
): fc.Arbitrary<ReadonlyMap<string, Entry>> {
  return fc
    .oneof(
      requirement.map((one) => fc.constant(one)),
      fc.constant(requirement),
    )
    .chain((need) => {
      const drawn = fc.oneof(
        { weight: 5, arbitrary: expectationOf(grades, need) },
        { weight: 1, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constantFrom('not-applicable' as const, 'not-defined' as const) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant('as' as const), at: fc.nat(9), requirement: need }),
        },
      ) as fc.Arbitrary<Drawn>;
      return fc.array(drawn, { minLength: levels.length, maxLength: levels.length }).map((all) => {
        const entries = new Map<string, Entry>();
        const asked = levels.filter((_, i) => all[i]?.kind === 'expectation');
        levels.forEach((level, i) => {
          const one = all[i];
          if (one?.kind === 'expectation') entries.set(level, one);
          else if (one?.kind === 'not-applicable' || one?.kind === 'not-defined')
            entries.set(level, { kind: one.kind, span });
          else if (one?.kind === 'as' && asked.length > 0) {
            const to = asked[one.at % asked.length] ?? '';
            const expectation = all[levels.indexOf(to)];
            if (expectation?.kind === 'expectation')
              entries.set(level, {
                kind: 'same-as',
                level: to,
                expectation,
                requirement: one.requirement,
                span,
              });
          }
        });
        return entries;
      });
    });
}

interface Around {
  readonly levels: readonly Level[];
  readonly roles: readonly Role[];
  readonly domains: readonly Domain[];
  readonly points: readonly string[];
}

function roleOf(id: string, levels: readonly Level[]): fc.Arbitrary<Role> {
  return fc.record({
    id: fc.constant(id),
    name,
    family: maybe(name),
    summary: maybe(text),
    notes,
    levels: fc.subarray([...levels], { minLength: 1 }).chain((own) =>
      fc.oneof(
        fc.constant(own.map(({ id: level }) => ({ level, title: null, code: null, summary: null, span }))),
        fc.tuple(
          ...own.map(({ id: level }) =>
            fc.record({
              level: fc.constant(level),
              title: maybe(name),
              code: maybe(short),
              summary: maybe(text),
              span: fc.constant(span),
            }),
          ),
        ),
      ),
    ),
    interviews: fc.constant([]),
    updated,
    span: fc.constant(span),
  });
}

function gradesOf(): fc.Arbitrary<readonly Grade[]> {
  return slugs(0, 4).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), name, text: maybe(text), span: fc.constant(span) }),
      ),
    ),
  );
}

function anchorsOf({ levels, points }: Around): fc.Arbitrary<ReadonlyMap<string, ReadonlyMap<string, Text>>> {
  return fc
    .tuple(fc.subarray(levels.map(({ id }) => id)), fc.subarray([...points]), text)
    .map(
      ([own, at, said]) => new Map(own.map((level) => [level, new Map(at.map((point) => [point, said]))])),
    );
}

function questionsOf({ levels, roles }: Around): fc.Arbitrary<readonly Question[]> {
  return slugs(0, 3).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          kind: maybe(fc.constantFrom('did' as const, 'case' as const)),
          levels: maybe(fc.subarray(levels.map((level) => level.id))),
          roles: maybe(fc.subarray(roles.map((role) => role.id))),
          minutes: maybe(fc.integer({ min: 1, max: 60 })),
          ask: text,
          probes: few(text, 2),
          listenFor: few(text, 2),
          warningSigns: few(text, 2),
          span: fc.constant(span),
        }),
      ),
    ),
  );
}

function skillOf(id: string, around: Around): fc.Arbitrary<Skill> {
  const { levels, roles, domains } = around;
  return gradesOf().chain((grades) => {
    const own = (role: Role): string[] => role.levels.map(({ level }) => level);
    const each = fc
      .subarray([...roles])
      .chain((some) =>
        fc.tuple(...some.map((role) => ladderOf(own(role), grades).map((l) => [role.id, l] as const))),
      )
      .map((all): ReadonlyMap<string, ReadonlyMap<string, Entry>> => new Map(all));
    const shared = fc
      .tuple(
        fc.subarray([...roles], { minLength: 1 }),
        ladderOf(
          levels.map((l) => l.id),
          grades,
        ),
      )
      .map(
        ([some, ladder]) =>
          new Map(
            some.map((role) => [
              role.id,
              new Map([...ladder].filter(([level]) => own(role).includes(level))) as ReadonlyMap<
                string,
                Entry
              >,
            ]),
          ),
      );
    return fc.record({
      id: fc.constant(id),
      name,
      domain:
        domains.length > 0
          ? maybe(fc.constantFrom(...domains).map((domain) => ({ id: domain.id, name: domain.name })))
          : maybe(name.map((called) => ({ id: null, name: called }))),
      category: maybe(name),
      topics: few(name),
      updated,
      summary: maybe(text),
      notes,
      entries: fc.oneof(each, shared),
      grades: fc.constant(grades),
      questions: questionsOf(around),
      anchors: fc
        .tuple(fc.subarray(roles.map((role) => role.id)), anchorsOf(around))
        .map(([some, points]) => new Map(some.map((role) => [role, points]))),
      span: fc.constant(span),
    });
  });
}

function withLoop(role: Role, skills: readonly Skill[]): fc.Arbitrary<Role> {
  const interviews: fc.Arbitrary<readonly Interview[]> = slugs(0, 2).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          name,
          minutes: fc.integer({ min: 1, max: 90 }),
          who: maybe(text),
          format: maybe(name),
          skills: fc.subarray([...skills], { minLength: 1 }).chain((some) =>
            fc.tuple(
              ...some.map(({ id: skill, questions }) =>
                fc
                  .constantFrom(null, 'did' as const, ...questions.map((q) => ({ text: q.id, span })))
                  .map((what) => ({
                    skill,
                    question: typeof what === 'object' ? what : null,
                    kind: typeof what === 'string' ? what : null,
                    span,
                  })),
              ),
            ),
          ),
          span: fc.constant(span),
        }),
      ),
    ),
  );
  return interviews.map((loop) => ({ ...role, interviews: loop }));
}

const minute = fc.integer({ min: 0, max: 60 });

function headOf(levels: readonly Level[], domains: readonly Domain[], points: readonly string[]) {
  return fc.record({
    name,
    version: maybe(fc.constantFrom('1.0.0', '1', '2026.1')),
    language: fc.constant(LANGUAGE),
    cumulative: fc.boolean(),
    summary: maybe(text),
    levels: fc.constant(levels),
    domains: fc.constant(domains),
    scale: fc.tuple(
      ...points.map((id) =>
        fc.record({
          id: fc.constant(id),
          name,
          anchor: fc.constantFrom('none' as const, 'previous' as const, 'this' as const, 'next' as const),
          means: text,
          span: fc.constant(span),
        }),
      ),
    ),
    timing: fc.record({
      ...{ minutes: fc.integer({ min: 1, max: 90 }), opening: minute, questions: minute },
      ...{ closing: minute, writing: minute, span: fc.constant(span) },
    }),
    texts: fc.record({
      opening: maybe(text),
      closing: maybe(text),
      fairQuestions: maybe(fc.record({ ask: text, never: text })),
      adjustments: maybe(text),
      access: maybe(text),
      retention: fc.record({ scorecard: maybe(text), promotion: maybe(text) }),
      committee: few(text),
      peerQuestions: few(text),
    }),
    span: fc.constant(span),
  });
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

/** Domains whose names are not those of others, nor their ids. */
function domainsOf(ids: readonly string[]): fc.Arbitrary<readonly Domain[]> {
  return fc.tuple(
    ...ids.map((id, i) =>
      fc.record({
        id: fc.constant(id),
        name: textOf(short.map((called) => `${called} ${i}x`)),
        summary: maybe(text),
        description: maybe(text),
        span: fc.constant(span),
      }),
    ),
  );
}

export const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    levels: slugs(1, 4),
    roles: slugs(1, 3),
    skills: slugs(1, 2),
    domains: slugs(0, 2),
    points: slugs(3, 4),
  })
  .chain((drawn) =>
    fc.tuple(levelsOf(drawn.levels), domainsOf(drawn.domains)).chain(([levels, domains]) =>
      fc
        .tuple(
          headOf(levels, domains, drawn.points),
          fc.tuple(...drawn.roles.map((id) => roleOf(id, levels))),
        )
        .chain(([head, roles]) =>
          fc
            .tuple(...drawn.skills.map((id) => skillOf(id, { levels, roles, domains, points: drawn.points })))
            .chain((skills) =>
              fc.tuple(...roles.map((role) => withLoop(role, skills))).map((whole) => ({
                ...head,
                roles: [...whole].sort(byId),
                skills: [...skills].sort(byId),
              })),
            ),
        ),
    ),
  );
