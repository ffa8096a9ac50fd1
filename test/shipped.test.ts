/** The data that ships: every kind of document for every role, level and step renders. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Framework } from '../src/framework/framework.ts';
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

describe('the data that ships', () => {
  it('makes every scorecard and packet, with no warnings but those of time', {
    timeout: 60_000,
  }, async () => {
    for (const role of framework.roles) {
      for (const [i, { level }] of role.levels.entries()) {
        const requests = [
          { kind: 'scorecard', role: role.id, level },
          ...(i > 0 ? [{ kind: 'promotion', role: role.id, to: level }] : []),
        ];
        for (const request of requests) {
          const { artifacts, problems } = await make(request);
          expect(
            artifacts.map((a) => a.format),
            JSON.stringify([request, problems.map((p) => p.message)]),
          ).toEqual(['md', 'pdf']);
          expect(problems.map((p) => p.code).filter((code) => !NAMED_BY_THE_DATA.includes(code))).toEqual([]);
        }
      }
      for (const interview of role.interviews) {
        const level = role.levels.at(-1)?.level ?? '';
        const { artifacts } = await make({
          kind: 'scorecard',
          role: role.id,
          level,
          interview: interview.id,
        });
        expect(artifacts).toHaveLength(2);
      }
    }
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
