/** A file of the templates' folder by the name that a person gives it. */
import { describe, expect, it } from 'vitest';
import type { Checked } from '../../src/problems/checked.ts';
import { fileNamed, type TemplateFile, templateFiles } from '../../src/project/template-files.ts';
import { textFolder } from '../folder.ts';
import { named } from '../merge/harness.ts';

const folder = textFolder(
  {
    'README.md': '',
    'documents/skill.md.hbs': '',
    'documents/skill.md.hbs.bak': '',
    'documents/notes.txt': '',
    'partials/skill.md.hbs': '',
    'partials/deep/room.md.hbs': '',
    'messages/en.yaml': '',
    'themes/plain.yaml': '',
  },
  'templates',
);

const told = (name: string): string => {
  const found: Checked<TemplateFile> = fileNamed(named(name), templateFiles(folder));
  return found.ok ? found.value.path : found.problems.map(({ code, help }) => `${code}: ${help}`).join();
};

describe('a file by its name', () => {
  it('is one of four groups; nothing else in the folder has a name', () => {
    expect(templateFiles(folder).map(({ id }) => id)).toEqual([
      'documents/skill',
      'partials/deep/room',
      'partials/skill',
      'messages/en',
      'themes/plain',
    ]);
  });

  it.each([
    ['EN', 'messages/en.yaml'],
    ['deep/room', 'partials/deep/room.md.hbs'],
    ['partials/skill', 'partials/skill.md.hbs'],
    ['./templates/documents/skill.md.hbs', 'documents/skill.md.hbs'],
    ['skill', 'ambiguous-template: say which: documents/skill, partials/skill'],
  ])('%s: %s', (name, expected) => {
    expect(told(name)).toBe(expected);
  });

  it('that there is not is answered with the nearest and all', () => {
    const all = 'there are: documents skill; partials deep/room, skill; messages en; themes plain';
    expect(told('palin')).toBe(`unknown-template: did you mean "plain"? ${all}`);
    expect(told('partial/skil')).toBe(`unknown-template: did you mean "partials/skill"? ${all}`);
    expect(told('zzzzzzzz')).toBe(`unknown-template: ${all}`);
  });
});
