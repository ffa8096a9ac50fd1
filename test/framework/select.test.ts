/** What a document is about, picked by names. */
import { describe, expect, it } from 'vitest';
import type { SelectionRequest } from '../../src/framework/request.ts';
import { selectInterview, selectStep } from '../../src/framework/select.ts';
import type { InterviewSelection } from '../../src/framework/selection.ts';
import { timeWarnings } from '../../src/framework/time.ts';
import type { Checked } from '../../src/problems/checked.ts';
import type { Span } from '../../src/problems/source.ts';
import { AT, fixture, load, named, ok, told } from './data.ts';

type Names = Partial<Record<'role' | 'level' | 'from' | 'to' | 'toRole' | 'interview', string>>;

function request(names: Names, skills: readonly string[] = [], minutes?: number): SelectionRequest {
  const entries = Object.entries(names).map(([key, text]) => [key, named(text)]);
  return {
    ...Object.fromEntries(entries),
    skills: skills.map(named),
    minutes: minutes === undefined ? undefined : { value: minutes, span: AT },
  };
}

const tiny = fixture('tiny');
const fork = fixture('fork');

function interview(names: Names, skills: readonly string[] = [], minutes?: number) {
  return selectInterview(tiny, request(names, skills, minutes), AT);
}

function chosen(names: Names, skills: readonly string[] = []): readonly string[] {
  return ok(interview(names, skills)).chosen.map(({ skill }) => skill.id);
}

const codes = (result: { problems: readonly { code: string; severity: string }[] }) =>
  result.problems.map(({ code, severity }) => `${severity} ${code}`);

