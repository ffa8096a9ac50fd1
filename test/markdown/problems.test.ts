/** Each mistake in a Markdown file is told with its line; all of a file's at once. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/markdown/parse.ts';

/** The front matter, which every form has: five lines with the empty one. */
const HEAD = '---\nname: N\ntitle: T\n---\n\n';
const AT = 5;

function told(text: string, head = HEAD): readonly string[] {
  return parseDocument({ path: 'a.md', text: head + text }).problems.map(
    (p) =>
      `${p.severity === 'error' ? '' : `${p.severity} `}${p.code} ${p.span.line - (head === HEAD ? AT : 0)}`,
  );
}

const TWO = '\n\n- [ ] a\n- [ ] b';
const TABLE = '\n\n| A | B |\n| - | - |\n| a | ____ |';

describe('a control character', () => {
  const places = (text: string) =>
    parseDocument({ path: 'a.md', text }).problems.map(
      ({ code, span }) => `${code} ${span.line}:${span.column}-${span.endColumn}`,
    );

  it('is told at its place, once a line', () => {
    expect(places('a\n\nab\x07c\x07 d\n\n```\n\x1b[0m\n```\n')).toEqual([
      'control-character 3:3-4',
      'control-character 6:1-2',
    ]);
    expect(places('---\ntitle: T\n---\n\n<!-- notes n "N" -->\n\n\0\n\n<!-- /notes -->\n')).toEqual([
      'control-character 7:1-2',
    ]);
  });

  it('is told in the head once, as it is or as an escape', () => {
    expect(places('---\ntitle: "a\\u0007"\nname: a\x07b\nfoot:\n  - "\\u001b"\n---\n\nx')).toEqual([
      'control-character 3:8-9',
      'control-character 2:1-17',
      'control-character 5:1-13',
    ]);
  });
});

describe('a mark that cannot be read', () => {
  it.each([
    ['<!-- feld a -->', 'unknown-mark 1'],
    ['<!-- nxt -->', 'unknown-mark 1'],
    ['<!-- Page -->', 'unknown-mark 1'],
    ['x: ____ <!-- field a? -->', 'unreadable-part 1', 'no-id 1'],
    ['x: ____ <!-- field a b -->', 'unreadable-part 1'],
    ['<!-- page 3 -->', 'unreadable-part 1'],
    ['x: ____ <!-- field a required=no -->', 'unreadable-part 1'],
    ['<!-- notes a "A" lines=many -->\n\n<!-- /notes -->', 'unreadable-part 1'],
    ['<!-- keep "x" -->\n\n<!-- /keep -->', 'unreadable-part 1'],
    ['x: ____ <!-- field a size=3 -->', 'unknown-part 1'],
    ['x: ____ <!-- field -->', 'no-id 1'],
    ['x: ____ <!-- field a -->\n\ny: ____ <!-- field a -->', 'double-id 3'],
    ['<!-- notes a -->\n\n<!-- /notes -->', 'no-label 1'],
    ['<!-- brief -->\n\nx', 'no-label 1'],
    ['x <!-- lang 1 -->', 'unreadable-part 1', 'no-language 1'],
    ['<!-- page', 'broken-mark 1'],
    ['<!-- row 1\n1 -->', 'broken-mark 1'],
    ['<!-- ->\n\nwords\n\n<!-- for the printer -->', 'broken-mark 1', 'warning comment 5'],
    ['<!--\n\nx: ____ <!-- field a -->', 'broken-mark 1'],
    ['<!-- notes a \u201cLabel\u201d -->\n\n<!-- /notes -->', 'unreadable-part 1', 'no-label 1'],
    ['<!-- notes a "Label -->\n\n<!-- /notes -->', 'unreadable-part 1', 'no-label 1'],
    ['<!-- notes "A" -->\n\n<!-- /notes -->', 'no-id 1'],
    ['<!-- choice of=a -->\n\n- [ ] a', 'no-id 1'],
    ['<!-- table a/B 1 1 -->\n\n| A | B |\n| - | - |\n| a | b |', 'unreadable-part 1'],
    ['<!\u2014 page \u2014>', 'broken-mark 1'],
    ['<!- page ->', 'broken-mark 1'],
  ])('%j', (text, ...expected) => {
    expect(told(text)).toEqual(expect.arrayContaining(expected));
    expect(told(text).filter((code) => !expected.includes(code))).toEqual([]);
  });

  it('guesses the name that was meant, and names both places of an id', () => {
    const [unknown] = parseDocument({ path: 'a.md', text: '<!-- chioce a -->' }).problems;
    expect(unknown?.help).toContain('"choice"');
    const text = 'x: ____ <!-- field a -->\n\ny: ____ <!-- field a -->';
    const twice = parseDocument({ path: 'a.md', text }).problems.find((p) => p.code === 'double-id');
    expect(twice?.related.map((r) => r.span.line)).toEqual([1]);
    expect(twice?.span).toMatchObject({ column: 1, endColumn: 25 });
  });
});

