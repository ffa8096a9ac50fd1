/**
 * Explanations and codes, both ways: a code without an explanation does not compile, an explanation of what nothing tells
 * fails here. And the examples are true: each leads to its Problem in its place, and mended to none of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EXPLANATIONS } from '../../src/problems/explanations/all.ts';
import type { Explanation, Explanations, Place } from '../../src/problems/explanations/explanation.ts';
import { error, warning } from '../../src/problems/problem.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { type Result, type Workspace, workspace } from '../e2e/harness.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const all: Explanations = EXPLANATIONS;
const codes = Object.keys(all);

/** Examples that cannot be tried as they stand: they show a file that is no text, the system, or how long something is. */
const TOLD: ReadonlySet<string> = new Set([
  ...['alias-bomb', 'ambiguous-template', 'broken-font', 'cannot-write', 'damaged-manifest', 'double-value'],
  ...['empty-file', 'file-not-read', 'missing-file', 'missing-message', 'more-than-two-sides', 'no-data'],
  ...['not-utf8', 'ours-changed', 'system', 'too-deep', 'too-tall', 'unknown-image', 'unused-partial'],
  ...['bad-word', 'restricted-font', 'unknown-word'],
  // Of an import: they show what is in a source, or stands where it writes.
  ...['levels-differ', 'text-would-change', 'cannot-merge'],
  ...['not-a-framework', 'unclear-shape', 'unsaid-name', 'cut-off', 'unknown-format'],
  ...['broken-source', 'encoding-guessed', 'protected-file', 'has-macros', 'zip-bomb', 'unknown-sheet'],
  ...['newer-manifest', 'table-too-wide', 'too-large', 'unwritable-value'],
]);

describe('the codes', () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('explanations'))
    .map((file) => readFileSync(join(SRC, file), 'utf8'))
    .join('\n');

  it.each(codes)('%s is told somewhere', (code) => {
    expect(sources).toContain(`'${code}'`);
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('compile with an explanation alone, and with the severity that it names', () => {
    const span = fileSpan({ path: 'a', text: '' });
    // @ts-expect-error: there is no such code
    error('unheard-of', 'm', span);
    // @ts-expect-error: it is never a warning
    warning('unknown-level', 'm', span);
  });
});

describe('the texts', () => {
  it.each(Object.entries(all))('of %s are sentences, and short', (_, { means, mend, example, mended }) => {
    for (const text of [means, mend]) expect(text).toMatch(/^\S.*[.:]$/s);
    expect(means.length).toBeLessThan(330);
    expect(mend.length).toBeLessThan(330);
    for (const text of [example, mended ?? '-'])
      expect(text.split('\n').every((line) => line === line.trimEnd())).toBe(true);
  });
});

/** Files by their top keys, so that an example can take the place of some. */
const BASE: Readonly<Record<'framework' | 'role' | 'skill', Readonly<Record<string, string>>>> = {
  framework: {
    name: 'name: Northwind',
    version: 'version: 1.0.0',
    levels:
      'levels:\n  - { id: junior, name: Junior }\n  - { id: senior, name: Senior }\n  - { id: lead, name: Lead }',
    domains: 'domains: [{ id: working-with-people, name: Working with People }]',
    scale:
      'scale:\n  - { id: partly, anchor: previous, means: A part. }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: More. }',
  },
  role: {
    name: 'name: LLM Engineer',
    interviews: 'interviews:\n  - { id: people, name: People, minutes: 45, skills: [mentoring] }',
  },
  skill: {
    name: 'name: Mentoring',
    domain: 'domain: Working with People',
    updated: 'updated: 2026-03-17',
    roles: 'roles: all',
    required: 'required: true',
    expectations:
      'expectations:\n  junior: Meets a colleague each week.\n  senior: Works with a colleague for months.\n  lead: Sets how several teams help.',
    questions:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: Whom did you mentor longest? }',
  },
};

/** A file of the base with an example's keys in the place of its own; with `roles` goes what stands beside them. */
function withExample(base: Readonly<Record<string, string>>, example: string): string {
  const own = new Set([...example.matchAll(/^([a-z_]+):/gm)].map((match) => match[1] ?? ''));
  if (own.has('roles')) for (const key of ['required', 'expectations']) own.add(key);
  const kept = Object.entries(base).flatMap(([key, text]) => (own.has(key) ? [] : [text]));
  return `${[...kept, example].join('\n')}\n`;
}

const FILES: Readonly<Record<'framework' | 'role' | 'skill', string>> = {
  framework: 'data/framework.yaml',
  role: 'data/roles/llm-engineer.yaml',
  skill: 'data/skills/working-with-people/mentoring.yaml',
};

