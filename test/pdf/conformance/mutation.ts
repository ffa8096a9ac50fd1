/** One change of a good file, and the rule that finds it. */
import { Broken } from './broken.ts';

export interface Mutation {
  readonly rule: string;
  /** Rules that cannot but find it too. */
  readonly also: readonly string[];
  readonly apply: (good: Uint8Array) => Promise<Uint8Array>;
}

interface More {
  readonly also?: readonly string[];
}

/** A change of objects. */
export function mutation(
  rule: string,
  change: (file: Broken) => unknown,
  { also = [] }: More = {},
): Mutation {
  return {
    rule,
    also,
    apply: async (good) => {
      const file = await Broken.open(good);
      change(file);
      return file.bytes();
    },
  };
}

/** A change of bytes, one character a byte. */
export function rawMutation(rule: string, change: (text: string) => string): Mutation {
  return {
    rule,
    also: [],
    apply: async (good) => {
      const before = Buffer.from(good).toString('latin1');
      const after = change(before);
      if (after === before) throw new Error('nothing to change');
      return Buffer.from(after, 'latin1');
    },
  };
}