describe('a mark where it means nothing', () => {
  it.each([
    ['<!-- page --> words', 'text-beside-mark 1'],
    ['<!-- keep --><!-- row 1 1 -->', 'text-beside-mark 1'],
    ['words <!-- page --> words', 'misplaced-mark 1'],
    ['words\n<!-- notes x "X" --> <!-- /notes -->', 'text-beside-mark 2'],
    ['- item\n\n  <!-- page -->', 'misplaced-mark 3'],
    ['> <!-- page -->', 'misplaced-mark 1'],
    ['- a\n\n      <!-- page -->', 'marks-in-code 3'],
    ['    <!-- page -->', 'marks-in-code 1'],
    ['```\n<!-- page -->\n\n<!-- keep -->', 'marks-in-code 1'],
    ['<!-- /keep -->', 'no-start 1'],
    ['<!-- /page -->', 'no-start 1'],
    ['<!-- keep -->\n\nx', 'no-end 1'],
    ['<!-- row 1 -->\n\nx', 'no-end 1'],
    ['<!-- keep -->\n\n<!-- row 1 -->\n\nx\n\n<!-- /keep -->', 'no-end 3'],
    ['<!-- notes a "A" -->\n\nx', 'no-end 1'],
    ['<!-- next -->', 'next-outside-row 1'],
    ['<!-- row 1 -->\n\n<!-- page -->\n\n<!-- /row -->', 'misplaced-mark 3'],
    ['<!-- row 1 -->\n\n<!-- keep -->\n\n<!-- /keep -->\n\n<!-- /row -->', 'misplaced-mark 3'],
    ['<!-- choice a of=a,b -->\n\nwords', 'misplaced-mark 1'],
    ['<!-- table 1 1 -->\n\nwords', 'misplaced-mark 1'],
    ['<!-- brief "x" -->\n\n- a', 'misplaced-mark 1'],
    ['x: <!-- choice a of=a,b -->\n\nwords', 'misplaced-mark 1'],
    ['____ <!-- field a -->', 'no-colon 1'],
    ['<!-- field a -->', 'no-colon 1'],
    ['# x: ____ <!-- field a -->', 'misplaced-mark 1'],
    ['## x <!-- lang de -->', 'misplaced-mark 1'],
    ['<!-- lang de -->', 'misplaced-mark 1'],
    ['`x <!-- page -->`', 'misplaced-mark 1'],
    ['[a](b "<!-- page -->")', 'misplaced-mark 1'],
    ['| A |\n| - |\n| x <!-- page --> |', 'misplaced-mark 3'],
    ['words\n\n  words <!-- keep -->', 'misplaced-mark 3'],
    ['<!-- page --><!-- page -->', 'text-beside-mark 1'],
    ['-\tx: <!-- choice c of=a -->\n  - [ ] a', 'misplaced-mark 1', 'warning unmarked-box 2'],
    [
      '<!-- row 1 1 -->\n\n<!-- row 1 -->\n\nx\n\n<!-- /row -->\n\n<!-- next -->\n\n<!-- /row -->',
      'misplaced-mark 3',
    ],
    ['<!-- keep -->\n\n<!-- keep -->\n\n<!-- /keep -->\n\n<!-- /keep -->', 'misplaced-mark 3'],
    ['<!-- keep -->\n\n<!-- page -->\n\n<!-- /keep -->', 'misplaced-mark 3'],
    [
      '<!-- keep -->\n\n<!-- row 1 -->\n\n<!-- page -->\n\n<!-- /row -->\n\n<!-- /keep -->',
      'misplaced-mark 5',
    ],
    ['<!-- notes a "A" -->\n\n<!-- page -->\n\n<!-- /notes -->', 'no-end 1', 'no-start 5'],
  ])('%j', (text, ...expected) => {
    expect(told(text)).toEqual(expected);
  });

  const ALONE = {
    row: '<!-- row 1 -->\n\nx\n\n<!-- /row -->',
    keep: '<!-- keep -->\n\nx\n\n<!-- /keep -->',
    notes: '<!-- notes n "N" -->\n\nx\n\n<!-- /notes -->',
    page: '<!-- page -->',
    cells: '<!-- cells 12 -->\n\n- a',
    table: `<!-- table t 1 1 -->${TABLE}`,
  };
  const inEach = (sign: string, text: string) =>
    text.split('\n').map((line, i) => `${i === 0 || sign === '> ' ? sign : '  '}${line}`.trimEnd());
  it.each(Object.entries(ALONE))('stands at the top level alone: %s', (name, text) => {
    expect(told(text)).toEqual([]);
    for (const sign of ['- ', '> ']) {
      const found = parseDocument({ path: 'a.md', text: HEAD + inEach(sign, text).join('\n') }).problems;
      expect(found.map(({ code }) => code).sort()[0], `${sign} ${name}`).toBe('misplaced-mark');
      expect(found[0]?.span.line).toBe(AT + 1);
    }
  });
});

