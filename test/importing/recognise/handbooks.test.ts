/** Pages as handbooks and wikis have them. */
import { describe, expect, it } from 'vitest';
import { asked, found, said } from '../draft-of.ts';

describe('the level without a word', () => {
  it.each([
    [
      'by its code',
      'Quality Engineer (IC2)',
      'Senior Quality Engineer (IC3)',
      'Staff Quality Engineer (IC4)',
    ],
    ['by the role of the others', 'Buyer', 'Senior Buyer', 'Lead Buyer'],
  ])('is one of the ladder %s', async (_, ...names) => {
    const body = names.map((name, i) => `## ${name}\n\n- Does part ${i}\n`).join('\n');
    const { draft } = await found({ 'path.md': `# Growing\n\nRead it.\n\n${body}\n## Questions\n\nAsk.\n` });
    expect(draft.levels.map(({ name }) => name)).toEqual(names);
    expect(Object.values(asked(draft))).toEqual([['Does part 0'], ['Does part 1'], ['Does part 2']]);
  });

  it('is no label of another kind', async () => {
    const { draft } = await found(
      { 'a.md': '# Buyer\n\nBuys.\n\n## Senior Buyer\n\nBuys more.\n\n## Lead Buyer\n\nLeads.\n' },
      { role: said('Buyer') },
    );
    expect(draft.levels.map(({ name }) => name)).toEqual(['Senior Buyer', 'Lead Buyer']);
  });
});

describe('a file for each level', () => {
  const files = {
    'README.md': '# Levels\n\nWe have [some](1-junior.md).\n',
    '1-junior.md': '# Junior Engineer\n\nLearns.\n\n## Code\n\n- Writes\n\n## Team\n\n- Hears\n',
    '2-mid.md': '# Mid-level Engineer\n\n## Code\n\n- Plans\n\n## Team\n\n- Says\n',
  };
  const all = {
    'code/*/junior': ['Writes'],
    'code/*/mid-level': ['Plans'],
    'team/*/junior': ['Hears'],
    'team/*/mid-level': ['Says'],
  };

  it('may have an overview beside it, of which is told', async () => {
    const { draft } = await found(files);
    expect(asked(draft)).toEqual(all);
    expect(draft.roles).toMatchObject([{ name: 'Engineer', levels: [{ summary: 'Learns.' }, {}] }]);
    expect(draft.skipped.map(({ message }) => message)).toContain(
      'a text under "Levels": nothing there is asked of a level',
    );
  });

  it('need not say the role', async () => {
    const bare = Object.entries(files).map(([path, text]) => [path, text.replace(' Engineer', '')]);
    const { draft } = await found(Object.fromEntries(bare), { role: said('Engineer') });
    expect(asked(draft)).toEqual(all);
    expect(draft.roles.map(({ name }) => name)).toEqual(['Engineer']);
  });
});
