/**
 * What is new in what is asked next, word for word. Only where that helps a reader: statements that stand on both sides,
 * and two paragraphs of which most words are the same. A difference of rewritten sentences is noise.
 */
import { diffArrays } from 'diff';
import type { AskedView, DifferenceView } from './schema.ts';

const NOTHING: DifferenceView = { pieces: [], statements: [], lang: null };

/** Of the words of the longer text, this share must stand in both. */
const MOSTLY = 0.6;

/** True where both sides ask the same, word for word, whatever each refers to for it. */
export function saysTheSame(today: AskedView | null, next: AskedView | null): boolean {
  const said = ({ words, label, lower }: AskedView): string => JSON.stringify([words, label, lower]);
  return today !== null && next !== null && said(today) === said(next);
}

/** The next side's words with what is new in them. Both null, or nothing to mark: no pieces and no statements. */
export function differenceOf(today: AskedView | null, next: AskedView | null): DifferenceView {
  if (!today || !next) return NOTHING;
  const [old, now] = [today.words, next.words];
  if (now.statements.length > 0 && old.statements.length > 0) {
    const known = new Set(old.statements.map(({ text }) => text));
    const statements = now.statements.map((text) => ({ text, isNew: !known.has(text.text) }));
    const some = statements.some(({ isNew }) => isNew) && statements.some(({ isNew }) => !isNew);
    return some ? { pieces: [], statements, lang: now.lang } : NOTHING;
  }
  const single = [old, now].every(({ more, statements }) => more.length === 0 && statements.length === 0);
  if (!single || !old.lead || !now.lead || old.lead.lang !== now.lead.lang) return NOTHING;
  return { ...NOTHING, pieces: newWords(old.lead.text, now.lead.text), lang: now.lead.lang };
}

/** The second text in pieces; none where nothing is new in it or most of it is. */
function newWords(old: string, now: string): DifferenceView['pieces'] {
  const [before, after] = [old.split(' '), now.split(' ')];
  const longer = Math.max(before.length, after.length);
  if (shared(before, after) < MOSTLY * longer) return [];
  const parts = diffArrays(before, after);
  const kept = parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0);
  if (kept < MOSTLY * longer) return [];
  const pieces = parts.flatMap((part) =>
    part.removed ? [] : [{ text: part.value.join(' '), isNew: part.added }],
  );
  return pieces.some(({ isNew }) => isNew) ? pieces : [];
}

/** How many words stand in both, in whatever order: no comparison in order keeps more. */
function shared(before: readonly string[], after: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1);
  return after.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  }).length;
}
