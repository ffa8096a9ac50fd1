/** Skills of several roles that are one: of the same name in the same domain. Those that stand twice for one role stay two. */
import type { DraftNote, DraftSkill } from '../draft.ts';
import { fold } from './names.ts';

export function joinSkills(skills: readonly DraftSkill[]): readonly DraftSkill[] {
  const joined = new Map<string, DraftSkill>();
  for (const skill of skills) {
    const key = [skill.name, skill.domain ?? ''].map(fold).join('/');
    const before = joined.get(key);
    const roles = new Set(before?.cells.map(({ role }) => role));
    if (!before || skill.cells.some(({ role }) => role === null || roles.has(role)))
      joined.set(joined.has(key) ? skill.id : key, skill);
    else
      joined.set(key, {
        ...before,
        summary: before.summary ?? skill.summary,
        notes: [...before.notes, ...notesBeside(before, skill)],
        cells: [...before.cells, ...skill.cells],
      });
  }
  return [...joined.values()];
}

/** What the second says beside its expectations and the first does not, another description too. */
function notesBeside(before: DraftSkill, skill: DraftSkill): readonly DraftNote[] {
  const { summary } = skill;
  const other = summary !== null && before.summary !== null && summary !== before.summary;
  const notes = other ? [{ kind: 'Description', text: summary }, ...skill.notes] : skill.notes;
  return notes.filter(({ kind, text }) =>
    before.notes.every((note) => note.kind !== kind || note.text !== text),
  );
}
