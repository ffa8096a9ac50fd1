/** What the packet marks as new, and its copies for a committee. */
import { describe, expect, it } from 'vitest';
import { selectStep } from '../../src/framework/select.ts';
import { stepView } from '../../src/views/step.ts';
import { load } from '../framework/data.ts';
import { AT, bakerStep, clean, EN, merged, must, named, tiny } from './harness.ts';

describe('what is new', () => {
  const framework = must(
    load({
      'skills/s.yaml': 'name: S\nroles: all\nexpectations: { a: [One., Two.], b: [One., Three.] }\n',
      'skills/t.yaml':
        'name: T\nroles: all\nexpectations: { a: Kneads any dough of one shop alone., b: Kneads any dough of three shops alone. }\n',
      'skills/u.yaml': 'name: U\nroles: all\nexpectations: { a: Sweeps the floor., b: Plans the year. }\n',
    }),
  );
  const step = must(selectStep(framework, { role: named('baker'), to: named('b') }, AT));
  const { text } = merged('promotion', stepView(step, EN));

  it('is said of statements and bold in nearly the same text, with a line that says so', () => {
    clean(text);
    expect(text).toContain('| – One.<br>– **new:** Three. |');
    expect(text).toContain('| Kneads any dough of **three shops** alone. |');
    expect(text).toContain('| Sweeps the floor. | Plans the year. |');
    expect(text).toContain('_Where most of a text stays');
  });

  it('is not mentioned where nothing is marked', () => {
    expect(merged('promotion', bakerStep()).text).not.toContain('Where most of a text stays');
  });
});

describe('the committee’s first part', () => {
  it('is there once for each member, with ids of its own', () => {
    const step = must(
      selectStep(tiny, { role: named('baker'), from: named('middle'), to: named('senior') }, AT),
    );
    const { text } = merged('promotion', stepView(step, EN, { members: 3 }));
    const ids = clean(text).fields.map(({ id }) => id);
    for (const suffix of ['', '-2', '-3']) {
      expect(ids).toContain(`member${suffix}`);
      expect(ids).toContain(`conflict${suffix}`);
      expect(ids).toContain(`rate${suffix}/kneading`);
      expect(ids).toContain(`rate${suffix}/kneading/reason`);
    }
    expect(ids).not.toContain('member-4');
    expect(ids.filter((id) => id === 'decision')).toHaveLength(1);
  });
});
