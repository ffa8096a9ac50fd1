/** What changes: a table of today and next, and which of the seven kinds it is. */
import { describe, expect, it } from 'vitest';
import { selectStep } from '../../src/framework/select.ts';
import { AT, fixture, load, named, ok } from './data.ts';

function kinds(yaml: string): readonly string[] {
  const framework = ok(load({ 'skills/s.yaml': `name: S\n${yaml}\n` }));
  const step = ok(selectStep(framework, { role: named('baker'), to: named('b') }, AT));
  return step.changes.map(
    ({ kind, requirementToday, requirementNext }) => `${kind} ${requirementToday} ${requirementNext}`,
  );
}

const not = '{ status: not-applicable }';
const open = '{ status: not-defined }';

describe('the first that fits', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['not defined at the next', `{ a: A, b: ${open} }`, ['not-defined unsaid null']],
    ['not defined at both', `{ a: ${open}, b: ${open} }`, ['not-defined null null']],
    ['no entry at the next', '{ a: A }', ['no-longer-asked unsaid null']],
    ['not applicable at the next', `{ a: A, b: ${not} }`, ['no-longer-asked unsaid null']],
    ['not defined today, not asked at the next', `{ a: ${open} }`, ['no-longer-asked null null']],
    ['not applicable at both', `{ a: ${not}, b: ${not} }`, []],
    ['new', '{ b: B }', ['new null unsaid']],
    ['new, not applicable today', `{ a: ${not}, b: B }`, ['new null unsaid']],
    ['new, not defined today', `{ a: ${open}, b: B }`, ['new null unsaid']],
    [
      'newly required, asked today',
      '{ a: A, b: { text: A, required: true } }',
      ['newly-required unsaid required'],
    ],
    [
      'newly required, not asked today',
      '{ b: { text: B, required: true } }',
      ['newly-required null required'],
    ],
    ['deeper', '{ a: A, b: B }', ['deeper unsaid unsaid']],
    [
      'deeper before no longer required',
      '{ a: { text: A, required: true }, b: B }',
      ['deeper required unsaid'],
    ],
    ['statements are compared', '{ a: [A], b: [A, B] }', ['deeper unsaid unsaid']],
    [
      'no longer required',
      '{ a: { text: A, required: true }, b: { text: A, required: false } }',
      ['no-longer-required required optional'],
    ],
    ['the same', '{ a: A, b: A }', ['same unsaid unsaid']],
    ['the same by same_as', '{ a: A, b: { same_as: a } }', ['same unsaid unsaid']],
    [
      'required at both',
      '{ a: { text: A, required: true }, b: { text: A, required: true } }',
      ['same required required'],
    ],
  ];
  it.each(cases)('%s', (_, expectations, expected) => {
    expect(kinds(`roles: all\nexpectations: ${expectations}`)).toEqual(expected);
  });

  it('the nearer requirement wins', () => {
    expect(
      kinds('roles: all\nrequired: [b]\nexpectations: { a: A, b: { text: A, required: false } }'),
    ).toEqual(['same optional optional']);
  });

  it('grades are compared', () => {
    const grades = 'grades: [{ id: g, text: G }, { id: h, text: H }]\nroles: all\nexpectations: ';
    expect(kinds(`${grades}{ a: { grade: g }, b: { grade: h } }`)).toEqual(['deeper unsaid unsaid']);
    expect(kinds(`${grades}{ a: { grade: g }, b: { grade: g } }`)).toEqual(['same unsaid unsaid']);
  });
});

it('shows all seven in their order', () => {
  const step = ok(selectStep(fixture('tiny'), { role: named('baker'), to: named('senior') }, AT));
  expect(step.changes.map(({ kind, skill }) => `${kind} ${skill.id}`)).toEqual([
    'newly-required tasting',
    'new teaching',
    'deeper kneading',
    'no-longer-required cleaning',
    'no-longer-asked selling',
    'not-defined planning',
    'same listening',
  ]);
});

it('cumulative: deeper where an own text stands on the way', () => {
  const between = (from: string, to: string) =>
    ok(selectStep(fixture('cumulative'), { role: named('baker'), from: named(from), to: named(to) }, AT))
      .changes.filter(({ skill }) => skill.id === 'kneading')
      .map(({ kind }) => kind);
  expect(between('one', 'two')).toEqual(['no-longer-required']);
  expect(between('two', 'three')).toEqual(['deeper']);
  expect(between('three', 'four')).toEqual(['same']);
  expect(between('two', 'four')).toEqual(['deeper']);
});
