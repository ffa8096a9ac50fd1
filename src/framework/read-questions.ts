/** The questions of a skill, and the kinds that there are: a question has one, an interview may want one. */

import { knownNames } from '../problems/nearest.ts';
import { type Frame, listedLevels, listedRoles } from './frame.ts';
import type { Question, QuestionKind } from './framework.ts';
import { QUESTION_KEYS } from './keys.ts';
import type { Value } from './value.ts';

const KINDS: readonly QuestionKind[] = ['did', 'case'];

/** A kind of question; null where none is written, or (with a Problem) none that there is. */
export function readKind(value: Value | null): QuestionKind | null {
  const written = value?.string() ?? null;
  if (!value || written === null) return null;
  const kind = KINDS.find((k) => k === written);
  if (kind) return kind;
  const help = knownNames(written, KINDS);
  value.reader.fail('unknown-kind', `"${written}" is no kind of question`, value.span, help);
  return null;
}

/** The questions of a skill, in the order of the file, which is the order in which they are tried. */
export function readQuestions(frame: Frame, value: Value | null): readonly Question[] {
  const read = (value?.items() ?? []).flatMap((item): Question[] => {
    const pairs = item.pairs(QUESTION_KEYS);
    const get = (key: string): Value | null => item.get(pairs, key);
    const id = item.must(pairs, 'id')?.id() ?? null;
    const ask = item.mustText(pairs, 'ask');
    const levels = get('levels');
    const roles = get('roles');
    const question: Question = {
      id: id ?? '',
      kind: readKind(get('kind')),
      levels: levels ? listedLevels(frame, levels).map(({ id }) => id) : null,
      roles: roles ? listedRoles(frame, roles).map(({ id }) => id) : null,
      minutes: get('minutes')?.minutes(1) ?? null,
      ask,
      probes: get('probes')?.texts() ?? [],
      listenFor: get('listen_for')?.texts() ?? [],
      warningSigns: get('warning_signs')?.texts() ?? [],
      span: get('id')?.span ?? item.span,
    };
    return id === null ? [] : [question];
  });
  return frame.reader.unique(read, 'question');
}
