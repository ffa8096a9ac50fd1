/** A template with a mistake is told of before it is used: code and place, at the word. */
import { describe, expect, it } from 'vitest';
import { listTemplates, loadTemplate } from '../../src/merge/template.ts';
import { folderOf, must, named, ours, told } from './harness.ts';

/** Problems of a template whose body begins in line 7. */
function problemsOf(
  body: string,
  front: Readonly<Record<string, string>> = {},
  partials: Readonly<Record<string, string>> = {},
): readonly string[] {
  return loadTemplate([folderOf(body, front, partials)], named('own')).problems.map(told);
}

function helpOf(body: string): string {
  return loadTemplate([folderOf(body)], named('own')).problems[0]?.help ?? '';
}

describe('a body', () => {
  it.each([
    ['a name the view lacks', 'x {{titel}}', ['unknown-path 7:5-10']],
    ['the wrong part of a longer path', '{{role.nam}}', ['unknown-path 7:8-11']],
    ['a list under a wrong name', '{{#each skils}}\n{{name}}\n{{/each}}', ['unknown-path 7:9-14']],
    ['a condition on a wrong name', '{{#if intervew}}x{{/if}}', ['unknown-path 7:7-15']],
    ['a wrong name in a list', '{{#each skills}}\n- {{nam}}\n{{/each}}', ['unknown-path 8:5-8']],
    ['a way out of the view', '{{../title}}', ['unknown-path 7:3-11']],
    ['a wrong name above', '{{#each skills}}{{../titel}}{{/each}}', ['unknown-path 7:22-27']],
    ['a wrong name from the root', '{{@root.titel}}', ['unknown-path 7:9-14']],
    ['an index outside a list', '{{@index}}', ['unknown-path 7:3-9']],
    ['the form’s id in the body', '{{@form}}', ['unknown-path 7:3-8']],
    ['a wrong name in a call', '{{t "given" name=titel}}', ['unknown-path 7:18-23']],
    ['a wrong name in brackets', '{{#if (eq titel "x")}}x{{/if}}', ['unknown-path 7:11-16']],
    ['a list that is printed', '{{skills}}', ['not-printable 7:1-11']],
    ['a group that is printed', '{{role}}', ['not-printable 7:1-9']],
    ['a list over what is none', '{{#each role}}x{{/each}}', ['not-a-list 7:9-13']],
    ['the language of what has none', '{{lang minutes}}', ['not-a-text 7:8-15']],
    ['a day that is none', '{{date skills}}', ['not-a-day 7:8-14']],
    ['a day without a day', '{{date}}', ['not-a-day 7:1-9']],
    ['an unknown helper', '{{tt "hello"}}', ['unknown-helper 7:3-5']],
    ['an unknown test', '{{#if (equ title "x")}}x{{/if}}', ['unknown-helper 7:8-11']],
    ['an unknown block', '{{#eech skills}}x{{/eech}}', ['unknown-helper 7:4-8']],
    ['a message there is not', '{{t "helo"}}', ['unknown-message 7:5-11']],
    ['one of a few messages there is not', '{{#each skills}}{{t "kind" requirement}}{{/each}}', 3],
    ['a message nobody can tell', '{{t title}}', ['unknown-message 7:5-10']],
    ['no message at all', '{{t}}', ['unknown-message 7:1-6']],
    ['raw output', '{{{title}}}', ['raw-output 7:1-12']],
    ['a partial there is not', '{{> nothing}}', ['unknown-partial 7:5-12']],
    ['a decorator', '{{#*inline "x"}}y{{/inline}}', ['unsupported 7:1-29']],
    ['a block without its end', '{{#if title}}x', ['broken-template 7:1-15']],
    ['a block with another end', '{{#if title}}x{{/each}}', ['broken-template 7:4-6']],
    ['a brace too few', 'x {{title} y', ['broken-template 7:1-13']],
  ])('%s', (_, body, expected) => {
    const problems = problemsOf(body);
    if (typeof expected === 'number') expect(problems).toHaveLength(expected);
    else expect(problems).toEqual(expected);
  });

  it('is told of all its mistakes at once', () => {
    expect(problemsOf('{{a}}\n{{b}}\n{{tt "x"}}')).toEqual([
      'unknown-path 7:3-4',
      'unknown-path 8:3-4',
      'unknown-helper 9:3-5',
    ]);
  });

  it('is good with all that a view has', () => {
    const body = [
      '{{title}} {{role.name}} {{minutes}}{{#with interview}}{{name}} {{../title}}{{lang name}}{{/with}}',
      '{{#each skills as |skill i|}}{{skill.name}} {{i}} {{@index}} {{asks.words.lead}} {{@root.title}}{{/each}}',
      '{{#each skills}}{{#each anchors}}{{../name}} {{../../title}} {{name}}{{/each}}{{/each}}',
      '{{skills.length}} {{t "pages" count=skills.length}} {{#if (any skills others)}}x{{else}}y{{/if}}',
      '{{#each skills}}{{t "said" requirement}}{{t "kind.did"}}{{/each}}',
      '[x](#{{anchor "a" title (t "hello")}})',
    ].join('\n');
    expect(problemsOf(body)).toEqual([]);
  });

  it('is helped to the nearest name, and to all', () => {
    expect(helpOf('{{titel}}')).toMatch(/^did you mean "title"\? there are: framework, /);
    expect(helpOf('{{t "helo"}}')).toBe('did you mean "hello"?');
  });
});

