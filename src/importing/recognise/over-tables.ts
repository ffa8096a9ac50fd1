/** What the headings over tables say: the domain of each, and titles that may name the role. */
import type { Material } from '../material.ts';
import type { Matrix } from './matrix.ts';
import { fold, tidy } from './names.ts';
import { roleOfTitle } from './role-name.ts';

export interface Found {
  readonly matrix: Matrix;
  readonly material: Material;
}

const GENERIC =
  /^(?:(?:the|a|of|and|or|skills?|competenc(?:y|ies)|competences?|areas?|levels?|criteria|criterion|topics?|dimensions?|categor(?:y|ies)|capabilit(?:y|ies)|attributes?|names?|pillars?|matrix|kompetenz(?:en)?|bereich|fahigkeit(?:en)?|details?)\s*)+$/;

/** The domain of each table; null where nothing tells it from the others. */
export function domainsOf(found: readonly Found[]): readonly (string | null)[] {
  const heads = found.map(({ matrix }) => matrix.grid.sheet ?? matrix.grid.under.at(-1) ?? null);
  const differ = new Set(heads).size > 1;
  const names = differ ? withoutPrefix(heads) : heads.map(() => null);
  return names.map((name, i) => {
    const corner = found[i]?.matrix.corner ?? '';
    const own = name === null ? '' : tidy(name);
    if (own !== '') return own;
    return corner === '' || GENERIC.test(fold(corner)) ? null : corner;
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

/** The role of each table, where headings of one depth name several roles, or the titles of files do; '' of all otherwise. */
export function rolesOver(found: readonly Found[]): readonly string[] {
  if (found.length < 2) return found.map(() => '');
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
  const files = found.flatMap(({ material }) => [material.head.get('title'), material.title, material.name]);
  return [
    ...new Set(
      [...[...common].reverse(), ...files, ...[...own].reverse()].filter((one) => one !== undefined),
    ),
  ].filter((one) => one !== null);
}
