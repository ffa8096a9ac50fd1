/** A file of the skill data: its keys under the lines that say which schema it has and where it came from. */
import { Document, isCollection, isScalar, type YAMLMap } from 'yaml';
import type { Framework } from '../../framework/framework.ts';
import { headNode } from './head.ts';
import { STYLE } from './nodes.ts';
import { roleNode } from './role.ts';
import { skillNode } from './skill.ts';

export interface DataFile {
  /** In the data folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type Kind = 'framework' | 'role' | 'skill';

/** The file of these keys. `comments`: lines of the head, without `#`. */
export function dataFile(path: string, kind: Kind, keys: YAMLMap, comments: readonly string[]): DataFile {
  // An empty line before each part.
  for (const { key, value } of keys.items)
    if (isScalar(key) && isCollection(value) && !value.flow) key.spaceBefore = true;
  const document = new Document(keys);
  return { path, text: headOf(path, kind, comments) + document.toString(STYLE) };
}

/** The first lines of a file, by which an editor finds the keys that it may have. */
export function headOf(path: string, kind: Kind, comments: readonly string[]): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const lines = [`yaml-language-server: $schema=${up}schema/${kind}.schema.json`, ...comments];
  return lines.map((line) => `# ${oneLine(line)}\n`).join('');
}

/** A comment goes on to the end of its line, whatever stands in it. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff]+/gu, ' ');
}

/** Where a role and a skill stand. `domain`: the id of the skill's domain. */
export const rolePath = (id: string): string => `roles/${id}.yaml`;
export const skillPath = (id: string, domain: string | null): string =>
  domain === null ? `skills/${id}.yaml` : `skills/${domain}/${id}.yaml`;

/** A whole framework as its files: what the loader makes of them is the framework again. */
export function frameworkFiles(framework: Framework): readonly DataFile[] {
  return [
    dataFile('framework.yaml', 'framework', headNode(framework), []),
    ...framework.roles.map((role) => dataFile(rolePath(role.id), 'role', roleNode(role, framework), [])),
    ...framework.skills.map((skill) =>
      dataFile(skillPath(skill.id, skill.domain?.id ?? null), 'skill', skillNode(skill, framework), []),
    ),
  ];
}
