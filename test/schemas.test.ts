/** The schemas for editors: as they are written, and saying of every file what its reader says, as far as a schema can. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { loadFramework } from '../src/framework/load.ts';
import { SCHEMAS } from '../src/schemas/schemas.ts';
import { fixtureFolder } from './folder.ts';
import { FILES, load, told } from './framework/data.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function schemaOf(path: string): z.ZodType {
  const name = /(?:^|\/)framework\.yaml$/.test(path)
    ? 'framework'
    : (/(?:^|\/)(role|skill|theme|message)s\//.exec(path)?.[1] ??
      (/(?:^|\/)words\//.test(path) ? 'words' : ''));
  const known = SCHEMAS[name === 'message' ? 'messages' : name];
  if (!known) throw new Error(`No schema is for ${path}.`);
  return known.schema;
}

function yamlIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
}

/** What the schema says of a text, by the place in the data. */
function wrongIn(path: string, text: string): readonly string[] {
  const result = schemaOf(path).safeParse(parse(text, { schema: 'core' }));
  return result.success
    ? []
    : result.error.issues.map((issue) => `${path}: ${issue.path.join('.')} ${issue.message}`);
}

describe('the schema files', () => {
  it('are as the schemas are', () => {
    const ran = spawnSync(process.execPath, ['scripts/schemas.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
  });
});

describe('a schema', () => {
  it.each(['data', 'templates'])('takes every file of %s', (folder) => {
    const files = yamlIn(`${root}${folder}`);
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap((file) => wrongIn(file, readFileSync(`${root}${folder}/${file}`, 'utf8')))).toEqual(
      [],
    );
  });

  it.each(['fork', 'tiny', 'cumulative', 'holes', 'grades', 'weak', 'excuses'])(
    'takes what loads, whatever its form: %s',
    (name) => {
      const folder = fixtureFolder(`framework/${name}`);
      expect(loadFramework(folder).ok).toBe(true);
      const home = `${root}test/fixtures/framework/${name}`;
      expect(yamlIn(home).flatMap((file) => wrongIn(file, readFileSync(`${home}/${file}`, 'utf8')))).toEqual(
        [],
      );
    },
  );

  it.each([
    ['an unknown key', 'framework.yaml', 'nmae: x\n'],
    [
      'an unknown key of a level',
      'framework.yaml',
      FILES['framework.yaml'].replace('id: a', 'id: a, nmae: x'),
    ],
    ['a scale of two points', 'framework.yaml', FILES['framework.yaml'].replace(/ {2}- \{ id: high.*\n/, '')],
    ['a key of an interview', 'roles/baker.yaml', 'name: B\ninterviews: [{ id: i, name: I, skils: [s] }]\n'],
    ['a number in place of a text', 'skills/s.yaml', FILES['skills/s.yaml'].replace('a: A', 'a: 5')],
    ['a wrong status', 'skills/s.yaml', FILES['skills/s.yaml'].replace('a: A', 'a: { status: none }')],
    ['an id with capitals', 'skills/s.yaml', `${FILES['skills/s.yaml']}questions: [{ id: Q1, ask: Why? }]\n`],
    [
      'a weight below nothing',
      'skills/s.yaml',
      FILES['skills/s.yaml'].replace('a: A', 'a: { text: A, weight: -1 }'),
    ],
  ])('refuses what the reader refuses: %s', (_, path, text) => {
    expect(told(load({ [path]: text })).length).toBeGreaterThan(0);
    expect(wrongIn(path, text).length).toBeGreaterThan(0);
  });

  it('of the settings refuses an unknown key and an impossible day', () => {
    const schema = SCHEMAS['rubricate']?.schema;
    expect(schema?.safeParse({ data: 'x', date: '2026-03-17', fonts: ['a'] }).success).toBe(true);
    expect(schema?.safeParse({ them: 'x' }).success).toBe(false);
    expect(schema?.safeParse({ date: 'soon' }).success).toBe(false);
  });
});
