/**
 * Names of grades, how well somebody can do a thing, lowest first; words of one line stand on one step. Data, in small
 * letters, without accents.
 */
import { fold } from './names.ts';

export const GRADE_WORDS: readonly (readonly string[])[] = [
  ['none', 'no knowledge', 'unaware', 'keine', 'aucune connaissance', 'ninguno', 'なし'],
  ['awareness', 'aware', 'exposure', 'kenner', 'sensibilisation'],
  [
    'novice',
    'beginner',
    'foundational',
    'foundation',
    'fundamental',
    'basic',
    'basics',
    'elementary',
    'learning',
  ],
  ['grundlagen', 'anfanger', 'debutant', 'notions', 'principiante', 'basico', '入门', '初级', '初級'],
  ['working', 'competent', 'intermediate', 'familiar', 'applying', 'fortgeschritten', 'anwender', 'konner'],
  ['intermediaire', 'intermedio', '中级', '中級'],
  [
    'practitioner',
    'proficient',
    'advanced',
    'experienced',
    'skilled',
    'erfahren',
    'avance',
    'avanzado',
    '高级',
    '上級',
  ],
  ['expert', 'mastery', 'master', 'experte', 'experto', 'expertise', 'guiding', '专家', 'エキスパート'],
  ['mentor', 'teacher', 'authority', 'leading', 'shaping', 'thought leader'],
];

const STEPS: ReadonlyMap<string, number> = new Map(
  GRADE_WORDS.flatMap((words, step) => words.map((word) => [word, step + 1] as const)),
);

/** How high a grade stands among the others: by its number or word; null where neither says it. */
export function gradeHeight(name: string): number | null {
  const words = fold(name);
  const number = /^(?:(?:level|grade|stufe|niveau|l)? ?)(\d{1,2})$/.exec(words)?.[1];
  return number === undefined ? (stepOf(words) ?? null) : Number(number);
}

/** "Working knowledge" is "working". */
function stepOf(words: string): number | undefined {
  return STEPS.get(words) ?? STEPS.get(/^(\S+) \S+$/.exec(words)?.[1] ?? '');
}

/** True if a name is a word for a grade; a number alone is none. */
export function isGradeWord(name: string): boolean {
  return stepOf(fold(name)) !== undefined;
}

/** Lowest first, where all say how high they stand; else null. */
export function gradesInOrder(names: readonly string[]): readonly string[] | null {
  const heights = new Map(names.map((name) => [name, gradeHeight(name)]));
  if ([...heights.values()].some((height) => height === null)) return null;
  return [...names].sort((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
}
