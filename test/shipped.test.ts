/** The data that ships: every kind of document for every role, level, step and skill renders, in both languages. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Framework, Role, Text } from '../src/framework/framework.ts';
import { loadFramework } from '../src/framework/load.ts';
import { checkProject } from '../src/generate/check.ts';
import { type Artifact, generate, requestOf } from '../src/generate.ts';
import { listTemplates } from '../src/merge/template.ts';
import type { Problem } from '../src/problems/problem.ts';
import { openProject, type Project, readProject } from '../src/project/open.ts';

type RequestValues = Parameters<typeof requestOf>[0];

/** What the data may cause: more skills than there is time for, and texts not yet in the document's language. */
const allowed = (language: string): readonly string[] => [
  'too-little-time',
  'too-many-skills',
  'skill-left-out',
  ...(language === 'en' ? [] : ['foreign-texts']),
];

let project: Project;
let framework: Framework;
beforeAll(() => {
  const opened = openProject({ cwd: new URL('..', import.meta.url).pathname, data: undefined });
  if (!opened.ok) throw new Error('the project does not open');
  project = opened.value;
  const loaded = loadFramework(project.data);
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => p.message).join('\n'));
  framework = loaded.value;
});

async function make(
  values: RequestValues,
): Promise<{ artifacts: readonly Artifact[]; problems: readonly Problem[] }> {
  const made = await generate(project, [requestOf(values)]);
  return { artifacts: made.ok ? made.value : [], problems: made.problems };
}

/** All of them where RUBRICATE_ALL is set, else some from all over the list. */
function some<T>(list: readonly T[], every: number): T[] {
  return process.env['RUBRICATE_ALL'] ? [...list] : list.filter((_, i) => i % every === 0);
}

/** Every document that the data has in it, by kind; of pairs of roles, and of single skills, some (.ci/run makes all). */
function everything(): Record<string, RequestValues[]> {
  const each = (of: (role: Role, level: string) => RequestValues[]) =>
    framework.roles.flatMap((role) => role.levels.flatMap(({ level }) => of(role, level)));
  const one = (kind: string) => each((role, level) => [{ kind, role: role.id, level }]);
  const ofEachSkill = (kind: string) =>
    some(
      each((role, level) =>
        skillsOf(role, level).map((skill) => ({ kind, role: role.id, level, skills: [skill] })),
      ),
      13,
    );
  const others = (role: Role) => framework.roles.filter(({ id }) => id !== role.id);
  return {
    'candidate-brief': one('candidate-brief'),
    compare: some(
      each((role, level) =>
        others(role).flatMap((other) =>
          other.levels.map(({ level: withLevel }) => ({
            kind: 'compare',
            role: role.id,
            level,
            with: other.id,
            withLevel,
          })),
        ),
      ),
      23,
    ),
    feedback: [
      ...ofEachSkill('feedback'),
      ...each((role, level) => [
        { kind: 'feedback', role: role.id, level, skills: skillsOf(role, level).slice(0, 4) },
      ]),
    ],
    ladder: framework.roles.map((role) => ({ kind: 'ladder', role: role.id })),
    plan: one('plan'),
    promotion: framework.roles.flatMap((role) => [
      ...role.levels.slice(1).map(({ level: to }) => ({ kind: 'promotion', role: role.id, to })),
      ...some(
        others(role).flatMap((other) =>
          role.levels.flatMap(({ level: from }) =>
            other.levels.map(({ level: to }) => ({
              kind: 'promotion',
              role: role.id,
              from,
              to,
              toRole: other.id,
            })),
          ),
        ),
        29,
      ),
    ]),
    scorecard: [
      ...one('scorecard'),
      ...ofEachSkill('scorecard'),
      ...each((role, level) =>
        role.interviews.map(({ id }) => ({ kind: 'scorecard', role: role.id, level, interview: id })),
      ),
    ],
    'self-assessment': one('self-assessment'),
    skill: framework.skills.map(({ id }) => ({ kind: 'skill', skills: [id] })),
  };
}

/** The skills that the role is asked for at the level. */
function skillsOf({ id }: Role, level: string): string[] {
  return framework.skills.filter(({ entries }) => entries.get(id)?.has(level)).map((skill) => skill.id);
}

