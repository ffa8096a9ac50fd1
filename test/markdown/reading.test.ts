/** What a person does to a form by hand, and what formatters do, is read back; nothing that is written is lost. */
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
    ['Name: _Ada_ <!-- field a -->', 'Ada'],
    ['Name: ___Ada___ Lovelace <!-- field a -->', 'Ada Lovelace'],
    ['Name: a_b__c <!-- field a -->', 'a_b__c'],
    ['Name:  Ada \t Lovelace  <!-- field a -->', 'Ada Lovelace'],
    ['Name: ____\n<!-- field a -->\nAda', 'Ada'],
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

  it('takes what follows its mark only where no other mark does', () => {
    const { fields } = parsed('A: <!-- field a --> b: <!-- field b --> c');
    expect(fields.map((field) => field.value)).toEqual(['', 'c']);
  });

  it('is null or empty where nothing was written or ticked, and nothing at all where its mark is gone', () => {
    const fields = parsed(form).fields;
    expect(new Set(fields.map((field) => JSON.stringify(field.value)))).toEqual(
      new Set(['""', 'null', '[]']),
    );
    const without = parsed(form.replace(' <!-- field when -->', '')).fields.map((field) => field.id);
    expect(without).toEqual(fields.map((field) => field.id).filter((id) => id !== 'when'));
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

  it('is told by its place, not by its words', () => {
    const list = (...words: string[]) =>
      value(`<!-- choice c of=yes,no -->\n\n- [ ] ${words[0]}\n- [x] ${words[1]}`);
    expect([list('Yes', 'No'), list('No', 'Yes'), list('', '')]).toEqual(['no', 'no', 'no']);
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

describe('a cell of a table', () => {
  it.each([
    ['____', ''],
    ['', ''],
    ['\\_\\_\\_\\_', ''],
    ['____ Ada', 'Ada'],
    ['one<br>two', 'one\ntwo'],
    ['one<br />____<br/>two', 'one\n\ntwo'],
    ['a \\| b', 'a | b'],
    ['_a_ **b** `c` [d](e)', 'a_ **b** `c` [d](e)'],
    ['a: b', 'a: b'],
    ['1 &#60; 2', '1 < 2'],
  ])('%j reads %j', (cell, expected) => {
    expect(value(`<!-- table t -->\n\n| A | B |\n| - | - |\n| a | ${cell} |`)).toBe(expected);
  });
});

describe('notes', () => {
  it.each([
    ['***', ''],
    ['\\*\\*\\*', ''],
    ['  ---  ', ''],
    ['--', '--'],
    ['- - -', '- - -'],
    ['- a\n  - [x] b\n\n1. c', '- a\n  - [x] b\n\n1. c'],
    ['---\nname: N\n---', 'name: N'],
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

  it('end at the next line that is a mark, and that is read', () => {
    const text = '<!-- notes n "N" -->\n\nx <!-- keep -->\n\n  <!-- page -->\n\n# C';
    const document = parseDocument({ path: 'a.md', text: `---\nname: N\n---\n\n${text}` });
    expect(document.problems.map((p) => `${p.code} ${p.span.line}`)).toEqual(['no-end 5']);
    const page = '<!-- notes n "N" -->\n\nx <!-- keep -->\n\n<!-- /notes -->\n\n<!-- page -->\n\n# C';
    expect(parsed(page).blocks).toMatchObject([
      { field: { value: 'x <!-- keep -->' } },
      { type: 'page', line: 7 },
      { type: 'heading', role: 'title' },
    ]);
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