describe('what does not fit', () => {
  it.each([
    ['<!-- row 1 1 -->\n\nx\n\n<!-- /row -->', 'widths-mismatch 1'],
    [`<!-- table 1 1 1 -->${TABLE}`, 'widths-mismatch 1', 'warning unmarked-blank 5'],
    [`<!-- table t cols=a,b -->${TABLE}`, 'widths-mismatch 1'],
    [`<!-- table t rows=a,b -->${TABLE}`, 'rows-mismatch 1'],
    [`<!-- table t lines=1,2 -->${TABLE}`, 'rows-mismatch 1'],
    [`<!-- table t small=3 -->${TABLE}`, 'unknown-column 1'],
    [`<!-- table t ruled=x -->${TABLE}`, 'unknown-column 1'],
    [`<!-- table t heavy=3 -->${TABLE}`, 'unknown-column 1'],
    [`<!-- table t heavy=1-4 -->${TABLE}`, 'unknown-column 1'],
    [`<!-- table t heavy=1,2 -->${TABLE}`, 'rows-mismatch 1'],
    [`<!-- table t heavy=2-1 -->${TABLE}`, 'broken-columns 1'],
    [`<!-- table t heavy=0 -->${TABLE}`, 'broken-columns 1'],
    [`<!-- table t heavy=a+1 -->${TABLE}`, 'broken-columns 1'],
    [`<!-- table t heavy=2- -->${TABLE}`, 'broken-columns 1'],
    [`<!-- table t -->${TABLE}\n| a | b | c |`, 'cells-mismatch 6'],
    [`<!-- table t -->${TABLE}\n| a`, 'cells-mismatch 6'],
    ['| A | B |\n| - | - |\n| a | b | lost |', 'cells-mismatch 3'],
    ['<!-- cells -->\n\n- a', 'no-widths 1'],
    ['<!-- cells 12 -->\n\n- a\n\n  more', 'crowded-cell 5'],
    [`<!-- choice c -->${TWO}`, 'no-options 1'],
    [`<!-- choice c of=a -->${TWO}`, 'boxes-mismatch 1'],
    [`<!-- choice c of=a,a -->${TWO}`, 'double-option 1'],
    [`<!-- check c of=a,b,c -->${TWO}`, 'boxes-mismatch 1'],
    [`<!-- check c -->${TWO}`, 'boxes-mismatch 1'],
    [`<!-- choice c of=a,b -->${TWO}\n- c`, 'no-box 5'],
    ['<!-- choice c of=a,b -->\n\n- [x] a\n- [X] b', 'two-ticks 4'],
    ['<!-- table t -->\n\n| A | B | C |\n| - | - | - |\n| a | [x] | [x] |', 'two-ticks 5'],
    ['<!-- table t -->\n\n| A | B |\n| - | - |\n| a | [ ] |\n| b | words |', 'not-a-box 6'],
    [`<!-- choice c of=a,b with=d -->${TWO}`, 'unknown-choice 1'],
    ['<!-- choice c of=a with=d -->\n\n- [x] a\n\n<!-- choice d of=a -->\n\n- [x] a', 'two-ticks 1'],
    ['[page](#gone)', 'unknown-link 1'],
    ['[page](#%ff)', 'unknown-link 1'],
  ])('%j', (text, ...expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what cannot be set', () => {
  it.each([
    ['<div>\n\nx', 'html-block 1'],
    ['<div>\n<!-- page -->\n</div>', 'html-block 1'],
    ['words ![a](b.png) words', 'picture-in-text 1'],
    ['a <b>tag</b>', 'warning html-tag 1', 'warning html-tag 1'],
    ['Name: ____', 'warning unmarked-blank 1'],
    ['- [ ] a', 'warning unmarked-box 1'],
    ['| A |\n| - |\n| [ ] |', 'warning unmarked-box 3'],
    ['<!-- for the printer -->', 'warning comment 1'],
    ['<!--\nfor the printer\n-->', 'warning comment 1'],
    ['Title\n=====', 'warning underlined-heading 1'],
    ['Text\n---', 'warning underlined-heading 1'],
  ])('%j', (text, ...expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    [`words\n\n${'> '.repeat(101)}lost`, 'too-deep 3'],
    [`${'- '.repeat(51)}lost\n\nwords`, 'too-deep 1'],
    [`${'> '.repeat(99)}a\n${'> '.repeat(98)}\n${'> '.repeat(102)}lost`, 'too-deep 3'],
    [`${'1. > '.repeat(34)}lost`, 'too-deep 1'],
    [`${'> '.repeat(3000)}lost`, 'too-deep 1'],
  ])('what stands too deep: %#', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each(['> ', '- '])('reads what is less deep: %j', (sign) => {
    const text = `${sign.repeat(sign === '> ' ? 99 : 49)}words`;
    const document = parseDocument({ path: 'a.md', text });
    expect(document.problems).toEqual([]);
    expect(JSON.stringify(document.ok && document.value.blocks)).toContain('words');
  });

  it.each([
    'a<br>b',
    '---',
    '***',
    '```js\ncode\n```',
    '    code',
    '~~old~~',
    '<https://x.org>',
    '\\[ ] x',
    '<!-- -->',
  ])('nothing is said about %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('front matter', () => {
  it.each([
    ['---\nname: N\n', 'broken-front-matter 1'],
    ['---\nname N\n---\n', 'broken-front-matter 2'],
    ['---\ntitle: "a\n---\n', 'broken-front-matter 2'],
    ['---\nname: a\nname: b\n---\n', 'double-key 3'],
    ['---\nfoot:\n  - "a"\n  - "{nobody}"\n---\n', 'unknown-field 4'],
    ['x: ____ <!-- field a -->', 'warning no-front-matter 1'],
  ])('%j', (text, expected) => {
    expect(told(text, '')).toEqual([expected]);
  });

  it('tells a field of the foot that is not one line', () => {
    const text = '---\nfoot:\n  - "{n}"\n---\n\n<!-- notes n "N" -->\n\n<!-- /notes -->\n';
    expect(told(text, '')).toEqual(['unknown-field 3']);
  });

  it('is not asked of a text without marks', () => {
    expect(told('Plain words', '')).toEqual([]);
  });
});

it('tells all of a file at once', () => {
  const text = '<!-- nxt -->\n\n<div>\n\n<!-- keep -->\n\n[x](#y)\n\n____ <!-- field a -->\n';
  expect([...told(text)].sort()).toEqual([
    'html-block 3',
    'no-colon 9',
    'no-end 5',
    'unknown-link 7',
    'unknown-mark 1',
  ]);
});

describe('front matter', () => {
  it('of a newer format, or in a language that is none, is told at its line', () => {
    const { problems } = parseDocument({
      path: 'test.md',
      text: '---\ntitle: T\nrubricate: 2\nlang: 5\n---\n\n# T\n',
    });
    expect(problems.map(({ code, span }) => [code, span.line])).toEqual([
      ['newer-format', 3],
      ['unknown-language', 4],
    ]);
  });
});
