/** Anchors written by hand for a role and level at which the skill asks nothing. */
import { type Problem, warning } from '../../problems/problem.ts';
import type { Skill, Text } from '../framework.ts';
import { allProfiles } from './profiles.ts';
import type { Rule } from './rule.ts';

export const anchorNotShown: Rule = {
  code: 'anchor-not-shown',
  check(framework) {
    const asked = new Map<Skill, Set<string>>();
    for (const { role, level, criteria } of allProfiles(framework))
      for (const { skill } of criteria)
        asked.set(skill, (asked.get(skill) ?? new Set()).add(`${role.id} ${level.id}`));
    return framework.skills.flatMap((skill) => ofSkill(skill, asked.get(skill) ?? new Set()));
  },
};

/** One a level; anchors that roles share are shown where one of the roles is asked. */
function ofSkill({ anchors }: Skill, asked: ReadonlySet<string>): readonly Problem[] {
  const shown = new Set<Text>();
  const hidden = new Map<Text, string>();
  for (const [role, levels] of anchors) {
    for (const [level, points] of levels) {
      const [first] = points.values();
      if (!first) continue;
      if (asked.has(`${role} ${level}`)) shown.add(first);
      else hidden.set(first, level);
    }
  }
  return [...hidden].flatMap(([text, level]) => {
    if (shown.has(text)) return [];
    const message = `The skill asks nothing at ${level}: this anchor stands under no rating`;
    const help = 'write what it asks there, or move the anchor';
    return [warning('anchor-not-shown', message, text.span, { help })];
  });
}
