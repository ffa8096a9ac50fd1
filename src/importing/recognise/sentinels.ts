/** Texts of cells that say that there is no text. */
import { fold } from './names.ts';

export type Sentinel =
  | { readonly is: 'empty' }
  | { readonly is: 'not-applicable' }
  | { readonly is: 'not-defined' }
  /** As at another level: its name, or the one before. */
  | { readonly is: 'same-as'; readonly level: string | 'before' };

const DASH = /^[-–—−‐‑_.]+$/u;
const ARROW = /^(?:←|<-|<=|⇐|"|〃)$/u;
const NOT_APPLICABLE =
  /^(?:n ?\/? ?a|n a|nc|not applicable|not concerned|non concerne|entfallt|nicht zutreffend|no aplica|sans objet|该项不适用)$/;
const NOT_DEFINED =
  /^(?:(?:this )?(?:skill )?(?:level )?(?:is )?(?:currently )?not (?:yet )?defined|tbd|tba|todo|to be defined|noch offen|por definir|a definir)$/;
const NOT_USED = /^not in use$/;
const AS_BEFORE = /^(?:same as (?:above|before|previous)|as (?:above|before)|ditto|wie oben|idem)$/;
const AS_LEVEL = /^(?:see|same as|as|siehe|wie|voir|ver|como)\s+(?:at\s+|in\s+)?(.{1,40})$/iu;

/** What a cell's text says instead of a text; null where it is one. `isLevel`: whether a name is one of the ladder's. */
export function sentinel(text: string, isLevel: (name: string) => boolean = () => false): Sentinel | null {
  const bare = text.trim();
  if (bare === '') return { is: 'empty' };
  if (bare.length > 60) return null;
  if (DASH.test(bare)) return { is: 'not-applicable' };
  if (ARROW.test(bare)) return { is: 'same-as', level: 'before' };
  const words = fold(bare);
  if (NOT_APPLICABLE.test(words) || NOT_USED.test(words)) return { is: 'not-applicable' };
  if (NOT_DEFINED.test(words)) return { is: 'not-defined' };
  if (AS_BEFORE.test(words)) return { is: 'same-as', level: 'before' };
  const named = AS_LEVEL.exec(bare)?.[1]?.replace(/[.。]$/u, '');
  return named !== undefined && isLevel(named) ? { is: 'same-as', level: named } : null;
}
