/**
 * The views: what a template may say. This is the contract with the authors of templates, and the only one: a template is
 * checked against these schemas before it is used, and the types of the code are inferred from them.
 *
 * Kept true: plain JSON; every key is always there (null, or an empty list, where there is nothing); words of the company
 * are `Text`, long ones lists of paragraphs; nothing here is a word of the interface (those are messages).
 */
import * as z from 'zod';
import { DIFFERENCES } from '../framework/changes.ts';

/** Words of the company. `lang` is set where they are not in the document's language. */
export const textSchema = z.object({ text: z.string(), lang: z.string().nullable() });

const text = textSchema;
const paragraphs = z.array(text);
const requirement = z.enum(['required', 'optional', 'unsaid']);

/** What is asked, or what stands under a point of the scale: a paragraph, more of them, statements; or a grade's name alone. */
const wordsSchema = z.object({
  lead: text.nullable(),
  more: paragraphs,
  statements: paragraphs,
  /** Set where nothing but this grade is asked, and it has no text. */
  grade: text.nullable(),
  /** As of a text. */
  lang: z.string().nullable(),
});

/** What a skill asks of a role at a level. */
const askedSchema = z.object({
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

const anchorSchema = z.object({
  id: z.string(),
  name: text,
  from: z.enum(['level', 'grade', 'written', 'scale']),
  words: wordsSchema,
});

const questionSchema = z.object({
  id: z.string(),
  kind: z.enum(['did', 'case']).nullable(),
  ask: text,
  probes: z.array(z.object({ letter: z.string(), text })),
  listenFor: paragraphs,
  warningSigns: paragraphs,
});

const skillFacts = {
  id: z.string(),
  name: text,
  domain: text.nullable(),
  category: text.nullable(),
  topics: z.array(text),
  summary: paragraphs,
  requirement,
};

/** A skill as one form rates it. */
const skillSchema = z.object({
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

const roleSchema = z.object({
  id: z.string(),
  name: text,
  family: text.nullable(),
  summary: paragraphs,
});

const levelSchema = z.object({
  id: z.string(),
  name: text,
  code: z.string().nullable(),
  /** What is said of the level in the role, else in the framework. */
  summary: paragraphs,
});

const companySchema = z.object({
  opening: paragraphs,
  closing: paragraphs,
  fairQuestions: z.object({ ask: paragraphs, never: paragraphs }).nullable(),
  adjustments: paragraphs,
  access: paragraphs,
  retention: z.object({ scorecard: text.nullable(), promotion: text.nullable() }),
  committee: z.array(text),
  peerQuestions: z.array(text),
});

const everyView = {
  framework: z.object({ name: text, version: z.string().nullable(), summary: paragraphs }),
  company: companySchema,
  /** Ids by which the document was selected: they name the form. */
  ids: z.array(z.string()),
  /** The newest `updated` of the data used, YYYY-MM-DD. */
  date: z.string().nullable(),
  /** Texts that are not in the document's language, counted by the language that they are in. */
  foreign: z.array(z.object({ lang: z.string(), count: z.number() })),
};

/** One role at one level, as one interview uses it. */
export const profileSchema = z.object({
  ...everyView,
  role: roleSchema,
  level: levelSchema,
  /** "Role, Level", or the level's own title in the role. */
  title: text,
  interview: z
    .object({
      id: z.string(),
      name: text,
      /** Its place in the loop, from 1. */
      number: z.number(),
      count: z.number(),
      who: text.nullable(),
      format: text.nullable(),
    })
    .nullable(),
  /** The other interviews of the loop, with the skills of this level that they cover. */
  others: z.array(z.object({ id: z.string(), name: text, number: z.number(), skills: z.array(text) })),
  minutes: z.number(),
  /** True where single skills were chosen. */
  bySkill: z.boolean(),
  noneRequired: z.boolean(),
  nothingSaid: z.boolean(),
  skills: z.array(skillSchema),
  firstLetter: z.string(),
  lastLetter: z.string(),
  plan: z.object({
    entries: z.array(
      z.object({
        kind: z.enum(['opening', 'skill', 'questions', 'closing', 'end']),
        clock: z.string(),
        minutes: z.number(),
        letter: z.string().nullable(),
        name: text.nullable(),
      }),
    ),
    opening: z.string(),
    questions: z.string(),
    closing: z.string(),
  }),
  scale: z.array(z.object({ id: z.string(), name: text })),
  /** The role's other levels, lowest first. */
  otherLevels: z.array(z.object({ id: z.string(), name: text })),
});

const sideSchema = z.object({
  role: roleSchema,
  level: levelSchema,
  title: text,
  /** The level's name, or (from one role to another) the title: what tells the two sides apart. */
  label: text,
});

/** How a skill stands at one side of a step. */
const stateSchema = z.object({
  state: z.enum(['asked', 'not-asked', 'not-defined']),
  asks: askedSchema.nullable(),
});

const changeSchema = z.object({
  ...skillFacts,
  /** What became of the requirement. */
  became: z.enum([
    'none',
    'required',
    'optional',
    'optional-now-required',
    'required-now-optional',
    'now-required',
    'no-longer-required',
    'was-required',
    'was-optional',
  ]),
  today: stateSchema,
  next: stateSchema,
  /** Number of the skill's block in the document; null where it has none. */
  number: z.number().nullable(),
});

const ratedSchema = z.object({ number: z.number(), id: z.string(), name: text });

/** From one profile to the next. */
export const stepSchema = z.object({
  ...everyView,
  from: sideSchema,
  to: sideSchema,
  sameRole: z.boolean(),
  noneRequired: z.boolean(),
  nothingSaid: z.boolean(),
  /** What is different, heaviest first; what stays the same is in `same`. */
  groups: z.array(
    z.object({
      kind: z.enum(DIFFERENCES),
      changes: z.array(changeSchema),
    }),
  ),
  same: z.array(text),
  /** Skills that have a block of their own, numbered from 1: all that is required next, then what is new or deeper. */
  skills: z.array(z.object({ ...skillFacts, number: z.number(), today: stateSchema, next: askedSchema })),
  /** Those of `skills` that the committee rates. */
  rated: z.array(ratedSchema),
  /** True where `rated` is too long to be ticked on the first page (over 12). */
  manyRated: z.boolean(),
});

export type TextView = z.infer<typeof textSchema>;
export type WordsView = z.infer<typeof wordsSchema>;
export type AskedView = z.infer<typeof askedSchema>;
export type AnchorView = z.infer<typeof anchorSchema>;
export type QuestionView = z.infer<typeof questionSchema>;
export type SkillView = z.infer<typeof skillSchema>;
export type CompanyView = z.infer<typeof companySchema>;
export type ProfileView = z.infer<typeof profileSchema>;
export type StepView = z.infer<typeof stepSchema>;
export type StateView = z.infer<typeof stateSchema>;
export type ChangeView = z.infer<typeof changeSchema>;
export type SideView = z.infer<typeof sideSchema>;

/** The views by their names in a template's front matter. */
export const viewSchemas = { profile: profileSchema, step: stepSchema } as const;
export type ViewName = keyof typeof viewSchemas;
export type View = ProfileView | StepView;
