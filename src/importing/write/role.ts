/** A role of the loaded framework as its file. */
import type { Node, YAMLMap } from 'yaml';
import type { Framework, Interview, InterviewSkill, Level, Role, Text } from '../../framework/framework.ts';
import { INTERVIEW_KEYS, INTERVIEW_SKILL_KEYS, ROLE_KEYS, ROLE_LEVEL_KEYS } from '../../framework/keys.ts';
import { notesNode } from './ladder.ts';
import { alike, flowing, ids, list, ordered, pairs, plain, text } from './nodes.ts';

/** The keys of a role's file. Its id is the file's name. */
export function roleNode(role: Role, { language, levels }: Pick<Framework, 'language' | 'levels'>): YAMLMap {
  const said = (one: Text | null): Node | null => one && text(one, language);
  return ordered(ROLE_KEYS, {
    name: said(role.name),
    family: said(role.family),
    summary: said(role.summary),
    notes: notesNode(role.notes, language),
    levels: levelsNode(role, levels, language),
    interviews: list(role.interviews.map((interview) => interviewNode(interview, language))),
    updated: role.updated === null ? null : plain(role.updated),
  });
}

/** null: those that a role has which names none. */
function levelsNode(role: Role, all: readonly Level[], language: string): Node | null {
  const bare = role.levels.every(({ title, code, summary }) => !title && code === null && !summary);
  const own = role.levels.map(({ level }) => level);
  if (bare) return own.join(' ') === usualPath(all).join(' ') ? null : ids(own);
  const nodes = role.levels.map(({ title, code, summary }) =>
    ordered(ROLE_LEVEL_KEYS, {
      title: title && text(title, language),
      code: code === null ? null : plain(code),
      summary: summary && text(summary, language),
    }),
  );
  alike(nodes);
  return pairs(
    role.levels.map(({ level }, i) => {
      const node = nodes[i];
      return [level, node && node.items.length > 0 ? node : plain(null)];
    }),
  );
}

/** The levels of a role that names none: from the lowest along the first of each `next`. */
export function usualPath(levels: readonly Level[]): readonly string[] {
  const path: string[] = [];
  for (let level = levels[0]; level && path.length <= levels.length; ) {
    path.push(level.id);
    const next = level.next[0];
    level = levels.find(({ id }) => id === next);
  }
  return path;
}

function interviewNode(interview: Interview, language: string): YAMLMap {
  const said = (one: Text | null): Node | null => one && text(one, language);
  const skills = list(interview.skills.map(interviewSkillNode));
  return ordered(INTERVIEW_KEYS, {
    id: plain(interview.id),
    name: said(interview.name),
    minutes: plain(interview.minutes),
    who: said(interview.who),
    format: said(interview.format),
    skills: skills ? flowing(skills) : ids([]),
  });
}

function interviewSkillNode({ skill, question, kind }: InterviewSkill): Node {
  if (question === null && kind === null) return plain(skill);
  return flowing(
    ordered(INTERVIEW_SKILL_KEYS, {
      skill: plain(skill),
      question: question && plain(question.text),
      kind: kind && plain(kind),
    }),
  );
}
