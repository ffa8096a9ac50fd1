/** What stands in a profile: which skills are asked, whether they are required, and in which order. */
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/framework/framework.ts';
import { profileOf } from '../../src/framework/profile.ts';
import { selectInterview } from '../../src/framework/select.ts';
import type { Profile } from '../../src/framework/selection.ts';
import { AT, FILES, fixture, load, named, ok } from './data.ts';

function profile(framework: Framework, level: string): Profile {
  const [role, at] = [framework.roles[0], framework.levels.find(({ id }) => id === level)];
  if (!role || !at) throw new Error('no such profile');
  return profileOf(framework, role, at);
}

const ids = ({ criteria }: Profile) => criteria.map(({ skill }) => skill.id);

/** Skill files, each by its lines. */
function skills(lines: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> {
  const files = Object.entries(lines).map(([id, text]) => [`skills/${id}.yaml`, text]);
  return { 'skills/s.yaml': null, ...Object.fromEntries(files) };
}

describe('what is asked', () => {
  it('is never a hole', () => {
    expect(ids(profile(fixture('holes'), 'a'))).toEqual(['same']);
    expect(ids(profile(fixture('holes'), 'b'))).toEqual(['gaps', 'same']);
    expect(ids(profile(fixture('holes'), 'c'))).toEqual(['same']);
  });

  it('by same_as has the text of the other level, and says which', () => {
    const [, same] = profile(fixture('holes'), 'b').criteria;
    expect(same?.expectation.text?.byLanguage['en']).toBe('Last.');
    expect(same?.sameAs?.id).toBe('c');
  });
});

describe('required', () => {
  const requirement = (yaml: string) =>
    profile(ok(load({ 'skills/s.yaml': `name: S\n${yaml}\n` })), 'a').criteria[0]?.requirement;
  const byRole = (own: string, text: string) => `roles: { baker: { ${own}expectations: { a: ${text} } } }`;

  it.each([
    ['not given', byRole('', 'A'), 'unsaid'],
    ['under a role', byRole('required: true, ', 'A'), 'required'],
    ['false', byRole('required: false, ', 'A'), 'optional'],
    ['a list that has the level', byRole('required: [a], ', 'A'), 'required'],
    ['a list that has it not', byRole('required: [b], ', 'A'), 'optional'],
    ['at the top, for a list of roles', 'roles: [baker]\nrequired: true\nexpectations: { a: A }', 'required'],
    ['at the top, for roles one by one', `required: true\n${byRole('', 'A')}`, 'required'],
    ['nearer at the role', `required: true\n${byRole('required: false, ', 'A')}`, 'optional'],
    ['nearest at the level', byRole('required: true, ', '{ text: A, required: false }'), 'optional'],
    ['said once at a level', byRole('', '{ text: A, required: true }'), 'required'],
    [
      'beside same_as',
      `${byRole('', '{ same_as: b, required: true }').slice(0, -6)}, b: B } } }`,
      'required',
    ],
  ])('%s', (_, yaml, expected) => expect(requirement(yaml)).toBe(expected));

  const one = (required: string) => `name: X\nroles: all\n${required}expectations: { a: A }\n`;
  const interview = (files: Readonly<Record<string, string>>) => {
    const framework = ok(load(skills(files)));
    return ok(selectInterview(framework, { role: named('baker'), level: named('a') }, AT));
  };

  it('nowhere: every skill is taken; it is told whether anything was said', () => {
    const silent = interview({ x: one(''), y: one('') });
    expect(silent).toMatchObject({ noneRequired: true, nothingSaid: true });
    expect(silent.chosen).toHaveLength(2);
    const optional = interview({ x: one('required: false\n'), y: one('') });
    expect(optional).toMatchObject({ noneRequired: true, nothingSaid: false });
    expect(optional.chosen).toHaveLength(2);
  });

  it('somewhere: what is unsaid goes with the optional', () => {
    const mixed = interview({ x: one('required: true\n'), y: one(''), z: one('required: false\n') });
    expect(mixed).toMatchObject({ noneRequired: false, nothingSaid: false });
    expect(mixed.chosen.map(({ skill }) => skill.id)).toEqual(['x']);
  });
});

describe('the order of skills', () => {
  const skill = (name: string, domain = '', category = '') =>
    `name: ${name}\n${domain && `domain: ${domain}\n`}${category && `category: ${category}\n`}roles: all\nexpectations: { a: A }\n`;
  const order = (files: Readonly<Record<string, string>>, framework = '') =>
    ids(
      profile(ok(load({ ...skills(files), 'framework.yaml': FILES['framework.yaml'] + framework })), 'a'),
    ).join(' ');

  it('is by domain as the framework lists them, then category, then name', () => {
    const domains = 'domains: [{ id: late, name: Zoo }, { id: early, name: Ark }]\n';
    const files = {
      a: skill('A', 'Ark', 'X'),
      b: skill('B', 'Zoo', 'Y'),
      c: skill('D', 'Zoo', 'X'),
      d: skill('C', 'late', 'X'),
      e: skill('A'),
    };
    expect(order(files, domains)).toBe('d c b a e');
  });

  it('is by the domain’s name where the framework lists none', () => {
    expect(order({ a: skill('A', 'Zoo'), b: skill('B', 'Ark') })).toBe('b a');
  });

  it('is by code point, not by the letters of a country', () => {
    const files = { a: skill('zebra'), b: skill('Äpfel'), c: skill('Zebra'), d: skill('😀'), e: skill('ｆ') };
    expect(order(files)).toBe('c a b e d');
  });

  it('is by the name in the framework’s language', () => {
    const files = { a: skill('{ en: A, de: Z }'), b: skill('{ en: B, de: Y }') };
    expect(order(files)).toBe('a b');
    expect(order(files, 'language: de\n')).toBe('b a');
  });
});
