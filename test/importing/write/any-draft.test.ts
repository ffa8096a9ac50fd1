/** Any draft, however odd: it is written and loads to what was found in it, or Problems say why not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadFramework } from '../../../src/framework/load.ts';
import type { Draft, DraftCell } from '../../../src/importing/draft.ts';
import { planFiles } from '../../../src/importing/write/write.ts';
import { textFolder } from '../../folder.ts';
import { ours } from '../documents.ts';
import { cell, draft, level, PLACE, role, skill } from '../drafts.ts';

const words = fc.oneof(
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0007b',
    '\ud800',
    '\ufeffx',
    'a\r\nb\r\n\r\nc',
    'x\u2028y',
    '- a\n- b',
    'null',
    'a: b # c',
  ),
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const notes = fc.array(fc.record({ kind: words, text: words }), { maxLength: 2 });
const LEVELS = ['a', 'b', 'c'];
const at = fc.constantFrom(...LEVELS, 'nowhere');
const grade = maybe(fc.constantFrom('g1', 'g2', 'g3'));

const cells: fc.Arbitrary<readonly DraftCell[]> = fc.array(
  fc
    .record({
      role: fc.constantFrom(null, 'r1', 'r2', 'nobody'),
      text: maybe(words),
      statements: fc.array(words, { maxLength: 2 }),
      grade,
      requirement: fc.constantFrom('required' as const, 'optional' as const, 'unsaid' as const),
      weight: maybe(fc.constantFrom(-1, 0, 0.5, 100)),
      notes,
      hole: fc.constantFrom(null, null, 'not-applicable' as const, 'not-defined' as const),
      sameAs: maybe(at),
    })
    .chain((more) => at.map((where) => cell(where, more.text, more))),
  { maxLength: 8 },
);

const drafts: fc.Arbitrary<Draft> = fc
  .record({
    language: fc.constantFrom('en', 'fr', null, 'no language'),
    cumulative: fc.boolean(),
    levels: fc.tuple(
      ...LEVELS.map((id, i) =>
        fc
          .record({
            name: words,
            summary: maybe(words),
            rank: fc.constantFrom(null, i + 1),
            next: fc.constantFrom(null, LEVELS.slice(i + 1, i + 2)),
          })
          .map((more) => level(id, more)),
      ),
    ),
    roles: fc.tuple(
      ...['r1', 'r2'].map((id) =>
        fc
          .record({
            name: words,
            family: maybe(words),
            notes,
            levels: maybe(
              fc.subarray([...LEVELS, 'nowhere']).chain((some) =>
                fc.tuple(
                  ...some.map((one) =>
                    fc.record({
                      level: fc.constant(one),
                      title: maybe(words),
                      code: maybe(words),
                      summary: maybe(words),
                    }),
                  ),
                ),
              ),
            ),
          })
          .map((more) => role(id, more)),
      ),
    ),
    domains: fc.array(
      words.map((name) => ({ name, description: null, place: PLACE })),
      { maxLength: 2 },
    ),
    skills: fc.array(
      fc
        .record({
          name: words,
          domain: maybe(words),
          category: maybe(words),
          topics: fc.array(words, { maxLength: 3 }),
          updated: maybe(fc.constantFrom('2026-01-31', 'soon')),
          notes,
        })
        .chain((more) =>
          fc
            .tuple(fc.constantFrom('s1', 's2', 'Bad id'), cells)
            .map(([id, own]) =>
              skill(id, own, { ...more, grades: ['g1', 'g2'].map((g) => ({ id: g, name: g, text: null })) }),
            ),
        ),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((more) => draft(more));

/** Without places, and without what has none. */
function bare(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, bare(inner)]));
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'spans');
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

const byId = (list: readonly { readonly id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

it('any draft loads to what was found in it', () => {
  fc.assert(
    fc.property(drafts, (any) => {
      const planned = planFiles(any, { data: textFolder({}), shipped: ours, merge: false });
      if (!planned.ok)
        throw new Error(
          planned.problems
            .map(({ code, message, span }) => `${code} ${message}\n${span.source.text}`)
            .join('\n'),
        );
      const { files, found } = planned.value;
      const loaded = loadFramework(
        textFolder(Object.fromEntries(files.map(({ path, text }) => [path, text]))),
      );
      if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
      const told = JSON.stringify(found.skipped);
      const all = JSON.stringify(bare(loaded.value.skills));
      for (const { cells: own, name } of any.skills)
        for (const { level: where, text } of own) {
          const said = text?.match(/[a-z]{4,}/)?.[0];
          if (said !== undefined && !all.includes(said)) expect(told, `${name} ${text}`).toContain(where);
        }
      expect(bare(loaded.value.skills)).toEqual(bare(byId(found.skills)));
      expect(bare(loaded.value.roles)).toEqual(bare(byId(found.roles)));
      expect(bare(loaded.value.levels)).toEqual(bare(found.levels));
      expect(bare(loaded.value.domains)).toEqual(bare(found.domains));
    }),
    { numRuns: 200 },
  );
}, 60_000);
