/** What each piece of Markdown means in a document: small texts and the tree they give. */
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/markdown/document.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import { form } from './form.ts';

function parsed(text: string): Document {
  const document = parseDocument({ path: 'a.md', text });
  if (!document.ok) throw new Error(document.problems.map((p) => `${p.span.line} ${p.code}`).join('\n'));
  return document.value;
}

const blocks = (text: string): readonly Block[] => parsed(text).blocks;
const t = (text: string) => ({ type: 'text', text });

describe('headings', () => {
  it.each([
    ['# A', { role: 'title', level: 1 }],
    ['## A', { role: 'section', key: null, note: null }],
    [
      '## **A** Reading _Required_',
      { role: 'skill', key: 'A', content: [t('Reading')], note: [t('Required')] },
    ],
    ['### **1** Say', { role: 'step', key: '1', content: [t('Say')] }],
    ['### **É9** Say', { role: 'step', key: 'É9' }],
    ['### Small', { role: 'small' }],
    ['#### Smaller', { role: 'small', level: 4 }],
    ['## **SQL**', { role: 'section', key: null, content: [{ type: 'strong', children: [t('SQL')] }] }],
    ['## **&#83;QL** words', { role: 'section', key: null }],
    ['## **A** _Required_', { role: 'skill', key: 'A', content: [], note: [t('Required')] }],
    ['## **Whole** words', { role: 'section', key: null }],
    [`## A _${'n'.repeat(60)}_`, { noteBelow: false }],
    [`## A _${'n'.repeat(61)}_`, { noteBelow: true }],
    ['## An _emphasis_ inside', { note: null }],
  ])('%s', (text, expected) => {
    expect(blocks(text)[0]).toMatchObject({ type: 'heading', ...expected });
  });

  it('are titles where they open a page, parts elsewhere', () => {
    const roles = blocks('# A\n\ntext\n\n# B\n\n<!-- page -->\n\n# C').flatMap((b) =>
      b.type === 'heading' ? [b.role] : [],
    );
    expect(roles).toEqual(['title', 'part', 'title']);
  });

  it('have GitHub’s anchors, doubles numbered', () => {
    const anchors = blocks('# A b\n\n## A b\n\n## A b\n\n## A b-1\n\n## **1** Zoë’s “x” _n_').flatMap((b) =>
      b.type === 'heading' ? [b.anchor] : [],
    );
    expect(anchors).toEqual(['a-b', 'a-b-1', 'a-b-2', 'a-b-1-1', '1-zoës-x-n']);
  });
});

describe('paragraphs and quotes', () => {
  it('are lead after a #, help when all emphasis, plain else', () => {
    expect(blocks('# A\n\none\n\ntwo\n\n_three_\n\n_four_ five')).toMatchObject([
      { type: 'heading' },
      { role: 'lead', content: [t('one')] },
      { role: 'plain' },
      { role: 'help', content: [t('three')] },
      { role: 'plain' },
    ]);
  });

  it('take a brief', () => {
    expect(blocks('<!-- brief "See &quot;Meets&quot;." -->\n\nLong words.')).toMatchObject([
      { type: 'paragraph', brief: 'See "Meets".', content: [t('Long words.')] },
    ]);
  });

  it('make a question of one strong paragraph', () => {
    expect(blocks('> **Why?**')).toMatchObject([{ role: 'question', blocks: [{ content: [t('Why?')] }] }]);
    expect(blocks('> **Why?** Say.')).toMatchObject([{ role: 'script' }]);
    expect(blocks('> **Why?**\n>\n> Say.')).toMatchObject([{ role: 'script' }]);
  });

  it('set a picture alone', () => {
    expect(blocks('![The org](<my pic.png>)')).toEqual([
      { type: 'image', src: 'my pic.png', alt: 'The org', line: 1 },
    ]);
  });

  it('list every picture, wherever it stands', () => {
    const nested =
      '![a](1.png)\n\n> ![b](2.png)\n\n- x\n\n  ![c](3.png)\n\n<!-- keep -->\n\n![d](1.png)\n\n<!-- /keep -->\n';
    expect(parsed(nested).pictures.map(({ src, line }) => [src, line])).toEqual([
      ['1.png', 1],
      ['2.png', 3],
      ['3.png', 7],
      ['1.png', 11],
    ]);
  });
});

