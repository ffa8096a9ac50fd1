/** Any text at all is read or refused, and plain Markdown loses no word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/markdown/parse.ts';

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
    ['comments without an end', '<!-- x\n'.repeat(20_000)],
    ['comments in comments', `${'<!-- x\n'.repeat(20_000)}-->`],
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
