/** rubricate.yaml, and what stands in templates/: themes, messages, words. */
import * as z from 'zod';
import { LISTS, type List, TOPICS } from '../framework/check/words/lists.ts';
import type { WORD_FILE_KEYS } from '../framework/check/words/read.ts';
import { THEME_NUMBERS, type ThemeKeys } from '../layout/theme.ts';
import type { CONFIG_KEYS } from '../project/config.ts';
import { day, LANGUAGE, type Shape, said } from './parts.ts';

const some = z.string().min(1);

export const config = z.strictObject({
  data: said(some, 'The folder of the skill data.').optional(),
  templates: said(some, 'The folder of the company’s own templates, messages and themes.').optional(),
  out: said(some, 'Where documents are written.').optional(),
  language: said(z.string().regex(new RegExp(LANGUAGE)), 'Of the documents.').optional(),
  paper: said(some, 'A4, Letter, or one of them with "landscape".').optional(),
  theme: said(some, 'plain, compact, large, or one of yours.').optional(),
  date: said(day, 'The date of the documents.').optional(),
  fonts: said(
    z.union([some, z.array(some)]),
    'Fonts for letters that the main one lacks: packages or files.',
  ).optional(),
} satisfies Shape<typeof CONFIG_KEYS>);

function within(key: keyof typeof THEME_NUMBERS, description: string) {
  const { least, most } = THEME_NUMBERS[key];
  return said(z.number().min(least).max(most), description).optional();
}

export const theme = z.strictObject({
  name: said(some, 'As people call it.').optional(),
  compact: said(z.boolean(), 'For one sheet.').optional(),
  stacked: said(z.boolean(), 'One column.').optional(),
  size: within('size', 'Of the text, points.'),
  margin: within('margin', 'Of the page, millimetres.'),
  line: within('line', 'From one line to write on to the next, millimetres.'),
  box: within('box', 'Side of a box to tick, millimetres.'),
  font: said(some, 'A folder of four TrueType files.').optional(),
  accent: said(
    z.string().regex(/^#[0-9A-Fa-f]{6}$/),
    'A colour, with a contrast of 4.5 to white.',
  ).optional(),
  logo: said(some, 'A picture in your templates.').optional(),
  logo_alt: said(some, 'What it shows, for those who do not see it.').optional(),
} satisfies Shape<readonly ThemeKeys[]>);

const form = z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), some);
type Messages = string | { readonly [key: string]: Messages };
/** A tree of texts; a text that depends on a number has one for each plural form. */
export const messages: z.ZodType<Messages> = z.lazy(() =>
  z.record(z.string(), z.union([some, form, messages])),
);

const words = z.array(some);
const listed = words.optional();
const lists = Object.fromEntries(LISTS.map((list) => [list, listed])) as Record<List, typeof listed>;
const never = said(
  z.strictObject(Object.fromEntries(TOPICS.map((topic) => [topic, words.optional()]))),
  'What a question must not be about.',
).optional();

export const wordLists = z.strictObject({
  ...lists,
  never_ask: never,
  longest_sentence: z
    .strictObject({ spoken: z.int().min(1).optional(), written: z.int().min(1).optional() })
    .optional(),
  take_out: said(
    z.strictObject({ ...lists, never_ask: never }),
    'Words of ours that are not looked for.',
  ).optional(),
} satisfies Record<(typeof WORD_FILE_KEYS)[number], z.ZodType>);
