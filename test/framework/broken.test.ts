/** Files that are no YAML: the place where the person has to write something, one a line, each with what to do. */
import { describe, expect, it } from 'vitest';
import { load } from './data.ts';

function told(yaml: string): readonly string[] {
  return load({ 'skills/t.yaml': yaml }).problems.map(({ code, help, span }) => {
    expect(help).toBeTruthy();
    return `${code} ${span.line}:${span.column}-${span.endColumn}`;
  });
}

describe('broken YAML', () => {
  it.each<[string, string, readonly string[]]>([
    ['a quotation mark that is not closed, where it opens', 'name: "S\nroles: all\n', ['1:7-8']],
    ['a single one', "name: 'S\nroles: all\n", ['1:7-8']],
    ['the last one', 'name: "S"\ncategory: "C\n', ['2:11-12']],
    ['a bracket that is not closed, where it opens', 'name: S\ntopics: [a\nroles: all\n', ['2:9-10']],
    ['a brace', 'roles: { baker: { required: true }\nname: S\n', ['1:8-9']],
    ['the one of two that is not', 'a: { b: [c }\n', ['1:9-10']],
    ['a bracket that was not opened', 'name: ]\n', ['1:7-8']],
    ['a text with a colon', 'name: S: T\n', ['1:7-8']],
    ['keys under a text', 'name: S\n  roles: all\n', ['1:7-8']],
    ['a key in a column of its own', 'a:\n    b: 1\n  c: 2\n', ['3:1-2']],
    ['a line that is no key', 'name: S\nroles\ntopics: [a]\n', ['2:1-6']],
    ['a text after a text', 'name: "S" T\n', ['1:11-12']],
    ['a text that begins with a sign', 'name: @S\ncategory: `C`\n', ['1:7-8', '2:11-12']],
    ['an asterisk alone', 'name: *\n', ['1:7-8']],
    ['a backslash', 'name: "a\\d"\n', ['1:9-10']],
    ['a tab', 'roles:\n\tbaker: x\n', ['2:1-2']],
    ['a list beside its key', 'topics: - a\n', ['1:9-10']],
    ['a text beside >', 'summary: > text\n', ['1:12-16']],
    ['a second document', 'name: S\n---\nname: T\n', ['2:1-4']],
    ['a line of %', '%YAML 9\n---\nname: S\n', ['1:7-8']],
    [
      'a merge that was not finished, once',
      'name: S\n<<<<<<< HEAD\nroles: all\n=======\nroles: [a]\n>>>>>>> x\n',
      ['2:1-13'],
    ],
  ])('%s', (_, yaml, places) => {
    expect(told(yaml)).toEqual(places.map((place) => `broken-yaml ${place}`));
  });

  it.each([300, 900, 3000])('however deep it is: %i', (depth) => {
    for (const text of [
      `name: ${'['.repeat(depth)}`,
      `name: ${'['.repeat(depth)}${']'.repeat(depth)}`,
      `name: ${'{ a: '.repeat(depth)}x${' }'.repeat(depth)}`,
      `expectations:\n${Array.from({ length: depth }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')} x`,
    ]) {
      expect(load({ 'skills/t.yaml': text }).ok).toBe(false);
    }
  });

  it('says each kind in its own words', () => {
    const message = (yaml: string) => load({ 'skills/t.yaml': yaml }).problems[0]?.message;
    const broken = ['name: "S', 'name: [S', 'name: S: T', 'name: @S', '\tname: S', 'name: S\n---\n'];
    expect(new Set(broken.map(message)).size).toBe(broken.length);
    expect(broken.map(message).join()).not.toMatch(/implicit|scalar|token|flow|node/i);
  });
});
