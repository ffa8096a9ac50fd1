/** What was gathered of a skill as a part of the draft. */
import type { DraftCell, DraftNote, DraftSkill } from '../draft.ts';
import { slug } from '../slug.ts';
import type { asideNotes } from './asides.ts';
import { type GatheredCell, type GatheredSkill, saidTogether } from './gathered.ts';
import type { Ids } from './names.ts';
import { type Remarks, skillOf } from './parts.ts';
import type { RecordLadder } from './record-ladder.ts';
import { asParagraphs } from './typed-lists.ts';

export function skillFrom(
  skill: GatheredSkill,
  ids: Ids,
  scale: readonly string[],
  cells: (cell: GatheredCell) => readonly DraftCell[],
  remarks: Remarks,
): DraftSkill {
  if (skill.otherTexts.size > 0)
    remarks.guess(
      `"${skill.name}" is described in ${skill.otherTexts.size + 1} ways: the first is its summary, the others are notes`,
      skill.place,
    );
  const textless = [...skill.grades.values()].every((text) => text === null);
  const grades = scale.filter((grade) =>
    textless && skill.grades.size > 0 ? true : skill.grades.has(grade),
  );
  return skillOf({
    id: ids.next(
      slug(skill.id ?? '') !== '' && !/^[0-9a-f]{8}-/.test(skill.id ?? '') ? (skill.id ?? '') : skill.name,
      skill.domain,
    ),
    ...{ name: skill.name, domain: skill.domain, category: skill.category, place: skill.place },
    summary: skill.text === null ? null : asParagraphs(skill.text),
    notes: [
      ...notesOf(skill.notes),
      ...[...skill.otherTexts].map((text) => ({ kind: 'description', text: asParagraphs(text) })),
    ],
    grades: grades.map((name) => {
      const text = skill.grades.get(name) ?? null;
      return { id: slug(name) || name, name, text: text === null ? null : asParagraphs(text) };
    }),
    cells: cellsOf(skill, cells),
  });
}

/** Each is let go of when it was taken. */
function cellsOf(
  { cells }: GatheredSkill,
  made: (cell: GatheredCell) => readonly DraftCell[],
): readonly DraftCell[] {
  const found: DraftCell[] = [];
  for (const [key, own] of cells) {
    found.push(...made(own));
    cells.delete(key);
  }
  return found;
}

/** A role as records call it, with its id. */
export interface Who {
  readonly name: string;
  readonly id: string | null;
}

/** One for each role that the record means. `roles`: by what records say. */
export function cellsFrom(
  cell: GatheredCell,
  roles: ReadonlyMap<string, readonly Who[]>,
  ladder: RecordLadder,
  notes: ReturnType<typeof asideNotes>,
): readonly DraftCell[] {
  return (roles.get(cell.role) ?? []).flatMap((who) => cellFrom(cell, who, ladder, notes) ?? []);
}

function cellFrom(
  cell: GatheredCell,
  who: Who,
  ladder: RecordLadder,
  notes: ReturnType<typeof asideNotes>,
): DraftCell | null {
  const level = ladder.id(who.name, cell.level);
  if (level === undefined) return null;
  const { none } = cell;
  const told = none?.is === 'same-as' ? none.level : null;
  const hole = none === null || none.is === 'same-as' ? null : none.is;
  const said = saidTogether(cell.said);
  const sameAs =
    told === null ? null : told === 'before' ? below(ladder, level) : (ladder.id(who.name, told) ?? null);
  const grade = cell.grade === null ? null : slug(cell.grade) || cell.grade;
  if (
    said.text === null &&
    said.statements.length === 0 &&
    grade === null &&
    hole === null &&
    sameAs === null
  )
    return null;
  // Written out: there may be half a million of them.
  return {
    role: who.id,
    level,
    text: said.text,
    statements: said.statements,
    grade,
    requirement: cell.requirement,
    weight: cell.weight,
    notes: notes(cell),
    hole,
    sameAs,
    place: cell.place,
  };
}

function below({ levels }: RecordLadder, level: string): string | null {
  return levels[levels.findIndex(({ id }) => id === level) - 1]?.id ?? null;
}

/** Notes by kind. */
export function notesOf(notes: ReadonlyMap<string, string>): readonly DraftNote[] {
  return [...notes].map(([kind, text]) => ({ kind, text }));
}