describe('languages', () => {
  it.each([
    ['Guten Tag <!-- lang de -->', [{ type: 'foreign', lang: 'de', children: [t('Guten Tag')] }]],
    ['Guten Tag\n<!-- lang de -->', [{ type: 'foreign', lang: 'de', children: [t('Guten Tag')] }]],
    ['**Senior asks:** Tag <!-- lang de-CH -->', [{ type: 'strong' }, { type: 'foreign', lang: 'de-CH' }]],
  ])('%s', (text, content) => {
    expect(blocks(text)).toMatchObject([{ type: 'paragraph', content }]);
  });

  it('do not count where all emphasis or one strong is asked for, nor for a key or a point’s word', () => {
    expect(blocks('_Tag_ <!-- lang de -->')).toMatchObject([
      { role: 'help', content: [{ type: 'foreign' }] },
    ]);
    expect(blocks('> **Tag?** <!-- lang de -->')).toMatchObject([
      { role: 'question', blocks: [{ content: [{ type: 'foreign', children: [t('Tag?')] }] }] },
    ]);
    expect(blocks('- **a** Tag <!-- lang de -->')).toMatchObject([
      { items: [{ key: 'a', blocks: [{ content: [{ type: 'foreign', children: [t('Tag')] }] }] }] },
    ]);
    expect(blocks('<!-- choice c of=a -->\n\n- [ ] **Gut.** Wort <!-- lang de -->')).toMatchObject([
      { options: [{ word: [t('Gut')], content: [{ type: 'foreign', children: [t('Wort')] }] }] },
    ]);
    expect(blocks('| a |\n| - |\n| Tag <!-- lang de --> |')).toMatchObject([
      { rows: [{ cells: [{ content: [{ type: 'foreign' }] }] }] },
    ]);
  });
});

describe('rows, keeps, lists', () => {
  it('nest as the marks say', () => {
    expect(blocks(form).find((b) => b.type === 'keep')).toMatchObject({
      blocks: [
        {
          type: 'row',
          widths: [4, 8],
          rules: [false, true],
          stacks: [[{ role: 'skill' }], [{ type: 'quote' }]],
        },
        { role: 'step' },
        { type: 'notes', field: { lines: 6, grow: true, value: '' } },
        { type: 'choice' },
        { type: 'choice' },
      ],
    });
  });

  it('join lists that touch, but not numbers that begin anew', () => {
    expect(blocks('- a\n\n<!-- -->\n\n- b\n\n* c')).toMatchObject([{ items: [{}, {}, {}] }]);
    expect(blocks('1. a\n2. b\n\n3) c')).toMatchObject([{ items: [{}, {}, {}] }]);
    expect(blocks('1. a\n2. b\n\n1) c')).toMatchObject([{ items: [{}, {}] }, { start: 1, items: [{}] }]);
  });
});

describe('front matter and foot', () => {
  it('read what stands there', () => {
    const { front } = parsed(
      '---\nname: Form\ntitle: "A \\"b\\""\npaper: A4 landscape\nfoot:\n  - "{a} | **Page {page} of {pages}**"\n  - "x &#124; &#123;page&#125; | _y_"\n---\n\n# T\n\nA: ____ <!-- field a -->',
    );
    expect(front).toMatchObject({
      name: 'Form',
      title: 'A "b"',
      paper: 'A4 landscape',
      lang: 'en',
      kind: null,
    });
    expect(front.bodyLine).toBe(9);
    const strong = (text: string) => ({ type: 'inline', content: [{ type: 'strong', children: [t(text)] }] });
    expect(front.foot).toMatchObject([
      [
        [{ type: 'field', field: { id: 'a' } }],
        [strong('Page '), { type: 'page' }, strong(' of '), { type: 'pages' }],
      ],
      [[{ content: [t('x | {page}')] }], [{ content: [{ type: 'emphasis' }] }]],
    ]);
  });

  it('are lines by LF alone: other signs that end lines elsewhere are text', () => {
    for (const sign of ['\u2028', '\u2029']) {
      const text = `---\nname: a${sign}b\nfoot:\n  - c${sign}d\n---\n\n<!-- notes n "N${sign}M" -->\n\nx${sign}y\n\n<!-- /notes -->`;
      const { front, fields } = parsed(text);
      expect([front.name, fields[0]?.label, fields[0]?.value]).toEqual([
        ...[`a${sign}b`, `N${sign}M`, `x${sign}y`],
      ]);
    }
  });

  it('keeps links to headings; a definition of a link or footnote is text, so that none is lost', () => {
    expect(
      blocks('# A\n\n[x](https://x.org), [page](#a)\n\n[^1]: a note\n\n[r]: https://x.org'),
    ).toMatchObject([
      {},
      { content: [{ type: 'link', href: 'https://x.org' }, t(', '), { type: 'page-link', anchor: 'a' }] },
      { content: [t('[^1]: a note')] },
      { content: [t('[r]: https://x.org')] },
    ]);
  });
});
