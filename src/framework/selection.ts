/**
 * What a document is about: a profile (one role at one level), or a step (from one profile to the next), picked from a
 * framework by names. The borders of select.ts, anchors.ts and changes.ts.
 */
import type { ChangeKind } from './changes.ts';
import type {
  Entry,
  Expectation,
  Framework,
  Grade,
  Interview,
  Level,
  Question,
  Requirement,
  Role,
  RoleLevel,
  ScalePoint,
  Skill,
  Text,
} from './framework.ts';

/** One role at one level, with everything that is asked there. */
export interface Profile {
  readonly framework: Framework;
  readonly role: Role;
  readonly level: Level;
  /** The role's own words at this level. */
  readonly roleLevel: RoleLevel;
  /** Everything asked of the role at the level, in the order of DATA.md (domain, category, name). */
  readonly criteria: readonly Criterion[];
  /** No criterion is required here: documents then take all of them (DATA.md, Required). */
  readonly noneRequired: boolean;
  /** Nothing is said about any criterion here: "required", "optional" and counts are not printed at all. */
  readonly nothingSaid: boolean;
}

/** A profile as one interview uses it: `chosen` is what the form rates, in its order. */
export interface InterviewSelection extends Profile {
  readonly chosen: readonly Criterion[];
  readonly interview: Interview | null;
  /** Whole minutes of the interview, without writing. */
  readonly minutes: number;
  /** True where `--skill` named them. */
  readonly bySkill: boolean;
}

/** A skill as judged at a role and level. */
export interface Criterion {
  readonly skill: Skill;
  /** What is asked here in full: the entry's own, or that of `sameAs`, or (cumulative) the nearest below. */
  readonly expectation: Expectation;
  /** The level's own requirement (never inherited). */
  readonly requirement: Requirement;
  /** Set where the text is another level's by `same_as`: "As Lead:". */
  readonly sameAs: Level | null;
  /** Set where the framework is cumulative and the text is a lower level's own. */
  readonly inheritedFrom: Level | null;
  /** Cumulative only: the lower own texts on the path, nearest first. */
  readonly lower: readonly { readonly level: Level; readonly expectation: Expectation }[];
  /** One for each point of the scale, lowest first. */
  readonly anchors: readonly Anchor[];
  /** The first question that fits, or the interview's; none fits: null. */
  readonly question: Question | null;
}

/** What stands under a point of the scale, and where it came from. */
export interface Anchor {
  readonly point: ScalePoint;
  readonly from: 'level' | 'grade' | 'written' | 'scale';
  /** The level whose text it is (`from: level`). */
  readonly level: Level | null;
  /** The grade whose text it is (`from: grade`); one without a text reads as a sentence of the messages. */
  readonly grade: Grade | null;
  readonly text: Text | null;
  readonly statements: readonly Text[];
}

export interface Change {
  readonly kind: ChangeKind;
  readonly skill: Skill;
  /** What is asked today; null where nothing is (no entry, not applicable, not defined). */
  readonly today: Criterion | null;
  readonly next: Criterion | null;
  /** The entries as written, to tell "not asked" from "not defined". */
  readonly todayEntry: Entry | null;
  readonly nextEntry: Entry | null;
  readonly requirementToday: Requirement | null;
  readonly requirementNext: Requirement | null;
}

/** From one profile to another. */
export interface Step {
  readonly framework: Framework;
  readonly from: Profile;
  readonly to: Profile;
  /** In the order shown: by kind as CHANGE_KINDS has them, inside by the order of skills. */
  readonly changes: readonly Change[];
}

/** A role, with all its levels. */
export interface RoleSelection {
  readonly framework: Framework;
  readonly role: Role;
}

/** One skill, in all roles. */
export interface SkillSelection {
  readonly framework: Framework;
  readonly skill: Skill;
}
