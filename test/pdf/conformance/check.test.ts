/** That the checker finds nothing in a good file, and in a broken one the one thing that is broken. */
import { describe, expect, it } from 'vitest';
import { Broken } from './broken.ts';
import { check, RULES, told } from './check.ts';
import { goodFile } from './good.ts';
import { attachment, colour, document, metadata, syntax } from './mutations/document.ts';
import { annotations, fonts, forms } from './mutations/form.ts';
import { content, right, tables, texts, tree } from './mutations/structure.ts';

const GROUPS = {
  syntax,
  document,
  metadata,
  colour,
  attachment,
  content,
  tree,
  texts,
  tables,
  annotations,
  forms,
  fonts,
};
const good = goodFile();

it('finds nothing in a good file', async () => {
  expect(told(await check(good))).toBe('');
});

it('finds nothing in one that pdf-lib has written again', async () => {
  expect(told(await check(await (await Broken.open(good)).bytes()))).toBe('');
});

it.each(Object.entries(right))('finds nothing in %s', async (_, tag) => {
  const file = await Broken.open(good);
  file.add(tag);
  expect(told(await check(await file.bytes()))).toBe('');
});

describe.each(Object.entries(GROUPS))('of what is wrong with %s', (_, mutations) => {
  it.each(mutations.map((mutation) => [mutation.rule, mutation] as const))(
    'finds %s',
    async (rule, mutation) => {
      const findings = await check(await mutation.apply(good));
      const rules = [...new Set(findings.map((finding) => finding.rule))].sort();
      expect(rules, told(findings)).toEqual([rule, ...mutation.also].sort());
    },
  );
});

it('has each rule broken by something here', () => {
  const broken = new Set(Object.values(GROUPS).flatMap((mutations) => mutations.map(({ rule }) => rule)));
  const ids = [...new Set(RULES.map(({ id }) => id))];
  expect(ids.filter((id) => !broken.has(id))).toEqual([]);
  expect([...broken].filter((id) => !ids.includes(id))).toEqual([]);
});
