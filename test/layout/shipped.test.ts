/**
 * Nothing is clipped in what ships: each kind for each role and level in each theme on each paper. `npm test` takes one look
 * of each document, another for each; with RUBRICATE_ALL=1 in the environment all are taken, in less than a minute.
 */
import { expect, it } from 'vitest';
import { generate, type RequestValues, requestOf } from '../../src/generate.ts';
import { mm } from '../../src/layout/units.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { compact, laidOut, large } from '../pdf/documents.ts';
import { covered, outside, overlaps, struck } from '../pdf/places.ts';

const opened = openProject({ cwd: new URL('../..', import.meta.url).pathname, data: undefined });
if (!opened.ok) throw new Error('the project does not open');
const project: Project = opened.value;

const ROLES = ['llm-engineer', 'data-scientist'];
const LEVELS = ['junior', 'middle', 'senior', 'lead', 'principal'];
const SKILLS = project.data.list('skills').map((path) => path.replace(/^.*\/|\.yaml$/g, ''));
const ABOUT_A_LEVEL = ['scorecard', 'self-assessment', 'feedback', 'plan', 'candidate-brief'];

const REQUESTS: readonly RequestValues[] = [
  ...ROLES.flatMap((role, i) => [
    { kind: 'ladder', role },
    ...LEVELS.flatMap((level) => [
      ...ABOUT_A_LEVEL.map((kind) => ({ kind, role, level })),
      { kind: 'compare', role, level, with: ROLES[1 - i] ?? role },
      ...(level === 'junior' ? [] : [{ kind: 'promotion', role, to: level }]),
    ]),
  ]),
  ...SKILLS.map((skill) => ({ kind: 'skill', skills: [skill] })),
];

const LOOKS = ['A4', 'Letter'].flatMap((paper) =>
  [{}, compact, large].flatMap((theme) =>
    ['', ' landscape'].map((turned) => ({ theme, paper: paper + turned })),
  ),
);
const all = process.env['RUBRICATE_ALL'] !== undefined;

it('every document that ships is whole on its pages', { timeout: all ? 3_600_000 : 60_000 }, async () => {
  let turn = 0;
  for (const values of REQUESTS) {
    for (const language of ['en', 'de']) {
      const made = await generate(project, [requestOf({ ...values, language, formats: ['md'] })]);
      if (!made.ok)
        throw new Error(JSON.stringify([values, made.problems.map(({ code, message }) => [code, message])]));
      const text = new TextDecoder().decode(made.value[0]?.bytes);
      const looks = all ? LOOKS : LOOKS.slice(turn % LOOKS.length).slice(0, 1);
      turn += 5;
      for (const { theme, paper } of looks) {
        const set = laidOut(text, paper, null, theme);
        const about = JSON.stringify({ ...values, language, paper, theme });
        if (!set.ok) throw new Error(`${about}: ${set.problems.map(({ code }) => code).join()}`);
        const { margin = mm(12) } = theme as { margin?: number };
        const found = [overlaps, struck, covered].flatMap((look) => look(set.value));
        expect([...found, ...outside(set.value, margin)], about).toEqual([]);
      }
    }
  }
});
