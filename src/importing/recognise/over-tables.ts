/** What the headings over tables say: the domain of each, and titles that may name the role. */
import type { Material } from '../material.ts';
import type { Matrix } from './matrix.ts';
import { fold, tidy } from './names.ts';
import { roleOfTitle } from './role-name.ts';

export interface Found {
  readonly matrix: Matrix;
  readonly material: Material;
  /** As the table itself names it; null where it does not. */
  readonly role: string | null;
}

/** "a table", or how many; columns of one table are one. */
export function countOf(found: readonly Found[]): string {
  const { size } = new Set(found.map(({ matrix }) => matrix.grid));
  return size === 1 ? 'a table' : `${size} tables`;
}

const GENERIC =
  /^(?:(?:the|a|of|and|or|skills?|competenc(?:y|ies)|competences?|areas?|levels?|criteria|criterion|topics?|dimensions?|categor(?:y|ies)|capabilit(?:y|ies)|attributes?|names?|pillars?|matrix|kompetenz(?:en)?|bereich|fahigkeit(?:en)?|details?)\s*)+$/;

/** The domain of each table; null where nothing tells it from the others. */
export function domainsOf(found: readonly Found[]): readonly (string | null)[] {
  const heads = found.map(({ matrix }) => matrix.grid.sheet ?? matrix.grid.under.at(-1) ?? null);
  const differ = new Set(heads).size > 1;
  const names = differ ? withoutPrefix(heads) : heads.map(() => null);
  // One corner for all is the head of a column.
  const corners = new Set(found.map(({ matrix }) => fold(matrix.corner)));
  return names.map((name, i) => {
    const corner = found[i]?.matrix.corner ?? '';
    const own = name === null ? '' : tidy(name);
    if (own !== '') return own;
    return corners.size < 2 || corner === '' || GENERIC.test(fold(corner)) ? null : corner;
  });
}

/** Tables of one row each under one name ("What it looks like"): the skill is what stands over each, and no domain. */
export function areSkillsThemselves(found: readonly Found[], domains: readonly (string | null)[]): boolean {
  const rows = found.flatMap(({ matrix }) => matrix.rows);
  const names = new Set(rows.map(({ name }) => fold(name)));
  return found.length > 1 && rows.length === found.length && names.size === 1 && !domains.includes(null);
}

/** "Skill matrix – Design" and "Skill matrix – Quality" are "Design" and "Quality". */
function withoutPrefix(heads: readonly (string | null)[]): readonly (string | null)[] {
  const parts = heads.map((head) =>
    head === null ? null : /^(.*?\s[-–—|:]|[^:]*:)\s+(.*)$/su.exec(tidy(head)),
  );
  const prefixes = new Set(parts.map((part) => fold(part?.[1] ?? '')));
  const [prefix = ''] = prefixes;
  if (prefixes.size !== 1 || prefix === '') return heads;
  return parts.map((part) => part?.[2] ?? null);
}

/**
 * The role of each table, where the tables name them, headings of one depth or the titles of files name several, or each has a
 * sheet of its own; '' of all otherwise.
 */
export function rolesOver(found: readonly Found[]): readonly string[] {
  if (found.some(({ role }) => role !== null)) return found.map(({ role }) => role ?? '');
  if (found.length < 2) return found.map(() => '');
  if (areSheetsOfRoles(found)) return found.map(({ matrix }) => roleOfSheet(matrix.grid.sheet));
  const depths = Math.min(...found.map(({ matrix }) => matrix.grid.under.length));
  for (let depth = 0; depth < depths; depth++) {
    const roles = found.map(({ matrix }) => roleOfTitle(matrix.grid.under[depth] ?? ''));
    if (areSeveral(roles)) return roles;
  }
  const files = found.map(({ material }) => {
    const titles = [material.head.get('title') ?? '', material.title ?? '', material.name];
    return titles.map(roleOfTitle).find((role) => role !== null) ?? null;
  });
  return areSeveral(files) ? files : found.map(() => '');
}

/** True if tables stand on sheets of several roles: the sheets are called as roles, or say the same skills or other levels each. */
export function areSheetsOfRoles(found: readonly Found[]): boolean {
  const sheets = new Map<string, { readonly skills: Set<string>; readonly levels: Set<string> }>();
  for (const { matrix } of found) {
    const { sheet } = matrix.grid;
    if (sheet === null) return false;
    const own = sheets.get(sheet) ?? { skills: new Set(), levels: new Set() };
    for (const { name } of matrix.rows) own.skills.add(fold(name));
    own.levels.add(matrix.levels.map(({ name }) => fold(name)).join('/'));
    sheets.set(sheet, own);
  }
  if (sheets.size < 2) return false;
  const all = [...sheets.values()];
  const ladders = all.flatMap(({ levels }) => [...levels]);
  const skills = new Map<string, number>();
  for (const own of all) for (const name of own.skills) skills.set(name, (skills.get(name) ?? 0) + 1);
  const shared = [...skills.values()].filter((count) => count > 1).length;
  return (
    shared * 2 >= skills.size ||
    new Set(ladders).size === ladders.length ||
    areSeveral([...sheets.keys()].map(roleOfTitle))
  );
}

function roleOfSheet(sheet: string | null): string {
  return roleOfTitle(sheet ?? '') ?? tidy(sheet ?? '');
}

function areSeveral(roles: readonly (string | null)[]): roles is readonly string[] {
  return new Set(roles).size > 1 && roles.every((role) => role !== null);
}

/** Headings that all of them stand under, the nearest first, then the titles of their files. */
export function titlesOver(found: readonly Found[]): readonly string[] {
  const [first, ...others] = found;
  if (!first) return [];
  const common = first.matrix.grid.under.filter((head, i) =>
    others.every(({ matrix }) => matrix.grid.under[i] === head || found.length === 1),
  );
  const own = first.matrix.grid.under;
  const sheets = new Set(found.map(({ matrix }) => matrix.grid.sheet));
  const files = found.flatMap(({ material }) => [material.head.get('title'), material.title, material.name]);
  return [
    ...new Set(
      [
        ...[...common].reverse(),
        ...first.matrix.above,
        ...(sheets.size === 1 ? sheets : []),
        ...files,
        ...[...own].reverse(),
      ].filter((one) => one !== undefined),
    ),
  ].filter((one) => one !== null);
}
