/**
 * The plan of an interview's time: opening, skills, the candidate's questions, closing, on a running clock from 0:00.
 * Kept true: whole minutes; all parts together are the interview's minutes, as long as there is one left for each skill.
 */
import type { Timing } from '../framework/framework.ts';

export interface Part {
  readonly kind: 'opening' | 'skill' | 'questions' | 'closing' | 'end';
  /** Minutes from the start. */
  readonly start: number;
  readonly minutes: number;
  /** Which skill, from 0; null elsewhere. */
  readonly skill: number | null;
}

/** `count` parts of `minutes` in whole minutes; the earlier ones get the remainder. Never less than 0. */
export function share(minutes: number, count: number): readonly number[] {
  const left = Math.max(0, Math.floor(minutes));
  const each = count > 0 ? Math.floor(left / count) : 0;
  return Array.from({ length: count }, (_, i) => each + (i < left - each * count ? 1 : 0));
}

/** The parts in order; the last is the end, whose minutes are those of writing. `minutes`: of the whole interview. */
export function timePlan(timing: Timing, minutes: number, skills: number): readonly Part[] {
  const fixed = timing.opening + timing.questions + timing.closing;
  const parts: Omit<Part, 'start'>[] = [
    { kind: 'opening', minutes: timing.opening, skill: null },
    ...share(minutes - fixed, skills).map((part, skill) => ({
      kind: 'skill' as const,
      minutes: part,
      skill,
    })),
    { kind: 'questions', minutes: timing.questions, skill: null },
    { kind: 'closing', minutes: timing.closing, skill: null },
    { kind: 'end', minutes: timing.writing, skill: null },
  ];
  let start = 0;
  return parts.map((part) => {
    const placed = { ...part, start };
    start += part.minutes;
    return placed;
  });
}

/** Minutes as hours and minutes: 65 is "1:05". */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The letter of a skill, from 0: A to Z, then AA, AB ... */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
