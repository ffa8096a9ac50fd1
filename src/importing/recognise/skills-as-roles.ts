/**
 * Where every skill is called as a role is ("Backend Engineer", "Data Engineer"), they are roles: what a page says of each is one
 * skill that all have. Where every domain is, they are roles with the skills below them.
 */
import type { Draft, DraftRole } from '../draft.ts';
import type { ImportOptions } from '../options.ts';
import { joinSkills } from './join-skills.ts';
import { fold, Ids } from './names.ts';
import { cellOf, roleOf, skillOf } from './parts.ts';
import { EVERYTHING, STAND_IN } from './role-name.ts';
import { ROLE_NOUN } from './role-words.ts';

/** The draft with roles for such skills; unless the person said what it is. */
export function withRoles(draft: Draft, options: ImportOptions): Draft {
  return rolesOfSkills(rolesOfDomains(draft, options), options);
}

const ABOUT_ROLE = /^(?:no role is named|the role is)\b/;

/** Domains that are all called as roles are: the skills in each are that role's. */
function rolesOfDomains(draft: Draft, options: ImportOptions): Draft {
  const [first] = draft.skills;
  const [only] = draft.roles;
  const names = [...new Set(draft.skills.map(({ domain }) => domain ?? ''))];
  const are = names.length > 1 && names.every((name) => ROLE_NOUN.test(name.trim()));
  if (!first || !only || draft.roles.length > 1 || !are || options.role) return draft;
  const ids = new Ids('role');
  const roles = names.map((name) => roleOf({ id: ids.next(name), name, place: only.place }));
  const idOf = (domain: string | null) => roles.find(({ name }) => name === domain)?.id ?? null;
  const skillIds = new Ids('skill');
  const skills = draft.skills.map((skill) => ({
    ...{ ...skill, domain: null },
    cells: skill.cells.map((cell) => ({ ...cell, role: idOf(skill.domain) })),
  }));
  const joined = joinSkills(skills).map((skill) => ({ ...skill, id: skillIds.next(skill.name) }));
  const message = `${names.map((name) => `"${name}"`).join(', ')} are roles, with skills below each (--role says otherwise)`;
  const guesses = draft.guesses.filter((guess) => !ABOUT_ROLE.test(guess.message));
  return { ...draft, roles, skills: joined, guesses: [...guesses, { message, place: first.place }] };
}

function rolesOfSkills(draft: Draft, options: ImportOptions): Draft {
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
  const guesses = draft.guesses.filter((guess) => !ABOUT_ROLE.test(guess.message));
  return {
    ...{ ...draft, roles, skills: joinSkills(skills) },
    guesses: [...guesses, { message, place: first.place }],
  };
}
