/** Messages: which language, whose file wins, plural forms, and what a file can get wrong. */
import { describe, expect, it } from 'vitest';
import { mergeDocument } from '../../src/merge/merge.ts';
import { dayIn, loadMessages, say } from '../../src/merge/messages.ts';
import { loadTemplate } from '../../src/merge/template.ts';
import { textFolder } from '../folder.ts';
import {
  AT,
  baker,
  bodyOf,
  folderOf,
  mergeOwn,
  must,
  named,
  ownTemplate,
  SETTINGS,
  tiny,
  told,
} from './harness.ts';

const OURS = textFolder({
  'messages/en.yaml': 'hello: Hello\nbye: Bye\npages: { one: "{count} page", other: "{count} pages" }\n',
  'messages/pl.yaml': 'pages: { one: "{count} strona", few: "{count} strony", other: "{count} stron" }\n',
});
const COMPANY = textFolder({
  'messages/en.yaml': 'hello: Welcome\n',
  'messages/de-AT.yaml': 'hello: Servus\n',
});

function saysIn(
  asked: string | undefined,
  key: string,
  values: Record<string, unknown> = {},
  language = 'en',
) {
  const messages = must(
    loadMessages([COMPANY, OURS], language, asked === undefined ? undefined : named(asked)),
  );
  const message = messages.byKey.get(key);
  return message ? say(message, values) : null;
}

describe('the language of a document', () => {
  it('is the one asked for, whatever the case', () => {
    expect(must(loadMessages([COMPANY, OURS], 'en', named('DE-at'))).language.document).toBe('de-AT');
  });

  it('asked for and not there is a Problem that lists those there are', () => {
    const { ok, problems } = loadMessages([COMPANY, OURS], 'en', named('fr'));
    expect(ok).toBe(false);
    expect(problems.map(told)).toEqual(['unknown-language 1:1-2']);
    expect(problems[0]?.help).toContain('there are: de-AT, en, pl');
  });

  it('is the framework’s where nobody asks, and English where that has no messages', () => {
    expect(must(loadMessages([OURS], 'pl', undefined)).language).toEqual({ document: 'pl', framework: 'pl' });
    expect(must(loadMessages([OURS], 'fr', undefined)).language).toEqual({ document: 'en', framework: 'fr' });
  });
});

describe('a message', () => {
  it('is the company’s before ours, key by key, and English before nothing', () => {
    expect(saysIn(undefined, 'hello')).toBe('Welcome');
    expect(saysIn(undefined, 'bye')).toBe('Bye');
    expect(saysIn('de-AT', 'hello')).toBe('Servus');
    expect(saysIn('de-AT', 'bye')).toBe('Bye');
    expect(saysIn('pl', 'hello')).toBe('Welcome');
  });

  it('takes the plural form of the language that it is written in', () => {
    const counts = [1, 2, 5];
    expect(counts.map((count) => saysIn('pl', 'pages', { count }))).toEqual([
      '1 strona',
      '2 strony',
      '5 stron',
    ]);
    expect(counts.map((count) => saysIn('de-AT', 'pages', { count }))).toEqual([
      '1 page',
      '2 pages',
      '5 pages',
    ]);
  });

  it('is filled in with texts and numbers, and escaped with them like data', () => {
    const template = ownTemplate('{{t "given" name=title}} {{t "pages" count=minutes}}\n');
    const view = { ...baker(), title: { text: '*A* {x}', lang: null } };
    expect(bodyOf(mergeOwn(template, view))).toBe('Given \\*A\\* {x} 45 pages');
  });
});

describe('a day', () => {
  it.each([
    ['en', '17 March 2026'],
    ['en-US', 'March 17, 2026'],
    ['de', '17.03.2026'],
    ['de-AT', '17.03.2026'],
    ['xx', '17 March 2026'],
  ])('in %s', (language, expected) => {
    expect(dayIn(language, '2026-03-17')).toBe(expected);
  });

  it('is printed by a template in the document’s language; what is no day stays', () => {
    const template = ownTemplate('{{date date}} {{date role.id}}\n');
    expect(bodyOf(mergeOwn(template, baker()))).toBe('17 March 2026 baker');
  });
});

