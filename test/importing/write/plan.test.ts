/** A draft as files: what is written, what is left out and said, what stands in the way. */
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../src/framework/load.ts';
import type { Draft } from '../../../src/importing/draft.ts';
import { type Planned, planFiles } from '../../../src/importing/write/write.ts';
import type { Checked } from '../../../src/problems/checked.ts';
import { textFolder } from '../../folder.ts';
import { ours } from '../documents.ts';
import { cell, draft, level, role, skill } from '../drafts.ts';

type Files = Readonly<Record<string, string>>;

function plan(found: Draft, there: Files = {}, merge = false): Checked<Planned> {
  return planFiles(found, { data: textFolder(there), shipped: ours, merge });
}

/** The files by path, those that were there too. */
function written(found: Draft, there: Files = {}, merge = false): Files {
  const planned = plan(found, there, merge);
  if (!planned.ok) throw new Error(planned.problems.map(({ message }) => message).join('\n'));
  return { ...there, ...Object.fromEntries(planned.value.files.map(({ path, text }) => [path, text])) };
}

function skipped(found: Draft): readonly string[] {
  const planned = plan(found);
  return planned.ok ? planned.value.found.skipped.map(({ message }) => message) : ['not planned'];
}

const codes = ({ problems }: Checked<Planned>) => problems.map(({ code }) => code);

describe('the files', () => {
  it('say which schema they have, and where they came from', () => {
    const files = written(
      draft({ skills: [skill('kneading', [cell('junior', 'Kneads.')], { domain: 'Hand' })] }),
    );
    expect(files['skills/hand/kneading.yaml']).toBe(
      [
        '# yaml-language-server: $schema=../../schema/skill.schema.json',
        '# Imported from ladder.md, line 3.',
        'name: kneading',
        'domain: Hand',
        '',
        'roles:',
        '  baker:',
        '    expectations:',
        '      junior: Kneads.',
        '',
      ].join('\n'),
    );
    expect(files['roles/baker.yaml']).toContain('$schema=../schema/role.schema.json\n');
    expect(files['framework.yaml']).toContain('$schema=schema/framework.schema.json\n');
    expect(Object.keys(files)).toContain('schema/skill.schema.json');
  });

  it('have our scale, times and scripts in each language that ships, marked, each as it ships', () => {
    const text = written(draft({ language: 'fr' }))['framework.yaml'] ?? '';
    const keys = ['name', 'scale', 'timing', 'opening', 'closing', 'fair_questions', 'adjustments', 'access'];
    for (const key of [...keys.slice(1), 'retention', 'committee', 'peer_questions'])
      expect(text).toMatch(new RegExp(`^# A default of Rubricate: .*\\n(?:#.*\\n)*${key}:`, 'm'));
    expect(text).toMatch(/^name: .* # A default of Rubricate/m);
    expect(text).not.toContain('Northwind');
    const own = loadFramework(textFolder(written(draft({ language: 'fr' }))));
    const shipped = loadFramework(ours);
    if (!own.ok || !shipped.ok) throw new Error('one does not load');
    const bare = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, v) => (/^spans?$/.test(key) ? undefined : v)));
    for (const key of ['scale', 'timing', 'texts'] as const)
      expect(bare(own.value[key])).toEqual(bare(shipped.value[key]));
    expect(own.value.language).toBe('fr');
  });

  it('write one ladder once: for all roles, or for some', () => {
    const roles = ['baker', 'miller', 'clerk'].map((id) => role(id));
    const all = written(draft({ roles }));
    expect(all['skills/kneading.yaml']).toContain('roles: all\n');
    const cells = ['baker', 'miller'].flatMap((id) => [
      cell('junior', 'Kneads.', { role: id, requirement: 'required' }),
    ]);
    const some = written(draft({ roles, skills: [skill('kneading', cells)] }));
    expect(some['skills/kneading.yaml']).toContain('roles: [baker, miller]\nrequired: true\n');
  });

  it('hold a role with fewer levels under the same ladder', () => {
    const levels = [{ level: 'lead', title: null, code: null, summary: null }];
    const files = written(draft({ roles: [role('baker'), role('owner', { levels })] }));
    expect(files['skills/kneading.yaml']).toContain('roles: all\n');
    expect(files['roles/owner.yaml']).toContain('levels: [lead]\n');
  });

  it('say once what is required', () => {
    const need = (...requirements: readonly ('required' | 'optional' | 'unsaid')[]) => {
      const cells = ['junior', 'senior', 'lead'].map((at, i) =>
        cell(at, 'Kneads.', { requirement: requirements[i] ?? 'unsaid' }),
      );
      return written(draft({ skills: [skill('kneading', cells)] }))['skills/kneading.yaml'] ?? '';
    };
    expect(need('required', 'required', 'required')).toContain('    required: true\n');
    expect(need('optional', 'optional', 'optional')).toContain('    required: false\n');
    expect(need('optional', 'required', 'required')).toContain('    required: [senior, lead]\n');
    expect(need('unsaid', 'unsaid', 'unsaid')).not.toContain('required');
    expect(need('unsaid', 'optional', 'required')).toContain('senior: { text: Kneads., required: false }\n');
  });

  it('fold a long text, keep paragraphs, quote what needs it', () => {
    const long = `${'Kneads the dough and says why. '.repeat(6)}`.trim();
    const cells = [
      cell('junior', long),
      cell('senior', 'One.\n\nTwo:\nthree.'),
      cell('lead', '- no list # no comment'),
    ];
    const text = written(draft({ skills: [skill('kneading', cells)] }))['skills/kneading.yaml'] ?? '';
    expect(text).toMatch(/junior: >-\n {8}Kneads/);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text).toContain('senior: |-\n        One.\n\n        Two: three.\n');
    expect(text).toContain('lead: "- no list # no comment"\n');
  });
});

