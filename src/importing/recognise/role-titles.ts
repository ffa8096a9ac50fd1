/** A level that is called as the role is ("Senior Buyer" of a "Buyer") is its title: "Buyer, Senior Buyer" nobody says. */
import type { Draft, DraftRole } from '../draft.ts';
import { fold } from './names.ts';

/** The draft with the titles that its levels' names are. */
export function withTitles(draft: Draft): Draft {
  const names = new Map(draft.levels.map(({ id, name }) => [id, name]));
  const roles = draft.roles.map((role): DraftRole => {
    const levels =
      role.levels ?? draft.levels.map(({ id }) => ({ level: id, title: null, code: null, summary: null }));
    const titled = levels.map((level) => {
      const name = names.get(level.level) ?? '';
      return level.title === null && says(name, role.name) ? { ...level, title: name } : level;
    });
    return titled.some((level, i) => level !== levels[i]) ? { ...role, levels: titled } : role;
  });
  return { ...draft, roles };
}

function says(level: string, role: string): boolean {
  return fold(role) !== '' && ` ${fold(level)} `.includes(` ${fold(role)} `);
}
