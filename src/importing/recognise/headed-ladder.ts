/**
 * Shape B in headings: a file or a heading for each skill, under it a heading, label or item for each level, under that
 * statements or paragraphs.
 */
import type { DraftSkill } from '../draft.ts';
import type { Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { idsBySource, joinLadders } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellAll, tellTables, withAllBelow } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { levelsAmong } from './levels.ts';
import { fold, Ids, tidy } from './names.ts';
import { cellOf, draftOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { EVERYTHING, isOverAll, roleName } from './role-name.ts';
import { isSilent, type Said, saidUnder } from './said.ts';
import { besideLevel, levelTitle, named, type TreeLadder, treeLadders } from './tree-ladders.ts';

interface Found {
  readonly material: Material;
  readonly ladder: TreeLadder;
}

export const headedLadder: Recogniser = (materials, options) => {
  const found = headedSkills(materials, options);
  const [first] = found;
  if (!first) return null;
  const remarks = new Remarks();
  const { levels: bare, problems } = orderedLevels(levelsOf(found), options, remarks);
  for (const { source, place: at } of bare)
    if (levelsAmong(bare.map((level) => level.source)).every((name) => name !== source) && !options.levels)
      remarks.guess(`"${source}" is a level, since it stands between two (--levels says which are)`, at);
  const titles = titlesOf(found);
  const levels = bare.map((level) => named(level, titles.get(fold(level.source)) ?? null));
  const ladder = joinLadders([levels]);
  const place = { ...first.ladder.node.place, line: null };
  const over = found.length > 1 ? commonTitles(found) : [];
  const names = levels.flatMap((level) => [level.name, level.title ?? []].flat());
  const name = roleName({ levels: names, titles: over, place }, options, remarks);
  const roles = [roleOf({ id: new Ids('role').next(name), name, levels: ladder.roles[0] ?? null, place })];
  const used = new Set<Tree>();
  const skills = skillsOf(found, idsBySource(levels, ladder), titles, name, options, used, remarks);
  tellAll(materials, used, remarks);
  tellTables(materials, new Set(), remarks);
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

/** What all ladders call a level beside its name ("L4 – Senior Engineer"), by the level. */
function titlesOf(found: readonly Found[]): ReadonlyMap<string, string> {
  const said = new Map<string, Set<string | null>>();
  for (const { ladder } of found)
    for (const { name, node } of ladder.levels)
      said.set(fold(name), (said.get(fold(name)) ?? new Set()).add(levelTitle(node)));
  return new Map(
    [...said].flatMap(([level, [title = null, ...others]]) =>
      title === null || others.length > 0 ? [] : [[level, title] as const],
    ),
  );
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
  titles: ReadonlyMap<string, string>,
  role: string,
  options: ImportOptions,
  used: Set<Tree>,
  remarks: Remarks,
): readonly DraftSkill[] {
  const ids = new Ids('skill');
  return found.map(({ material, ladder }) => {
    for (const node of ladder.taken) used.add(node);
    const said = found.length === 1 ? (options.skill?.text ?? allOf(role, ladder, remarks)) : null;
    const name = said ?? (tidy(ladder.node.label) || material.name);
    const domain = domainOf(ladder, found);
    const cells = ladder.levels.flatMap(({ name: level, node }) => {
      withAllBelow(node, used);
      const id = levelIds.get(fold(level)) ?? '';
      const own = saidAtLevel(node, titles.has(fold(level)));
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

/** A ladder under the role's own title is no one skill: the stand-in for all that the role asks; null of others. */
function allOf(role: string, { node: { label, place } }: TreeLadder, remarks: Remarks): string | null {
  if (label === '' || (!isOverAll(label) && fold(label) !== fold(role))) return null;
  remarks.guess(
    `"${tidy(label)}" names no skill: what is asked is one skill, "${EVERYTHING}" (--skill names it)`,
    place,
  );
  return EVERYTHING;
}

/** What stands under a level, and after its name in the same line, unless that is its title. */
export function saidAtLevel(node: Tree, titled = false): Said {
  const inLine = titled ? '' : besideLevel(node);
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
