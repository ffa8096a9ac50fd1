/**
 * JSON Schemas of all files that people write, for editors: they complete the keys and explain them. What is wrong is told by the readers
 * (`check`); a schema says no more than what an editor can.
 */
import * as z from 'zod';
import { framework } from './framework.ts';
import { config, messages, theme, wordLists } from './look.ts';
import { role } from './role.ts';
import { skill } from './skill.ts';

/** By the name of the schema's file, without `.schema.json`. */
export const SCHEMAS: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  framework: { title: 'The framework: data/framework.yaml', schema: framework },
  role: { title: 'A role: data/roles/ROLE.yaml', schema: role },
  skill: { title: 'A skill: data/skills/DOMAIN/SKILL.yaml', schema: skill },
  rubricate: { title: 'A project: rubricate.yaml', schema: config },
  theme: { title: 'A theme: templates/themes/THEME.yaml', schema: theme },
  messages: { title: 'The words of documents: templates/messages/LANGUAGE.yaml', schema: messages },
  words: { title: 'Words of weak texts: templates/words/LANGUAGE.yaml', schema: wordLists },
};

/** The schema files: name and text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
      const made = z.toJSONSchema(schema, { target: 'draft-7', reused: 'ref' });
      const { $schema, ...rest } = made;
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 1)}\n`];
    }),
  );
}