function project(): Workspace {
  const space = workspace();
  for (const kind of ['framework', 'role', 'skill'] as const)
    space.write(FILES[kind], withExample(BASE[kind], ''));
  const optional = (name: string, roles = 'all') =>
    `name: ${name}\nupdated: 2026-03-17\nroles: ${roles}\nrequired: false\nexpectations: { junior: "Writes ${name} for a task.", senior: "Decides on ${name} with the team.", lead: "Sets how several groups ${name}." }\n`;
  for (const name of ['retrieval', 'one', 'two', 'three', 'four', 'five'])
    space.write(`data/skills/${name}.yaml`, optional(name));
  const design = optional('design', '[data-scientist]').replace(
    ', lead: "Sets how several groups design."',
    '',
  );
  space.write('data/skills/experiment-design.yaml', design);
  space.write('data/roles/data-scientist.yaml', 'name: Data Scientist\nlevels: [junior, senior]\n');
  return space;
}

/** What an example needs beside it. */
const BESIDE: Readonly<Record<string, (space: Workspace, text: string) => unknown>> = {
  'same-file': (space, text) => {
    const last = text.includes('staff') ? 'staff' : 'engineer-senior';
    space.write('data/roles/llm.yaml', `name: LLM\nlevels: [${last}]\n`);
    space.write('data/roles/llm-engineer.yaml', 'name: LLM Engineer\nlevels: [junior, senior, lead]\n');
  },
  'somebodys-file': (space) => space.write('out/scorecard-llm-engineer-senior.md', 'Filled in.\n'),
};

const HEAD = '---\nname: A form\n---\n\n';
const TEMPLATE_HEAD =
  '---\nview: profile\nfile: letter-{{role.id}}\nname: Letter\ntitle: {{title}}\n---\n\n# {{title}}\n\n';

const headed = (head: string, text: string, bare: boolean) =>
  text.startsWith('---\n') || bare ? `${text}\n` : `${head}${text}\n`;

/** Runs what the example is about: the line itself, `pdf` for a Markdown file, else `check`. */
async function tried(code: string, place: Place, text: string): Promise<Result> {
  const space = project();
  BESIDE[code]?.(space, text);
  switch (place) {
    case 'framework':
    case 'role':
    case 'skill':
      return space.write(FILES[place], withExample(BASE[place], text)).run('check');
    case 'config':
      return space.write('rubricate.yaml', `${text}\n`).run('check');
    case 'theme':
      return space.write('templates/themes/plain.yaml', `${text}\n`).run('check');
    case 'messages':
      if (text.startsWith('greeting'))
        space.write('templates/documents/x.md.hbs', `${TEMPLATE_HEAD}{{t "greeting" count=3}}\n`);
      return space.write('templates/messages/en.yaml', `${text}\n`).run('check');
    case 'template':
      return space
        .write('templates/documents/letter.md.hbs', headed(TEMPLATE_HEAD, text, false))
        .run('check');
    case 'markdown':
      return space.write('form.md', headed(HEAD, text, code === 'no-front-matter')).run('pdf form.md');
    case 'command': {
      const words = [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
      const makes = ['scorecard', 'promotion', 'render'].includes(words[1] ?? '');
      return space.run([...words.slice(1), ...(makes ? ['--format', 'md'] : [])]);
    }
    case 'files':
    case 'program':
      throw new Error('Such an example is told, not tried.');
  }
}

const tries = Object.entries(all).filter(([code]) => !TOLD.has(code));

/** Severities of a code among what stands on stderr. */
function severities(result: Result, code: string): readonly string[] {
  const found = result.stderr.matchAll(/^(error|warning|advice)\[([a-z-]+)\]/gm);
  return [...found].flatMap(([, severity = '', own]) => (own === code ? [severity] : []));
}

describe('the examples', () => {
  it('are tried, but for those that cannot be', () => {
    const untried = codes.filter((code) => ['files', 'program'].includes(all[code]?.place ?? ''));
    expect(untried.filter((code) => !TOLD.has(code))).toEqual([]);
    expect([...TOLD].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('stand in a project that is sound', async () => {
    (await project().run('check --strict')).fails(0);
    (await project().write('form.md', `${HEAD}# A form\n`).run('pdf form.md')).fails(0);
  });

  it.each(tries)('%s', async (code, { place, example, mended, severity }: Explanation) => {
    const result = await tried(code, place, example);
    expect(result.codes, result.stderr).toContain(code);
    expect(severity).toEqual(expect.arrayContaining([...severities(result, code)]));
    if (mended === undefined) return;
    const after = await tried(code, place, mended);
    expect(after.codes, after.stderr).not.toContain(code);
    expect(after.codes.length === 0 || after.code === 0, after.stderr).toBe(true);
  });
});