describe('a partial', () => {
  it('is checked with what it is given, where it stands', () => {
    const folder = folderOf('{{#each skills}}\n{{> one}}\n{{/each}}\n', {}, { one: '- {{name}} {{nam}}\n' });
    const { problems } = loadTemplate([folder], named('own'));
    expect(problems.map(told)).toEqual(['unknown-path 1:14-17']);
    expect(problems[0]?.span.source.path).toBe('templates/partials/one.md.hbs');
  });

  it('knows the names it is given', () => {
    expect(problemsOf('{{> one role title=title}}\n', {}, { one: '{{title}} {{name}}\n' })).toEqual([]);
    expect(problemsOf('{{> one role}}\n', {}, { one: '{{title}}\n' })).toEqual(['unknown-path 1:3-8']);
  });

  it('may use itself and others', () => {
    const partials = { one: '{{title}}\n{{> two}}\n', two: '{{#if bySkill}}\n{{> one}}\n{{/if}}\n' };
    expect(problemsOf('{{> one}}\n', {}, partials)).toEqual([]);
  });

  it('is whole lines', () => {
    expect(problemsOf('a {{> one}}\n', {}, { one: 'b\n' })).toEqual(['partial-in-line 7:7-10']);
  });

  it('that cannot be parsed is told of in its file', () => {
    expect(problemsOf('{{> one}}\n', {}, { one: 'a\n{{#if title}}\n' })).toEqual(['broken-template 3:1-1']);
  });
});

describe('a template’s front matter', () => {
  it.each([
    [{ view: 'profil' }, ['unknown-view 2:7-13']],
    [{ title: '{{titel}}' }, ['unknown-path 5:10-15']],
    [{ foot: '\n  - a\n  - b | {{@form}} {{titel}}' }, ['unknown-path 8:21-26']],
    [{ oreintation: 'landscape' }, ['unknown-key 6:1-12']],
    [{ orientation: 'sideways' }, ['bad-value 6:14-22']],
  ])('%j', (front, expected) => {
    expect(problemsOf('x', front)).toEqual(expected);
  });

  it('says what it lacks', () => {
    const folder = folderOf('x');
    const source = must(folder.source('documents/own.md.hbs') ?? { ok: false, problems: [] });
    const text = source.text.replace(/^title:.*\n/m, '');
    const without = {
      ...folder,
      source: (path: string) =>
        path === 'documents/own.md.hbs'
          ? { ok: true as const, value: { ...source, text }, problems: [] }
          : folder.source(path),
    };
    expect(loadTemplate([without], named('own')).problems.map(told)).toEqual(['missing-key 1:1-1']);
  });
});

describe('document kinds', () => {
  it('are the files there are, the company’s before ours', () => {
    const company = folderOf('x', { name: 'Own form' });
    const list = listTemplates([company, ours]);
    expect(list.filter(({ ours: own }) => !own).map(({ kind }) => kind)).toEqual(['own']);
    const kinds = list.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort());
    const told = new Map(list.map(({ kind, name, view }) => [kind, [name, view]]));
    expect(told.get('own')).toEqual(['Own form', 'profile']);
    expect(told.get('promotion')).toEqual(['Promotion packet', 'step']);
    expect(told.get('ladder')).toEqual(['Ladder', 'role']);
  });

  it('that are not there are answered with those that are', () => {
    const { problems } = loadTemplate([ours], named('scorcard'));
    expect(problems.map(told)).toEqual(['unknown-document 1:1-2']);
    expect(problems[0]?.help).toContain('did you mean "scorecard"?');
  });

  it('are found whatever the case', () => {
    expect(must(loadTemplate([ours], named('ScoreCard'))).kind).toBe('scorecard');
  });

  it('of ours have no Problem', () => {
    for (const { kind } of listTemplates([ours])) {
      expect(loadTemplate([ours], named(kind)).problems.map(told)).toEqual([]);
    }
  });

  it('are compiled once', () => {
    expect(must(loadTemplate([ours], named('scorecard')))).toBe(
      must(loadTemplate([ours], named('scorecard'))),
    );
  });
});
