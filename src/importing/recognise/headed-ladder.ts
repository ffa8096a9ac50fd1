/**
 * Shape B in headings: a file or a heading for each skill, under it a heading, label or item for each level, under that
 * statements or paragraphs.
 */
import type { DraftSkill } from '../draft.ts';
import type { Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { idsBySource, joinLadders } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellAll, withAllBelow } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { fold, Ids, tidy } from './names.ts';
import { cellOf, draftOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { roleName } from './role-name.ts';
import { isSilent, type Said, saidUnder } from './said.ts';
import { levelLabel, type TreeLadder, treeLadders } from './tree-ladders.ts';

interface Found {
  readonly material: Material;
  readonly ladder: TreeLadder;
}

export const headedLadder: Recogniser = (materials, options) => {
  const found = headedSkills(materials, options);
  const [first] = found;
  if (!first) return null;
  const remarks = new Remarks();
  const { levels, problems } = orderedLevels(levelsOf(found), options, remarks);
  const ladder = joinLadders([levels]);
  const place = { ...first.ladder.node.place, line: null };
  const titles = found.length > 1 ? commonTitles(found) : [];
  const name = roleName({ levels: levels.map((level) => level.name), titles, place }, options, remarks);
  const roles = [roleOf({ id: new Ids('role').next(name), name, levels: ladder.roles[0] ?? null, place })];
  const used = new Set<Tree>();
  const skills = skillsOf(found, idsBySource(levels, ladder), options, used, remarks);
  tellAll(materials, used, remarks);
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { guesses, skipped } = remarks;
  return {
    ...{ shape: 'headings by level', sure: 0.75, problems },
    why: `${found.length === 1 ? 'a heading' : `${found.length} headings`} with ${levels.map((level) => level.name).join(', ')} below`,
    draft: () => draftOf({ language, levels: ladder.levels, roles, skills, guesses, skipped }),
  };
};

/** Ladders of which the levels hold texts, and not headings of their own that recur (shape F). */
export function headedSkills(materials: readonly Material[], options: ImportOptions): readonly Found[] {
  const said = [...(options.levels ?? []), ...(options.levelOrder ?? [])].map(({ text }) => text);
  return materials.flatMap((material) =>
    treeLadders(material.tree, said).flatMap((ladder): Found[] =>
      recurs(ladder) ? [] : [{ material, ladder }],
    ),
  );
}

/** Labels below its levels that stand under two of them: those are the skills. */
export function recurs({ levels }: TreeLadder): boolean {
  const seen = new Set<string>();
  return levels.some(({ node }) => {
    const own = new Set(
      node.children
        .filter(({ kind }) => kind === 'heading' || kind === 'bold')
        .map(({ label }) => fold(label)),
    );
    const again = [...own].some((label) => seen.has(label));
    for (const label of own) seen.add(label);
    return again;
  });
}

/** All levels, in the order of the ladder that has the most. */
function levelsOf(found: readonly Found[]) {
  const longest = [...found].sort((a, b) => b.ladder.levels.length - a.ladder.levels.length);
  const names = new Map<string, { readonly name: string; readonly place: Tree['place'] }>();
  for (const { ladder } of longest)
    for (const { name, node } of ladder.levels)
      if (!names.has(fold(name))) names.set(fold(name), { name, place: node.place });
  return [...names.values()];
}

/** Headings over all of them. */
function commonTitles(found: readonly Found[]): readonly string[] {
  const [first, ...others] = found;
  if (!first) return [];
  const common = first.ladder.over.filter((head) =>
    others.every(({ ladder }) => ladder.over.some((one) => fold(one.label) === fold(head.label))),
  );
  return [
    ...common.map(({ label }) => label).reverse(),
    ...(found.every(({ material }) => material === first.material) ? [first.material.title ?? ''] : []),
  ];
}

function skillsOf(
  found: readonly Found[],
  levelIds: ReadonlyMap<string, string>,
  options: ImportOptions,
  used: Set<Tree>,
  remarks: Remarks,
): readonly DraftSkill[] {
  const ids = new Ids('skill');
  return found.map(({ material, ladder }) => {
    for (const node of ladder.taken) used.add(node);
    const said = found.length === 1 ? options.skill?.text : undefined;
    const name = said ?? (tidy(ladder.node.label) || material.name);
    const domain = domainOf(ladder, found);
    const cells = ladder.levels.flatMap(({ name: level, node }) => {
      withAllBelow(node, used);
      const id = levelIds.get(fold(level)) ?? '';
      const own = saidAtLevel(node);
      if (isSilent(own)) remarks.skip(`"${name}" at ${level}: nothing is said`, node.place);
      return isSilent(own) ? [] : [cellOf({ level: id, ...own, place: node.place })];
    });
    return skillOf({
      id: ids.next(name, domain),
      name,
      domain,
      summary: ladder.summary,
      cells,
      place: ladder.node.place,
    });
  });
}

/** What stands under a level, and after its name in the same line. */
export function saidAtLevel(node: Tree): Said {
  const rest = node.label.slice(node.label.indexOf(levelLabel(node)) + levelLabel(node).length);
  const inLine = rest.replace(/^\s*[:：–—]?\s*/u, '').trim();
  const { text, statements } = saidUnder(node);
  return { text: [inLine, text].filter((part) => part).join('\n\n') || null, statements };
}

/** The nearest heading over it that is not over all. */
function domainOf({ over }: TreeLadder, found: readonly Found[]): string | null {
  const nearest = over.at(-1);
  if (!nearest || nearest.depth === null) return null;
  const all = found.every(({ ladder }) => ladder.over.includes(nearest));
  return all ? null : tidy(nearest.label);
}
