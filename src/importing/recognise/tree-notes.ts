/** What a key says beside what is asked, as notes: each of its texts one, under the key's name. */
import type { DraftNote } from '../draft.ts';
import type { Tree } from '../material.ts';
import { fold } from './names.ts';

/** Keys of what stands beside what is asked. */
const BESIDE = /^(?:examples?|notes?|evidence|signals?|signs|tips|resources|links?|questions?)$/;

/** True of a key of what stands beside what is asked: examples, links. */
export function isBeside({ kind, label }: Tree): boolean {
  return kind === 'key' && BESIDE.test(fold(label));
}

/** `improvement_tips: { 1→2: ... }` is a note of the kind "improvement tips (1→2)". */
export function noteLines(node: Tree, kind: string = kindOf(node.label)): readonly DraftNote[] {
  const own = node.text === '' ? [] : [{ kind, text: node.text }];
  return [...own, ...node.children.flatMap((child) => below(child, kind))];
}

function below(child: Tree, kind: string): readonly DraftNote[] {
  if (child.kind !== 'entry') return noteLines(child, `${kind} (${kindOf(child.label)})`);
  if (child.children.length === 0) return child.text === '' ? [] : [{ kind, text: child.text }];
  // An entry with keys of its own is one note: a title, where it leads, what it is.
  const parts = child.children.flatMap(({ text, children }) =>
    children.length === 0 && text !== ''
      ? [text]
      : children.map((one) => one.text).filter((one) => one !== ''),
  );
  return parts.length === 0 ? [] : [{ kind, text: parts.join(', ') }];
}

function kindOf(label: string): string {
  return label
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()
    .toLowerCase();
}
