/**
 * Nothing is clipped in what ships: each kind for each role and level in each theme on each paper. `npm test` takes one look
 * of each document, another for each; with RUBRICATE_ALL=1 in the environment all are taken, in about a minute.
 */
import { expect, it } from 'vitest';
import { loadFramework } from '../../src/framework/load.ts';
import { generate, type RequestValues, requestOf } from '../../src/generate.ts';
import { mm } from '../../src/layout/units.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { compact, laidOut, large } from '../pdf/documents.ts';
import { covered, outside, overlaps, struck } from '../pdf/places.ts';

const opened = openProject({ cwd: new URL('../..', import.meta.url).pathname, data: undefined });
if (!opened.ok) throw new Error('the project does not open');
const project: Project = opened.value;

const loaded = loadFramework(project.data);
if (!loaded.ok) throw new Error('the data does not load');
const { roles, skills } = loaded.value;
const ABOUT_A_LEVEL = ['scorecard', 'self-assessment', 'feedback', 'plan', 'candidate-brief'];

const REQUESTS: readonly RequestValues[] = [
  ...roles.flatMap(({ id: role, levels }, i) => [
    { kind: 'ladder', role },
    ...levels.flatMap(({ level }, n) => [
      ...ABOUT_A_LEVEL.map((kind) => ({ kind, role, level })),
      ...[...roles.slice(i + 1), ...roles.slice(0, i)]
        .filter((other) => other.levels.some((own) => own.level === level))
        .slice(0, 1)
        .map((other) => ({ kind: 'compare', role, level, with: other.id })),
      ...(n === 0 ? [] : [{ kind: 'promotion', role, to: level }]),
    ]),
  ]),
  ...skills.map(({ id }) => ({ kind: 'skill', skills: [id] })),
];

const LOOKS = ['A4', 'Letter'].flatMap((paper) =>
  [{}, compact, large].flatMap((theme) =>
    ['', ' landscape'].map((turned) => ({ theme, paper: paper + turned })),
  ),
);
const all = process.env['RUBRICATE_ALL'] !== undefined;

const errorsOf = (problems: readonly Problem[]): string =>
  problems.flatMap((p) => (p.severity === 'error' ? [`${p.code}: ${p.message}`] : [])).join('\n');

it.each(['en', 'de'])(
  'every document that ships is whole on its pages, in %s',
  {
    timeout: all ? 3_600_000 : 60_000,
  },
  async (language) => {
    const made = await generate(
      project,
      REQUESTS.map((values) => requestOf({ ...values, language, formats: ['md'] })),
    );
    if (!made.ok) throw new Error(errorsOf(made.problems));
    for (const [i, { bytes }] of made.value.entries()) {
      const text = new TextDecoder().decode(bytes);
      const turn = (2 * i + (language === 'de' ? 1 : 0)) * 5;
      const looks = all ? LOOKS : LOOKS.slice(turn % LOOKS.length).slice(0, 1);
      for (const { theme, paper } of looks) {
        const set = laidOut(text, paper, null, theme);
        const about = JSON.stringify({ ...REQUESTS[i], language, paper, theme });
        if (!set.ok) throw new Error(`${about}: ${set.problems.map(({ code }) => code).join()}`);
        const { margin = mm(12) } = theme as { margin?: number };
        const found = [overlaps, struck, covered].flatMap((look) => look(set.value));
        expect([...found, ...outside(set.value, margin)], about).toEqual([]);
      }
    }
  },
);
