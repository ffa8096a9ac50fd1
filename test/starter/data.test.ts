/** The data of a new project, whatever is typed: it loads, says what was chosen, and nothing that ships is lost on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../src/framework/load.ts';
import { paragraphs } from '../../src/framework/paragraphs.ts';
import { diskFolder } from '../../src/project/disk.ts';
import { shipped } from '../../src/project/shipped.ts';
import { type Choices, starterData } from '../../src/starter/data.ts';
import { levelsNamed } from '../../src/starter/levels.ts';
import { textFolder } from '../folder.ts';

const folder = diskFolder(shipped().data, '/');
const ours = (() => {
  const [loaded, source] = [loadFramework(folder), folder.source('framework.yaml')];
  if (!loaded.ok || !source?.ok) throw new Error('the data that ships has mistakes');
  return { framework: loaded.value, source: source.value };
})();

function loadedFrom(choices: Omit<Choices, 'levels'>, names: readonly string[]) {
  const levels = levelsNamed(names, ours.framework.levels.slice(0, 5));
  if (typeof levels === 'string') throw new Error(levels);
  const { files } = starterData({ ...choices, levels }, ours.framework, ours.source);
  return loadFramework(textFolder(Object.fromEntries(files.map(({ path, text }) => [path, text]))));
}

describe('the data of a new project', () => {
  it.each(['en', 'de'])(
    'is in one language, with three skills that ask something at each level: %s',
    (language) => {
      const loaded = loadedFrom({ language, name: null, role: 'Baker' }, ['A', 'B', 'C', 'D', 'E']);
      expect(loaded.problems).toEqual([]);
      if (!loaded.ok) return;
      const { roles, skills, levels } = loaded.value;
      expect(roles.map(({ id }) => id)).toEqual(['baker']);
      expect(skills.map(({ id }) => id)).toEqual([
        'mentoring',
        'working-with-stakeholders',
        'written-decisions',
      ]);
      const asked = ['junior', 'middle', 'senior', 'lead', 'principal'];
      for (const skill of skills) {
        const [ladder] = ours.framework.skills.find(({ id }) => id === skill.id)?.entries.values() ?? [];
        for (const [i, { id }] of levels.entries()) {
          const [entry, from] = [skill.entries.get('baker')?.get(id), ladder?.get(asked[i] ?? '')];
          if (entry?.kind !== 'expectation' || from?.kind !== 'expectation')
            throw new Error(`${skill.id} ${id}`);
          expect(entry.text?.byLanguage).toEqual({ [language]: from.text?.byLanguage[language] });
          expect(skill.questions.filter((question) => question.levels?.includes(id))).toHaveLength(2);
        }
        for (const { ask } of skill.questions) expect(Object.keys(ask.byLanguage)).toEqual([language]);
      }
    },
  );

  it('says the names as they were typed', () => {
    const typed = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .map((text) =>
        paragraphs(text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')),
      )
      .filter((text) => text !== '');
    const named = fc.uniqueArray(typed, {
      minLength: 1,
      maxLength: 5,
      selector: (name) => name.toLowerCase(),
    });
    fc.assert(
      fc.property(typed, typed, named, (name, role, names) => {
        const loaded = loadedFrom({ language: 'en', name, role }, names);
        expect(loaded.problems).toEqual([]);
        if (!loaded.ok) return;
        const { roles, levels, name: called } = loaded.value;
        expect(called.byLanguage).toEqual({ en: name });
        expect(roles.map((one) => one.name.byLanguage['en'])).toEqual([role]);
        expect(levels.map((one) => one.name.byLanguage['en'])).toEqual(names);
      }),
      { numRuns: 30 },
    );
  });
});
