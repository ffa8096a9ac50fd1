/**
 * Whether names are those of levels, in which order, and which role they speak of: "Senior Dev 1" is a level (senior, 1) of
 * a role (Dev).
 */
import { LEVEL_PREFIXES, LEVEL_WORDS } from './level-words.ts';
import { fold, tidy } from './names.ts';
import { ROLE_WORD } from './role-words.ts';

const STEPS: ReadonlyMap<string, number> = new Map(
  LEVEL_WORDS.flatMap((words, step) => words.map((word) => [word, step + 1] as const)),
);
const NUMBERED = new RegExp(`^(?:${LEVEL_PREFIXES.join('|')})[ -]?(\\d{1,2})([a-z]?)$`);
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7 };
/** As wide as a step: numbers tell levels of one word apart. */
const WIDE = 100;
/** Where a name has a number and no word: "Engineer 2" stands between junior and senior. */
const PLAIN_STEP = 5;
/** Codes that are of levels whatever the name before them: "Nurse (IC2)", but not "Bug (P2)". */
const SURE_CODE = /^(?:ic|level|lvl|grade|stufe|niveau|nivel)/;

/** A name taken apart. */
export interface LevelName {
  /** Grows with the level; comparable among names of one ladder. */
  readonly height: number;
  /** Words that say no height: the role, "" where none is left. As written. */
  readonly core: string;
}

/** The parts of a level's name; null where nothing in it says a level. */
export function levelName(name: string): LevelName | null {
  // A year makes it a position in a life, and a question is about levels.
  if (/(?<!\d)(?:19|20)\d\d(?!\d)|[?？]$/.test(name)) return null;
  const bare = name.replace(/\([^()]*\)/g, ' ').trim();
  const words = bare.split(/[\s/]+/u).filter((word) => fold(word) !== '');
  const whole = fold(bare);
  const numbered = NUMBERED.exec(whole) ?? /^(\d{1,2})([a-z]?)$/.exec(whole);
  if (numbered) return { height: numberHeight(numbered), core: '' };
  if (words.length === 0 || words.length > 6) return null;
  let height = 0;
  let number = 0;
  const core: string[] = [];
  for (const word of words) {
    const plain = fold(word);
    const step = STEPS.get(plain) ?? STEPS.get(plain.replace(/(?:-| )?(?:level|lvl)$/, ''));
    const own = /^\d{1,2}$/.test(plain) ? Number(plain) : core.length > 0 ? (ROMAN[plain] ?? null) : null;
    const code = NUMBERED.exec(plain);
    if (plain === 'manager') core.push(word);
    else if (step !== undefined) height = higher(height, step);
    else if (own !== null) number = own;
    else if (code) number = number || Number(code[1]);
    else if (!/^(?:level|lvl|stufe|niveau|nivel)$/.test(plain)) core.push(word);
  }
  if (core.length === 1 && fold(core[0] ?? '') === 'manager')
    return { height: higher(height, STEPS.get('manager') ?? 0) * WIDE + number, core: '' };
  const role = core.join(' ');
  if (height === 0 && number === 0) return codedName(name, role);
  // "Week 2" is no level, "Engineer 2" is.
  if (height === 0 && !ROLE_WORD.test(role)) return null;
  return { height: (height || PLAIN_STEP) * WIDE + number, core: role };
}

/** "Engineer (IC2)": its code alone says how high it is. */
function codedName(name: string, role: string): LevelName | null {
  const code = /\(([^()]*)\)\s*$/.exec(name)?.[1] ?? '';
  const numbered = NUMBERED.exec(fold(code));
  const sure = SURE_CODE.test(fold(code)) || ROLE_WORD.test(role);
  return numbered && sure ? { height: numberHeight(numbered), core: role } : null;
}

function numberHeight([, digits = '', letter = '']: RegExpExecArray | readonly string[]): number {
  return PLAIN_STEP * WIDE + Number(digits) + (letter === '' ? 0 : (letter.charCodeAt(0) - 96) / 30);
}

/** "Senior Staff" is above "Staff": the higher step, and half of one more. */
function higher(before: number, step: number): number {
  return before === 0 ? step : Math.max(before, step) + 0.5;
}

/** "IC1 Software Engineer" as the level "IC1" of the role "Software Engineer"; null where it says no level. */
export function splitLevel(name: string): { readonly level: string; readonly role: string } | null {
  const parts = levelName(name);
  if (!parts) return null;
  const words = name.split(/\s+/u);
  const core = parts.core.split(' ').filter((word) => word !== '');
  const level = words.filter((word) => !core.includes(word)).join(' ');
  return level === '' ? null : { level, role: parts.core };
}

