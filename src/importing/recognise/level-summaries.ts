/** Sentences about levels in the text around a ladder: "Senior Engineer 1 (IC4): ..." is what the level is for. */
import type { Tree } from '../material.ts';
import { fold } from './names.ts';

export interface LevelSummary {
  readonly text: string;
  readonly node: Tree;
}

/** The first sentence about a level of this name; null where there is none. */
export function summaryOf(
  tree: Tree | null,
  names: readonly string[],
  code: string | null,
): LevelSummary | null {
  if (!tree) return null;
  const wanted = new Set(names.map(fold));
  const look = (node: Tree): LevelSummary | null => {
    const own = node.kind === 'item' ? aboutLevel(node, wanted, code) : null;
    if (own !== null) return { text: own, node };
    for (const child of node.children) {
      const found = look(child);
      if (found) return found;
    }
    return null;
  };
  return look(tree);
}

function aboutLevel({ label, text }: Tree, wanted: ReadonlySet<string>, code: string | null): string | null {
  const parts = /^(.{1,60}?)\s*(?:\(([^()]*)\))?\s*[:–—]\s*(.*)$/su.exec(label);
  const [, name = '', said, rest = ''] = parts ?? [];
  if (!wanted.has(fold(name)) && (code === null || (said !== code && name !== code))) return null;
  return [rest, text].filter((part) => part !== '').join('\n\n') || null;
}
