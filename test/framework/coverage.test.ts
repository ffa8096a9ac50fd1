/** Which required skill no interview covers, and which too many do. */
import { describe, expect, it } from 'vitest';
import { skillCoveredOften } from '../../src/framework/check/skill-covered-often.ts';
import { skillNotCovered } from '../../src/framework/check/skill-not-covered.ts';
import { coverageWarnings } from '../../src/framework/coverage.ts';
import type { Framework } from '../../src/framework/framework.ts';
import { profileOf } from '../../src/framework/profile.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { AT, load, ok } from './data.ts';

const SKILL = (name: string, required: string) =>
  `name: ${name}\nroles: all\nrequired: ${required}\nexpectations: { a: A, b: B }\n`;

function loaded(interviews: string) {
  return ok(
    load({
      'roles/baker.yaml': `name: Baker\ninterviews: [${interviews}]\n`,
      'skills/s.yaml': null,
      'skills/one.yaml': SKILL('One', 'true'),
      'skills/two.yaml': SKILL('Two', '[b]'),
      'skills/three.yaml': SKILL('Three', 'false'),
    }),
  );
}

const talk = (id: string, skills: string) => `{ id: ${id}, name: ${id}, minutes: 60, skills: [${skills}] }`;

function told(framework: Framework): readonly Problem[] {
  return [...skillNotCovered.check(framework), ...skillCoveredOften.check(framework)];
}

describe('coverage', () => {
  it('is a gap where a required skill is in no interview, level by level; an optional one is none', () => {
    const framework = loaded(talk('x', 'one'));
    const [role] = framework.roles;
    const said = framework.levels.map((level) =>
      role ? coverageWarnings(profileOf(framework, role, level), AT).map(({ message }) => message) : [],
    );
    expect(said).toEqual([[], ['No interview of baker covers "two", which b requires']]);
    expect(told(framework).map(({ code, severity }) => [code, severity])).toEqual([
      ['skill-not-covered', 'warning'],
    ]);
  });

  it('is too much where more than two interviews cover a skill, told once a role', () => {
    const loop = ['x', 'y', 'z'].map((id) => talk(id, 'one, two')).join(', ');
    expect(told(loaded(loop)).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'skill-covered-often: 3 interviews cover "one"',
      'skill-covered-often: 3 interviews cover "two"',
    ]);
  });

  it('says nothing of a role without a loop', () => {
    expect(told(loaded(''))).toEqual([]);
  });
});
