/** What the word lists find in single sentences, and what they leave alone: a lint that cries wolf is switched off. */
import { describe, expect, it } from 'vitest';
import { BAD, GOOD, type Language } from './sentences.ts';
import { weakIn } from './weak.ts';

const LANGUAGES: readonly Language[] = ['en', 'de'];

describe.each(LANGUAGES)('sentences (%s)', (language) => {
  const good = GOOD[language].map(([words, use = 'expectation']) => [words, use] as const);
  it.each(good)('good: %s', (words, use) => {
    expect(weakIn(words, use, language).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });

  const bad = BAD[language].map(([words, code, use = 'expectation']) => [words, code, use] as const);
  it.each(bad)('bad: %s', (words, code, use) => {
    expect([...new Set(weakIn(words, use, language).map((problem) => problem.code))]).toEqual([code]);
  });
});

it('there are enough of them', () => {
  expect([GOOD.en.length, BAD.en.length].every((count) => count >= 60)).toBe(true);
});
