/**
 * The three promises of escaping, for every place of a template: a text comes back whole from the parsed file and makes
 * nothing (the tree is that of a plain word, with the text in its stead), and plain prose stands there as it was written.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../src/merge/template.ts';
import { baker, bodyOf, clean, mergeOwn, ownTemplate } from './harness.ts';

const WORD = 'Zqzqzq';
const CHOICE = '<!-- choice c "C" of=a,b -->\n\n';
const PLACES: Readonly<Record<string, string>> = {
  'a paragraph': '{{title}}',
  'a paragraph among others': 'above\n\n{{title}}\n\nbelow',
  'the second line of a paragraph': 'above\n{{title}}\nbelow',
  'after an empty condition': '{{#if interview}}No {{/if}}{{title}}',
  'inside a sentence': 'some {{title}} more',
  'before a full stop': 'some {{title}}.',
  'before a colon, a bracket': 'some {{title}}: x ({{title}}) y',
  'before a semicolon': 'some {{title}}; more',
  'two texts side by side': '{{title}} {{title}}',
  'two texts that touch': 'a {{title}}{{title}} b',
  strong: 'x **{{title}}** y',
  'a run-in label': '**Senior asks:** {{title}}',
  'emphasis alone': '_{{title}}_',
  'emphasis with words': '_some {{title}} more_',
  'a heading': '## {{title}}',
  'a heading with key and note': '## **A** {{title}} _note {{title}}_',
  'a list item': '- one\n- {{title}}\n- two',
  'a numbered item': '1. {{title}}\n2. x {{title}}',
  'a nested item': '- one\n  - {{title}}\n\n  {{title}}',
  'a quote': '> {{title}}\n>\n> x {{title}}',
  'a question': '> **“{{title}}”**',
  'an option': `${CHOICE}- [ ] {{title}}\n- [ ] **Word.** {{title}}`,
  'a point’s name': `${CHOICE}- [ ] **{{title}}.** one\n- [ ] **two**`,
  'a cell': '| a | b |\n| - | - |\n| {{title}} | {{title}} |',
  'a cell among marks': '| {{title}} | b |\n| - | - |\n| **x**<br>{{title}} | – {{title}}<br>{{title}} |',
  'a field’s label': '{{title}}: ____ <!-- field a -->',
  'a cell of a frame': '<!-- cells 6 6 -->\n\n- Level: **{{title}}**\n- Level: {{title}}',
  'a label in a frame':
    '<!-- cells 6 6 -->\n\n- {{title}}: ____ <!-- field a -->\n- {{title}}: **x**\n- {{title}}',
  'a label among others': 'some {{title}}: ____ <!-- field a --> and {{title}}: ____ <!-- field b -->',
  'a box in a frame':
    '<!-- cells 6 6 -->\n\n<!-- check c "C" of=a -->\n\n- [ ] {{title}}\n- {{#if interview}}No {{/if}}{{title}}',
  'a choice in a frame':
    '<!-- cells 12 -->\n\n- {{title}}: <!-- choice c "C" of=a as=line -->\n  - [ ] {{title}}',
  'a list under a frame': '<!-- cells 6 6 -->\n\n- a: x\n\n## H\n\n- {{title}}',
  'strong before words': '## **{{title}}** x\n\n- **{{title}}** x\n- **{{title}}** `x`\n\n1. **{{title}}** x',
  'strong before a note': '## **{{title}}** _x_',
  'strong in a cell':
    '| a | b |\n| - | - |\n| **{{title}}** | **{{title}}**<br>_x_ |\n| **{{title}}** x | **{{title}}** |',
  'strong in a form’s cell': '<!-- table t -->\n\n| a | b |\n| - | - |\n| **{{title}}** _x_ | ____ |',
  'a group’s head': '| a | b |\n| - | - |\n| **{{title}}** _2_ | |\n| **{{title}}** | |',
  'a list in one line': '{{#each otherLevels}}{{#unless @first}}, {{/unless}}{{@root.title}}{{/each}}.',
  'a link': '[{{title}}](#there)\n\n# There',
  'a mark’s label': '<!-- notes a "{{title}}" -->\n\n<!-- /notes -->',
  'a mark’s label among words': '| a | b |\n| - | - |\n| x | a: ____ <!-- field a "{{title}}: y" --> |',
};

/** Letters and everything that means something in Markdown, in a mark, in a table, in a foot. */
const CHARACTERS = [
  ...'ab1 .,:;!?#*_~`[](){}<>|&\\/-+=^"\'“–é字😀x',
  ...['א', 'ش', '\u200f', '\u202e', '\u0301', '\u200d', '\u00ad', '\u00a0', '\u2028', '👩‍👩‍👧', '٣', '\t'],
];
const PIECES = [
  '<!-- ',
  ' -->',
  '<!-- page -->',
  '[x] ',
  '](http://a.b)',
  '&lt;',
  '&lt',
  '&#35;',
  '____',
  '---',
  '1. ',
  '<br>',
  '{{',
  '}}',
  '{page}',
  ' | ',
  '![',
  '<b>',
  '\\|',
  '===',
  '# ',
  '- ',
  'http://a.b/c_d',
  '\n',
  '&',
  'SQL',
  '5',
  '\r\n',
  '&amp;',
  '&#x23;',
  '{{{',
  '{{x}}',
  '```',
  '2) ',
  '[ ]',
  '<http://a.b>',
  '[r]: /u',
  '$&',
  'w'.repeat(300),
];
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...CHARACTERS) }, fc.constantFrom(...PIECES)), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((made) => made !== '');

