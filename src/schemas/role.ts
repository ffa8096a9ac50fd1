/** data/roles/ROLE.yaml. */
import * as z from 'zod';
import type { INTERVIEW_KEYS, INTERVIEW_SKILL_KEYS, ROLE_KEYS, ROLE_LEVEL_KEYS } from '../framework/keys.ts';
import { byId, day, id, ids, minutes, notes, type Shape, said, text } from './parts.ts';

const level = {
  title: said(text, 'Stands for "Role, Level" in titles.').optional(),
  code: said(z.string(), 'Such as IC4.').optional(),
  summary: said(text, 'The role’s scope at this level.').optional(),
} satisfies Shape<typeof ROLE_LEVEL_KEYS>;

const skill = {
  skill: id,
  question: said(id, 'The question that is asked, where it fits the level.').optional(),
  kind: said(z.enum(['did', 'case']), 'The first question of this kind is asked.').optional(),
} satisfies Shape<typeof INTERVIEW_SKILL_KEYS>;

const interview = {
  id,
  name: text,
  minutes: minutes.min(1).optional(),
  who: said(text, 'Who interviews.').optional(),
  format: said(text, 'Such as a video call.').optional(),
  skills: said(z.array(z.union([id, z.strictObject(skill)])), 'Four at most in an hour.'),
} satisfies Shape<typeof INTERVIEW_KEYS>;

export const role = z.strictObject({
  id: said(id, 'The file’s name where it is not given.').optional(),
  name: said(text, 'As printed.'),
  family: said(text, 'The group of roles it belongs to.').optional(),
  summary: said(text, 'What the role is for.').optional(),
  notes: notes.optional(),
  levels: said(
    z.union([ids, byId(z.strictObject(level).nullable())]),
    'The levels the role has. Left out: from the lowest along the first of each "next".',
  ).optional(),
  interviews: said(z.array(z.strictObject(interview)), 'The loop.').optional(),
  updated: said(day, 'The day of the last change.').optional(),
} satisfies Shape<typeof ROLE_KEYS>);
