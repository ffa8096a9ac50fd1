/**
 * Shape F: a page for each level (of one role or several), or a heading, table or key for each in one file. Labels with lists
 * under them are skills if they recur; otherwise all under a level is one skill.
 */
import type { Problem } from '../../problems/problem.ts';
import type { DraftCell, DraftRole, DraftSkill } from '../draft.ts';
import type { Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { recurs } from './headed-ladder.ts';
import { keyLabels, keyPages } from './key-pages.ts';
import { idsBySource, joinLadders, type LadderLevel } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellAll, tellTables, withAllBelow } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { levelsAmong, splitLevel } from './levels.ts';
import { isAdvertisement } from './looks-like.ts';
import { fold, Ids, tidy } from './names.ts';
import { PLAIN_LEVEL } from './own-names.ts';
import { type Label, labelsOf, type Page } from './page-labels.ts';
import { rowLabels, tablePages } from './page-tables.ts';
import { cellOf, draftOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { EVERYTHING, roleName } from './role-name.ts';
import { saidUnder } from './said.ts';
import { levelTitle, named, treeLadders } from './tree-ladders.ts';

export const pages: Recogniser = (materials, options) => {
  const remarks = new Remarks();
  const used = new Set<Tree>();
  const inTexts = [...filePages(materials, options, remarks), ...headingPages(materials, options, remarks)];
  const inTables = inTexts.length > 0 ? inTexts : tablePages(materials, options, remarks);
  const found = inTables.length > 0 ? inTables : keyPages(materials, options, remarks, used);
  const parted = found.map((page) => [...labelsOf(page, used), ...rowLabels(page), ...keyLabels(page, used)]);
  const whole = parted.every((list) => list.length === 0);
  const labels = whole ? found.map((page) => wholePage(page, used)) : parted;
  if (found.length < 2 || labels.some((list) => list.length === 0)) return null;
  const seen = new Map<string, Set<string>>();
  for (const [i, list] of labels.entries())
    for (const { key } of list)
      seen.set(key, (seen.get(key) ?? new Set()).add(`${found[i]?.role} ${found[i]?.level}`));
  const recurring = [...seen.values()].filter((pagesOf) => pagesOf.size > 1).length;
  const keys = found.some(({ heading }) => heading.kind === 'key' || heading.kind === 'entry');
  const asSkills =
    keys || whole || (recurring >= 2 && recurring * 2 >= Math.min(...labels.map((list) => list.length)));
  const roleNames = [...new Set(found.map(({ role }) => role))];
  const problems: Problem[] = [];
  const ordered: (readonly (LadderLevel & { readonly source: string })[])[] = [];
  for (const role of roleNames) {
    const own = found.filter((page) => page.role === role);
    const inOrder = own.map(levelOf);
    const { levels, problems: asked } = orderedLevels(inOrder, options, remarks);
    problems.push(...asked);
    ordered.push(levels);
  }
  const ladders = joinLadders(ordered);
  const roleIds = new Ids('role');
  const roles = roleNames.flatMap((name, i): DraftRole[] => {
    const [first] = found.filter((page) => page.role === name);
    const said = (roleNames.length === 1 && options.role?.text) || name;
    return first
      ? [roleOf({ id: roleIds.next(said), name: said, levels: ladders.roles[i] ?? null, place: first.place })]
      : [];
  });
  const cells = found.flatMap((page, i): Asked[] => {
    const at = roleNames.indexOf(page.role);
    const level = idsBySource(ordered[at] ?? [], ladders).get(fold(page.level)) ?? '';
    const role = roles.length === 1 ? null : (roles[at]?.id ?? null);
    return (labels[i] ?? []).map((label) => ({ label, level, role, page }));
  });
  const skills = asSkills ? byLabel(cells, remarks) : asOne(cells, remarks);
  tellAll(materials, used, remarks);
  tellTables(materials, new Set(found.flatMap(({ grids }) => grids)), remarks);
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { guesses, skipped } = remarks;
  return {
    ...{ shape: keys ? 'skills in the keys of levels' : 'a page for each level', problems },
    sure: asSkills ? 0.8 : 0.4,
    why: keys
      ? `${found.length} levels, ${recurring} keys of which recur`
      : `${found.length} pages of levels, ${recurring} labels of which recur`,
    draft: () => draftOf({ language, levels: ladders.levels, roles, skills, guesses, skipped }),
  };
};

/** A page without labels asks all that stands under its heading. */
function wholePage(page: Page, used: Set<Tree>): readonly Label[] {
  const { text, statements } = saidUnder(page.heading);
  withAllBelow(page.heading, used);
  page.summary = statements.length > 0 ? text : null;
  const own = statements.length > 0 ? null : text;
  if (own === null && statements.length === 0) return [];
  const { place } = page;
  return [
    { key: fold(EVERYTHING), name: EVERYTHING, domain: null, about: null, text: own, statements, place },
  ];
}

function levelOf({ level, title, code = null, summary, place }: Page): LadderLevel {
  return { name: level, title: title === level ? null : title, code, summary, place };
}

/**
 * Files of which the first heading says a level, and perhaps a role: two at least, and more than there are others (an
 * overview, a list of questions).
 */
function filePages(
  materials: readonly Material[],
  options: ImportOptions,
  remarks: Remarks,
): readonly Page[] {
  const among = new Set(levelsAmong(materials.map(({ tree }) => firstHeading(tree)?.label ?? '')));
  const pages = materials.flatMap((material): Page[] => {
    const heading = firstHeading(material.tree);
    const split = heading && among.has(heading.label) ? levelAndRole(heading.label) : null;
    if (!heading || !split || !material.tree || isAdvertisement(material.tree)) return [];
    const { level, role } = split;
    return [
      {
        level,
        role,
        title: heading.label,
        summary: null,
        heading,
        within: material.tree,
        grids: material.grids,
        place: heading.place,
      },
    ];
  });
  const [first] = pages;
  if (!first || pages.length < 2 || pages.length * 2 <= materials.length) return [];
  if (new Set(pages.map(({ level, role }) => `${fold(level)} ${fold(role)}`)).size < pages.length) return [];
  // Titles of anything may have a word of levels in them; a ladder has several of one role.
  if (new Set(pages.map(({ role }) => fold(role))).size * 2 > pages.length + 1) return [];
  const plain = pages.find(({ level }) => level === PLAIN_LEVEL);
  if (plain) remarks.guess(`the level that is called as its role alone is "${PLAIN_LEVEL}"`, plain.place);
  if (pages.every(({ role }) => role !== '')) return pages;
  const own = pages.find(({ role }) => role !== '')?.role;
  const levels = pages.map(({ level }) => level);
  const role = own ?? roleName({ levels, titles: [], place: first.place }, options, remarks);
  return pages.map((page) => (page.role === '' ? { ...page, role } : page));
}

/** "Senior Cook" as "Senior" of a "Cook"; the role alone is the level that needs no word. */
function levelAndRole(label: string): { readonly level: string; readonly role: string } {
  return splitLevel(label) ?? { level: PLAIN_LEVEL, role: tidy(label) };
}

function firstHeading(tree: Tree | null): Tree | null {
  return tree?.children.find(({ kind }) => kind === 'heading') ?? null;
}

/** Headings of one file that are levels, under which labels recur. */
function headingPages(
  materials: readonly Material[],
  options: ImportOptions,
  remarks: Remarks,
): readonly Page[] {
  const said = [...(options.levels ?? []), ...(options.levelOrder ?? [])].map(({ text }) => text);
  return materials.flatMap((material) =>
    treeLadders(material.tree, said)
      .filter(recurs)
      .flatMap(({ levels, node, over }): Page[] => {
        const names = levels.map(({ name }) => name);
        const titles = [node.label, ...over.map(({ label }) => label).reverse(), material.title];
        const role = roleName({ levels: names, titles, place: node.place }, options, remarks);
        return levels.map(({ name, node: heading }) => {
          const level = named({ name }, levelTitle(heading));
          return {
            ...{ level: level.name, role, title: level.title ?? level.name, summary: null },
            ...{ heading, within: heading, place: heading.place },
            grids: material.grids.filter(({ under }) => under.includes(heading.label)),
          };
        });
      }),
  );
}

interface Asked {
  readonly label: Label;
  readonly level: string;
  readonly role: string | null;
  readonly page: Page;
}

/** A skill for each label, in the order in which labels are first met. */
function byLabel(asked: readonly Asked[], remarks: Remarks): readonly DraftSkill[] {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) groups.set(one.label.key, [...(groups.get(one.label.key) ?? []), one]);
  const ids = new Ids('skill');
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { name, domain, place } = first.label;
    for (const { label } of group)
      if (label.name !== name) remarks.guess(`"${label.name}" is "${name}" of another page`, label.place);
    if (group.length === 1)
      remarks.guess(`"${name}" stands at ${first.page.level} alone: it is a skill of its own`, place);
    const said = group.map(({ label }) => label.about);
    const alike = said.every((about) => about === said[0]);
    return skillOf({
      ...{ id: ids.next(name, domain), name, domain, place, summary: alike ? (said[0] ?? null) : null },
      cells: group.map((one) => cellFor(one, alike)),
    });
  });
}

function cellFor({ label, level, role }: Asked, aboutElsewhere: boolean): DraftCell {
  const text = [aboutElsewhere ? null : label.about, label.text].filter((part) => part !== null).join('\n\n');
  const { statements, requirement = 'unsaid', place } = label;
  return cellOf({ role, level, text: text || null, statements, requirement, place });
}

/** No label recurs: what a level asks is one skill. */
function asOne(asked: readonly Asked[], remarks: Remarks): readonly DraftSkill[] {
  const [first] = asked;
  if (!first) return [];
  remarks.guess(
    `labels do not recur from level to level: all of them are one skill, "${EVERYTHING}"`,
    first.label.place,
  );
  const cells = asked.map(({ label, level, role }) => {
    const text = [label.name, label.about, label.text].filter((part) => part !== null).join('\n\n');
    return cellOf({ role, level, text, statements: label.statements, place: label.place });
  });
  return [
    skillOf({ id: new Ids('skill').next(EVERYTHING), name: EVERYTHING, cells, place: first.label.place }),
  ];
}
