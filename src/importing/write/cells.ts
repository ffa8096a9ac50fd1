/**
 * The cells of a draft's skill as the entries of the framework, by role and level.
 *
 * Kept true: what cannot stand where it was found is told in `skipped`, with its place; side notes of what is no expectation go to
 * the skill.
 */
import type { Entry, Expectation, Grade, Note } from '../../framework/framework.ts';
import type { Draft, DraftCell, DraftNote, DraftSkill, Remark } from '../draft.ts';
import type { Place } from '../material.ts';
import { placeSpan } from '../where.ts';
import type { Cleaner } from './clean.ts';

export interface Around {
  readonly clean: Cleaner;
  /** The id in the framework, by that in the draft. */
  readonly levels: ReadonlyMap<string, string>;
  /** Levels of the framework, lowest first. */
  readonly order: readonly string[];
  /** Level ids (of the framework) by role. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly skipped: Remark[];
}

export interface Cells {
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  /** Of cells that are no expectation. */
  readonly notes: readonly Note[];
}

/** All cells. A cell of one role stands before one of every role. */
export function entriesOf(skill: DraftSkill, grades: readonly Grade[], around: Around): Cells {
  const notes: Note[] = [];
  const ladders = new Map<string, Map<string, Found>>();
  const everyone = [...around.roles.keys()];
  const own = new Set(skill.cells.flatMap(({ role, level }) => (role === null ? [] : [`${role}/${level}`])));
  for (const cell of skill.cells) {
    const level = around.levels.get(cell.level);
    const found = foundIn(cell, grades, around, notes);
    if (!found) continue;
    if (level === undefined) {
      const message = `what "${skill.name}" asks at "${cell.level}": there is no such level`;
      around.skipped.push({ message, place: cell.place });
      continue;
    }
    const roles = (cell.role === null ? everyone : [cell.role]).filter(
      (role) =>
        around.roles.get(role)?.includes(level) && (cell.role !== null || !own.has(`${role}/${cell.level}`)),
    );
    if (roles.length === 0) {
      const message = `what "${skill.name}" asks at "${cell.level}": no role has this level`;
      around.skipped.push({ message, place: cell.place });
    }
    for (const role of roles) {
      const ladder = ladders.get(role) ?? new Map<string, Found>();
      ladders.set(role, ladder);
      ladder.set(level, joined(ladder.get(level), found));
    }
  }
  const entries = new Map<string, ReadonlyMap<string, Entry>>();
  for (const role of everyone) {
    const ladder = ladders.get(role);
    const read = ladder ? resolved(ladder, skill, around) : null;
    if (read && read.size > 0) entries.set(role, read);
  }
  return { entries, notes };
}

type Found =
  | Exclude<Entry, { kind: 'same-as' }>
  | {
      readonly kind: 'reference';
      readonly to: string;
      readonly requirement: Expectation['requirement'];
      readonly place: Place;
    };

/** What a cell says; null where that is nothing. */
function foundIn(cell: DraftCell, grades: readonly Grade[], around: Around, aside: Note[]): Found | null {
  const { clean, skipped } = around;
  const { place, requirement } = cell;
  const span = clean.span(place);
  const text = clean.text(cell.text, place);
  const statements = clean.texts(cell.statements, place);
  const grade = grades.find(({ id }) => id === cell.grade) ?? null;
  const notes = notesOf(cell.notes, place, clean);
  if (text || statements.length > 0 || grade) {
    const weight = weightOf(cell, skipped);
    return { kind: 'expectation', text, statements, grade, requirement, weight, notes, span };
  }
  aside.push(...notes);
  if (cell.weight !== null)
    skipped.push({ message: `the weight ${cell.weight}, where nothing is asked`, place });
  if (cell.hole !== null) return { kind: cell.hole, span };
  const to = cell.sameAs === null ? undefined : around.levels.get(cell.sameAs);
  if (to !== undefined) return { kind: 'reference', to, requirement, place };
  if (cell.sameAs !== null) skipped.push({ message: `"as ${cell.sameAs}": there is no such level`, place });
  return null;
}

function weightOf({ weight, place }: DraftCell, skipped: Remark[]): number | null {
  if (weight === null || (weight >= 0 && Number.isFinite(weight))) return weight;
  skipped.push({ message: `the weight ${weight}: it has to be 0 or more`, place });
  return null;
}

/** Side notes that say something. */
export function notesOf(notes: readonly DraftNote[], place: Place, clean: Cleaner): readonly Note[] {
  return notes.flatMap(({ kind, text }): Note[] => {
    const said = clean.text(text, place);
    return said ? [{ kind: clean.words(kind, place) || 'note', text: said }] : [];
  });
}

/** Two cells for one role and level: what both say, one after the other. */
function joined(before: Found | undefined, after: Found): Found {
  if (before?.kind !== 'expectation') return after;
  if (after.kind !== 'expectation') return before;
  const paragraphs = [before.text, after.text].filter((text) => text !== null);
  const [first, second] = paragraphs;
  const text =
    first && second && !sameWords(first.byLanguage, second.byLanguage)
      ? { ...first, byLanguage: both(first.byLanguage, second.byLanguage) }
      : (first ?? null);
  return {
    ...before,
    text,
    statements: [...before.statements, ...after.statements],
    grade: before.grade ?? after.grade,
    requirement: before.requirement === 'unsaid' ? after.requirement : before.requirement,
    weight: before.weight ?? after.weight,
    notes: [...before.notes, ...after.notes],
  };
}

type Words = Readonly<Record<string, string>>;

function sameWords(a: Words, b: Words): boolean {
  return Object.entries(a).every(([language, words]) => b[language] === words);
}

function both(a: Words, b: Words): Words {
  return Object.fromEntries(
    Object.entries(a).map(([language, words]) => [language, `${words}\n\n${b[language]}`]),
  );
}

/** Each reference led to the expectation at its end, in the order of the levels; one that leads nowhere is told. */
function resolved(
  ladder: ReadonlyMap<string, Found>,
  skill: DraftSkill,
  { order, skipped }: Around,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const level of order) {
    const found = ladder.get(level);
    if (!found) continue;
    if (found.kind !== 'reference') {
      entries.set(level, found);
      continue;
    }
    const seen = new Set([level]);
    let end: Found | undefined = found;
    while (end?.kind === 'reference' && !seen.has(end.to)) {
      seen.add(end.to);
      end = ladder.get(end.to);
    }
    if (end?.kind === 'expectation') {
      const { to, requirement, place } = found;
      entries.set(level, {
        kind: 'same-as',
        level: to,
        expectation: end,
        requirement,
        span: placeSpan(place),
      });
    } else {
      const message = `"${skill.name}" at "${level}" is as at "${found.to}", where nothing is asked`;
      skipped.push({ message, place: found.place });
    }
  }
  return entries;
}

/** The levels that cells name, by role; those of cells of every role by null. */
export function levelsAsked({ skills }: Draft): ReadonlyMap<string | null, ReadonlySet<string>> {
  const asked = new Map<string | null, Set<string>>();
  for (const { cells } of skills)
    for (const { role, level } of cells) {
      const levels = asked.get(role) ?? new Set<string>();
      asked.set(role, levels.add(level));
    }
  return asked;
}
