/** The documents about a role, a skill and two profiles, over the fixture frameworks. */
import { describe, expect, it } from 'vitest';
import { selectPair, selectRole, selectSkill } from '../../src/framework/select.ts';
import { roleView } from '../../src/views/role.ts';
import { skillView } from '../../src/views/skill.ts';
import { stepView } from '../../src/views/step.ts';
import { fixture } from '../framework/data.ts';
import { golden } from './golden.ts';
import { AT, clean, EN, merged, must, named, tiny } from './harness.ts';

describe('the ladder', () => {
  it('is the golden one: what each level asks, where it begins and what is required', () => {
    const { text, name } = merged(
      'ladder',
      roleView(must(selectRole(tiny, { role: named('baker') }, AT)), EN),
    );
    golden('ladder', text);
    clean(text);
    expect(name).toBe('ladder-baker');
  });

  it('can be made of every fixture, whatever its form', () => {
    for (const framework of ['cumulative', 'fork', 'grades', 'holes'].map(fixture)) {
      for (const role of framework.roles) {
        clean(merged('ladder', roleView({ framework, role }, EN)).text);
      }
    }
  });
});

describe('a skill', () => {
  it('is the golden one: its facts, then each level with each role', () => {
    const found = must(selectSkill(tiny, { skills: [named('tasting')] }, AT));
    const { text, name } = merged('skill', skillView(found, EN));
    golden('skill', text);
    clean(text);
    expect(name).toBe('skill-tasting');
  });

  it('can be made of every skill of every fixture', () => {
    for (const framework of ['cumulative', 'fork', 'grades', 'holes'].map(fixture)) {
      for (const skill of framework.skills) clean(merged('skill', skillView({ framework, skill }, EN)).text);
    }
  });
});

describe('a comparison', () => {
  it('is the golden one: the same, what is new there, what falls away', () => {
    const request = { role: named('baker'), level: named('middle'), with: named('clerk') };
    const { text, name } = merged('compare', stepView(must(selectPair(tiny, request, AT)), EN));
    golden('compare', text);
    clean(text);
    expect(name).toBe('compare-baker-middle-with-clerk-middle');
  });

  it('says once what both roles ask alike', () => {
    const request = { role: named('baker'), level: named('middle'), with: named('clerk') };
    const view = stepView(must(selectPair(tiny, request, AT)), EN);
    const alike = view.groups.map((group) => ({
      ...group,
      changes: group.changes.map((change) => ({ ...change, unchanged: true })),
    }));
    const { text } = merged('compare', { ...view, groups: alike });
    clean(text);
    const changes = view.groups.flatMap((group) => group.changes);
    expect(text.match(/\| The same\. \|/g)).toHaveLength(changes.length);
  });
});