const CODE = /^[A-Z]{1,4}[ -]?\d{1,2}[a-z]?$/;

/** "Senior (IC4)" as "Senior" with the code "IC4"; what else stands in brackets is an aside: "Developer 1 (Green)". */
export function withoutBrackets(name: string): {
  readonly name: string;
  readonly code: string | null;
  readonly aside: string | null;
} {
  const inside = /\(([^()]+)\)\s*$/.exec(name)?.[1]?.trim() ?? null;
  const bare = inside === null ? '' : tidy(name.replace(/\([^()]+\)\s*$/, ''));
  if (inside === null || bare === '') return { name: tidy(name), code: null, aside: inside };
  return CODE.test(inside)
    ? { name: bare, code: inside, aside: null }
    : { name: bare, code: null, aside: inside };
}

/** True if so many names of a row or column are levels that it must be the ladder: two at least, and one at most that stands twice. */
export function areLevels(names: readonly string[]): boolean {
  const told = names.filter((name) => fold(name) !== '');
  const numbers = told.filter((name) => /^\d+$/.test(name.trim())).map(Number);
  // Numbers alone are levels where they count on.
  if (
    numbers.length > 0 &&
    !(numbers.length === told.length && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1))
  )
    return false;
  if (told.length < 2 || new Set(told.map(fold)).size < Math.max(2, told.length - 1)) return false;
  if (areCoded(told)) return true;
  const known = levelsAmong(told).length;
  return known >= 2 && known >= told.length * 0.6;
}

/** "D1 Associate", "D2 Designer": codes that count on, of which one at least stands before a word of levels or roles. */
function areCoded(names: readonly string[]): boolean {
  const codes = names.map((name) => /^([A-Z]{1,3})(\d{1,2}) /.exec(name.trim()));
  const [first] = codes;
  return (
    codes.every((code, i) => code?.[1] === first?.[1] && Number(code?.[2]) === Number(first?.[2]) + i) &&
    names.some((name) => levelName(name) !== null || ROLE_WORD.test(name))
  );
}

/** Names that are levels, in order, with those of the role alone: "Buyer" and "Buyer II" beside "Senior Buyer". */
export function levelsAmong(names: readonly string[]): readonly string[] {
  const cores = new Set(names.map((name) => fold(levelName(name)?.core ?? '')).filter((core) => core !== ''));
  return names.filter((name) => levelName(name) !== null || cores.has(fold(withoutNumber(name))));
}

function withoutNumber(name: string): string {
  return name.replace(/\s+(?:\d{1,2}|[IV]{1,3})$/, '');
}

/** True if none is lower than the one before on its track, as far as their words say. */
export function ascend(names: readonly string[]): boolean {
  const reached = new Map<string | null, number>();
  return names.every((name) => {
    const height = levelName(name)?.height;
    if (height === undefined) return true;
    const before = reached.get(trackOf(name)) ?? 0;
    reached.set(trackOf(name), height);
    return height >= before;
  });
}

/** What codes of one track begin with: P3 and M1 stand on two, and neither is above the other by its number. Null of names in words. */
export function trackOf(name: string): string | null {
  const code = NUMBERED.exec(fold(name));
  return code ? code[0].replace(/[^\p{L}].*$/u, '') : null;
}

/** The role that level names speak of: the words that most of them share; null where they speak of none. */
export function roleIn(names: readonly string[]): string | null {
  const [best] = rolesSpokenOf(names);
  return best && best.count >= 2 && best.count * 2.5 >= names.length ? best.name : null;
}

/** The roles that two level names or more speak of each: more than one, where one head has ladders of several. */
export function rolesIn(names: readonly string[]): readonly string[] {
  return rolesSpokenOf(names).flatMap(({ name, count }) => (count >= 2 ? [name] : []));
}

/** Each role that level names speak of, the one that most speak of first. */
function rolesSpokenOf(
  names: readonly string[],
): readonly { readonly name: string; readonly count: number }[] {
  const cores = levelsAmong(names).flatMap(
    (name) => (levelName(name) ?? { core: withoutNumber(name) }).core || [],
  );
  const counted = new Map<string, { name: string; count: number }>();
  for (const core of cores) {
    const key = [...counted.keys()].find((other) => sameRole(other, fold(core))) ?? fold(core);
    const before = counted.get(key);
    const longer = before && before.name.length >= core.length ? before.name : core;
    counted.set(key, { name: longer, count: (before?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count);
}

/** "dev" is short for "developer", "engineer" for "engineering". */
function sameRole(a: string, b: string): boolean {
  const [some, others] = [a.split(' '), b.split(' ')];
  return some.length === others.length && some.every((word, i) => sameWord(word, others[i] ?? ''));
}

function sameWord(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)));
}
