/**
 * The views: what a template may say. This is the contract with the authors of templates, and the only one: a template is
 * checked against these schemas before it is used, and the types of the code are inferred from them.
 *
 * Kept true: plain JSON; every key is always there (null, or an empty list, where there is nothing); words of the company
 * are `Text`, long ones lists of paragraphs; nothing here is a word of the interface (those are messages).
 */
import type * as z from 'zod';
import type {
  anchorSchema,
  askedSchema,
  companySchema,
  questionSchema,
  skillSchema,
  textSchema,
  wordsSchema,
} from './schema/parts.ts';
import { profileSchema } from './schema/profile.ts';
import { roleViewSchema } from './schema/role.ts';
import { skillViewSchema } from './schema/skill.ts';
import {
  type changeSchema,
  type differenceSchema,
  type sideSchema,
  type stateSchema,
  stepSchema,
} from './schema/step.ts';

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
export type DifferenceView = z.infer<typeof differenceSchema>;
export type LoopView = NonNullable<ProfileView['loop']>;
export type SideView = z.infer<typeof sideSchema>;

/** The views by their names in a template's front matter. */
export const viewSchemas = {
  profile: profileSchema,
  step: stepSchema,
  role: roleViewSchema,
  skill: skillViewSchema,
} as const;
export type ViewName = keyof typeof viewSchemas;
export type MatrixRow = RoleView['parts'][number]['rows'][number];
export type RoleView = z.infer<typeof roleViewSchema>;
export type OneSkillView = z.infer<typeof skillViewSchema>;
export type View = ProfileView | StepView | RoleView | OneSkillView;
