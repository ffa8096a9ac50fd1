/**
 * Where every skill is called as a role is ("Backend Engineer", "Data Engineer"), they are roles: what a page says of each is one
 * skill that all have.
 */
import type { Draft, DraftRole } from '../draft.ts';
import type { ImportOptions } from '../options.ts';
import { joinSkills } from './join-skills.ts';
import { fold } from './names.ts';
import { cellOf, roleOf, skillOf } from './parts.ts';
import { EVERYTHING, STAND_IN } from './role-name.ts';
import { ROLE_NOUN } from './role-words.ts';

/** The draft with roles for such skills; unless the person said what it is. */
export function withRoles(draft: Draft, options: ImportOptions): Draft {
  const [first] = draft.skills;
  const [only] = draft.roles;
  const plain = draft.roles.length === 1 && draft.skills.every(({ grades }) => grades.length === 0);
  const named = draft.skills.every(({ name }) => ROLE_NOUN.test(name.trim()));
  if (!first || !only || !plain || !named || options.role || options.skill) return draft;
  if (draft.skills.length === 1 && only.name !== STAND_IN && !fold(first.name).includes(fold(only.name)))
    return draft;
  const said = draft.skills.map(({ name }) => `"${name}"`).join(', ');
  const names = draft.skills.length === 1 ? `${said} is a role` : `${said} are roles`;
  const message = `${names}, and what is asked of each is one skill, "${EVERYTHING}" (--role says otherwise)`;
  const roles = draft.skills.map(({ id, name, domain, summary, notes, cells, place }): DraftRole => {
    const own = new Set(cells.map(({ level }) => level));
    const levels = only.levels?.filter(({ level }) => own.has(level)) ?? null;
    return roleOf({ id, name, family: domain, summary, notes, levels, place });
  });
  const skills = draft.skills.map(({ id: role, cells, place }) =>
    skillOf({
      ...{ id: 'expectations', name: EVERYTHING, place },
      cells: cells.map((cell) => cellOf({ ...cell, role: draft.skills.length === 1 ? null : role })),
    }),
  );
  const isRole = /^(?:no role is named|the role is)\b/;
  const guesses = draft.guesses.filter((guess) => !isRole.test(guess.message));
  return {
    ...{ ...draft, roles, skills: joinSkills(skills) },
    guesses: [...guesses, { message, place: first.place }],
  };
}
