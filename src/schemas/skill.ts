/** data/skills/DOMAIN/SKILL.yaml. */
import * as z from 'zod';
import type {
  ENTRY_KEYS,
  GRADE_KEYS,
  QUESTION_KEYS,
  SKILL_KEYS,
  SKILL_ROLE_KEYS,
} from '../framework/keys.ts';
import { byId, day, id, ids, minutes, notes, type Shape, said, text, texts } from './parts.ts';

const required = said(
  z.union([z.boolean(), ids]),
  'true, false, or the levels at which the skill is required. Not given: nothing is said.',
);

const entry = {
  text: text.optional(),
  statements: texts.optional(),
  grade: said(id, 'A grade of this skill.').optional(),
  required: z.boolean().optional(),
  weight: z.number().min(0).optional(),
  notes: notes.optional(),
  status: said(z.enum(['not-applicable', 'not-defined']), 'Why nothing stands here.').optional(),
  same_as: said(id, 'The level whose text stands here too.').optional(),
} satisfies Shape<typeof ENTRY_KEYS>;

const expectations = said(
  byId(z.union([text, texts.min(1), z.strictObject(entry)])),
  'For each level a text, or a list of short statements: a deed that somebody else could see, 20 to 45 words.',
);

const ofRole = {
  required: required.optional(),
  expectations,
} satisfies Shape<typeof SKILL_ROLE_KEYS>;

const grade = {
  id,
  name: text.optional(),
  text: said(text, 'What the grade asks.').optional(),
} satisfies Shape<typeof GRADE_KEYS>;

const question = {
  id: said(id, 'q1, q2 and so on; never used for another question.'),
  kind: said(z.enum(['did', 'case']), 'did: what did you do. case: work this case.').optional(),
  levels: said(ids, 'The levels it fits; left out: any.').optional(),
  roles: said(ids, 'The roles it fits; left out: any.').optional(),
  minutes: said(minutes.min(1), 'An estimate.').optional(),
  ask: said(text, 'Read aloud, the same for every candidate.'),
  probes: said(texts, 'Asked where it did not come up, in these words.').optional(),
  listen_for: said(texts, 'What this level says and the one below would not.').optional(),
  warning_signs: said(texts, 'Said or done, not impressions.').optional(),
} satisfies Shape<typeof QUESTION_KEYS>;

const points = byId(text);

export const skill = z.strictObject({
  id: said(id, 'The file’s name where it is not given.').optional(),
  name: said(text, 'As printed.'),
  domain: said(text, 'As framework.yaml names it.').optional(),
  category: said(text, 'A group inside the domain.').optional(),
  topics: said(texts, '4 to 6 words on what it covers.').optional(),
  updated: said(day, 'The day of the last change.').optional(),
  summary: said(text, 'What the skill is, in one sentence.').optional(),
  notes: notes.optional(),
  roles: said(
    z.union([z.literal('all'), ids, byId(z.strictObject(ofRole))]),
    'One by one, a list, or "all"; with the last two, "required" and "expectations" stand beside it.',
  ),
  required: required.optional(),
  expectations: expectations.optional(),
  grades: said(z.array(z.strictObject(grade)), 'The skill’s own scale, lowest first.').optional(),
  questions: said(z.array(z.strictObject(question)), 'The first that fits is asked.').optional(),
  anchors: said(
    byId(z.union([points, byId(points)])),
    'By role, level and point: texts that stand in place of the ladder’s.',
  ).optional(),
} satisfies Shape<typeof SKILL_KEYS>);
