/** Whether the time of an interview is enough: for the skills that were chosen, and for the questions that they ask. */
import { type Problem, warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import type { Framework, Interview, Role, Timing } from './framework.ts';
import { levelOf } from './ladder.ts';
import { criterionOf, questionFor } from './profile.ts';
import type { InterviewSelection } from './selection.ts';

const LEAST_MINUTES = 8;
const MOST_SKILLS = 6;

/** What an interview of so many minutes leaves for its skills, all together. */
function forSkills({ opening, questions, closing }: Timing, minutes: number): number {
  return Math.max(0, minutes - opening - questions - closing);
}

/** Warnings `too-many-skills` and `too-little-time`, with the ways out. `minutesAt`: where the minutes were chosen. */
export function timeWarnings(selection: InterviewSelection, at: Span, minutesAt?: Span): readonly Problem[] {
  const { framework, chosen, minutes } = selection;
  const each = Math.floor(forSkills(framework.timing, minutes) / Math.max(1, chosen.length));
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

/**
 * Warnings `questions-too-long`, one for each interview whose questions at some level need, by their own estimates, more
 * minutes than its skills get. For a check of the data: no document is about all levels.
 */
export function questionTimeWarnings(framework: Framework): readonly Problem[] {
  return framework.roles.flatMap((role) =>
    role.interviews.flatMap((interview) => {
      const left = forSkills(framework.timing, interview.minutes);
      const needs = role.levels.map(({ level }) => ({
        level,
        minutes: questionMinutes(framework, role, interview, level),
      }));
      const over = needs.filter(({ minutes }) => minutes > left);
      if (over.length === 0) return [];
      const most = Math.max(...over.map(({ minutes }) => minutes));
      const levels = over.map(({ level }) => level).join(', ');
      const message = `The questions of "${interview.id}" need ${most} minutes, its skills get ${left}: at ${levels}`;
      const help = 'give the interview more minutes, fewer skills or shorter questions';
      return [warning('questions-too-long', message, interview.span, { help })];
    }),
  );
}

/** The estimates of the questions that an interview asks at a level, together; one without an estimate counts nothing. */
function questionMinutes(framework: Framework, role: Role, interview: Interview, level: string): number {
  return interview.skills.reduce((sum, wanted) => {
    const skill = framework.skills.find(({ id }) => id === wanted.skill);
    if (!skill || !criterionOf(framework, role, levelOf(framework, level), skill)) return sum;
    return sum + (questionFor(skill, role.id, level, wanted)?.minutes ?? 0);
  }, 0);
}
