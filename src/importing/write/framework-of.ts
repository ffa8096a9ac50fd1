/**
 * A draft as a framework: what the files that are written will load to. In a folder that has a framework.yaml, its levels, domains
 * and language hold.
 */
import type { Domain, Framework, Grade, Role, Skill } from '../../framework/framework.ts';
import type { FrameworkHead } from '../../framework/read-framework.ts';
import { LANGUAGE, plainly, SLUG } from '../../framework/value.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Draft, DraftRole, DraftSkill, Remark } from '../draft.ts';
import type { Place } from '../material.ts';
import { placeSpan } from '../where.ts';
import { type Around, entriesOf, levelsAsked, notesOf } from './cells.ts';
import { Cleaner } from './clean.ts';
import { domainNamed, domainsOf } from './domains.ts';
import { type Levels, ownLevels, theirLevels } from './levels.ts';
import { usualPath } from './role.ts';

/** What was found, as a framework without the parts that only a company has (scale, times, scripts). */
export interface Found
  extends Pick<Framework, 'language' | 'cumulative' | 'levels' | 'domains' | 'roles' | 'skills'> {
  /** Of the texts of the source; `language` is that of the folder. */
  readonly textLanguage: string;
  /** Where each role and skill stands in the source, by `role/ID` and `skill/ID`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly guesses: readonly Remark[];
  readonly skipped: readonly Remark[];
}

export interface Made {
  readonly found: Found;
  /** `levels-differ`, `unknown-domain`. */
  readonly problems: readonly Problem[];
}

const USUAL = 'en';

/** `head`: of the folder that is written to, where it has one. */
export function frameworkOf(draft: Draft, head: FrameworkHead | null): Made {
  const problems: Problem[] = [];
  const guesses: Remark[] = [...draft.guesses];
  const skipped: Remark[] = [...draft.skipped];
  const said = draft.language !== null && LANGUAGE.test(draft.language) ? draft.language : null;
  const textLanguage = said ?? head?.language ?? USUAL;
  const language = head?.language ?? textLanguage;
  const [anywhere] = [...draft.skills, ...draft.roles, ...draft.levels].map(({ place }) => place);
  if (said === null && anywhere)
    guesses.push({
      message: `the language of the texts is not said: "${textLanguage}" is written`,
      place: anywhere,
    });
  const clean = new Cleaner(textLanguage);
  if (head && draft.cumulative && !head.cumulative && anywhere) {
    const message = `that a level also asks what stands below it: ${head.span.source.path} says otherwise`;
    skipped.push({ message, place: anywhere });
  }
  const levels = head ? theirLevels(draft, head, problems, clean) : ownLevels(draft, clean, textLanguage);
  const asked = levelsAsked(draft);
  for (const { name, levels: own, place } of draft.roles)
    for (const { level } of own ?? [])
      if (!levels.ids.has(level))
        skipped.push({ message: `"${level}" of "${name}": there is no such level`, place });
  const draftRoles = unique(draft.roles, guesses);
  const draftSkills = unique(draft.skills, guesses);
  const roles = draftRoles.map((role) => roleOf(role, draft, asked, levels, clean));
  const domains = domainsOf(draft, head, clean, problems);
  const around: Around = {
    ...{ clean, skipped, levels: levels.ids, order: levels.all.map(({ id }) => id) },
    roles: new Map(roles.map((role) => [role.id, role.levels.map(({ level }) => level)])),
  };
  const skills = draftSkills.map((skill) => skillOf(skill, domains, around, guesses));
  const places = new Map<string, Place>([
    ...draftRoles.map((role): [string, Place] => [`role/${role.id}`, role.place]),
    ...draftSkills.map((skill): [string, Place] => [`skill/${skill.id}`, skill.place]),
  ]);
  skipped.push(...clean.skipped);
  return {
    found: {
      ...{ language, textLanguage, cumulative: head?.cumulative ?? draft.cumulative },
      ...{ levels: levels.all, domains, roles, skills, places },
      ...{ guesses: once(guesses), skipped: once(skipped) },
    },
    problems,
  };
}

/** What has the id of one before gets another. */
function unique<T extends DraftRole | DraftSkill>(list: readonly T[], guesses: Remark[]): readonly T[] {
  const taken = new Set<string>();
  return list.map((item) => {
    const base = SLUG.test(item.id) ? item.id : 'unnamed';
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    if (id === item.id) return item;
    guesses.push({ message: `"${item.name}" is called "${id}" among the files`, place: item.place });
    return { ...item, id };
  });
}

