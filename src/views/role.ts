/** A role with all its levels, side by side: the matrix as a person reads it. */
import type { Framework, Level, Role, Skill } from '../framework/framework.ts';
import { criterionOf, inOrder } from '../framework/profile.ts';
import type { RoleSelection } from '../framework/selection.ts';
import { lazily } from './lazy.ts';
import type { MatrixRow, RoleView } from './schema.ts';
import { type Reader, textReader, type ViewLanguage } from './text.ts';
import { askedOf, everyDocument, levelOf, newest, roleOf, skillFacts, titleOf } from './words.ts';

/** Levels that stand side by side at most; of more, there are several tables, each beginning with the last one's end. */
const SIDE_BY_SIDE = 6;

type Cell = MatrixRow['cells'][number];

/** The view of a role in a language. */
export function roleView({ framework, role }: RoleSelection, language: ViewLanguage): RoleView {
  const read = textReader(language);
  const skills = inOrder(framework, framework.skills).filter((skill) => skill.entries.has(role.id));
  const levels = role.levels.flatMap((own) => {
    const level = framework.levels.find(({ id }) => id === own.level);
    return level ? [{ level, own }] : [];
  });
  const views = () =>
    levels.map(({ level, own }) => ({
      ...levelOf(level, own, read),
      title: titleOf(role, level, own, read),
    }));
  const view: RoleView = lazily<RoleView>({
    ...everyDocument(framework, read),
    ids: () => [role.id],
    date: () => newest([role.updated, ...skills.map(({ updated }) => updated)]),
    role: () => roleOf(role, read),
    levels: views,
    parts: () => {
      const rows = skills.map((skill) =>
        rowOf(
          framework,
          role,
          skill,
          levels.map(({ level }) => level),
          read,
        ),
      );
      return partsOf(view.levels.length).map(([from, to]) => ({
        levels: view.levels.slice(from, to),
        rows: rows.map((row) => {
          const cells = row.cells.slice(from, to);
          return { ...row, cells, heavy: heavyColumns(cells) };
        }),
      }));
    },
    nothingSaid: () =>
      skills.every((skill) =>
        [...(skill.entries.get(role.id)?.values() ?? [])].every(
          (entry) => !('requirement' in entry) || entry.requirement === 'unsaid',
        ),
      ),
    foreign: () => read.foreign(),
  });
  return view;
}

/** First and last (not counted) of the levels of each table. */
function partsOf(count: number): readonly (readonly [number, number])[] {
  const tables = count <= SIDE_BY_SIDE ? 1 : Math.ceil((count - 1) / (SIDE_BY_SIDE - 1));
  const each = Math.ceil((count - 1) / tables);
  return Array.from({ length: tables }, (_, i) => [i * each, Math.min(count, (i + 1) * each + 1)]);
}

function rowOf(
  framework: Framework,
  role: Role,
  skill: Skill,
  levels: readonly Level[],
  read: Reader,
): Omit<MatrixRow, 'heavy'> {
  const cells = levels.map((level): Cell => {
    const entry = skill.entries.get(role.id)?.get(level.id);
    const found = criterionOf(framework, role, level, skill);
    const other = found?.sameAs ?? found?.inheritedFrom ?? null;
    const state = other
      ? 'same-as'
      : found
        ? 'asked'
        : entry?.kind === 'not-defined'
          ? 'not-defined'
          : 'not-asked';
    return {
      state,
      requirement: found?.requirement ?? 'unsaid',
      asks: found && !other ? askedOf(found, read) : null,
      sameAs: other ? read.line(other.name) : null,
    };
  });
  const begins = cells.findIndex(({ state }) => state !== 'not-asked');
  const required = cells.flatMap((cell, i) => (cell.requirement === 'required' ? [i] : []));
  const [first = -1] = required;
  const toTheEnd = first >= 0 && required.length === cells.length - first;
  const name = (i: number) => levels.slice(i, i + 1).map((level) => read.line(level.name));
  const { requirement: _, ...facts } = skillFacts({ skill, requirement: 'unsaid' }, read);
  return {
    ...facts,
    requiredFrom: toTheEnd ? (name(first)[0] ?? null) : null,
    requiredAt: toTheEnd ? [] : required.flatMap(name),
    startsAt: begins > 0 ? (name(begins)[0] ?? null) : null,
    cells: cells.map((cell, i) => (i === 0 && begins > 0 ? { ...cell, state: 'starts-later' } : cell)),
  };
}

/** The columns that are required as the table's mark names them; the names of the skills stand in the first. */
function heavyColumns(cells: readonly Cell[]): string {
  const runs: [number, number][] = [];
  cells.forEach(({ requirement }, i) => {
    if (requirement !== 'required') return;
    const last = runs.at(-1);
    if (last && last[1] === i + 1) last[1] = i + 2;
    else runs.push([i + 2, i + 2]);
  });
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('+');
}
