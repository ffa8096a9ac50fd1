/**
 * Two steps: one source says which grade of a skill is asked of a role at a level, another what each grade means. The first may
 * have any shape that the other recognisers know.
 */
import type { Draft, DraftCell, DraftSkill } from '../draft.ts';
import type { Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { type GradedSkill, type GradeList, gradeLists } from './grade-columns.ts';
import { fold } from './names.ts';
import { Remarks } from './parts.ts';
import type { Answer, Recogniser } from './recognise.ts';

/** `others`: the surest of all other shapes. */
export function gradesWithTexts(
  materials: readonly Material[],
  options: ImportOptions,
  others: Recogniser,
): Answer | null {
  if (materials.length < 2 && (materials[0]?.grids.length ?? 0) < 2) return null;
  const remarks = new Remarks();
  for (const part of withoutLists(materials, options)) {
    const answer = others(part.rest, options);
    const found = answer?.draft();
    if (!answer || !found) continue;
    const own = new Remarks();
    const asked = grades(found);
    const lists = gradeLists(part.lists, options, own, asked.size > 0 ? asked : textsOf(found));
    const [list] = lists;
    const draft = asked.size > 0 ? found : withGrades(found, lists);
    if (!list || !sharesSkills(draft, lists) || grades(draft).size === 0) continue;
    remarks.guesses.push(...own.guesses);
    remarks.skipped.push(...own.skipped);
    return {
      shape: 'grades and requirements',
      sure: Math.max(0.98, answer.sure),
      why: `${answer.why}; ${list.table.material.source.path} says what its grades mean`,
      draft: () => joined(draft, lists, remarks),
      problems: answer.problems ?? [],
    };
  }
  return null;
}

/** The materials without one whose tables may be the texts. */
function* withoutLists(
  materials: readonly Material[],
  options: ImportOptions,
): Iterable<{ readonly rest: readonly Material[]; readonly lists: readonly Material[] }> {
  for (const material of materials) {
    const looked = gradeLists([material], options, new Remarks());
    if (looked.length > 0 || materials.length > 1)
      yield { rest: materials.filter((other) => other !== material), lists: [material] };
  }
  // Or a sheet of a workbook.
  for (const material of materials)
    for (const grid of material.grids.length > 1 ? material.grids : []) {
      const rest = { ...material, grids: material.grids.filter((other) => other !== grid) };
      const lists = [{ ...material, grids: [grid] }];
      yield { rest: materials.map((other) => (other === material ? rest : other)), lists };
    }
}

function grades({ skills }: Draft): ReadonlySet<string> {
  return new Set(skills.flatMap((skill) => skill.grades.map(({ name }) => fold(name))));
}

/** What a table's cells say, where that is short enough for grades. */
function textsOf({ skills }: Draft): ReadonlySet<string> {
  const texts = skills.flatMap(({ cells }) => cells.map(({ text }) => text ?? ''));
  return new Set(texts.filter((text) => text !== '' && text.length <= 40).map(fold));
}

/** Where what is asked are names of the list's grades alone, they are no texts. */
function withGrades(draft: Draft, lists: readonly GradeList[]): Draft {
  const names = new Map(lists.flatMap(({ grades: all }) => all.map((grade) => [fold(grade.name), grade])));
  const texts = draft.skills.flatMap(({ cells }) => cells.flatMap(({ text }) => text ?? []));
  if (texts.length === 0 || !texts.every((text) => names.has(fold(text)))) return draft;
  const skills = draft.skills.map((skill) => ({
    ...skill,
    grades: [...names.values()].map(({ id, name }) => ({ id, name, text: null })),
    cells: skill.cells.map((cell) => {
      const grade = cell.text === null ? undefined : names.get(fold(cell.text));
      return grade ? { ...cell, text: null, grade: grade.id } : cell;
    }),
  }));
  return { ...draft, skills };
}

function sharesSkills(draft: Draft, lists: readonly GradeList[]): boolean {
  const names = new Set(lists.flatMap(({ skills }) => skills.map(({ skill }) => fold(skill.name))));
  const shared = draft.skills.filter(({ name }) => names.has(fold(name))).length;
  return shared > 0 && shared * 2 >= draft.skills.length;
}

function joined(draft: Draft, lists: readonly GradeList[], remarks: Remarks): Draft {
  const listed = new Map<string, GradedSkill>();
  for (const { skills } of lists) for (const own of skills) listed.set(fold(own.skill.name), own);
  const roleNames = new Map(draft.roles.map(({ id, name }) => [id, fold(name)]));
  const used = new Set<GradedSkill>();
  const skills = draft.skills.map((skill) => {
    const own = listed.get(fold(skill.name));
    if (!own) {
      remarks.guess(`"${skill.name}" does not stand in the list that says what grades mean`, skill.place);
      return skill;
    }
    used.add(own);
    return joinedSkill(skill, own, roleNames, remarks);
  });
  const rest = [...listed.values()].filter((own) => !used.has(own));
  const unknown = new Set(
    rest
      .concat([...used])
      .flatMap(({ roles }) => roles ?? [])
      .filter((name) => ![...roleNames.values()].includes(fold(name))),
  );
  const place = lists[0]?.table.place;
  if (place && rest.length > 0)
    remarks.guess(
      `${rest.length} skills of the list are asked of no role here; they are written with their grades`,
      place,
    );
  if (place && unknown.size > 0)
    remarks.skip(
      `${unknown.size} roles that the list names and no other file has: ${[...unknown].join(', ')}`,
      place,
    );
  return {
    ...draft,
    skills: [...skills, ...rest.map(({ skill }) => skill)],
    guesses: [...draft.guesses, ...remarks.guesses],
    skipped: [...draft.skipped, ...remarks.skipped],
  };
}

function joinedSkill(
  skill: DraftSkill,
  { skill: listed, roles, undefinedGrades }: GradedSkill,
  roleNames: ReadonlyMap<string, string>,
  remarks: Remarks,
): DraftSkill {
  const notes = [...listed.notes, ...skill.notes];
  const idOf = (name: string | undefined) =>
    listed.grades.find((grade) => fold(grade.name) === fold(name ?? ''))?.id;
  const ids = new Map(skill.grades.map(({ id, name }) => [id, idOf(name)]));
  const scale = listed.grades.map((grade) => {
    const other = skill.grades.find(({ name }) => fold(name) === fold(grade.name));
    if (!other || other.text === null || other.text === grade.text) return grade;
    if (grade.text === null) return { ...grade, text: other.text };
    remarks.guess(
      `"${skill.name}" at ${grade.name} has two texts: that of the list is its text, the other a note`,
      skill.place,
    );
    notes.push({ kind: `description of ${grade.name}`, text: other.text });
    return grade;
  });
  const more = skill.grades.filter(({ id }) => ids.get(id) === undefined);
  // A skill that is asked in its own words needs no summary of the same.
  const asked = new Set(skill.cells.map(({ text }) => text));
  const summary = asked.has(listed.summary) ? skill.summary : (listed.summary ?? skill.summary);
  if (skill.summary !== null && summary !== null && skill.summary !== summary) {
    remarks.guess(
      `"${skill.name}" is described in two ways: that of the list is its summary, the other a note`,
      skill.place,
    );
    notes.push({ kind: 'description', text: skill.summary });
  }
  const cells = skill.cells.map((cell): DraftCell => {
    const grade = cell.grade === null ? null : (ids.get(cell.grade) ?? cell.grade);
    const needed = roles?.some((name) => fold(name) === roleNames.get(cell.role ?? '')) ?? false;
    const requirement = cell.requirement === 'unsaid' && needed ? 'required' : cell.requirement;
    const missing = grade !== null && cell.text === null && undefinedGrades.has(grade);
    if (missing) remarks.guess(`"${skill.name}" is asked at a grade without a text`, cell.place);
    return { ...cell, grade, requirement };
  });
  return {
    ...skill,
    ...{ cells, summary, notes, grades: [...scale, ...more] },
    domain: skill.domain ?? listed.domain,
    category: skill.category ?? listed.category,
  };
}
