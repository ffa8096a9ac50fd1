/**
 * What all views are made of: words of the company, what a skill asks, how a role, a level and the company are told.
 *
 * Kept true: plain JSON; every key is always there (null, or an empty list, where there is nothing).
 */
import * as z from 'zod';

/** Words of the company. `lang` is set where they are not in the document's language. */
export const textSchema = z.object({ text: z.string(), lang: z.string().nullable() });

/** The same, under the name that the schemas use. */
export const text = textSchema;
export const paragraphs = z.array(text);
export const requirement = z.enum(['required', 'optional', 'unsaid']);

/** What is asked, or what stands under a point of the scale: a paragraph, more of them, statements; or a grade's name alone. */
export const wordsSchema = z.object({
  lead: text.nullable(),
  more: paragraphs,
  statements: paragraphs,
  /** Set where nothing but this grade is asked, and it has no text. */
  grade: text.nullable(),
  /** As of a text. */
  lang: z.string().nullable(),
});

/** What a skill asks of a role at a level. */
export const askedSchema = z.object({
  words: wordsSchema,
  /** A grade that stands beside the words. */
  label: text.nullable(),
  /** The level whose text it is by `same_as`. */
  sameAs: text.nullable(),
  /** The lower level whose own text it is (cumulative frameworks). */
  inheritedFrom: text.nullable(),
  /** Cumulative frameworks: the texts below, nearest first. */
  lower: z.array(z.object({ level: text, words: wordsSchema })),
  notes: z.array(z.object({ kind: z.string(), paragraphs })),
});

export const anchorSchema = z.object({
  id: z.string(),
  name: text,
  from: z.enum(['level', 'grade', 'written', 'scale']),
  words: wordsSchema,
});

export const questionSchema = z.object({
  id: z.string(),
  kind: z.enum(['did', 'case']).nullable(),
  ask: text,
  probes: z.array(z.object({ letter: z.string(), text })),
  listenFor: paragraphs,
  warningSigns: paragraphs,
});

export const skillFacts = {
  id: z.string(),
  name: text,
  domain: text.nullable(),
  category: text.nullable(),
  topics: z.array(text),
  summary: paragraphs,
  requirement,
};

/** A skill as one form rates it. */
export const skillSchema = z.object({
  ...skillFacts,
  /** A, B, C ...: stands for the skill in the form. */
  letter: z.string(),
  minutes: z.number(),
  /** By the running clock, "0:05". */
  starts: z.string(),
  ends: z.string(),
  asks: askedSchema,
  anchors: z.array(anchorSchema),
  /** The point whose anchor is what the skill asks, word for word; set where that is a single paragraph. */
  asksStandsUnder: text.nullable(),
  question: questionSchema.nullable(),
});

export const roleSchema = z.object({
  id: z.string(),
  name: text,
  family: text.nullable(),
  summary: paragraphs,
});

export const levelSchema = z.object({
  id: z.string(),
  name: text,
  code: z.string().nullable(),
  /** What is said of the level in the role, else in the framework. */
  summary: paragraphs,
});

export const companySchema = z.object({
  opening: paragraphs,
  closing: paragraphs,
  fairQuestions: z.object({ ask: paragraphs, never: paragraphs }).nullable(),
  adjustments: paragraphs,
  access: paragraphs,
  retention: z.object({ scorecard: text.nullable(), promotion: text.nullable() }),
  committee: z.array(text),
  peerQuestions: z.array(text),
});

export const everyView = {
  framework: z.object({ name: text, version: z.string().nullable(), summary: paragraphs }),
  company: companySchema,
  /** Ids by which the document was selected: they name the form. */
  ids: z.array(z.string()),
  /** The newest `updated` of the data used, YYYY-MM-DD. */
  date: z.string().nullable(),
  /** Texts that are not in the document's language, counted by the language that they are in. */
  foreign: z.array(z.object({ lang: z.string(), count: z.number() })),
};
