/** What a person does to a form by hand, and what formatters do, is read back; nothing that is written is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Field } from '../../src/markdown/document.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import { form } from './form.ts';

function parsed(text: string): Document {
  const document = parseDocument({ path: 'a.md', text });
  if (!document.ok) throw new Error(document.problems.map((p) => `${p.span.line} ${p.code}`).join('\n'));
  return document.value;
}

function value(text: string): Field['value'] | undefined {
  return parsed(text).fields[0]?.value;
}

/** The tree without what a formatter may change: lines. */
function tree(text: string): unknown {
  const { blocks, front, fields } = parsed(text);
  return JSON.parse(
    JSON.stringify({ blocks, foot: front.foot, fields }, (key, v: unknown) =>
      key === 'line' ? undefined : v,
    ),
  );
}

describe('a blank', () => {
  it.each([
    ['Name: ____ <!-- field a -->', ''],
    ['Name: Ada <!-- field a -->', 'Ada'],
    ['Name: Ada____ <!-- field a -->', 'Ada'],
    ['Name: ____Ada____ <!-- field a -->', 'Ada'],
    ['Name: ____ Ada L. <!-- field a -->', 'Ada L.'],
    ['Name: ____ <!-- field a --> Ada', 'Ada'],
    ['Name: __Ada__ <!-- field a -->', 'Ada'],
    ['Name:Ada<!-- field a -->', 'Ada'],
    ['Name: \\_\\_\\_\\_ <!-- field a -->', ''],
    ['Name: Ada\nLovelace ____\n<!-- field a -->', 'Ada Lovelace'],
    ['**Name:** ____ <!-- field a -->', ''],
    ['**Name:** **Ada** <!-- field a -->', '**Ada**'],
    ['Name: a_b <c> & “d”: e <!-- field a -->', 'a_b <c> & “d”: e'],
    ['Name: 1 &#60; 2 <!-- field a -->', '1 < 2'],
    ['- [ ] other: Ada <!-- field a -->', 'Ada'],
  ])('%j reads %j', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('is read beside another', () => {
    const two = parsed('From: 1 <!-- field a --> to: 2 <!-- field b "End" --> or so').fields;
    expect(two).toMatchObject([
      { value: '1', label: 'From' },
      { value: '2 or so', label: 'End' },
    ]);
  });
});

describe('a box', () => {
  it.each([
    ['[x]', 'a'],
    ['[X]', 'a'],
    ['[ x ]', 'a'],
    ['\\[x\\]', 'a'],
    ['[ ]', null],
    ['[]', null],
    ['\\[ \\]', null],
  ])('%s', (box, expected) => {
    for (const bullet of ['-', '*', '+', '1.'])
      expect(value(`<!-- choice c of=a -->\n\n${bullet} ${box} one`)).toBe(expected);
    expect(value(`[x]: http://x.org\n\n<!-- choice c of=a -->\n\n- ${box} one`)).toBe(expected);
  });

  it.each([
    ['[x]', 'a'],
    ['x', 'a'],
    ['X', 'a'],
    ['✓', 'a'],
    ['', null],
    ['____', null],
  ])('in a column of boxes, %j', (cell, expected) => {
    const text = `<!-- table t cols=a,b -->\n\n| A | B | C |\n| - | - | - |\n| a | ${cell} | [ ] |\n| b | [ ] | [ ] |`;
    expect(value(text)).toBe(expected);
  });
});

describe('notes', () => {
  it.each([
    ['________________________________________', ''],
    ['---', ''],
    ['\\_\\_\\_\\_', ''],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['____\none\n____', 'one'],
    ['```\nopen', '```\nopen'],
    ['<div>\n| a |\n# b', '<div>\n| a |\n# b'],
    ['text <!-- page --> text', 'text <!-- page --> text'],
    ['<!-- todo', '<!-- todo'],
    ['&#45;--', '---'],
    ['&#35; &amp; &lt;!-- page -->', '&#35; &amp; <!-- page -->'],
  ])('%j', (body, expected) => {
    expect(value(`<!-- notes n "N" -->\n\n${body}\n\n<!-- /notes -->`)).toBe(expected);
  });

  it('leave the lines after them where they were', () => {
    const text = '<!-- notes n "N" -->\na\nb\n<!-- /notes -->\n\n# C';
    expect(parsed(text).blocks).toMatchObject([
      { type: 'notes', line: 1 },
      { type: 'heading', line: 6 },
    ]);
  });
});

describe('formatters', () => {
  const wrapped = form
    .replace('Conflict: <!--', 'Conflict:\n  <!--')
    .replace('Candidate: ____________ <!--', 'Candidate: ____________\n  <!--')
    .replace('**Not assessed:** <!--', '**Not assessed:**\n<!--');

  it.each([
    ['CR LF', form.replaceAll('\n', '\r\n')],
    ['BOM', `\ufeff${form}`],
    ['stars for bullets', form.replaceAll(/^( *)- \[/gm, '$1* [')],
    [
      'stars for emphasis',
      form.replace('_Required_', '*Required*').replace('_in plain words_', '*in plain words*'),
    ],
    ['wrapped marks', wrapped],
    ['rules for blanks', form.replace('________________________________________', '---')],
    ['escaped blanks and boxes', form.replaceAll('____ |', '\\_\\_\\_\\_ |').replaceAll('| [ ]', '| \\[ ]')],
    ['loose lists', form.replaceAll('\n- [ ]', '\n\n- [ ]')],
    [
      'no empty lines round marks',
      form.replaceAll(/\n\n(<!-- (?:page|keep|\/keep|next|\/row) -->)\n\n/g, '\n$1\n'),
    ],
    ['trailing spaces', form.replaceAll('-->\n', '-->  \n')],
    ['wide tables', form.replaceAll('| ', '|    ')],
  ])('%s', (_, text) => {
    expect(text).not.toBe(form);
    expect(tree(text)).toEqual(tree(form));
  });
});

/** All words of a tree. */
function words(node: unknown): string {
  if (Array.isArray(node)) return node.map(words).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node)
    .map(([key, v]) => (typeof v === 'string' && ['text', 'alt', 'key'].includes(key) ? v : words(v)))
    .join(' ');
}

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '<!-- ',
      ' -->',
      '<!-- page -->',
      '<!-- keep -->',
      '<!-- /keep -->',
      '<!-- row 1 | 1 -->',
      '<!-- next -->',
    ],
    ...[
      '<!-- notes a "A" -->',
      '<!-- /notes -->',
      '<!-- cells 6 / 3 -->',
      '<!-- choice c of=a,b -->',
      '<!-- check d -->',
    ],
    ...[
      '<!-- table t 1 2 cols=a -->',
      ' ____ <!-- field f -->',
      '<!-- lang de -->',
      '<!-- brief "b" -->',
      'x: ',
      '"',
    ],
    ...[
      '\n',
      '\n\n',
      '- [ ] ',
      '- [x] ',
      '- ',
      '  ',
      '1. ',
      '> ',
      '# ',
      '## **A** ',
      '| a | b |\n| - | - |\n',
      '| x | [ ] |\n',
    ],
    ...[
      '---\n',
      '```\n',
      '![a](b)',
      '[p](#x)',
      '[q](#%ff)',
      '[r]: u\n',
      '**',
      '_',
      '`',
      '&#38;',
      '<div>',
      '<br>',
      '\t',
      '\r',
      '\0',
    ],
    ...['foot:\n', '  - "{f} | {page}"\n', 'title: "\n', '\ud800', '\ufeff'],
  );

  it('is read or refused, never thrown at; spans are lines of the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }),
        (all) => {
          const text = all.join('');
          const lines = text.split('\n').length;
          const { problems } = parseDocument({ path: 'a.md', text });
          for (const p of problems) expect(p.span.line >= 1 && p.span.line <= lines).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['keeps in keeps', '<!-- keep -->\n\n'.repeat(3000)],
    ['rows in rows', '<!-- row 1 -->\n\n'.repeat(3000)],
    ['quotes in quotes', '> '.repeat(3000)],
    ['lists in lists', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['links in links', '[a]('.repeat(5000)],
    ['brackets', `${'['.repeat(20_000)}a${']'.repeat(20_000)}`],
    ['colons in a frame', `<!-- cells 6 -->\n\n- ${'**a:'.repeat(5000)}`],
  ])('of any depth is read or refused: %s', (_, text) => {
    expect(() => parseDocument({ path: 'a.md', text })).not.toThrow();
  });

  it.each(['', '# ', '> ', '- ', '- [ ] ', '<!-- cells 6 -->\n\n- '])(
    'emphasised however deep stands in the tree: %j',
    (before) => {
      const text = `${before}${'*a '.repeat(20_000)}b${' a*'.repeat(20_000)}`;
      const document = parseDocument({ path: 'a.md', text });
      expect(words(document.ok && document.value.blocks)).toMatch(/^\W*(?:a +){20000}b(?: +a){20000}\s*$/);
    },
  );

  it('of plain Markdown stands in the tree, every word', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const inline = fc.oneof(
      word,
      word.map((w) => `**${w}**`),
      word.map((w) => `_${w}_`),
      word.map((w) => `\`${w}\``),
      word.map((w) => `[${w}](/1)`),
      word.map((w) => `~~${w}~~`),
    );
    const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    const block = fc.oneof(
      line,
      line.map((l) => `## ${l}`),
      fc.tuple(line, line).map(([a, b]) => `- ${a}\n  - ${b}\n\n    ${a}\n- [ ] ${b}`),
      fc.tuple(line, line).map(([a, b]) => `3. ${a}\n4. > ${b}\n\n   # ${a}`),
      fc.tuple(line, line).map(([a, b]) => `> ${a}\n>\n> - ${b}\n>\n>   | ${a} |\n>   | - |\n>   | ${b} |`),
      line.map((l) => `\`\`\`\n${l}\n\`\`\``),
      fc.tuple(line, line).map(([a, b]) => `| ${a} | x |\n| - | -: |\n| ${b} | |\n| | **y** |`),
      fc.tuple(line, line).map(([a, b]) => `${a}\\\n${b}\n${a}`),
      word.map((w) => `![${w}](1.2)`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const text = blocks.join('\n\n');
        const document = parseDocument({ path: 'a.md', text });
        expect(document.problems.filter((p) => p.severity === 'error')).toEqual([]);
        const seen = document.ok ? words(document.value.blocks) : '';
        expect(seen.match(/[a-z]+/g)?.sort()).toEqual(text.match(/[a-z]+/g)?.sort());
      }),
      { numRuns: 400 },
    );
  });
});
