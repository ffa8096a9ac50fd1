/** A question for levels or roles at which its skill asks nothing. */
import { warning } from '../../problems/problem.ts';
import type { Question, Skill } from '../framework.ts';
import { allProfiles } from './profiles.ts';
import type { Rule } from './rule.ts';

interface Place {
  readonly role: string;
  readonly level: string;
}

export const questionNeverAsked: Rule = {
  code: 'question-never-asked',
  check(framework) {
    const asked = new Map<Skill, Place[]>();
    for (const { role, level, criteria } of allProfiles(framework))
      for (const { skill } of criteria) {
        const places = asked.get(skill) ?? [];
        places.push({ role: role.id, level: level.id });
        asked.set(skill, places);
      }
    return framework.skills.flatMap((skill) => {
      const places = asked.get(skill) ?? [];
      if (places.length === 0) return [];
      return skill.questions.flatMap((question) => {
        if (places.some((place) => fits(question, place))) return [];
        const message = `The question "${question.id}" fits nothing that the skill asks`;
        const levels = [...new Set(places.map(({ level }) => level))].join(', ');
        const roles = [...new Set(places.map(({ role }) => role))].join(', ');
        const help = `it asks something at ${levels}, of ${roles}`;
        return [warning('question-never-asked', message, question.span, { help })];
      });
    });
  },
};

function fits({ levels, roles }: Question, place: Place): boolean {
  return (levels?.includes(place.level) ?? true) && (roles?.includes(place.role) ?? true);
}