describe('an interview', () => {
  it('takes names by id or name, whatever the case, in any language', () => {
    expect(chosen({ role: 'BAKER', level: 'Senior' })).toEqual(['kneading', 'tasting']);
    const holes = fixture('holes');
    expect(ok(selectInterview(holes, request({ role: 'bäcker', level: 'ERSTE' }), AT)).level.id).toBe('a');
  });

  it('rates what is required, in the order of domain, category, name', () => {
    expect(chosen({ role: 'baker', level: 'middle' })).toEqual(['kneading', 'cleaning']);
    expect(ok(interview({ role: 'baker', level: 'senior' })).criteria.map((c) => c.skill.id)).toEqual([
      'kneading',
      'tasting',
      'cleaning',
      'listening',
      'teaching',
    ]);
  });

  it('rates all where nothing is required', () => {
    const plain = ok(load({}));
    const all = ok(selectInterview(plain, request({ role: 'baker', level: 'a' }), AT));
    expect(all).toMatchObject({ noneRequired: true, nothingSaid: true });
    expect(all.chosen).toHaveLength(1);
  });

  it('keeps the order of --skill, and takes each once', () => {
    const senior = { role: 'baker', level: 'senior' };
    expect(chosen(senior, ['teaching', 'Kneading'])).toEqual(['teaching', 'kneading']);
    expect(codes(interview(senior, ['teaching', 'kneading', 'Teaching']))).toEqual(['error doubled-option']);
  });

  it('takes the skills, questions and minutes of the loop', () => {
    const talk = ok(interview({ role: 'baker', level: 'senior', interview: 'Dough talk' }));
    expect(talk.chosen.map(({ skill, question }) => [skill.id, question?.id])).toEqual([
      ['kneading', 'q1'],
      ['tasting', 'q2'],
    ]);
    expect([talk.minutes, ok(interview({ role: 'baker', level: 'senior' }, [], 50)).minutes]).toEqual([
      45, 50,
    ]);
  });

  it('lasts as long as the framework says, where no interview and no minutes are named', () => {
    expect(ok(interview({ role: 'baker', level: 'senior' })).minutes).toBe(45);
  });

  it('asks the first that fits where the named question does not', () => {
    const talk = ok(interview({ role: 'baker', level: 'middle', interview: 'dough-talk' }));
    expect(talk.chosen.map(({ question }) => question?.id)).toEqual(['q1', 'q1']);
    const junior = ok(interview({ role: 'baker', level: 'junior' }));
    expect(junior.chosen.map(({ question }) => question)).toEqual([null, null]);
  });

  describe('asks the first question of a kind', () => {
    const QUESTIONS = `questions:
  - { id: q1, kind: did, levels: [a], ask: What did you do? }
  - { id: q2, kind: case, levels: [a], roles: [clerk], ask: What would a clerk do? }
  - { id: q3, kind: case, levels: [a], ask: What would you do? }
  - { id: q4, kind: case, levels: [a], ask: And then? }
  - { id: q5, ask: Anything. }
  - { id: q6, kind: did, levels: [b], ask: What did you do there? }
`;
    const asked = (entry: string, level: string, questions = QUESTIONS) => {
      const framework = ok(
        load({
          'roles/baker.yaml': `name: Baker\ninterviews: [{ id: i, name: I, skills: [${entry}] }]\n`,
          'roles/clerk.yaml': 'name: Clerk\n',
          'skills/s.yaml': `name: S\nroles: all\nexpectations: { a: A, b: B }\n${questions}`,
        }),
      );
      const { chosen } = ok(
        selectInterview(framework, request({ role: 'baker', level, interview: 'i' }), AT),
      );
      return chosen[0]?.question?.id ?? null;
    };

    it.each([
      ['that fits level and role', '{ skill: s, kind: case }', 'a', 'q3'],
      ['of the other kind too', '{ skill: s, kind: did }', 'b', 'q6'],
      ['where none of the kind fits, the first that fits', '{ skill: s, kind: case }', 'b', 'q5'],
      ['where the entry names neither, the first that fits', '{ skill: s }', 'a', 'q1'],
    ])('%s', (_, entry, level, id) => expect(asked(entry, level)).toBe(id));

    it('where the skill has no question, none', () => {
      expect(asked('{ skill: s, kind: case }', 'a', '')).toBeNull();
    });
  });

  it('takes the level below that --from names, where the ladder forks', () => {
    const forked = ok(
      load({
        'framework.yaml':
          'name: F\nlevels:\n  - { id: a, next: c }\n  - { id: b, next: c }\n  - { id: c }\n  - { id: d }\nscale:\n  - { id: low, anchor: previous, means: Less. }\n  - { id: fit, anchor: this }\n  - { id: high, anchor: next, means: More. }\n',
        'roles/baker.yaml': 'name: Baker\nlevels: [a, b, c, d]\n',
        'skills/s.yaml': 'name: S\nroles: all\nexpectations: { a: A, b: B, c: C }\n',
      }),
    );
    const at = (names: Names) => selectInterview(forked, request({ role: 'baker', ...names }), AT);
    const lowest = (names: Names) => ok(at(names)).chosen[0]?.anchors[0]?.level?.id;
    expect([
      lowest({ level: 'c' }),
      lowest({ level: 'c', from: 'a' }),
      lowest({ level: 'c', from: 'b' }),
    ]).toEqual(['a', 'a', 'b']);
    for (const from of ['c', 'd']) {
      const { ok: good, problems } = at({ level: 'c', from });
      expect([good, problems.map(({ code }) => code)]).toEqual([false, ['not-below']]);
      expect(problems[0]?.help).toBe('below it: a, b');
    }
    expect(at({ level: 'a', from: 'b' }).problems[0]?.help).toContain('take --from away');
    expect(at({ level: 'c', from: 'x' }).problems.map(({ code }) => code)).toEqual(['unknown-level']);
  });

  it('leaves out what is not asked at the level, with a warning in the role file', () => {
    const talk = interview({ role: 'baker', level: 'junior', interview: 'dough-talk' });
    expect(told(talk)).toEqual(['skill-left-out framework/tiny/roles/baker.yaml:15:33']);
    expect(ok(talk).chosen.map(({ skill }) => skill.id)).toEqual(['kneading']);
  });

  it('warns of too little time and too many skills, and says the ways out', () => {
    const timed = (found: Checked<InterviewSelection>, minutesAt?: Span) => ({
      problems: timeWarnings(ok(found), AT, minutesAt),
    });
    const told = (found: Checked<InterviewSelection>) =>
      timed(found).problems.map(({ severity, code }) => `${severity} ${code}`);
    const short = interview({ role: 'baker', level: 'senior' }, [], 20);
    expect(told(short)).toEqual(['warning too-little-time']);
    expect(timed(short).problems[0]?.help).toMatch(/dough-talk.*--skill/);
    const talk = interview({ role: 'baker', level: 'senior', interview: 'dough-talk' }, [], 20);
    expect(timed(talk).problems[0]?.help).toBe(
      'give it more minutes with --minutes, or name its most important skills with --skill instead of --interview',
    );
    const minutesAt = named('20').span;
    const where = { ...request({ role: 'baker', level: 'senior' }), minutes: { value: 20, span: minutesAt } };
    expect(timed(selectInterview(tiny, where, AT), minutesAt).problems.map(({ span }) => span)).toEqual([
      minutesAt,
    ]);
    const skills = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `skills/s${i}.yaml`,
          `name: S${i}\nroles: all\nexpectations: { a: A }\n`,
        ]),
      );
    const asked = (count: number) => {
      const framework = ok(load({ 'skills/s.yaml': null, ...skills(count) }));
      return told(selectInterview(framework, request({ role: 'baker', level: 'a' }, [], 90), AT));
    };
    expect(asked(6)).toEqual([]);
    expect(asked(7)).toEqual(['warning too-many-skills']);
    expect(told(interview({ role: 'baker', level: 'senior' }, [], 29))).toEqual([]);
    expect(told(interview({ role: 'baker', level: 'senior' }, [], 28))).toEqual(['warning too-little-time']);
  });

  it.each<[string, Names, readonly string[], readonly string[]]>([
    ['no role, no level', {}, [], ['missing-option', 'missing-option']],
    ['two unknown names at once', { role: 'bakr', level: 'boss' }, [], ['unknown-role', 'unknown-level']],
    ['a level the role has not', { role: 'clerk', level: 'senior' }, [], ['level-not-in-role']],
    [
      'an unknown interview',
      { role: 'baker', level: 'senior', interview: 'dough' },
      [],
      ['unknown-interview'],
    ],
    [
      'unknown skills, each',
      { role: 'baker', level: 'senior' },
      ['x', 'kneadin'],
      ['unknown-skill', 'unknown-skill'],
    ],
    [
      'unknown skills beside an unknown level',
      { role: 'baker', level: 'boss' },
      ['x'],
      ['unknown-level', 'unknown-skill'],
    ],
    ['a skill not asked there', { role: 'clerk', level: 'junior' }, ['kneading'], ['skill-not-asked']],
  ])('%s', (_, names, skills, expected) => {
    const result = interview(names, skills);
    expect([result.ok, result.problems.map(({ code }) => code)]).toEqual([false, expected]);
  });

  it('says where a skill is asked, and what names there are', () => {
    expect(interview({ role: 'clerk', level: 'junior' }, ['kneading']).problems[0]?.help).toContain(
      'baker at junior, middle, senior',
    );
    expect(interview({ role: 'baker', level: 'junior' }, ['teaching']).problems[0]?.help).toContain(
      'baker at senior',
    );
    expect(interview({ role: 'bakr', level: 'senior' }).problems[0]?.help).toMatch(/"baker".*clerk/);
  });

  it('knows the nearest by its name too, in any language', () => {
    const german = selectInterview(fixture('holes'), request({ role: 'baker', level: 'Erst' }), AT);
    expect(german.problems[0]?.help).toBe('did you mean "a"? there are: a, b, c, d');
  });

  it('has no interview where nothing of it is asked', () => {
    const framework = ok(
      load({
        'roles/baker.yaml': 'name: Baker\ninterviews: [{ id: i, name: I, skills: [s] }]\n',
        'skills/s.yaml': 'name: S\nroles: all\nexpectations: { a: A }\n',
      }),
    );
    const result = selectInterview(framework, request({ role: 'baker', level: 'b', interview: 'i' }), AT);
    expect([result.ok, codes(result)]).toEqual([false, ['warning skill-left-out', 'error nothing-asked']]);
  });
});

