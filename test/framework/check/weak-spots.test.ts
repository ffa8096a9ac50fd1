/** Weak texts: each line of fixtures/framework/weak carries what is found in it as a comment, and nothing else is found. */
import { describe, expect, it } from 'vitest';
import { weakRules } from '../../../src/framework/check/weak/rules.ts';
import { weakSpots } from '../../../src/framework/check/weak-spots.ts';
import { sorted } from '../../../src/problems/problem.ts';
import { fixtureFolder } from '../../folder.ts';
import { fixture } from '../data.ts';
import { SHIPPED } from './weak.ts';

const EXPECTED = /# (warning|advice) ((?:\d+:)?\d+-\d+) ([a-z-]+)/g;

/** What the comments of a folder say will be found. */
function expectedIn(name: string): readonly string[] {
  const folder = fixtureFolder(name);
  return folder.list().flatMap((path) => {
    const source = folder.source(path);
    if (!source?.ok) throw new Error(`${path} cannot be read`);
    const { path: file, text } = source.value;
    return text.split('\n').flatMap((line, i) =>
      [...line.matchAll(EXPECTED)].map(([, severity, place = '', code]) => {
        const at = place.includes(':') ? place : `${i + 1}:${place}`;
        return `${file}:${at} ${severity} ${code}`;
      }),
    );
  });
}

describe.each(['weak', 'excuses'])('the folder %s', (name) => {
  const found = sorted(weakSpots(fixture(name), SHIPPED)).map(
    ({ code, severity, span: s }) =>
      `${s.source.path}:${s.line}:${s.column}-${s.endColumn} ${severity} ${code}`,
  );

  it('has each weak text found at its word, and nothing else', () => {
    expect([...found].sort()).toEqual([...expectedIn(`framework/${name}`)].sort());
    expect(found.length).toBeGreaterThan(5);
  });
});

it('every rule finds something in the fixtures', () => {
  const found = new Set(expectedIn('framework/weak').map((line) => line.split(' ').at(-1)));
  expect(
    weakRules(SHIPPED)
      .map(({ code }) => code)
      .filter((code) => !found.has(code)),
  ).toEqual([]);
});