describe('a file of messages', () => {
  const problemsOf = (text: string) => {
    const folder = textFolder({ 'messages/en.yaml': text });
    return loadMessages([folder], 'en', undefined).problems.map(told);
  };

  it.each([
    ['a number', 'a: 12\n', ['bad-message 1:4-6']],
    ['a list', 'a:\n  b: [x]\n', ['bad-message 2:3-9']],
    ['a plural without other', 'a: { one: x }\n', ['bad-message 1:4-14']],
    ['no words', 'a: ""\nb: { one: x, other: " " }\n', ['empty-message 1:4-6', 'empty-message 2:4-26']],
    [
      'a control character',
      'a: "b\x07"\nb: { one: x, other: "\\a" }\n',
      ['control-character 1:6-7', 'control-character 2:4-27'],
    ],
    ['broken YAML', 'a: "x\n', ['broken-yaml 1:4-5']],
    ['a key twice', 'a: x\na: y\n', ['duplicate-key 2:1-2']],
  ])('with %s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });
});

describe('before a merge', () => {
  const body = '{{t "given" naem=title}}\n';

  it('a placeholder that the template does not fill in is told of, in the messages', () => {
    const folder = folderOf(body);
    const messages = must(loadMessages([folder], 'en', undefined));
    const template = must(loadTemplate([folder], named('own')));
    const { problems } = mergeDocument(template, baker(), messages, SETTINGS);
    expect(problems.map(told)).toEqual(['unknown-placeholder 3:8-20']);
    expect(problems[0]?.span.source.path).toBe('templates/messages/en.yaml');
  });

  it('a message that only another language has is told of', () => {
    const folder = folderOf('{{t "hello"}}\n');
    const french = textFolder({ 'messages/fr.yaml': 'salut: Salut\n' });
    const template = must(loadTemplate([folderOf('{{t "salut"}}\n'), french], named('own')));
    const messages = must(loadMessages([folder, french], 'en', undefined));
    const { problems } = mergeDocument(template, baker(), messages, SETTINGS);
    expect(problems.map(told)).toEqual(['missing-message 7:5-12']);
  });
});

describe('texts in another language', () => {
  const german = (text: string) => ({ byLanguage: { de: text }, span: AT, spans: { de: AT } });
  const skills = tiny.skills.map((skill) =>
    skill.id === 'tasting' ? { ...skill, name: german('Kosten'), category: german('Teig') } : skill,
  );
  const view = baker({ skills: ['tasting'] }, { ...tiny, skills });

  it('are one warning, with how many and in which language, where they are said', () => {
    const folder = folderOf('{{#each skills}}{{name}}{{/each}}\n');
    const messages = must(loadMessages([folder], 'en', undefined));
    const template = must(loadTemplate([folder], named('own')));
    const { ok, problems } = mergeDocument(template, view, messages, SETTINGS);
    expect(ok).toBe(true);
    expect(problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['foreign-texts', 'warning', '2 texts are in German'],
    ]);
    const silent = must(loadTemplate([folderOf('x\n')], named('own')));
    const unsaid = baker({ skills: ['tasting'] }, { ...tiny, skills });
    expect(mergeDocument(silent, unsaid, messages, SETTINGS).problems).toEqual([]);
  });

  it('stand under a lang mark', () => {
    const template = ownTemplate(
      '{{#each skills}}\n- {{name}}{{lang name}}\n{{/each}}\n{{title}}{{lang title}}\n',
    );
    expect(bodyOf(mergeOwn(template, view))).toBe('- Kosten <!-- lang de -->\nMaster Baker');
  });
});

describe('the front matter of a document', () => {
  it('has its keys in order, and only those that are known', () => {
    const template = ownTemplate('x\n', { orientation: 'landscape', foot: '\n  - {a} | {{@form}}' });
    const text = mergeOwn(template, baker()).replace(/[0-9A-F]{4}(?=\n|")/g, 'HASH');
    expect(text).toBe(`---
rubricate: 1
kind: own
name: Own
title: Title
lang: en
paper: A4 landscape
theme: plain
framework: Tiny Framework 1.2.0
date: 2026-03-17
role: baker
level: senior
form: OWN-BAKER-SENIOR-HASH
foot:
  - "{a} | OWN-BAKER-SENIOR-HASH"
---

x
`);
  });
});
