/** The tokens of our state of blocks are those that markdown-it makes itself. */
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { BlockState } from '../../src/markdown/block-state.ts';

const LINES = [
  '# Title',
  'Words, *some* of them **strong**',
  'Title',
  '===',
  '- one',
  '  - inside',
  '3. three',
  '> said',
  '| a | b |',
  '|--:|---|',
  '| 1 | 2 |',
  '```yaml',
  '```',
  '    code',
  '---',
  '<!-- mark -->',
  '<div>',
  '',
];

const theirs = new MarkdownIt({ html: true });
const ours = new MarkdownIt({ html: true });
ours.block.State = BlockState;

test('a document of every kind of block has the same tokens', () => {
  const text = LINES.join('\n\n');
  expect(ours.parse(text, {})).toEqual(theirs.parse(text, {}));
  expect(ours.render(text)).toBe(theirs.render(text));
});

test('any lines have the same tokens', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      expect(ours.parse(text, {})).toEqual(theirs.parse(text, {}));
    }),
  );
});

test('attributes are read, set and joined', () => {
  const [list] = ours.parse('7. seven', {});
  const [own] = theirs.parse('7. seven', {});
  for (const token of [list, own]) {
    expect(token?.attrGet('start')).toBe(7);
    token?.attrSet('start', 8);
    token?.attrJoin('class', 'a');
    token?.attrJoin('class', 'b');
    token?.attrPush(['id', 'list']);
    expect(token?.attrIndex('id')).toBe(2);
    expect(token?.attrs).toEqual([
      ['start', 8],
      ['class', 'a b'],
      ['id', 'list'],
    ]);
  }
});