describe('a step', () => {
  const step = (framework: typeof tiny, names: Names) => selectStep(framework, request(names), AT);

  it.each<[string, typeof tiny, Names, readonly [string, string, string, string]]>([
    ['from the level below', tiny, { role: 'baker', to: 'senior' }, ['baker', 'middle', 'baker', 'senior']],
    [
      'over a level',
      tiny,
      { role: 'baker', from: 'junior', to: 'senior' },
      ['baker', 'junior', 'baker', 'senior'],
    ],
    ['bridged', fork, { role: 'head', to: 'director' }, ['head', 'middle', 'head', 'director']],
    [
      'where two lead to it, from the one named',
      fork,
      { role: 'maker', from: 'junior', to: 'senior' },
      ['maker', 'junior', 'maker', 'senior'],
    ],
    [
      'into another role, from below in the first',
      tiny,
      { role: 'baker', toRole: 'clerk', to: 'middle' },
      ['baker', 'junior', 'clerk', 'middle'],
    ],
    [
      'into another role, at one level',
      tiny,
      { role: 'baker', from: 'junior', toRole: 'clerk', to: 'junior' },
      ['baker', 'junior', 'clerk', 'junior'],
    ],
    [
      'into another role, downwards',
      tiny,
      { role: 'baker', from: 'senior', toRole: 'clerk', to: 'junior' },
      ['baker', 'senior', 'clerk', 'junior'],
    ],
  ])('%s', (_, framework, names, expected) => {
    const { from, to } = ok(step(framework, names));
    expect([from.role.id, from.level.id, to.role.id, to.level.id]).toEqual(expected);
  });

  it.each<[string, typeof tiny, Names, readonly string[]]>([
    ['nothing named', tiny, {}, ['missing-option', 'missing-option']],
    ['no --to', tiny, { role: 'baker' }, ['missing-option']],
    [
      'all unknown at once',
      tiny,
      { role: 'x', from: 'y', to: 'z', toRole: 'w' },
      ['unknown-role', 'unknown-role', 'unknown-level', 'unknown-level'],
    ],
    ['one level twice', tiny, { role: 'baker', from: 'senior', to: 'senior' }, ['no-step']],
    ['downwards', tiny, { role: 'baker', from: 'senior', to: 'junior' }, ['no-step']],
    ['to the lowest', tiny, { role: 'baker', to: 'junior' }, ['no-step']],
    ['two lead to it', fork, { role: 'maker', to: 'senior' }, ['missing-option']],
    ['across a fork', fork, { role: 'maker', from: 'junior', to: 'middle' }, ['no-step']],
    [
      'a level of the other role',
      tiny,
      { role: 'baker', from: 'senior', toRole: 'clerk', to: 'senior' },
      ['level-not-in-role'],
    ],
    [
      'into another role, to its lowest',
      tiny,
      { role: 'baker', toRole: 'clerk', to: 'junior' },
      ['missing-option'],
    ],
  ])('none: %s', (_, framework, names, expected) => {
    const result = step(framework, names);
    expect([result.ok, result.problems.map(({ code }) => code)]).toEqual([false, expected]);
  });

  it('names the ways out', () => {
    const lowest = step(tiny, { role: 'baker', to: 'junior' }).problems[0]?.help;
    expect(lowest).toMatch(/^--to can be: middle, senior; or .*--to-role/);
    expect(step(fork, { role: 'maker', to: 'senior' }).problems[0]?.help).toMatch(/--from.*junior, middle/);
    expect(step(tiny, { role: 'baker', from: 'senior', to: 'senior' }).problems[0]?.help).toContain(
      '--to-role',
    );
  });
});
