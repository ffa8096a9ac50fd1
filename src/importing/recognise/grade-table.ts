/** Shape D: tables of grades by skill and level, without texts. The grade is a word, a letter, a number or a picture. */
import type { DraftCell, DraftSkill } from '../draft.ts';
import type { Cell, Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { legendOf } from './grade-legend.ts';
import { areLetters, type GradeName, gradeScale, gradesOfRow } from './grades.ts';
import { asidesOf, groupsOf, notesIn } from './ladder-table.ts';
import { isSum } from './matrix-body.ts';
import { type Around, frameworkOf, type Made, matricesOf } from './matrix-framework.ts';
import { fold } from './names.ts';
import { countOf, type Found } from './over-tables.ts';
import { cellOf, type Remarks, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { sentinel } from './sentinels.ts';

export const gradeTable: Recogniser = (materials, options) => {
  const found = matricesOf(materials, options, 'grades');
  if (found.length === 0) return null;
  const { draft, problems } = gradedFramework(found, materials, options);
  const explained = draft.skills.some(({ grades }) => grades.some(({ text }) => text !== null));
  return {
    ...{ shape: 'grade table', sure: draft.skills.length === 0 ? 0 : explained ? 0.92 : 0.8, problems },
    why: `${countOf(found)} of grades by level`,
    draft: () => draft,
  };
};

/** Tables of grades as a draft; all tables have one scale. `taken`: what of the text around is told elsewhere. */
export function gradedFramework(
  found: readonly Found[],
  materials: readonly Material[],
  options: ImportOptions,
  taken: readonly Tree[] = [],
): Made {
  const rows = found.flatMap(({ matrix }) =>
    matrix.rows.filter((row) => !isSum(row)).map(({ cells }) => gradesOfRow(cells.map(withoutHole))),
  );
  const legend = legendOf(materials, found, rows.flat());
  const explained = legend ? [[...legend.names.values()]] : [];
  let scale: readonly GradeText[] | null = null;
  return frameworkOf(found, materials, options, (one, around) => {
    for (const node of taken) around.used.add(node);
    if (legend) around.read.add(legend.grid);
    scale ??= gradeScale([...rows, ...explained], around.remarks, one.matrix.grid.place).map((grade) => ({
      ...grade,
      text: legend?.texts.get(fold(grade.name)) ?? null,
    }));
    return skillsOf(one, around, scale);
  });
}

interface GradeText extends GradeName {
  readonly text: string | null;
}

/** Without what says that there is no grade. */
function withoutHole(cell: Cell): Cell {
  return cell.image === null && sentinel(cell.text) !== null ? { ...cell, text: '' } : cell;
}

function skillsOf({ matrix }: Found, around: Around, scale: readonly GradeText[]): readonly DraftSkill[] {
  const { domain, role, levels, ids, remarks } = around;
  const idOf = (grade: string) => scale.find(({ name }) => fold(name) === fold(grade))?.id ?? null;
  let letters = false;
  const skills = matrix.rows.flatMap((row): readonly DraftSkill[] => {
    if (isSum(row)) {
      remarks.skip(`"${row.name}" adds up the rows above it`, row.place);
      return [];
    }
    const { weight, requirement, notes: beside } = asidesOf(row);
    const notes = [...beside, ...notesIn(row.more.flat())];
    const grades = gradesOfRow(row.cells.map(withoutHole));
    letters ||= areLetters(row.cells.map(withoutHole), grades);
    const cells = row.cells.flatMap((cell, i): DraftCell[] => {
      const level = levels.ids[i];
      const grade = grades[i];
      if (level === undefined) return [];
      tellPicture(cell, row.name, remarks);
      if (grade) return [cellOf({ role, level, grade: idOf(grade), weight, requirement, place: cell.place })];
      const none = sentinel(cell.text);
      if (none === null || none.is === 'empty') return [];
      return [
        cellOf({
          role,
          level,
          hole: none.is === 'not-defined' ? none.is : 'not-applicable',
          place: cell.place,
        }),
      ];
    });
    const own = groupsOf(row, domain);
    return [
      skillOf({
        ...{ id: ids.next(row.name, own.domain), name: row.name, ...own, summary: row.summary, notes, cells },
        ...{ place: row.place, grades: scale },
      }),
    ];
  });
  if (letters) {
    const names = scale.map(({ name }) => name).join(', ');
    const message = `the letters are the grades ${names}; an A after a W is Advanced`;
    if (remarks.guesses.every((guess) => guess.message !== message))
      remarks.guess(message, matrix.grid.place);
  }
  return skills;
}

/** A picture whose file has another name than its alternative text: the text is taken. */
function tellPicture({ text, image, place }: Cell, skill: string, remarks: Remarks): void {
  if (image === null || text === '' || fold(image) === fold(text)) return;
  remarks.guess(`"${skill}": the picture's text says ${text}, its file ${image}; the text is taken`, place);
}
