/** What long records say, role by role and skill by skill, before it is put in order. */
import type { Requirement } from '../../framework/framework.ts';
import type { Place } from '../material.ts';
import type { Said } from './said.ts';
import type { Sentinel } from './sentinels.ts';

/** What ids in a row stand for: entries of another list, by id. */
export type References = ReadonlyMap<
  string,
  { readonly name: string; readonly id: string; readonly text: string | null; readonly place: Place }
>;

export interface GatheredRole {
  readonly number: number;
  readonly name: string;
  readonly place: Place;
  family: string | null;
  text: string | null;
  /** By name, as met; '' of rows whose level says that there is none. */
  readonly levels: Map<string, { readonly text: string | null; readonly place: Place }>;
  readonly notes: Map<string, string>;
}

export interface GatheredSkill {
  readonly name: string;
  readonly id: string | null;
  readonly place: Place;
  domain: string | null;
  category: string | null;
  text: string | null;
  /** Other texts that describe it. */
  readonly otherTexts: Set<string>;
  /** By name. */
  readonly grades: Map<string, string | null>;
  readonly notes: Map<string, string>;
  /** By numbers of role and level: there may be half a million. */
  readonly cells: Map<number, GatheredCell>;
}

export interface GatheredCell {
  readonly role: string;
  readonly level: string;
  /** What its record asks, or each of several. */
  said: Said | Said[] | null;
  grade: string | null;
  requirement: Requirement;
  weight: number | null;
  none: Exclude<Sentinel, { is: 'empty' }> | null;
  others: { readonly head: string; readonly text: string }[] | null;
  readonly place: Place;
}

export function isSeveral(said: Said | Said[]): said is Said[] {
  return Array.isArray(said);
}

/** Several records of one skill, role and level: each is a statement. */
export function saidTogether(said: GatheredCell['said']): Said {
  if (said === null) return { text: null, statements: [] };
  if (!isSeveral(said)) return said;
  return {
    text: null,
    statements: said.flatMap(({ text, statements }) => [...(text === null ? [] : [text]), ...statements]),
  };
}