/** Makes documents in both formats; fails on a Problem that is not the data's, and on a text with a hole of a program's. */
async function makeAll(requests: readonly RequestValues[], language: string): Promise<readonly Artifact[]> {
  const made = await generate(
    project,
    requests.map((request) => requestOf({ ...request, language })),
  );
  const unexpected = made.problems.filter(({ code }) => !allowed(language).includes(code));
  expect(unexpected.map(({ code, message, span }) => `${code}: ${message} (${span.source.path})`)).toEqual(
    [],
  );
  const artifacts = made.ok ? made.value : [];
  expect(artifacts).toHaveLength(2 * requests.length);
  for (const { format, bytes, name } of artifacts)
    if (format === 'md')
      expect(new TextDecoder().decode(bytes), name).not.toMatch(/\bundefined\b|\bNaN\b|\[object|\{\{|\}\}/);
  return artifacts;
}

describe('the data that ships', () => {
  it('has each kind of document in what is made here', () => {
    expect(Object.keys(everything())).toEqual(listTemplates(project.templates).map(({ kind }) => kind));
  });

  it('makes every document there is, with no warnings but those of its data; in German on no more pages', {
    timeout: 600_000,
  }, async () => {
    const kinds = Object.entries(everything());
    for (const [kind, requests] of kinds) expect(requests.length, kind).toBeGreaterThan(1);
    const all = kinds.flatMap(([, requests]) => requests);
    // In one go each: the data is read once.
    const english = await makeAll(all, 'en');
    const german = await makeAll(all, 'de');
    const longer = german.filter(({ pages }, i) => {
      const kind = all[Math.floor(i / 2)]?.kind;
      // Tables over many pages may need a line more for a longer word.
      const spare = kind === 'compare' || kind === 'promotion' ? 1 : 0;
      return (pages ?? 0) > (english[i]?.pages ?? 0) + spare;
    });
    expect(longer.map(({ name }) => name)).toEqual([]);
  });

  it('says all of three skills, and all but expectations and questions of the rest, in both languages', () => {
    const inBoth = (text: Text | null) => text === null || text.byLanguage['de'] !== undefined;
    const lacking = framework.skills.flatMap(({ id, name, category, summary, topics }) =>
      [name, category, summary, ...topics].every(inBoth) ? [] : [id],
    );
    expect(lacking).toEqual([]);
    const { texts, levels, scale, domains } = framework;
    const all = [framework.summary, texts.opening, texts.closing, texts.adjustments, texts.access];
    const lists = [...texts.committee, ...texts.peerQuestions];
    const named = [...levels, ...scale, ...domains, ...framework.roles].map(({ name }) => name);
    expect([...all, ...lists, ...named].every(inBoth)).toBe(true);
    const whole = framework.skills.filter(({ id }) =>
      ['mentoring', 'working-with-stakeholders', 'written-decisions'].includes(id),
    );
    expect(whole).toHaveLength(3);
    for (const { questions, entries } of whole) {
      for (const { ask, probes, listenFor, warningSigns } of questions)
        expect([ask, ...probes, ...listenFor, ...warningSigns].every(inBoth)).toBe(true);
      for (const entry of [...entries.values()].flatMap((ladder) => [...ladder.values()]))
        expect(entry.kind === 'expectation' && inBoth(entry.text)).toBe(true);
    }
  });

  it('has nothing that check finds, no weak text either', async () => {
    const read = readProject({ cwd: new URL('..', import.meta.url).pathname, data: undefined });
    const { problems } = await checkProject(read);
    expect(problems.map(({ code, span }) => `${code} ${span.source.path}:${span.line}`)).toEqual([]);
  });

  it('gives the same bytes twice', async () => {
    for (const request of [
      { kind: 'scorecard', role: 'llm-engineer', level: 'lead' },
      { kind: 'promotion', role: 'data-scientist', to: 'senior' },
    ]) {
      const [one, two] = [await make(request), await make(request)];
      expect(two.artifacts.map((a) => Buffer.from(a.bytes).toString('base64'))).toEqual(
        one.artifacts.map((a) => Buffer.from(a.bytes).toString('base64')),
      );
      expect(one.artifacts).toHaveLength(2);
    }
  });
});
