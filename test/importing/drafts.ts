/** Drafts for tests, with as little written as says what is meant. */
import type { Draft, DraftCell, DraftLevel, DraftRole, DraftSkill } from '../../src/importing/draft.ts';
import type { Place } from '../../src/importing/material.ts';

export const PLACE: Place = {
  source: { path: 'ladder.md', text: '# Ladder\n\nA table.\n' },
  ...{ line: 3, sheet: null, row: null, column: null },
};

export function level(id: string, more: Partial<DraftLevel> = {}): DraftLevel {
  return { id, name: id, summary: null, rank: null, next: null, place: PLACE, ...more };
}

export function role(id: string, more: Partial<DraftRole> = {}): DraftRole {
  return { id, name: id, family: null, summary: null, notes: [], levels: null, place: PLACE, ...more };
}

export function cell(at: string, text: string | null, more: Partial<DraftCell> = {}): DraftCell {
  return {
    ...{ role: null, level: at, text, statements: [], grade: null, requirement: 'unsaid', weight: null },
    ...{ notes: [], hole: null, sameAs: null, place: PLACE, ...more },
  };
}

export function skill(id: string, cells: readonly DraftCell[], more: Partial<DraftSkill> = {}): DraftSkill {
  return {
    ...{ id, name: id, domain: null, category: null, topics: [], summary: null, updated: null, notes: [] },
    ...{ grades: [], cells, place: PLACE, ...more },
  };
}

export function draft(more: Partial<Draft> = {}): Draft {
  return {
    ...{ language: 'en', cumulative: false, levels: ['junior', 'senior', 'lead'].map((id) => level(id)) },
    ...{ roles: [role('baker')], domains: [], claims: [], guesses: [], skipped: [] },
    skills: [
      skill('kneading', [
        cell('junior', 'Kneads given doughs.'),
        cell('senior', 'Chooses the dough for a loaf.'),
        cell('lead', 'Sets the doughs of the house.'),
      ]),
    ],
    ...more,
  };
}
