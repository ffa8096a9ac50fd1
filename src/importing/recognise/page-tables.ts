/** Tables on a level's page: each row is a label with what it asks. And pages that are a table under a heading each. */
import type { Cell, Grid, Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { rowsUpTo } from './grid-rows.ts';
import { areLevels, levelName } from './levels.ts';
import { matrixOf } from './matrix.ts';
import { fold, tidy } from './names.ts';
import type { Label, Page } from './page-labels.ts';
import type { Remarks } from './parts.ts';
import { roleName } from './role-name.ts';
import { isSilent, saidIn } from './said.ts';

const LONGEST = 2_000;

/** The rows of a page's tables. */
export function rowLabels({ grids }: Page): readonly Label[] {
  return grids.flatMap((grid) => {
    const rows = rowsUpTo(grid, LONGEST) ?? [];
    const head = rows[Math.max(0, grid.headRows - 1)] ?? [];
    let domain: string | null = null;
    let over = '';
    return rows.slice(Math.max(1, grid.headRows)).flatMap((row): readonly Label[] => {
      const said = row.filter(({ text, merged }) => text !== '' && !merged);
      const [only] = said;
      if (said.length === 1 && only === row[0] && only) {
        domain = tidy(only.text);
        return [];
      }
      const at = row.length > 2 && isGroupColumn(rows.slice(1)) ? 1 : 0;
      if (at === 1 && row[0]?.text) over = tidy(row[0].text);
      const name = row[at];
      if (!name || name.text === '') return [];
      return labelOf(name, row.slice(at + 1), head.slice(at + 1), at === 1 ? over : domain);
    });
  });
}

/** Its first column repeats, or is blank where it does. */
function isGroupColumn(rows: readonly (readonly Cell[])[]): boolean {
  const first = rows.map((row) => row[0]?.text ?? '');
  const second = rows.map((row) => row[1]?.text ?? '');
  return new Set(first).size < first.length && new Set(second).size === second.length;
}

/** The first of the other columns is what is asked, further ones stand below it under their heads. */
function labelOf(
  name: Cell,
  cells: readonly Cell[],
  head: readonly Cell[],
  domain: string | null,
): readonly Label[] {
  const [first, ...others] = cells;
  const said = first ? saidIn(first) : { text: null, statements: [] };
  const more = others.flatMap(({ text }, i) =>
    text === '' ? [] : [`${tidy(head[i + 1]?.text ?? '')}: ${text}`.replace(/^: /, '')],
  );
  const text = [said.text, ...more].filter((one) => one !== null).join('\n\n') || null;
  if (isSilent({ text, statements: said.statements })) return [];
  const words = tidy(name.text);
  const label = { key: fold(words), name: words, domain, about: null, place: name.place };
  return [{ ...label, text, statements: said.statements }];
}

/** Levels as headings with a table each below, and nothing else that would show them. */
export function tablePages(
  materials: readonly Material[],
  options: ImportOptions,
  remarks: Remarks,
): readonly Page[] {
  return materials.flatMap((material): readonly Page[] => {
    const byLevel = new Map<string, Grid[]>();
    for (const grid of material.grids) {
      const level = [...grid.under].reverse().find((head) => levelName(tidy(head)) !== null);
      if (level === undefined || matrixOf(grid)) continue;
      byLevel.set(level, [...(byLevel.get(level) ?? []), grid]);
    }
    const names = [...byLevel.keys()];
    if (!areLevels(names.map(tidy))) return [];
    const [first] = material.grids;
    if (!first) return [];
    const titles = [...first.under].reverse().filter((title) => !names.includes(title));
    const known = {
      levels: names.map(tidy),
      titles: [...titles, material.title, material.name],
      place: first.place,
    };
    const role = roleName(known, options, remarks);
    return [...byLevel].map(([title, grids]) => {
      const heading = headingOf(material.tree, title) ?? emptyHeading(title, grids[0]?.place ?? first.place);
      const within = { ...heading, children: heading.children };
      return {
        level: tidy(title),
        role,
        title: tidy(title),
        summary: null,
        heading,
        within,
        grids,
        place: heading.place,
      };
    });
  });
}

function headingOf(tree: Tree | null, label: string): Tree | null {
  if (!tree) return null;
  if (tree.label === label) return tree;
  for (const child of tree.children) {
    const found = headingOf(child, label);
    if (found) return found;
  }
  return null;
}

function emptyHeading(label: string, place: Cell['place']): Tree {
  return { type: 'tree', kind: 'heading', label, text: '', children: [], depth: 1, place };
}
