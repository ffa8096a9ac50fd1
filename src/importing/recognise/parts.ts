/** Parts of a draft with nothing said but what is given: a recogniser writes what it knows, and no more. */
import type { Claim, Draft, DraftCell, DraftLevel, DraftRole, DraftSkill, Remark } from '../draft.ts';
import type { Material, Place } from '../material.ts';

type Given<T, K extends keyof T> = Pick<T, K> & Partial<T>;

export function cellOf(given: Given<DraftCell, 'level' | 'place'>): DraftCell {
  return {
    ...{ role: null, text: null, statements: [], grade: null, requirement: 'unsaid' },
    ...{ weight: null, notes: [], hole: null, sameAs: null },
    ...given,
  };
}

export function skillOf(given: Given<DraftSkill, 'id' | 'name' | 'cells' | 'place'>): DraftSkill {
  return {
    ...{ domain: null, category: null, topics: [], summary: null, updated: null, notes: [], grades: [] },
    ...given,
  };
}

export function roleOf(given: Given<DraftRole, 'id' | 'name' | 'place'>): DraftRole {
  return { family: null, summary: null, notes: [], levels: null, ...given };
}

export function levelOf(given: Given<DraftLevel, 'id' | 'name' | 'place'>): DraftLevel {
  return { summary: null, rank: null, next: null, ...given };
}

export function draftOf(given: Given<Draft, 'levels' | 'roles' | 'skills'>): Draft {
  return { language: null, cumulative: false, domains: [], claims: [], guesses: [], skipped: [], ...given };
}

/** The file as a whole. */
export function placeOf({ source }: Material): Place {
  return { source, line: null, sheet: null, row: null, column: null };
}

/** What is gathered on the way. */
export class Remarks {
  readonly guesses: Remark[] = [];
  readonly skipped: Remark[] = [];
  readonly claims: Claim[] = [];

  guess(message: string, place: Place): void {
    this.guesses.push({ message, place });
  }

  skip(message: string, place: Place): void {
    this.skipped.push({ message, place });
  }
}