describe('what cannot be written is said', () => {
  it('signs that no text may hold', () => {
    const found = draft({ skills: [skill('kneading', [cell('junior', 'Kne\u0000ads\u000b now\ud800.')])] });
    expect(skipped(found)).toEqual(['2 signs that no text may hold (U+0000, U+D800)']);
    expect(written(found)['skills/kneading.yaml']).toContain('junior: Kneads now.\n');
  });

  it('a level that no role has, a reference to nothing, a weight below 0, a day that is none', () => {
    const levels = [{ level: 'junior', title: null, code: null, summary: null }];
    const cells = [cell('junior', 'Kneads.', { weight: -1 }), cell('lead', 'Sets.')];
    const other = [cell('junior', 'Sells.'), cell('junior', null, { sameAs: 'lead', role: 'clerk' })];
    const found = draft({
      roles: [role('baker', { levels }), role('clerk', { levels })],
      skills: [skill('kneading', cells, { updated: '2026-02-30' }), skill('selling', other)],
    });
    expect(skipped(found)).toEqual([
      'the weight -1: it has to be 0 or more',
      'what "kneading" asks at "lead": no role has this level',
      '"2026-02-30" is no day',
      '"selling" at "junior" is as at "lead", where nothing is asked',
    ]);
  });

  it('two ids that are one: the second gets another, which is a guess', () => {
    const planned = plan(
      draft({ skills: [1, 2].map((n) => skill('kneading', [cell('junior', `Kneads ${n}.`)])) }),
    );
    if (!planned.ok) throw new Error('not planned');
    expect(planned.value.found.skills.map(({ id }) => id)).toEqual(['kneading', 'kneading-2']);
    expect(planned.value.found.guesses.map(({ message }) => message)).toEqual([
      '"kneading" is called "kneading-2" among the files',
    ]);
  });

  it('a source without a skill, a role, a level', () => {
    expect(codes(plan(draft({ skills: [] })))).toEqual(['no-data']);
    expect(codes(plan(draft({ roles: [] })))).toEqual(['unsaid-name']);
    const nothing = draft({ levels: [], skills: [skill('kneading', [])] });
    expect(codes(plan(nothing))).toEqual(['unsaid-name']);
  });

  it('side notes of what is no expectation go to the skill', () => {
    const cells = [
      cell('junior', 'Kneads.'),
      cell('lead', null, { hole: 'not-defined', notes: [{ kind: 'tip', text: 'Later.' }] }),
    ];
    const text = written(draft({ skills: [skill('kneading', cells)] }))['skills/kneading.yaml'];
    expect(text).toContain('notes:\n  - { kind: tip, text: Later. }\n');
  });
});

describe('beside a framework that is there', () => {
  const there = written(draft());

  it('its levels hold, found by id or name', () => {
    const found = draft({
      levels: [level('one', { name: 'JUNIOR' })],
      skills: [skill('selling', [cell('one', 'Sells.')])],
    });
    const planned = plan(found, there);
    if (!planned.ok) throw new Error('not planned');
    expect(planned.value.files.map(({ path }) => path)).toEqual(['roles/baker.yaml', 'skills/selling.yaml']);
  });

  it('levels that differ are named', () => {
    const found = draft({ levels: ['junior', 'ic4', 'ic5'].map((id) => level(id)) });
    const planned = plan(found, there);
    expect(codes(planned)).toEqual(['levels-differ']);
    expect(planned.problems[0]?.message).toContain('"ic4", "ic5"');
    expect(planned.problems[0]?.help).toContain('junior, senior, lead');
  });

  it('so are domains that it does not list', () => {
    const files = {
      ...there,
      'framework.yaml': (there['framework.yaml'] ?? '').replace(
        '\nlevels:',
        '\ndomains: [{ id: hand, name: Hand }]\nlevels:',
      ),
    };
    const found = draft({ skills: [skill('selling', [cell('junior', 'Sells.')], { domain: 'Market' })] });
    const planned = plan(found, files);
    expect(codes(planned)).toEqual(['unknown-domain']);
    expect(planned.problems[0]?.help).toContain('{ id: market, name: "Market" }');
  });

  it('a skill that stands in another folder is written where it is', () => {
    const { 'skills/kneading.yaml': text = '', ...rest } = there;
    const planned = plan(draft(), { ...rest, 'skills/old/kneading.yaml': text });
    if (!planned.ok) throw new Error('not planned');
    expect(planned.value.files.map(({ path }) => path)).toContain('skills/old/kneading.yaml');
  });

  it('what it keeps in place of the source’s is said', () => {
    const found = draft({
      ...{ cumulative: true, levels: [level('junior', { summary: 'Begins.' })] },
      skills: [skill('kneading', [cell('junior', 'Kneads given doughs.')])],
    });
    const planned = plan(found, there);
    if (!planned.ok) throw new Error('not planned');
    expect(planned.value.found.skipped.map(({ message }) => message)).toEqual([
      'that a level also asks what stands below it: data/framework.yaml says otherwise',
      'the summary of "junior": data/framework.yaml keeps its own',
    ]);
  });

  it('its mistakes come first', () => {
    expect(codes(plan(draft(), { ...there, 'roles/baker.yaml': 'nam: x\n' }))).toContain('unknown-key');
  });

  it('texts in another language say so', () => {
    const found = draft({ language: 'fr', skills: [skill('selling', [cell('junior', 'Vend.')])] });
    expect(written(found, there)['skills/selling.yaml']).toContain('junior: { fr: Vend. }\n');
  });
});
