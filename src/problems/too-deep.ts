/**
 * How deep keys, lists and brackets may stand in one another. What reads a tree mostly calls itself for each step down, the
 * YAML parser's second half too: what is deeper is told before anything walks it.
 */
import type { CST } from 'yaml';

/** More than anybody reads. */
export const DEEPEST = 60;

interface Step {
  readonly token: CST.Token;
  readonly depth: number;
}

/** The offset of the first collection that stands deeper; null where none does. Of the parser's tokens, without calling itself. */
export function tooDeepAt(tokens: readonly CST.Token[]): number | null {
  const steps: Step[] = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { token, depth } = step;
    if (token.type === 'document') {
      if (token.value) steps.push({ token: token.value, depth });
      continue;
    }
    if (!('items' in token)) continue;
    if (depth === DEEPEST) return token.type === 'flow-collection' ? token.start.offset : token.offset;
    for (const { key, value } of [...token.items].reverse()) {
      if (value) steps.push({ token: value, depth: depth + 1 });
      if (key) steps.push({ token: key, depth: depth + 1 });
    }
  }
  return null;
}
