/**
 * The loaded skill framework: one shape, whatever form the files had. Sugar is gone (roles: all, lists of required
 * levels, grades, same ladders for many roles), names are resolved to ids that exist, texts are normalised.
 *
 * Kept true: every id that is mentioned here exists; `skills` and `roles` are sorted by id, `levels` and `scale` lowest
 * first; a text is plain (never Markdown): one newline became a space, an empty line parts paragraphs ("\n\n").
 */
import type { Named } from '../problems/named.ts';
import type { Span } from '../problems/source.ts';

/** A text of the company, by language (BCP 47); a plain string in the files stands under the framework's language. */
export interface Text {
  readonly byLanguage: Readonly<Record<string, string>>;
  readonly span: Span;
  /** Where the text of each language begins. */
  readonly spans: Readonly<Record<string, Span>>;
}

/** `unsaid`: nothing was written, which is neither. */
export type Requirement = 'required' | 'optional' | 'unsaid';

export interface Framework {
  readonly name: Text;
  readonly version: string | null;
  readonly language: string;
  readonly cumulative: boolean;
  readonly summary: Text | null;
  readonly levels: readonly Level[];
  readonly domains: readonly Domain[];
  readonly scale: readonly ScalePoint[];
  readonly timing: OwnTiming;
  readonly texts: CompanyTexts;
  readonly roles: readonly Role[];
  readonly skills: readonly Skill[];
  readonly span: Span;
}

export interface Level {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text | null;
  readonly rank: number;
  /** Ids of the levels of the next step; several where the ladder forks. */
  readonly next: readonly string[];
  readonly span: Span;
}

export interface Domain {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text | null;
  readonly description: Text | null;
  readonly span: Span;
}

/** Which text stands at a point of the scale: the level's own, a neighbour's, or the point's `means`. */
export type AnchorRule = 'none' | 'previous' | 'this' | 'next';

export interface ScalePoint {
  readonly id: string;
  readonly name: Text;
  readonly anchor: AnchorRule;
  readonly means: Text | null;
  readonly span: Span;
}

/** Minutes. `writing` comes after the end and is no part of `minutes`. */
export interface Timing {
  readonly minutes: number;
  readonly opening: number;
  readonly questions: number;
  readonly closing: number;
  readonly writing: number;
}

/** As the framework says it. */
export interface OwnTiming extends Timing {
  readonly span: Span;
}

/** Scripts and rules that the company sets; each may be absent, and then its section is. */
export interface CompanyTexts {
  /** Read aloud at the start. */
  readonly opening: Text | null;
  /** Read aloud at the end. */
  readonly closing: Text | null;
  readonly fairQuestions: { readonly ask: Text; readonly never: Text } | null;
  /** How a candidate gets an adjustment (more time, another format). */
  readonly adjustments: Text | null;
  /** That, and how, the candidate may read the form. */
  readonly access: Text | null;
  /** How long a filled form is kept, for the foot: "6 months from the decision". */
  readonly retention: { readonly scorecard: Text | null; readonly promotion: Text | null };
  /** The committee's rules, one a line. */
  readonly committee: readonly Text[];
  /** The questions that peers are asked. */
  readonly peerQuestions: readonly Text[];
}

export interface Note {
  readonly kind: string;
  readonly text: Text;
}

export interface Role {
  readonly id: string;
  readonly name: Text;
  readonly family: Text | null;
  readonly summary: Text | null;
  readonly notes: readonly Note[];
  /** The role's levels, in the framework's order. */
  readonly levels: readonly RoleLevel[];
  /** The loop. */
  readonly interviews: readonly Interview[];
  readonly updated: string | null;
  readonly span: Span;
}

export interface RoleLevel {
  readonly level: string;
  /** Stands for "Role, Level" in titles and heads. */
  readonly title: Text | null;
  readonly code: string | null;
  /** The role's scope at this level. */
  readonly summary: Text | null;
  readonly span: Span;
}

export interface Interview {
  readonly id: string;
  readonly name: Text;
  readonly minutes: number;
  readonly who: Text | null;
  readonly format: Text | null;
  readonly skills: readonly InterviewSkill[];
  readonly span: Span;
}

export interface InterviewSkill {
  readonly skill: string;
  /** The question to ask instead of the first that fits, where it fits itself. */
  readonly question: Named | null;
  /** The kind whose first question that fits is asked; never beside `question`. */
  readonly kind: QuestionKind | null;
  readonly span: Span;
}

export interface Skill {
  readonly id: string;
  readonly name: Text;
  readonly domain: SkillDomain | null;
  readonly category: Text | null;
  readonly topics: readonly Text[];
  readonly updated: string | null;
  readonly summary: Text | null;
  readonly notes: readonly Note[];
  /** What stands for each role and level, by role id, then level id; no entry is a hole of its own kind. */
  readonly entries: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  readonly grades: readonly Grade[];
  readonly questions: readonly Question[];
  /** Anchors written by hand: role id, level id, point id. Wins over the ladder's text. */
  readonly anchors: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Text>>>;
  readonly span: Span;
}

/** A domain by its name in a skill; `id` where the framework lists it. */
export interface SkillDomain {
  readonly id: string | null;
  readonly name: Text;
}

export type Entry = Expectation | SameAs | Hole;

/** What a skill asks of a role at a level: text, statements or a grade, one of them at least. */
export interface Expectation {
  readonly kind: 'expectation';
  readonly text: Text | null;
  readonly statements: readonly Text[];
  readonly grade: Grade | null;
  readonly requirement: Requirement;
  readonly weight: number | null;
  readonly notes: readonly Note[];
  readonly span: Span;
}

/** The text of that level of the same skill and role; no expectation of its own in counts. */
export interface SameAs {
  readonly kind: 'same-as';
  readonly level: string;
  /** The expectation meant, at the end of the chain. */
  readonly expectation: Expectation;
  readonly requirement: Requirement;
  readonly span: Span;
}

export interface Hole {
  readonly kind: 'not-applicable' | 'not-defined';
  readonly span: Span;
}

/** A step of a skill's own scale, lowest first in `Skill.grades`; a grade may lack a text. */
export interface Grade {
  readonly id: string;
  readonly name: Text;
  readonly text: Text | null;
  readonly span: Span;
}

/** did: what did you do. case: work this case. */
export type QuestionKind = 'did' | 'case';

export interface Question {
  readonly id: string;
  readonly kind: QuestionKind | null;
  /** Level ids it fits; null: any. */
  readonly levels: readonly string[] | null;
  /** Role ids it fits; null: any. */
  readonly roles: readonly string[] | null;
  /** An estimate; no document prints it. */
  readonly minutes: number | null;
  readonly ask: Text;
  readonly probes: readonly Text[];
  readonly listenFor: readonly Text[];
  readonly warningSigns: readonly Text[];
  readonly span: Span;
}
