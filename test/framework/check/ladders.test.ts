/** Rules that compare levels, on ladders that fork, leave levels out, are shared by roles, or hold what is below. */
import { describe, expect, it } from 'vitest';
import { weakSpots } from '../../../src/framework/check/weak-spots.ts';
import { sorted } from '../../../src/problems/problem.ts';
import { load, ok } from '../data.ts';
import { SHIPPED } from './weak.ts';

const SCALE =
  'scale:\n  - { id: low, anchor: previous, means: L. }\n  - { id: fit, anchor: this }\n  - { id: high, anchor: next, means: M. }\n';
const LONG = 'Bakes the loaves of one day by the list on the wall, and notes what is left at noon.';

function found(files: Readonly<Record<string, string>>): readonly string[] {
  return sorted(weakSpots(ok(load(files)), SHIPPED)).map(
    ({ code, message, span }) =>
      `${code} ${span.source.path}:${span.line} ${/"([a-z]+)"/.exec(message)?.[1] ?? ''}`,
  );
}

function framework(head: string): Readonly<Record<string, string>> {
  return { 'framework.yaml': `name: F\n${head}\n${SCALE}` };
}

function skill(lines: string): string {
  return `name: S\nroles: all\nexpectations:\n${lines}`;
}

describe('a ladder that forks', () => {
  const FORK = framework(
    'levels:\n  - { id: a, next: [b, c] }\n  - { id: b, rank: 2, next: [] }\n  - { id: c, rank: 2, next: [] }',
  );
  const ROLES = { 'roles/baker.yaml': 'name: Baker\nlevels: [a, b, c]\n' };

  it('may say the same on both branches, and not below and above', () => {
    const branches = skill(`  a: Sweeps.\n  b: ${LONG}\n  c: ${LONG}\n`);
    expect(found({ ...FORK, ...ROLES, 'skills/s.yaml': branches })).toEqual([]);
    const stem = skill(`  a: ${LONG}\n  b: Sells bread.\n  c: ${LONG}\n`);
    expect(found({ ...FORK, ...ROLES, 'skills/s.yaml': stem })).toEqual(['same-text data/skills/s.yaml:6 a']);
  });
});

describe('a level in the middle', () => {
  const THREE = framework('levels: [{ id: a }, { id: b }, { id: c }]');
  const HOLE = skill('  a: Sweeps.\n  c: Sells.\n');

  it('is missed where nothing stands there', () => {
    expect(found({ ...THREE, 'skills/s.yaml': HOLE })).toEqual(['level-left-out data/skills/s.yaml:5 b']);
  });

  it('is not missed where the role has it not, or the data says why', () => {
    expect(
      found({ ...THREE, 'roles/baker.yaml': 'name: B\nlevels: [a, c]\n', 'skills/s.yaml': HOLE }),
    ).toEqual([]);
    for (const entry of ['{ status: not-defined }', '{ status: not-applicable }', '{ same_as: a }'])
      expect(
        found({ ...THREE, 'skills/s.yaml': skill(`  a: Sweeps.\n  b: ${entry}\n  c: Sells.\n`) }),
      ).toEqual([]);
  });

  it('holds what is below in a cumulative framework', () => {
    const cumulative = framework('cumulative: true\nlevels: [{ id: a }, { id: b }, { id: c }]');
    expect(found({ ...cumulative, 'skills/s.yaml': HOLE })).toEqual([]);
  });

  it('is bridged by what compares', () => {
    const bridged = skill(`  a: ${LONG}\n  b: { status: not-defined }\n  c: ${LONG}\n`);
    expect(found({ ...THREE, 'skills/s.yaml': bridged })).toEqual(['same-text data/skills/s.yaml:6 a']);
  });
});

describe('what roles share', () => {
  const TWO = { 'roles/baker.yaml': 'name: Baker\n', 'roles/clerk.yaml': 'name: Clerk\n' };

  it('is told once', () => {
    const shared = weakSpots(
      ok(load({ ...TWO, 'skills/s.yaml': skill(`  a: ${LONG}\n  b: ${LONG}\n`) })),
      SHIPPED,
    );
    expect(shared.map(({ code }) => code)).toEqual(['same-text']);
  });

  it('may be the same in two roles', () => {
    const own = `name: S\nroles:\n  baker: { expectations: { a: Sweeps it. } }\n  clerk: { expectations: { b: Sweeps it. } }\n`;
    expect(found({ ...TWO, 'skills/s.yaml': own })).toEqual([]);
  });

  it('is told of the role that lacks a question', () => {
    const asked = `${skill('  a: Sweeps.\n')}required: true\nquestions: [{ id: q, roles: [baker], ask: What?, listen_for: [A] }]\n`;
    const told = weakSpots(ok(load({ ...TWO, 'skills/s.yaml': asked })), SHIPPED);
    expect(told.map(({ code, message }) => [code, message.includes('clerk')])).toEqual([
      ['no-question', true],
    ]);
  });
});

describe('steps', () => {
  const step = (a: string, b: string) => found({ 'skills/s.yaml': skill(`  a: ${a}\n  b: ${b}\n`) });

  it('may differ in short texts, and not by three times and a sentence', () => {
    expect(step('Sweeps.', 'Sweeps the floor of the whole bakery, each night.')).toEqual([]);
    expect(
      step(
        'Sweeps.',
        `${LONG} Writes to the shop which of them were sold last, at what price, and to whom of the guests.`,
      ),
    ).toEqual(['unequal-steps data/skills/s.yaml:5 a']);
  });

  it('ask less where all is from below, and not where one thing is new', () => {
    expect(step(LONG, 'Bakes the loaves of one day by the list.')).toEqual([
      'asks-less data/skills/s.yaml:5 a',
    ]);
    expect(step(LONG, 'Bakes the loaves of one bakery chain by the list.')).toEqual([]);
    expect(step('Bakes bread, cake, rolls and pies.', 'Rolls, bread and pies.')).toEqual([]);
  });
});

it('a framework without any question leaves them to its interviewers', () => {
  const silent = `${skill('  a: Sweeps.\n')}required: true\n`;
  expect(found({ 'skills/s.yaml': silent })).toEqual([]);
  const other =
    'name: T\nroles: all\nexpectations: { a: Sells. }\nquestions: [{ id: q, ask: What?, listen_for: [A] }]\n';
  expect(found({ 'skills/s.yaml': silent, 'skills/t.yaml': other })).toEqual([
    'no-question data/skills/s.yaml:1 s',
  ]);
});
