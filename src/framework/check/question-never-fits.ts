/** An interview that wants a question, or a kind of question, that fits at none of its role's levels. */
import { warning } from '../../problems/problem.ts';
import type { InterviewSkill } from '../framework.ts';
import { questionFor } from '../profile.ts';
import type { Profile } from '../selection.ts';
import { allProfiles } from './profiles.ts';
import type { Rule } from './rule.ts';

export const questionNeverFits: Rule = {
  code: 'question-never-fits',
  check(framework) {
    return framework.roles.flatMap((role) => {
      const profiles = allProfiles(framework).filter((profile) => profile.role === role);
      return role.interviews.flatMap(({ skills }) =>
        skills.flatMap((wanted) => {
          const { question, kind, skill, span } = wanted;
          if (question === null && kind === null) return [];
          if (!isAsked(profiles, wanted) || profiles.some((profile) => isGranted(profile, wanted))) return [];
          const what = question ? `The question "${question.text}"` : `No question of the kind "${kind}"`;
          const message = question
            ? `${what} of "${skill}" fits no level of ${role.id}`
            : `${what} of "${skill}" fits a level of ${role.id}`;
          const help =
            'another one is asked each time: change its "levels" or "roles", or write one that fits';
          return [warning('question-never-fits', message, question?.span ?? span, { help })];
        }),
      );
    });
  },
};

function isAsked(profiles: readonly Profile[], { skill }: InterviewSkill): boolean {
  return profiles.some(({ criteria }) => criteria.some((criterion) => criterion.skill.id === skill));
}

/** True where, at this profile, the question that is asked is one that was wanted. */
function isGranted({ criteria, role, level }: Profile, wanted: InterviewSkill): boolean {
  const criterion = criteria.find(({ skill }) => skill.id === wanted.skill);
  const found = criterion && questionFor(criterion.skill, role.id, level.id, wanted);
  if (!found) return false;
  return wanted.kind === null ? found.id === wanted.question?.text : found.kind === wanted.kind;
}
