/** Whether the time of an interview is enough for the skills that were chosen. */
import { type Problem, warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Timing } from './framework.ts';
import type { InterviewSelection } from './selection.ts';

/** A skill wants as many minutes at least. */
export const LEAST_MINUTES = 8;
/** More skills than these cannot be told apart in one interview. */
export const MOST_SKILLS = 6;

/** What an interview of so many minutes leaves for its skills, all together. */
export function minutesForSkills({ opening, questions, closing }: Timing, minutes: number): number {
  return Math.max(0, minutes - opening - questions - closing);
}

/** Warnings `too-many-skills` and `too-little-time`, with the ways out. `minutesAt`: where the minutes were chosen. */
export function timeWarnings(selection: InterviewSelection, at: Span, minutesAt?: Span): readonly Problem[] {
  const { framework, chosen, minutes } = selection;
  const each = Math.floor(minutesForSkills(framework.timing, minutes) / Math.max(1, chosen.length));
  const out: Problem[] = [];
  if (chosen.length > MOST_SKILLS) {
    const message = `${chosen.length} skills are more than can be judged in one interview`;
    out.push(warning('too-many-skills', message, at, { help: fewerSkills(selection) }));
  }
  if (each < LEAST_MINUTES) {
    const help = `give it more minutes with --minutes, or ${fewerSkills(selection)}`;
    out.push(warning('too-little-time', `There are ${each} minutes for a skill`, minutesAt ?? at, { help }));
  }
  return out;
}

/** How to rate fewer skills than were chosen, in the way they were chosen. */
function fewerSkills({ role, interview, bySkill }: InterviewSelection): string {
  if (bySkill) return 'name fewer skills with --skill';
  if (interview) return 'name its most important skills with --skill instead of --interview';
  const loop = role.interviews.map((i) => i.id);
  const choose =
    loop.length > 0 ? `choose one of its interviews with --interview (${loop.join(', ')}), or ` : '';
  return `${choose}name the skills with --skill`;
}
