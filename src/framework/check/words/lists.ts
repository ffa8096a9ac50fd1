/**
 * The words by which the rules of weak rubrics know one: for each language a set of lists, which are data
 * (templates/words). A language without lists has no Words, and rules that need them are silent about its texts.
 */
import type { Found, Search } from './search.ts';

/** What a question must not be about. */
export const TOPICS = ['age', 'family', 'origin', 'religion', 'politics', 'health', 'salary'] as const;
export type Topic = (typeof TOPICS)[number];

/** The plain lists, by their key in the file. */
export const LISTS = [
  /** What somebody can, knows or wants, in place of what they do. */
  'states',
  /** The same as nouns. */
  'state_nouns',
  /** Words that may stand before one of these at the beginning of a sentence. */
  'lead_ins',
  /** Verbs for deeds, as an expectation has them. */
  'deeds',
  /** "and". */
  'joining',
  /** Words that begin a clause that is not the main one, anywhere or right after a comma. */
  'clauses',
  'clauses_after_comma',
  /** Words after which a verb has no object, or is none. */
  'prepositions',
  /** Words that point back to what was said. */
  'pointing_back',
  'vague',
  'character',
  'masculine_coded',
  'feminine_coded',
  /** Terms of the field in which none of the other words is meant. */
  'terms',
  /** Words without which two texts are compared. */
  'small_words',
] as const;
export type List = (typeof LISTS)[number];

export interface AskedAbout extends Found {
  readonly topic: Topic;
}

/** The words of one language. */
export interface Words extends Readonly<Record<List, Search>> {
  /** What a question must not ask, with what it is about. */
  neverAsk(text: string): readonly AskedAbout[];
  /** The most words of a sentence that is read aloud or seen in passing, and of one that is read; null: any number. */
  readonly longest: { readonly spoken: number | null; readonly written: number | null };
}

export class WordLists {
  constructor(private readonly byLanguage: ReadonlyMap<string, Words>) {}

  /** The words of a language, else of the one that it is a kind of (de-AT: de); null where there are none. */
  of(language: string): Words | null {
    const tag = language.toLowerCase();
    return this.byLanguage.get(tag) ?? this.byLanguage.get(tag.split('-')[0] ?? tag) ?? null;
  }
}
