/** The role that a ladder is for, where no table says it: from an option, from the names of levels, from titles; else a stand-in. */
import type { Place } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { roleIn } from './levels.ts';
import { fold, tidy } from './names.ts';
import type { Remarks } from './parts.ts';
import { ROLE_WORD } from './role-words.ts';

/** What titles of frameworks say besides the role. */
const NOT_A_ROLE =
  /\b(?:the|our|a|of|for|and|skills?|competenc(?:y|ies)|competences?|capabilit(?:y|ies)|levels?|career|careers|growth|progression|matrix|matrices|framework|ladder|ladders|path|paths|map|chart|tracks?|rubric|assessment|template|guide|handbook|description|descriptions|overview|expectations?|responsibilities|kompetenz(?:en|modell|matrix)?|individual contributors?|at|each|role|roles|readme|index|individual|contributors?)\b/giu;
/** Words of titles that stand over all that a role asks, and name no skill. */
const OVER_ALL =
  /\b(?:career|ladders?|framework|levels|matrix|progression|handbook|karriere\w*|laufbahn\w*|stufen\w*|kompetenzmodell|kompetenzmatrix)\b/iu;
export const STAND_IN = 'Team member';
/** What a role asks, as one skill, where nothing parts it into several. */
export const EVERYTHING = 'Expectations';

interface Known {
  readonly levels: readonly string[];
  /** Titles and headings, the nearest first. */
  readonly titles: readonly (string | null)[];
  readonly place: Place;
}

/** The role's name. What is no fact is told. */
export function roleName({ levels, titles, place }: Known, options: ImportOptions, remarks: Remarks): string {
  if (options.role) return options.role.text;
  const said = roleIn(levels);
  const whole = said === null ? null : wholeRole(said, titles);
  if (whole) remarks.guess(`the role is "${whole}", as a title says it (--role says another)`, place);
  if (said !== null) return whole ?? said;
  for (const title of titles) {
    const role = title === null ? null : roleOfTitle(title);
    if (role === null) continue;
    remarks.guess(
      `the role is "${role}", since "${tidy(title ?? '')}" stands over its levels (--role says another)`,
      place,
    );
    return role;
  }
  remarks.guess(`no role is named: it is called "${STAND_IN}" (--role says another)`, place);
  return STAND_IN;
}

/** "Data Analyst", where levels say "Analyst" and a title "Data Analysts". */
function wholeRole(said: string, titles: Known['titles']): string | null {
  const roles = titles.flatMap((title) => (title === null ? null : roleOfTitle(title)) ?? []);
  const role = roles.find((one) =>
    fold(one)
      .replace(/s$/, '')
      .endsWith(` ${fold(said)}`),
  );
  return role && !fold(role).endsWith(fold(said)) ? role.replace(/s$/i, '') : (role ?? null);
}

/** "Quality Analyst Framework" is of the "Quality Analyst"; null where a title names no role. */
export function roleOfTitle(title: string): string | null {
  const words = tidy(tidy(title).split(/ [-–—|:] |: /u)[0] ?? '').replace(NOT_A_ROLE, ' ');
  const bare = tidy(words.replace(/\s+/gu, ' '));
  if (bare === '' || bare.split(' ').length > 4 || !ROLE_WORD.test(bare)) return null;
  return fold(bare) === '' ? null : bare;
}

/** True if a title names a role or a framework, and so no skill. */
export function isOverAll(title: string): boolean {
  return roleOfTitle(title) !== null || OVER_ALL.test(title);
}
