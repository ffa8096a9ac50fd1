/** --merge adds to a person's files, and leaves every other sign of them as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../src/framework/load.ts';
import type { Draft } from '../../../src/importing/draft.ts';
import { planFiles } from '../../../src/importing/write/write.ts';
import { textFolder } from '../../folder.ts';
import { ours } from '../documents.ts';
import { cell, draft, level, role, skill } from '../drafts.ts';

const SKILL = 'skills/kneading.yaml';

/** A data folder of this skill, with levels junior, senior and lead, and the roles baker and miller. */
function there(text: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const planned = planFiles(draft({ roles: [role('baker'), role('miller')] }), {
    data: textFolder({}),
    shipped: ours,
    merge: false,
  });
  if (!planned.ok) throw new Error('not planned');
  const files = Object.fromEntries(planned.value.files.map((file) => [file.path, file.text]));
  return { ...files, [SKILL]: text, ...more };
}

interface Merged {
  readonly codes: readonly string[];
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

function merged(found: Draft, files: Readonly<Record<string, string>>): Merged {
  const planned = planFiles(found, { data: textFolder(files), shipped: ours, merge: true });
  const written = planned.ok
    ? Object.fromEntries(planned.value.files.map((file) => [file.path, file.text]))
    : {};
  return { codes: planned.problems.map(({ code }) => code), text: written[SKILL] ?? '', files: written };
}

const kneading = (
  cells: Parameters<typeof skill>[1],
  more: Parameters<typeof skill>[2] = {},
  roles = [role('baker')],
) => draft({ roles, skills: [skill('kneading', cells, more)] });

const MINE = `# Mine.
name: kneading
roles:
  baker: # the house's
    required: true
    expectations:
      junior:   "Kneads."   # as agreed

      # Not before the second year.
      senior: >-
        Chooses the dough
        for a loaf.

# To be written: questions
`;

describe('--merge', () => {
  it('adds a level and a role where they belong', () => {
    const found = kneading(
      [
        cell('lead', 'Sets the doughs.', { role: 'baker', requirement: 'required' }),
        cell('junior', 'Mills.', { role: 'miller', requirement: 'optional' }),
      ],
      {},
      [role('baker'), role('miller')],
    );
    const { codes, text } = merged(found, there(MINE));
    expect(codes).toEqual([]);
    expect(text).toBe(
      MINE.replace(
        '        for a loaf.\n',
        [
          '        for a loaf.',
          '      lead: Sets the doughs.',
          '  miller:',
          '    required: false',
          '    expectations:',
          '      junior: Mills.',
          '',
        ].join('\n'),
      ),
    );
  });

  it.each([
    ['between two', ['      junior: Kneads.', '', '      # The last.', '      lead: Sets.'], 1, ['senior']],
    ['before all', ['      # The last.', '      lead: Sets.'], 0, ['junior', 'senior']],
  ])('puts levels in the order of the ladder, %s', (_, lines, at, levels) => {
    const text = (own: readonly string[]) =>
      ['name: kneading', 'roles:', '  baker:', '    expectations:', ...own, ''].join('\n');
    const found = kneading(levels.map((id) => cell(id, `Does ${id} work.`)));
    const { codes, text: written } = merged(found, there(text(lines)));
    expect(codes).toEqual([]);
    const added = levels.map((id) => `      ${id}: Does ${id} work.`);
    expect(written).toBe(text([...lines.slice(0, at), ...added, ...lines.slice(at)]));
    const crlf = merged(found, there(text(lines).replaceAll('\n', '\r\n')));
    expect(crlf.text).toBe(written.replaceAll('\n', '\r\n'));
  });

  it('leaves what differs, and tells each', () => {
    const found = kneading(
      [cell('junior', 'Kneads.', { role: 'baker' }), cell('senior', 'Another text.', { role: 'baker' })],
      { name: 'Dough', category: 'Bread' },
    );
    const { codes, text } = merged(found, there(MINE));
    expect(codes).toEqual(['text-would-change', 'text-would-change']);
    expect(text).toBe(MINE.replace('name: kneading\n', 'name: kneading\ncategory: Bread\n'));
  });

  it('tells a requirement that differs', () => {
    const { codes, text } = merged(
      kneading([cell('junior', 'Kneads.', { role: 'baker', requirement: 'optional' })]),
      there(MINE),
    );
    expect(codes).toEqual(['text-would-change']);
    expect(text).toBe(MINE);
  });

  it('says what a new level has to say itself', () => {
    const { text } = merged(
      kneading([cell('lead', 'Sets.', { role: 'baker', requirement: 'optional' })]),
      there(MINE),
    );
    expect(text).toContain('      lead: { text: Sets., required: false }\n');
  });

  it('adds inside brackets, and at the end of a file without a line end', () => {
    const flow =
      'name: kneading\nroles: { baker: { required: [junior], expectations: { junior: Kneads. } } } # all of it\n';
    const level = [cell('lead', 'Sets: "it".', { role: 'baker', requirement: 'optional' })];
    const one = merged(kneading(level), there(flow));
    expect(one.codes).toEqual([]);
    expect(one.text).toBe(flow.replace('Kneads. }', 'Kneads., lead: "Sets: \\"it\\"." }'));
    const bare = merged(
      kneading(level),
      there('name: kneading\nroles:\n  baker:\n    expectations:\n      junior: Kneads.'),
    );
    expect(bare.text).toMatch(/ {6}junior: Kneads\.\n {6}lead: \{ text: 'Sets: "it"\.', required: false \}$/);
  });

  it('adds to a ladder that all roles share, where the roles agree', () => {
    const shared = 'name: kneading\nroles: all\nexpectations:\n  junior: Kneads.\n';
    const both = [role('baker'), role('miller')];
    const added = merged(
      kneading([cell('junior', 'Kneads.'), cell('lead', 'Sets.')], {}, both),
      there(shared),
    );
    expect([added.codes, added.text]).toEqual([[], `${shared}  lead: Sets.\n`]);
    const apart = [cell('lead', 'Sets.', { role: 'baker' }), cell('lead', 'Mills.', { role: 'miller' })];
    expect(merged(kneading(apart, {}, both), there(shared)).codes).toEqual(['cannot-merge']);
  });

  it('adds a role to a list of roles where it has the same ladder, else cannot', () => {
    const listed = 'name: kneading\nroles: [baker] # so far\nexpectations:\n  junior: Kneads.\n';
    const clerk = [role('clerk', { levels: [{ level: 'junior', title: null, code: null, summary: null }] })];
    const same = merged(kneading([cell('junior', 'Kneads.')], {}, clerk), there(listed));
    expect([same.codes, same.text]).toEqual([[], listed.replace('[baker]', '[baker, clerk]')]);
    expect(Object.keys(same.files)).toContain('roles/clerk.yaml');
    expect(merged(kneading([cell('junior', 'Sells.')], {}, clerk), there(listed)).codes).toEqual([
      'cannot-merge',
    ]);
  });

  it('adds grades', () => {
    const graded =
      'name: kneading\ngrades:\n  - { id: aware, name: Aware }\nroles:\n  baker:\n    expectations:\n      junior: { grade: aware }\n';
    const found = kneading([cell('senior', null, { role: 'baker', grade: 'expert' })], {
      grades: [
        { id: 'aware', name: 'Aware', text: null },
        { id: 'expert', name: 'Expert', text: 'Knows all.' },
      ],
    });
    const { codes, text } = merged(found, there(graded));
    expect(codes).toEqual([]);
    expect(text).toBe(
      graded
        .replace('Aware }\n', 'Aware }\n  - { id: expert, name: Expert, text: Knows all. }\n')
        .replace('{ grade: aware }\n', '{ grade: aware }\n      senior: { grade: expert }\n'),
    );
  });

  it('keeps CRLF', () => {
    const crlf = MINE.replaceAll('\n', '\r\n');
    const { text } = merged(
      kneading([cell('lead', 'Sets.', { role: 'baker', requirement: 'required' })]),
      there(crlf),
    );
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('      lead: Sets.\r\n');
  });

  it('adds levels to a role, in each way that they may be written', () => {
    const found = draft({
      roles: [
        role('baker', {
          levels: ['junior', 'lead'].map((at) => ({
            level: at,
            title: `The ${at}`,
            code: null,
            summary: null,
          })),
        }),
      ],
    });
    const of = (text: string) => merged(found, there(MINE, { 'roles/baker.yaml': text }));
    expect(of('name: baker\nlevels: [junior]\n').files['roles/baker.yaml']).toContain(
      'levels: [junior, lead]\n',
    );
    expect(of('name: baker\nlevels:\n  junior:\n    code: J\n').files['roles/baker.yaml']).toBe(
      'name: baker\nlevels:\n  junior:\n    code: J\n    title: The junior\n  lead:\n    title: The lead\n',
    );
  });

  it('does not touch a file that another id has', () => {
    expect(merged(draft(), there(`id: other\n${MINE}`)).codes).toEqual(['cannot-merge']);
  });

  it('whatever the texts, loads, with what was there as it was, and the same twice', () => {
    const word = fc.oneof(
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('# x', '- y', 'a: b', '"', '}', 'x, y'),
    );
    const said = word.filter((text) => /[\p{L}\p{N}]/u.test(text));
    const styles = fc.constantFrom(
      MINE,
      'name: kneading\nroles: { baker: { expectations: { junior: Kneads., } } }\n',
      'name: kneading\nroles:\n  baker:\n    expectations:\n      junior: |\n        Kneads.\n\n\n  # the end\n',
    );
    fc.assert(
      fc.property(styles, said, said, (mine, one, two) => {
        const found = kneading(
          [
            cell('lead', one, { role: 'baker' }),
            cell('junior', null, { role: 'miller', statements: [one, two] }),
          ],
          {},
          [role('miller'), role('baker')],
        );
        const before = there(mine);
        const first = merged(found, before);
        const loaded = loadFramework(textFolder({ ...before, ...first.files }));
        if (!loaded.ok)
          throw new Error(`${loaded.problems.map(({ message }) => message).join()}\n${first.text}`);
        const entries = loaded.value.skills[0]?.entries;
        const junior = entries?.get('baker')?.get('junior');
        expect(junior?.kind === 'expectation' && junior.text?.byLanguage).toEqual({ en: 'Kneads.' });
        expect([...(entries?.get('baker')?.keys() ?? [])]).toContain('lead');
        expect([...(entries?.get('miller')?.keys() ?? [])]).toEqual(['junior']);
        const second = merged(found, { ...before, ...first.files });
        expect(second.text).toBe(first.text);
      }),
      { numRuns: 100 },
    );
  });
});

it('levels of another framework cannot be merged either', () => {
  const found = draft({ levels: [level('ic1')], skills: [skill('kneading', [cell('ic1', 'Kneads.')])] });
  expect(merged(found, there(MINE)).codes).toEqual(['levels-differ']);
});