function view(title: string) {
  return { ...VIEW, title: { text: title, lang: null } };
}
const VIEW = baker();

/** What an author's line ends become: the file's texts have one line. */
function line(title: string): string {
  return title.replace(/\s*\n\s*/g, ' ');
}

/** The tree, without what depends on lengths: anchors and sources. */
function treeOf(template: Template, title: string): unknown {
  const { blocks, fields, front } = clean(mergeOwn(template, view(title)));
  return JSON.parse(
    JSON.stringify({ blocks, fields, title: front.title, foot: front.foot }),
    (key, value: unknown) => (key === 'anchor' || key === 'noteBelow' ? '' : value),
  );
}

/** A tree with a text in place of the word. */
function filled(tree: unknown, title: string): unknown {
  return JSON.parse(JSON.stringify(tree), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(WORD, () => title) : value,
  );
}

describe.each(Object.entries(PLACES))('a text in %s', (_, body) => {
  const template = ownTemplate(`${body}\n`);
  const plain = treeOf(template, WORD);

  it('comes back whole and makes nothing', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(treeOf(template, title)).toEqual(filled(plain, line(title)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a text in the front matter', () => {
  const template = ownTemplate('Name: ____ <!-- field candidate -->\n', {
    title: '{{title}}: {{title}}',
    foot: '\n  - {candidate} | {{title}} · x | **Page {page}**\n  - {{title}} | **{{title}}**',
  });
  const plain = treeOf(template, WORD);

  it('comes back whole and parts no cell of the foot', () => {
    fc.assert(
      fc.property(text, (title) => {
        expect(treeOf(template, title)).toEqual(filled(plain, line(title).replace(/[ \t]+/g, ' ')));
      }),
      { numRuns: 150 },
    );
  });
});

describe('plain prose', () => {
  const words = fc.constantFrom(
    ...[
      'R&D',
      'snake_case',
      '3 * 4',
      '1.5',
      'C#',
      'a < b',
      'AT&T',
      'e.g.',
      '(so)',
      '10%',
      '“said”',
      'don’t',
      '~5',
      '+1',
      'x > y',
      'C++',
      'a/b',
      '[sic]',
      'I/O',
      '$5',
      'Größe',
      'it - so',
      'C:\\new',
      'a|b',
      '{x}',
      'why?',
      'https://a.b/c?d=e_f',
      '#1',
      '1)',
      '2024',
    ],
  );
  const prose = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => `Says ${list.join(' ')}`);
  const places = [
    '{{title}}',
    'some {{title}} more',
    '- {{title}}',
    '> {{title}}',
    '## {{title}}',
    '_a {{title}} b_',
  ];

  it.each(places)('stands unchanged in %s', (body) => {
    const template = ownTemplate(`${body}\n`);
    fc.assert(
      fc.property(prose, (title) => {
        expect(bodyOf(mergeOwn(template, view(title)))).toBe(body.replace('{{title}}', () => title));
      }),
    );
  });

  it('is no key, and written otherwise only where it would be one', () => {
    const template = ownTemplate(
      '- **{{title}}** x\n- **{{title}}**\n- {{title}}\n\n| **{{title}}** x | **{{title}}** |\n| - | - |\n| **{{title}}** _2_ | |\n',
    );
    const merged = (title: string) => bodyOf(mergeOwn(template, view(title))).split('\n');
    expect(merged('SQL')).toEqual([
      '- **&#83;QL** x',
      ...['- **SQL**', '- SQL', '', '| **&#83;QL** x | **SQL** |', '| - | - |', '| **SQL** _2_ | |'],
    ]);
    expect(merged('42')[1]).toBe('- **&#52;2**');
    expect(merged('Java')[0]).toBe('- **Java** x');
  });

  it('leaves keys to letters and numbers of the view', () => {
    const template = ownTemplate(
      '{{#each skills}}\n- **{{letter}}** {{name}}\n- **{{@index}}** x\n{{/each}}\n',
    );
    const text = bodyOf(mergeOwn(template, baker({ skills: ['kneading'] })));
    expect(text).toBe('- **A** Kneading\n- **0** x');
  });

  it('keeps a colon in a frame but in a label', () => {
    const template = ownTemplate('<!-- cells 6 6 -->\n\n- {{title}}\n- Level: **{{title}}**\n');
    expect(bodyOf(mergeOwn(template, view('LLM: tuning')))).toBe(
      '<!-- cells 6 6 -->\n\n- LLM&#58; tuning\n- Level: **LLM: tuning**',
    );
  });

  it('keeps a colon but in a label, and a bar but in a table', () => {
    const template = ownTemplate(
      '{{title}}\n\n| a | b |\n| - | - |\n| {{title}} | x: ____ <!-- field a --> |\n\n{{title}}: ____ <!-- field b -->\n',
    );
    expect(bodyOf(mergeOwn(template, view('a: b | c')))).toBe(
      'a: b | c\n\n| a | b |\n| - | - |\n| a: b \\| c | x: ____ <!-- field a --> |\n\na&#58; b | c: ____ <!-- field b -->',
    );
  });
});

describe('a text between notes marks', () => {
  const piece = fc.constantFrom(
    ...['&', '&amp;', '&#58;', '&#42;', '&#38;', '&#38;#42;', '&lt;', '&lt;!--', '<!-- /notes -->', '<!--'],
    ...['---', '***', '___', '\\_\\_\\_', ' ', '# x', '- ', '|', '```', '<div>', 'x', '{{', '[x]', '\n'],
  );
  const any = fc
    .array(fc.oneof(piece, fc.constantFrom(...CHARACTERS)), { minLength: 1, maxLength: 8 })
    .map((pieces) => pieces.join('').trim())
    .filter((made) => made !== '');

  it.each(['seen: {{title}}', '{{title}}', '{{title}} so', 'a\n\n{{title}}\n\nb'])(
    'in %j comes back whole and is no Markdown',
    (body) => {
      const template = ownTemplate(`<!-- notes a "A" -->\n\n${body}\n\n<!-- /notes -->\n`);
      fc.assert(
        fc.property(any, (title) => {
          const [field, ...others] = clean(mergeOwn(template, view(title))).fields;
          expect(field?.value).toBe(body.replace('{{title}}', () => line(title)));
          expect(others).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('stands there as it was written', () => {
    const template = ownTemplate('<!-- notes a "A" -->\n\n{{title}}\n\n<!-- /notes -->\n');
    for (const title of ['R&D, a &amp; b', '# 1. x | [x] `y` <b> *z*', 'C: \\_', 'a <! b'])
      expect(bodyOf(mergeOwn(template, view(title)))).toContain(`\n\n${title}\n\n`);
  });
});

describe('a text outside the quotes of a mark', () => {
  it('is left as ids', () => {
    const template = ownTemplate('x: ____ <!-- field a/{{title}} -->\n');
    expect(bodyOf(mergeOwn(template, view('My "id" --> x')))).toBe('x: ____ <!-- field a/my-id-x -->');
  });
});
