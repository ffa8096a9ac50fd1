/**
 * Role x level x skill as a table of what is written: texts, what is required, which questions fit, where the anchors come
 * from, and the holes. It says nothing is wrong; who reads it knows what was meant.
 */
import type { Framework, Requirement, Role, Skill } from '../framework.ts';
import { inOrder } from '../profile.ts';
import type { Anchor, Criterion, Profile } from '../selection.ts';
import { allProfiles } from './profiles.ts';

/** `nothing`: no entry. `inherited`: a lower level's, in a cumulative framework. */
export type CellState = 'asked' | 'same-as' | 'inherited' | 'not-applicable' | 'not-defined' | 'nothing';

export interface CoverageCell {
  readonly role: string;
  readonly level: string;
  readonly skill: string;
  readonly state: CellState;
  /** null where nothing is asked. */
  readonly requirement: Requirement | null;
  /** Its own text and statements. */
  readonly texts: number;
  readonly grade: string | null;
  /** The level whose text it is, where that is another. */
  readonly from: string | null;
  /** Ids of the questions that fit, in the order in which they are tried. */
  readonly questions: readonly string[];
  /** What stands under each point of the scale, lowest first. */
  readonly anchors: readonly { readonly point: string; readonly from: Anchor['from'] }[];
  /** A text that is missing or still to be written, or a required skill without a question. */
  readonly hole: boolean;
}

export interface RoleCoverage {
  readonly role: Role;
  readonly levels: readonly string[];
  /** Skills that the role is asked for at some level or that leave it open, in the order of documents; a cell for each level. */
  readonly rows: readonly { readonly skill: Skill; readonly cells: readonly CoverageCell[] }[];
}

/** One table a role. */
export function coverageTable(framework: Framework): readonly RoleCoverage[] {
  return framework.roles.map((role) => {
    const profiles = allProfiles(framework).filter((profile) => profile.role === role);
    const rows = inOrder(framework, framework.skills).map((skill) => ({
      skill,
      cells: profiles.map((profile) => cellOf(profile, skill)),
    }));
    return {
      role,
      levels: profiles.map(({ level }) => level.id),
      rows: rows.filter(({ cells }) => cells.some(({ state }) => state !== 'nothing')),
    };
  });
}

function cellOf(profile: Profile, skill: Skill): CoverageCell {
  const { role, level } = profile;
  const place = { role: role.id, level: level.id, skill: skill.id };
  const criterion = profile.criteria.find((one) => one.skill === skill);
  if (criterion) return { ...place, ...asked(profile, criterion) };
  const entry = skill.entries.get(role.id)?.get(level.id);
  const state = entry?.kind === 'not-applicable' || entry?.kind === 'not-defined' ? entry.kind : 'nothing';
  const nothing = { requirement: null, texts: 0, grade: null, from: null, questions: [], anchors: [] };
  return { ...place, state, ...nothing, hole: state !== 'not-applicable' };
}

function asked(
  { role, level }: Profile,
  { skill, expectation, requirement, sameAs, inheritedFrom, anchors }: Criterion,
): Omit<CoverageCell, 'role' | 'level' | 'skill'> {
  const questions = skill.questions.filter(
    (question) =>
      (question.levels?.includes(level.id) ?? true) && (question.roles?.includes(role.id) ?? true),
  );
  const from = sameAs ?? inheritedFrom;
  return {
    state: sameAs ? 'same-as' : inheritedFrom ? 'inherited' : 'asked',
    requirement,
    texts: from ? 0 : expectation.statements.length + (expectation.text ? 1 : 0),
    grade: expectation.grade?.id ?? null,
    from: from?.id ?? null,
    questions: questions.map(({ id }) => id),
    anchors: anchors.map(({ point, from: source }) => ({ point: point.id, from: source })),
    hole: requirement === 'required' && questions.length === 0,
  };
}
