/** What material is that is no framework, as a person would call it: so that the right file is found sooner. */
import type { Cell, Grid, Material, Tree } from '../material.ts';
import { PERSON as PERSON_HEAD } from './column-words.ts';
import { firstRows } from './grid-rows.ts';
import { matrixOf } from './matrix.ts';
import { arePrices, type Body, bodyOf, isMark } from './matrix-body.ts';
import { fold } from './names.ts';
import { isAmount } from './numbers.ts';
import { isOfResponsibilities } from './role-columns.ts';
import { roleOfTitle } from './role-name.ts';
import { titlesOf } from './title-table.ts';

const PERSON = /^\p{Lu}[\p{Ll}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;
const ADVERTISEMENT =
  /\b(?:we offer|benefits|apply now|about us|your profile|we are looking for|what you(?:'|’)ll do|equal opportunity|salary range|wir bieten|ihr profil|deine aufgaben|bewirb dich|nous offrons|ofrecemos)\b/iu;

const YEARS = /\b(?:19|20)\d\d\s*(?:[-–—]|to|bis|until)\s*(?:(?:19|20)\d\d|\p{Ll}+)/u;

/** Words that go on "it is no skill framework: ". */
export function looksLike(materials: readonly Material[]): string {
  const grids = materials.flatMap((material) => material.grids);
  for (const grid of grids) {
    const look = gridLook(grid);
    if (look !== null) return look;
  }
  if (areTitlesAlone(grids)) return 'it looks like a table of titles and their codes alone';
  if (grids.some((grid) => holds(grid, 'prices'))) return 'it looks like a table of prices or of pay';
  if (grids.some((grid) => holds(grid, 'numbers')))
    return 'it looks like a table of amounts: at its levels stand numbers alone';
  if (grids.some((grid) => matrixOf(grid) !== null))
    return 'its tables have levels, and nothing is said at them';
  const trees = materials.flatMap(({ tree }) => (tree ? [tree] : []));
  if (trees.flatMap(labelsOf).filter((label) => YEARS.test(label)).length >= 2) return 'it looks like a CV';
  if (trees.some(isAdvertisement) && grids.length === 0) return 'it looks like a job advertisement';
  const links = materials
    .flatMap(({ lost }) => lost)
    .filter(({ what }) => what.startsWith('the address of a link')).length;
  if (links >= 5 && links * 3 >= pieces(trees)) return 'it looks like a list of links or of things to read';
  if (grids.length > 0) return `${grids.length === 1 ? 'its table has' : 'its tables have'} no levels`;
  if (materials.every(({ format }) => format === 'json' || format === 'yaml'))
    return 'its keys say no skills with a text or grade for each level';
  return 'it is prose, without tables or lists by level';
}

/** True of a text that looks for somebody, whatever level it names. */
export function isAdvertisement(tree: Tree): boolean {
  return ADVERTISEMENT.test(wordsOf(tree));
}

function gridLook(grid: Grid): string | null {
  const rows = firstRows(grid, 200);
  const head = rows[Math.max(0, grid.headRows - 1)] ?? [];
  if (head.some(({ text }) => PERSON_HEAD.test(fold(text))))
    return 'it looks like a table of people and their skills';
  if (head.filter(({ text }) => isAmount(text)).length >= 2)
    return 'it looks like a table of pay, prices or a budget';
  if (titlesOf(grid)) return null;
  const body = rows.slice(Math.max(1, grid.headRows));
  const cells = body.flatMap((row) => row.slice(1)).filter(({ text }) => text.trim() !== '');
  if (cells.length > 0 && arePrices(cells)) return 'it looks like a table of prices or of pay';
  const short = cells.filter((cell) => isMark(cell) || cell.text.trim().length <= 12).length;
  const people = (names: readonly (Cell | undefined)[]) => {
    const said = names.flatMap((cell) => cell?.text.trim() || []);
    const persons = said.filter((name) => PERSON.test(name) && roleOfTitle(name) === null);
    return said.length >= 2 && persons.length >= said.length * 0.7;
  };
  const inRows = people(body.map((row) => row[0]));
  if (cells.length > 0 && short >= cells.length * 0.8 && (inRows || people(head.slice(1))))
    return `it looks like a table of people and their skills, with people ${inRows ? 'in rows' : 'in columns'}`;
  if (isOfResponsibilities(grid)) return 'it looks like a table of tasks and who is responsible for each';
  const roles = head.filter(({ text }) => roleOfTitle(text) !== null);
  if (roles.length >= 2) return 'its columns are roles, and nothing in it says a level';
  return null;
}

function holds(grid: Grid, body: Body): boolean {
  return bodyOf(matrixOf(grid)?.rows ?? []) === body;
}

function areTitlesAlone(grids: readonly Grid[]): boolean {
  return grids.length > 0 && grids.every((grid) => titlesOf(grid) !== null);
}

function wordsOf(tree: Tree): string {
  return [tree.label, tree.text, ...tree.children.map(wordsOf)].join('\n');
}

function labelsOf(tree: Tree): readonly string[] {
  return [tree.label, ...tree.children.flatMap(labelsOf)];
}

function pieces(trees: readonly Tree[]): number {
  return trees.reduce((sum, tree) => sum + 1 + pieces(tree.children), 0);
}
