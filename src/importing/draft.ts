/**
 * What a recogniser finds: pieces of a framework in the words of the source, before anything is written. Several files of one import give
 * one draft.
 *
 * Kept true: every text of the source is in it, as an expectation, a name, a note, or in `skipped` with the reason; a guess stands in
 * `guesses`, never among facts alone.
 */
import type { Requirement } from '../framework/framework.ts';
import type { Place } from './material.ts';

export interface Draft {
  /** BCP 47, of the texts; null where it is not known. */
  readonly language: string | null;
  readonly cumulative: boolean;
  /** Lowest first. */
  readonly levels: readonly DraftLevel[];
  readonly roles: readonly DraftRole[];
  readonly domains: readonly {
    readonly name: string;
    readonly description: string | null;
    readonly place: Place;
  }[];
  readonly skills: readonly DraftSkill[];
  /** What the source says of itself: "69 skills". */
  readonly claims: readonly Claim[];
  readonly guesses: readonly Remark[];
  readonly skipped: readonly Remark[];
}

export interface DraftLevel {
  /** A slug, once in the draft. */
  readonly id: string;
  readonly name: string;
  readonly summary: string | null;
  /** As in data/framework.yaml: only where the ladder forks. */
  readonly rank: number | null;
  readonly next: readonly string[] | null;
  readonly place: Place;
}

export interface DraftRole {
  readonly id: string;
  readonly name: string;
  readonly family: string | null;
  readonly summary: string | null;
  readonly notes: readonly DraftNote[];
  /** null: the role has all levels that its expectations name. */
  readonly levels:
    | readonly {
        readonly level: string;
        readonly title: string | null;
        readonly code: string | null;
        readonly summary: string | null;
      }[]
    | null;
  readonly place: Place;
}

export interface DraftSkill {
  readonly id: string;
  readonly name: string;
  readonly domain: string | null;
  readonly category: string | null;
  readonly topics: readonly string[];
  readonly summary: string | null;
  /** An ISO date. */
  readonly updated: string | null;
  readonly notes: readonly DraftNote[];
  /** Lowest first. */
  readonly grades: readonly { readonly id: string; readonly name: string; readonly text: string | null }[];
  readonly cells: readonly DraftCell[];
  readonly place: Place;
}

/** What the source says of a skill for a role at a level. */
export interface DraftCell {
  /** A role's id; null: every role of the draft. */
  readonly role: string | null;
  readonly level: string;
  readonly text: string | null;
  readonly statements: readonly string[];
  /** A grade's id. */
  readonly grade: string | null;
  readonly requirement: Requirement;
  readonly weight: number | null;
  readonly notes: readonly DraftNote[];
  /** It is no expectation. */
  readonly hole: 'not-applicable' | 'not-defined' | null;
  /** "As Lead": the level whose text stands here too. */
  readonly sameAs: string | null;
  readonly place: Place;
}

export interface DraftNote {
  readonly kind: string;
  readonly text: string;
}

/** A number that the source gives. */
export interface Claim {
  readonly what: 'roles' | 'levels' | 'skills' | 'expectations' | 'required' | 'optional';
  readonly count: number;
  readonly place: Place;
}

/** A sentence for the report. */
export interface Remark {
  readonly message: string;
  readonly place: Place;
}

/** A recogniser's answer: how sure it is that the material has its shape (0 to 1), why, and what it finds. */
export interface Recognised {
  /** The shape's name in the report: "ladder table", "records", "grades and requirements". */
  readonly shape: string;
  readonly sure: number;
  readonly why: string;
  draft(): Draft;
}