function once(remarks: readonly Remark[]): readonly Remark[] {
  const told = new Set<string>();
  return remarks.filter(({ message, place: { source, line, sheet, row, column } }) => {
    const key = JSON.stringify([message, source.path, line, sheet, row, column]);
    return !told.has(key) && told.add(key);
  });
}

function roleOf(
  role: DraftRole,
  draft: Draft,
  asked: ReturnType<typeof levelsAsked>,
  levels: Levels,
  clean: Cleaner,
): Role {
  const span = placeSpan(role.place);
  const idOf = (id: string): string | undefined => levels.ids.get(id);
  const listed = new Map(
    (role.levels ?? []).flatMap((own) => {
      const id = idOf(own.level);
      return id === undefined ? [] : [[id, own] as const];
    }),
  );
  const named = new Set(listed.keys());
  // A role that lists its levels has no others by the cells of every role.
  const everyone = role.levels === null ? (asked.get(null) ?? []) : [];
  for (const level of [...(asked.get(role.id) ?? []), ...everyone]) {
    const id = idOf(level);
    if (id !== undefined) named.add(id);
  }
  if (draft.cumulative && role.levels === null) between(named, levels);
  if (named.size === 0) for (const id of usualPath(levels.all)) named.add(id);
  return {
    id: role.id,
    name: clean.text(role.name, role.place) ?? plainly(clean.language, role.id, span),
    family: clean.text(role.family, role.place),
    summary: clean.text(role.summary, role.place),
    notes: notesOf(role.notes, role.place, clean),
    levels: levels.all.flatMap(({ id }) => {
      if (!named.has(id)) return [];
      const own = listed.get(id);
      return {
        level: id,
        title: clean.text(own?.title ?? null, role.place),
        code: own?.code == null ? null : clean.words(own.code, role.place) || null,
        summary: clean.text(own?.summary ?? null, role.place),
        span,
      };
    }),
    interviews: [],
    updated: null,
    span,
  };
}

/** Where a level asks all that stands below it, one without a text is a level all the same. */
function between(named: Set<string>, { all }: Levels): void {
  const at = all.flatMap(({ id }, i) => (named.has(id) ? [i] : []));
  for (const { id } of all.slice(at[0] ?? 0, (at.at(-1) ?? -1) + 1)) named.add(id);
}

function skillOf(skill: DraftSkill, domains: readonly Domain[], around: Around, guesses: Remark[]): Skill {
  const { clean } = around;
  const { place } = skill;
  const span = placeSpan(place);
  const grades = gradesOf(skill, around, guesses);
  const { entries, notes } = entriesOf(skill, grades, around);
  const domain = skill.domain === null ? undefined : domainNamed(domains, skill.domain, clean, place);
  const updated = dayOf(skill, around.skipped);
  return {
    id: skill.id,
    name: clean.text(skill.name, place) ?? plainly(clean.language, skill.id, span),
    domain: domain ? { id: domain.id, name: domain.name } : null,
    category: clean.text(skill.category, place),
    topics: clean.texts(skill.topics, place),
    updated,
    summary: clean.text(skill.summary, place),
    notes: [...notesOf(skill.notes, place, clean), ...notes],
    entries,
    grades,
    questions: [],
    anchors: new Map(),
    span,
  };
}

/** The grades of the draft, and those that cells name alone. */
function gradesOf(skill: DraftSkill, { clean }: Around, guesses: Remark[]): readonly Grade[] {
  const { place } = skill;
  const span = placeSpan(place);
  const grades = skill.grades.map(
    ({ id, name, text }): Grade => ({
      ...{ id, span, text: clean.text(text, place) },
      name: clean.text(name, place) ?? plainly(clean.language, id, span),
    }),
  );
  for (const { grade, place: at } of skill.cells) {
    if (grade === null || grades.some(({ id }) => id === grade)) continue;
    guesses.push({ message: `"${skill.name}" has no text for the grade "${grade}"`, place: at });
    grades.push({ id: grade, name: plainly(clean.language, grade, span), text: null, span });
  }
  return grades;
}

function dayOf({ updated, place }: DraftSkill, skipped: Remark[]): string | null {
  if (updated === null) return null;
  const day = new Date(`${updated}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(updated) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(updated)
  )
    return updated;
  skipped.push({ message: `"${updated}" is no day`, place });
  return null;
}
