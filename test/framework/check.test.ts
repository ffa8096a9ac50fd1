/** The rules of check: each bad line of fixtures/check carries its expected report as a comment. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/framework/check/rules.ts';
import { loadFramework } from '../../src/framework/load.ts';
import { type Problem, sorted } from '../../src/problems/problem.ts';
import type { Folder } from '../../src/project/folder.ts';
import { fixtureFolder, textFolder } from '../folder.ts';

const EXPECTED = /# (error|warning|advice) ((?:\d+:)?\d+-\d+) ([a-z0-9-]+)/g;

/** The fixture's files over those of base/. */
function folderOf(name: string): Folder {
  const files: Record<string, Uint8Array> = {};
  for (const folder of [fixtureFolder('check/base'), fixtureFolder(`check/${name}`)])
    for (const path of folder.list()) files[path] = folder.read(path) ?? new Uint8Array();
  return textFolder(files, name);
}

function found(folder: Folder): readonly string[] {
  const loaded = loadFramework(folder);
  const ruled = loaded.ok ? RULES.flatMap((rule) => rule.check(loaded.value)) : [];
  return sorted([...loaded.problems, ...ruled]).map(told);
}

function told({ severity, code, span }: Problem): string {
  return `${span.source.path}:${span.line}:${span.column}-${span.endColumn} ${severity} ${code}`;
}

function expected(folder: Folder): readonly string[] {
  return folder.list().flatMap((path) => {
    const source = folder.source(path);
    if (!source?.ok) throw new Error(`${path} cannot be read`);
    const lines = source.value.text.split('\n');
    return lines.flatMap((line, i) =>
      [...line.matchAll(EXPECTED)].map(([, severity, place = '', code]) => {
        const at = place.includes(':') ? place : `${i + 1}:${place}`;
        return `${source.value.path}:${at} ${severity} ${code}`;
      }),
    );
  });
}

const fixtures = readdirSync(fileURLToPath(new URL('../fixtures/check', import.meta.url)), {
  withFileTypes: true,
}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('the rules of check', () => {
  it.each(fixtures)('%s: nothing missing, nothing extra', (name) => {
    const folder = folderOf(name);
    expect([...found(folder)].sort()).toEqual([...expected(folder)].sort());
    const codes = expected(folder).map((line) => line.split(' ').at(-1));
    expect(codes.includes(name)).toBe(name !== 'base');
  });

  it.each(RULES)('$code has a fixture, and tells nothing but its code', (rule) => {
    expect(fixtures).toContain(rule.code);
    const loaded = loadFramework(folderOf(rule.code));
    const codes = loaded.ok ? rule.check(loaded.value).map(({ code }) => code) : [];
    expect([...new Set(codes)]).toEqual([rule.code]);
  });
});
