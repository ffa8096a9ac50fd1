/** The plan of the time: whole minutes, a running clock, and nothing lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock, letter, share, timePlan } from '../../src/views/plan.ts';

const TIMING = { minutes: 60, opening: 5, questions: 6, closing: 3, writing: 15 };

describe('the plan', () => {
  it('shares out what is left, the earlier ones get the remainder', () => {
    const parts = timePlan(TIMING, 60, 4).map(
      ({ kind, start, minutes }) => `${kind} ${clock(start)} ${minutes}`,
    );
    expect(parts).toEqual([
      'opening 0:00 5',
      'skill 0:05 12',
      'skill 0:17 12',
      'skill 0:29 11',
      'skill 0:40 11',
      'questions 0:51 6',
      'closing 0:57 3',
      'end 1:00 15',
    ]);
  });

  it('ends when the interview does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 480 }), fc.integer({ min: 1, max: 20 }), (minutes, skills) => {
        const parts = timePlan(TIMING, minutes, skills);
        expect(parts.at(-1)?.start).toBe(minutes);
      }),
    );
  });

  it('never goes backwards where the time is too short', () => {
    expect(timePlan(TIMING, 10, 2).map(({ minutes }) => minutes)).toEqual([5, 0, 0, 6, 3, 15]);
  });
});

it('a share is whole, and no two differ by more than a minute', () => {
  fc.assert(
    fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 30 }), (minutes, count) => {
      const parts = share(minutes, count);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minutes);
      expect([...parts].sort((a, b) => b - a)).toEqual(parts);
      expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
    }),
  );
});

it('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52].map(letter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
