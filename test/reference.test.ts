/** templates/README.md: it is fresh, names all there is to name, and its examples work. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../src/layout/theme.ts';
import { readFrontMatter } from '../src/markdown/front-matter.ts';
import { keysOf, MARK_NAMES } from '../src/markdown/marks.ts';
import { parseDocument } from '../src/markdown/parse.ts';
import { BLOCKS, HELPERS, TESTS } from '../src/merge/helpers.ts';
import { mergeDocument } from '../src/merge/merge.ts';
import { loadMessages } from '../src/merge/messages.ts';
import { loadTemplate } from '../src/merge/template.ts';
import { viewSchemas } from '../src/views/schema.ts';
import { textFolder } from './folder.ts';
import {
  baker,
  bakerStep,
  clean,
  english,
  folderOf,
  merged,
  must,
  named,
  ours,
  SETTINGS,
} from './merge/harness.ts';
import { EXAMPLES, REFERENCE } from './reference.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const examples = (language: string) =>
  EXAMPLES.filter((example) => example.language === language && example.path === null);

/** The names that a Problem about an unknown one lists. */
function listed(help: string | undefined): readonly string[] {
  return (/there are: (.*)/.exec(help ?? '')?.[1] ?? '').split(', ');
}

function parsedFront(text: string): ReadonlyMap<string, unknown> {
  const front = readFrontMatter({ path: 'a.md', text });
  return new Map<string, unknown>([...front.entries, ...front.lists]);
}

describe('the reference of the templates', () => {
  it('has the views as they are: npm run reference', () => {
    const run = spawnSync(process.execPath, ['scripts/reference.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it.each(MARK_NAMES)('shows the mark %s, with all its keys', (name) => {
    expect(REFERENCE).toMatch(new RegExp(`^<!-- ${name}\\b|^[^\`]* <!-- ${name}\\b`, 'm'));
    for (const key of keysOf(name)) expect(REFERENCE).toMatch(new RegExp(`\\b${key}\\b`));
  });

  it('shows every helper, block, view, and key of a template and a theme', () => {
    for (const name of HELPERS)
      expect(REFERENCE).toMatch(TESTS.has(name) ? `| \`(${name} ` : `| \`{{${name} `);
    for (const name of BLOCKS) expect(REFERENCE).toContain(`| \`{{#${name} `);
    for (const name of Object.keys(viewSchemas)) expect(REFERENCE).toContain(`| \`${name}\` | `);
    const template = loadTemplate([folderOf('x', { zzz: 'x' })], named('own')).problems[0];
    for (const key of listed(template?.help)) expect(REFERENCE).toContain(`| \`${key}\` | `);
    const theme = must(loadTheme([ours], named('plain')));
    for (const key of Object.keys(theme)) expect(REFERENCE).toContain(`| \`${key}\` | `);
  });

  it('shows every key that the head of a made file has', () => {
    for (const view of [baker(), bakerStep({ toRole: 'clerk', to: 'middle' })]) {
      const { text } = merged('role' in view ? 'scorecard' : 'promotion', view);
      const keys = [...parsedFront(text).keys()];
      expect(keys.length).toBeGreaterThan(10);
      for (const key of keys) expect(REFERENCE).toMatch(new RegExp(`^\\|[^|]*\`${key}\``, 'm'));
    }
  });

  it('has no link into nothing', () => {
    const headings = [...REFERENCE.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-'),
    );
    const outside = REFERENCE.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
    const links = [...outside.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });
});

describe('its examples', () => {
  it('are found', () => {
    for (const language of ['markdown', 'handlebars', 'yaml']) expect(examples(language)).not.toEqual([]);
  });

  it.each(examples('markdown'))('are forms without a mistake: $text', ({ text }) => {
    const document = parseDocument({ path: 'a.md', text: `---\nname: N\ntitle: T\n---\n\n${text}` });
    expect(document.problems).toEqual([]);
  });

  it.each(examples('handlebars'))('are templates that can be merged: $text', ({ text }) => {
    const template = must(loadTemplate([folderOf(text), ours], named('own')));
    const made = must(mergeDocument(template, baker(), english([ours]), SETTINGS));
    expect(clean(made.text).blocks.length).toBeGreaterThan(2);
  });

  it.each(examples('yaml'))('are messages that can be read: $text', ({ text }) => {
    const folder = textFolder({ 'messages/en.yaml': text }, 'templates');
    expect(loadMessages([folder, ours], 'en', undefined).problems).toEqual([]);
  });
});
