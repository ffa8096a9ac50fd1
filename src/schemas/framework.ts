/** data/framework.yaml. */
import * as z from 'zod';
import type {
  DOMAIN_KEYS,
  FAIR_KEYS,
  FRAMEWORK_KEYS,
  LEVEL_KEYS,
  POINT_KEYS,
  RETENTION_KEYS,
  TIMING_KEYS,
} from '../framework/keys.ts';
import { id, ids, LANGUAGE, minutes, type Shape, said, text, texts } from './parts.ts';

const level = {
  id: said(id, 'Small letters, digits, hyphens. It never changes, whatever the name does.'),
  name: said(text, 'As printed.').optional(),
  summary: said(text, 'What the level stands for, in one sentence.').optional(),
  rank: said(z.number(), 'Where the ladder forks: levels of one rank stand at one height.').optional(),
  next: said(
    z.union([id, ids]),
    'Where the ladder forks: the level or levels that come after it.',
  ).optional(),
} satisfies Shape<typeof LEVEL_KEYS>;

const domain = {
  id: id.optional(),
  name: said(text, 'As printed, and as skills name it.'),
  summary: text.optional(),
  description: text.optional(),
} satisfies Shape<typeof DOMAIN_KEYS>;

const point = {
  id: said(id, 'Words, not numbers: a number invites sums.'),
  name: said(text, 'As printed.').optional(),
  anchor: said(
    z.enum(['none', 'previous', 'this', 'next']),
    'Which text of the ladder stands under the point.',
  ).optional(),
  means: said(text, 'Read where the ladder has no such text.').optional(),
} satisfies Shape<typeof POINT_KEYS>;

const timing = {
  minutes: said(minutes.min(1), 'Of an interview, without the time for writing.').optional(),
  opening: minutes.optional(),
  questions: said(minutes, 'For the candidate’s own questions.').optional(),
  closing: minutes.optional(),
  writing: said(minutes, 'After the end; no part of the minutes.').optional(),
} satisfies Shape<typeof TIMING_KEYS>;

const fair = {
  ask: said(text, 'What interviewers may ask.'),
  never: said(text, 'What they leave out.'),
} satisfies Shape<typeof FAIR_KEYS>;

const retention = {
  scorecard: text.optional(),
  promotion: text.optional(),
} satisfies Shape<typeof RETENTION_KEYS>;

export const framework = z.strictObject({
  format: said(z.literal(1), 'Of these files.').optional(),
  name: said(text, 'Of the framework, as printed.'),
  version: said(
    z.string(),
    'Three numbers: something new is asked, texts were made clearer, a slip of the pen.',
  ).optional(),
  language: said(
    z.string().regex(new RegExp(LANGUAGE)),
    'Of texts that stand without "en:" or "de:".',
  ).optional(),
  cumulative: said(z.boolean(), 'A level also asks what those below it ask.').optional(),
  summary: text.optional(),
  levels: said(z.array(z.strictObject(level)), 'Lowest first.'),
  domains: said(
    z.array(z.strictObject(domain)),
    'In the order of the documents; without the list any name will do.',
  ).optional(),
  scale: said(z.array(z.strictObject(point)).min(3).max(7), 'The points of the rating, lowest first.'),
  timing: z.strictObject(timing).optional(),
  opening: said(text, 'Read aloud at the start of an interview.').optional(),
  closing: said(text, 'Read aloud at its end.').optional(),
  fair_questions: z.strictObject(fair).optional(),
  adjustments: said(text, 'How a candidate gets more time or another format.').optional(),
  access: said(text, 'How candidates may read what was written.').optional(),
  retention: said(z.union([text, z.strictObject(retention)]), 'How long a filled form is kept.').optional(),
  committee: said(texts, 'The rules of the promotion committee, one each.').optional(),
  peer_questions: said(texts, 'What peers are asked, in these words.').optional(),
} satisfies Shape<typeof FRAMEWORK_KEYS>);
