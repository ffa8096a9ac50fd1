/** The data that ships: every kind of document for every role, level and step renders. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Framework, Text } from '../src/framework/framework.ts';
import { loadFramework } from '../src/framework/load.ts';
import { type Artifact, generate, requestOf } from '../src/generate.ts';
import type { Problem } from '../src/problems/problem.ts';
import { openProject, type Project } from '../src/project/open.ts';

const NAMED_BY_THE_DATA = ['too-little-time', 'too-many-skills', 'skill-left-out'];

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
  values: Parameters<typeof requestOf>[0],
): Promise<{ artifacts: readonly Artifact[]; problems: readonly Problem[] }> {
  const made = await generate(project, [requestOf(values)]);
  return { artifacts: made.ok ? made.value : [], problems: made.problems };
}

/** Every scorecard, also by interview, and every step, of every role. */
function everything(): Parameters<typeof requestOf>[0][] {
  return framework.roles.flatMap((role) => {
    const top = role.levels.at(-1)?.level ?? '';
    return [
      ...role.levels.map(({ level }) => ({ kind: 'scorecard', role: role.id, level })),
      ...role.levels.slice(1).map(({ level }) => ({ kind: 'promotion', role: role.id, to: level })),
      ...role.interviews.map(({ id }) => ({ kind: 'scorecard', role: role.id, level: top, interview: id })),
    ];
  });
}

describe('the data that ships', () => {
  it('makes every scorecard and packet, with no warnings but those of time; in German, too, on as many pages', {
    timeout: 120_000,
  }, async () => {
    for (const request of everything()) {
      const pages: (number | null | undefined)[] = [];
      for (const [language, told] of [
        ['en', []],
        ['de', ['foreign-texts']],
      ] as const) {
        const { artifacts, problems } = await make({ ...request, language });
        const what = JSON.stringify([request, language, problems.map((p) => p.message)]);
        expect(
          artifacts.map((a) => a.format),
          what,
        ).toEqual(['md', 'pdf']);
        const codes = problems.map((p) => p.code).filter((code) => !NAMED_BY_THE_DATA.includes(code));
        expect(codes, what).toEqual(told);
        pages.push(artifacts[1]?.pages);
      }
      expect(pages[1], JSON.stringify(request)).toBe(pages[0]);
    }
  });

  it('says all of Mentoring, and all but expectations and questions of the rest, in both languages', () => {
    const inBoth = (text: Text | null) => text === null || text.byLanguage['de'] !== undefined;
    const lacking = framework.skills.flatMap(({ id, name, category, summary }) =>
      [name, category, summary].every(inBoth) ? [] : [id],
    );
    expect(lacking).toEqual([]);
    const { texts, levels, scale, domains } = framework;
    const all = [framework.summary, texts.opening, texts.closing, texts.adjustments, texts.access];
    const lists = [...texts.committee, ...texts.peerQuestions];
    const named = [...levels, ...scale, ...domains, ...framework.roles].map(({ name }) => name);
    expect([...all, ...lists, ...named].every(inBoth)).toBe(true);
    const mentoring = framework.skills.find(({ id }) => id === 'mentoring');
    for (const { ask, probes, listenFor, warningSigns } of mentoring?.questions ?? [])
      expect([ask, ...probes, ...listenFor, ...warningSigns].every(inBoth)).toBe(true);
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
