/**
 * Topics as keys, in front matter or a file of keys: a list of topics, each with a name and a list of levels, each of these with
 * a number or name and its criteria.
 */
import type { DraftSkill } from '../draft.ts';
import type { Material, Tree } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { idsBySource, joinLadders } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { tellAll, tellTables, withAllBelow } from './leftovers.ts';
import { orderedLevels } from './level-order.ts';
import { fold, hasPicture, Ids, tidy } from './names.ts';
import { cellOf, draftOf, placeOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { roleName } from './role-name.ts';
import { isSilent, type Said, saidUnder } from './said.ts';
import { isBeside, noteLines } from './tree-notes.ts';

const NAMES = ['title', 'name', 'label', 'skill', 'topic', 'id'];
const DOMAINS = ['domain', 'category', 'area', 'group'];
const LEVEL = /^(?:level|stufe|niveau|nivel)$/;

interface Topic {
  readonly node: Tree;
  /** Each with a key that says its level. */
  readonly steps: readonly Tree[];
}

interface Found {
  readonly material: Material;
  readonly list: readonly Topic[];
}

export const topics: Recogniser = (materials, options) => {
  const found = materials.flatMap((material): Found[] => {
    const list = topicsOf(material.tree);
    return list.length > 0 ? [{ material, list }] : [];
  });
  if (found.length === 0) return null;
  const remarks = new Remarks();
  const { levels, problems } = orderedLevels(levelsOf(found), options, remarks);
  const ladder = joinLadders([levels]);
  const levelIds = idsBySource(levels, ladder);
  const [roleIds, ids, used] = [new Ids('role'), new Ids('skill'), new Set<Tree>()];
  const names = levels.map(({ name }) => name);
  const roles = new Map<string, ReturnType<typeof roleOf>>();
  const skills = found.flatMap(({ material, list }) => {
    const titles = [material.head.get('title') ?? null, material.title, material.name];
    const place = { ...placeOf(material), line: 1 };
    const name = roleName({ levels: names, titles, place }, options, remarks);
    const role = roles.get(name) ?? roleOf({ id: roleIds.next(name), name, place });
    roles.set(name, role);
    const own = found.length === 1 ? null : role.id;
    return list.map((topic) => skillFor(topic, { role: own, levelIds, ids, used, options, remarks }));
  });
  for (const { material } of found) {
    const count = Number(material.head.get('levels') ?? Number.NaN);
    if (!Number.isNaN(count))
      remarks.claims.push({ what: 'levels', count, place: { ...placeOf(material), line: 1 } });
  }
  tellAll(materials, used, remarks);
  tellTables(materials, new Set(), remarks);
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { claims, guesses, skipped } = remarks;
  return {
    ...{ shape: 'topics by level', sure: 0.9, problems },
    why: `keys with ${skills.length} topics, each with criteria by level`,
    draft: () =>
      draftOf({
        language,
        levels: ladder.levels,
        roles: [...roles.values()],
        skills,
        claims,
        guesses,
        skipped,
      }),
  };
};

/** The topics of the first list that is one of them. */
function topicsOf(tree: Tree | null): readonly Topic[] {
  if (!tree) return [];
  const own = tree.children.flatMap((node): Topic[] => {
    if (node.kind !== 'entry' || nameKey(node) === null) return [];
    const steps = node.children.find(
      ({ children }) => children.length > 0 && children.every((one) => levelKey(one)),
    );
    return steps ? [{ node, steps: steps.children }] : [];
  });
  if (own.length > 0) return own;
  for (const child of tree.children) {
    const found = child.kind === 'key' || child.kind === 'entry' ? topicsOf(child) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function nameKey(node: Tree): Tree | null {
  const keys = NAMES.flatMap((name) =>
    node.children.filter(({ label, text }) => label.toLowerCase() === name && text !== ''),
  );
  return keys[0] ?? null;
}

function levelKey(step: Tree): Tree | undefined {
  return step.children.find(
    ({ kind, label, text }) => kind === 'key' && LEVEL.test(fold(label)) && text !== '',
  );
}

/** "3" is "Level 3". */
function levelName(step: Tree): string {
  const text = levelKey(step)?.text.trim() ?? '';
  return /^\d+$/.test(text) ? `Level ${text}` : tidy(text);
}

/** Numbers in their order, since a topic may begin at a higher one; others as they are met. */
function levelsOf(found: readonly Found[]) {
  const names = new Map<string, { readonly name: string; readonly place: Tree['place'] }>();
  for (const { list } of found)
    for (const { steps } of list)
      for (const step of steps) {
        const name = levelName(step);
        if (!names.has(fold(name))) names.set(fold(name), { name, place: step.place });
      }
  const all = [...names.values()];
  const number = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? Number.NaN);
  return all.some(({ name }) => Number.isNaN(number(name)))
    ? all
    : all.sort((a, b) => number(a.name) - number(b.name));
}

interface Around {
  readonly role: string | null;
  readonly levelIds: ReadonlyMap<string, string>;
  readonly ids: Ids;
  readonly used: Set<Tree>;
  readonly options: ImportOptions;
  readonly remarks: Remarks;
}

function skillFor({ node, steps }: Topic, { role, levelIds, ids, used, remarks }: Around): DraftSkill {
  withAllBelow(node, used);
  const name = topicName(node, remarks);
  const cells = steps.flatMap((step) => {
    const said = criteria(step);
    const level = levelIds.get(fold(levelName(step)));
    const notes = step.children.filter(isBeside).flatMap((child) => noteLines(child));
    return level === undefined || isSilent(said)
      ? []
      : [cellOf({ role, level, ...said, notes, place: step.place })];
  });
  const known = new Set(steps);
  const domain = DOMAINS.map((key) => keyText(node, key)).find((text) => text !== null) ?? null;
  const notes = node.children
    .filter(
      (child) =>
        ![...NAMES, ...DOMAINS].includes(child.label.toLowerCase()) &&
        !child.children.some((one) => known.has(one)),
    )
    .flatMap((child) => {
      const { text, statements } = saidUnder(child);
      const all = [text, ...statements].filter((one) => one !== null).join('\n\n');
      return all === '' ? [] : [{ kind: child.label, text: all }];
    });
  const id = ids.next(keyText(node, 'name') ?? name, domain);
  return skillOf({ id, name, domain, notes, cells, place: node.place });
}

/** All keys but the level and what is beside it: lists as statements. */
function criteria(step: Tree): Said {
  const rest = step.children.filter((child) => child !== levelKey(step) && !isBeside(child)).map(saidUnder);
  return {
    text: rest.flatMap(({ text }) => text ?? []).join('\n\n') || null,
    statements: rest.flatMap(({ statements }) => statements),
  };
}

function keyText(node: Tree, key: string): string | null {
  return node.children.find(({ label, text }) => label.toLowerCase() === key && text !== '')?.text ?? null;
}

/** Its title without pictures; where it has a name in small letters alone, that with a capital. */
function topicName(node: Tree, remarks: Remarks): string {
  const said = nameKey(node);
  const text = said?.text ?? '';
  const name = tidy(text);
  if (said && hasPicture(text)) remarks.skip(`the picture in the name "${text}"`, said.place);
  if (!/^[a-z][a-z0-9 _-]*$/.test(name)) return name;
  const words = name.replace(/[_-]+/g, ' ');
  const titled = words.charAt(0).toUpperCase() + words.slice(1);
  remarks.guess(`"${name}" is called "${titled}"`, said?.place ?? node.place);
  return titled;
}
