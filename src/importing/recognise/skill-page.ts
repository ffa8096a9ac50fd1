/**
 * Shape A: a page of one skill with a table for each level, lowest first, without names: a row for each role, with a word where
 * the skill is required. What stands over the tables (domain, category, topics, counts, a date) has no labels that could be
 * relied on: the page is in the language of who saved it.
 */

import { error, type Problem, warning } from '../../problems/problem.ts';
import type { DraftCell } from '../draft.ts';
import type { Cell, Grid, Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { placeSpan } from '../where.ts';
import { rowsUpTo } from './grid-rows.ts';
import { joinLadders } from './ladders.ts';
import { languageIn, wordsOf } from './language-of.ts';
import { orderedLevels } from './level-order.ts';
import { levelName } from './levels.ts';
import { fold, Ids, tidy } from './names.ts';
import { cellOf, draftOf, placeOf, Remarks, roleOf, skillOf } from './parts.ts';
import type { Recogniser } from './recognise.ts';
import { requirementOf } from './requirement.ts';
import { pageHead } from './skill-page-head.ts';
import { nameInTexts } from './spelling.ts';

/** Names of five, four and three levels, where only the first and the last are named. */
const USUAL: readonly (readonly string[])[] = [
  ['Junior', 'Middle', 'Senior', 'Lead', 'Principal'],
  ['Junior', 'Middle', 'Senior', 'Lead'],
  ['Junior', 'Middle', 'Senior'],
];

export const skillPage: Recogniser = (materials, options) => {
  const pages = materials.filter((material) => isPage(material));
  if (pages.length === 0 || pages.length !== materials.length) return null;
  const remarks = new Remarks();
  const problems: Problem[] = [];
  const [first] = pages;
  const most = Math.max(...pages.map(({ grids }) => grids.length));
  const longest = pages.find(({ grids }) => grids.length === most) ?? first;
  if (!longest) return null;
  const { levels, problems: own } = orderedLevels(levelNames(longest, options, remarks), options, remarks);
  problems.push(...own);
  const ladder = joinLadders([levels]);
  const levelIds = ladder.levels.map(({ id }) => id);
  const roleIds = new Ids('role');
  const roles = new Map<string, ReturnType<typeof roleOf>>();
  const ids = new Ids('skill');
  const skills = pages.map((page) => {
    const rows = page.grids.map(rowsOf);
    const cells = rows.flatMap((list, i) =>
      list.flatMap(({ role, required, text, place }): DraftCell[] => {
        const key = fold(role);
        const known = roles.get(key) ?? roleOf({ id: roleIds.next(role), name: role, place });
        roles.set(key, known);
        const level = levelIds[i];
        const requirement = required ? 'required' : 'optional';
        return level === undefined ? [] : [cellOf({ role: known.id, level, text, requirement, place })];
      }),
    );
    const head = pageHead(page, remarks);
    remarks.claims.push(...head.claims);
    const texts = cells.map(({ text }) => text ?? '');
    const name = skillName(
      page,
      pages.length === 1 ? options : {},
      [...texts, ...head.topics],
      remarks,
      problems,
    );
    if (page.cut)
      problems.push(
        warning(
          'cut-off',
          `${page.source.path} ends in the middle of ${page.cut.what}`,
          placeSpan(page.cut.place),
        ),
      );
    const { domain, category, topics, updated } = head;
    return skillOf({
      id: ids.next(name, domain),
      name,
      domain,
      category,
      topics,
      updated,
      cells,
      place: placeOf(page),
    });
  });
  const language = languageIn(materials, wordsOf(skills), remarks);
  const { claims, guesses, skipped } = remarks;
  return {
    ...{ shape: 'skill page with a table for each level', sure: 0.95, problems },
    why: `${most} tables of roles, one for each level`,
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

/** Two tables or more with the same head of two or three cells; the same roles in each; a text in every row. */
function isPage({ grids }: Material): boolean {
  const [first] = grids;
  if (!first || grids.length < 2) return false;
  const head = headOf(first);
  const width = first.headRows === 1 && head.length >= 2 && head.length <= 3;
  if (!width || head.some((cell) => levelName(cell) !== null)) return false;
  const roles = (grid: Grid) => rowsOf(grid).map(({ role }) => fold(role));
  const known = new Set(grids.flatMap(roles));
  const rows = grids.flatMap(rowsOf);
  return (
    grids.every((grid) => headOf(grid).join('|') === head.join('|') && grid.under.length === 0) &&
    grids.every((grid) => new Set(roles(grid)).size === roles(grid).length) &&
    known.size < rows.length &&
    rows.every(({ text }) => text.length > 3)
  );
}

function headOf(grid: Grid): readonly string[] {
  const [head = []] = grid.rows();
  return head.map(({ text }) => fold(text));
}

interface Row {
  readonly role: string;
  readonly required: boolean;
  readonly text: string;
  readonly place: Cell['place'];
}

/** `role | required | text`, `role | text | (empty)`, or `role | text`. */
function rowsOf(grid: Grid): readonly Row[] {
  const [head = [], ...body] = rowsUpTo(grid, 10_000) ?? [];
  const word = fold(head[1]?.text ?? '');
  return body.flatMap((row): Row[] => {
    const [role, second, third] = row;
    if (!role || !second || role.text === '') return [];
    const said = fold(second.text);
    const required =
      (third?.text ?? '') !== '' && (said === word || requirementOf(second.text) === 'required');
    const text =
      (required ? third?.text : [second.text, third?.text ?? ''].filter((one) => one !== '').join('\n\n')) ??
      '';
    return [{ role: tidy(role.text), required, text, place: role.place }];
  });
}

/** By --levels; else by the first and the last that a sentence names; else by number. */
function levelNames({ grids }: Material, options: ImportOptions, remarks: Remarks) {
  const count = grids.length;
  const [table] = grids;
  const sentence = [...(table?.before ?? [])].reverse().find((line) => namedIn(line).length >= 2);
  const named = sentence === undefined ? [] : namedIn(sentence);
  const usual = USUAL.find(
    (names) =>
      names.length === count &&
      fold(names[0] ?? '') === fold(named[0] ?? '') &&
      fold(names.at(-1) ?? '') === fold(named.at(-1) ?? ''),
  );
  const names = usual ?? (named.length === count ? named : grids.map((_, i) => `Level ${i + 1}`));
  if (!options.levels && table) {
    const why = usual ? `from ${usual[0]} to ${usual.at(-1)}, as a sentence says` : 'by number';
    remarks.guess(
      `the tables have no names: they are ${names.join(', ')}, ${why} (--levels says others)`,
      table.place,
    );
  }
  return grids.map(({ place }, i) => ({ name: names[i] ?? '', place }));
}

/** Words of a sentence that are names of levels, with a capital. */
function namedIn(line: string): readonly string[] {
  const words = line.match(/\p{Lu}\p{L}+/gu) ?? [];
  return words.filter(
    (word) => USUAL.some((names) => names.includes(word)) || (word.length > 3 && levelName(word) !== null),
  );
}

/** By --skill; else the file's name, spelt as the texts spell it. */
function skillName(
  page: Material,
  options: ImportOptions,
  texts: readonly string[],
  remarks: Remarks,
  problems: Problem[],
): string {
  if (options.skill) return options.skill.text;
  const place = placeOf(page);
  if (page.source.path === '-' || page.name === '') {
    const help = 'say it: --skill "LLM fine-tuning"';
    problems.push(
      error('unsaid-name', 'The page does not say the name of its skill', placeSpan(place), { help }),
    );
    return 'Skill';
  }
  const name = nameInTexts(page.name, texts);
  remarks.guess(`the skill is "${name}", by the name of the file (--skill says another)`, place);
  return name;
}
