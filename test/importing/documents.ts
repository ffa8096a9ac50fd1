/** What a person does after an import: check, then a scorecard of each role and level, a packet of each step, a ladder of each role. */
import { expect } from 'vitest';
import type { Framework } from '../../src/framework/framework.ts';
import { above } from '../../src/framework/ladder.ts';
import { loadFramework } from '../../src/framework/load.ts';
import { generate, type RequestValues, requestOf } from '../../src/generate.ts';
import type { Draft } from '../../src/importing/draft.ts';
import { planFiles } from '../../src/importing/write/write.ts';
import { diskFolder } from '../../src/project/disk.ts';
import { openProject } from '../../src/project/open.ts';
import { shipped } from '../../src/project/shipped.ts';
import { type Workspace, workspace } from '../e2e/harness.ts';

export const ours = diskFolder(shipped().data, shipped().root);

/** A project whose data is the draft. */
export function projectOf(draft: Draft): Workspace {
  const space = workspace();
  const planned = planFiles(draft, {
    data: diskFolder(space.path('data'), space.root),
    shipped: ours,
    merge: false,
  });
  if (!planned.ok)
    throw new Error(planned.problems.map(({ message, help }) => `${message} (${help})`).join('\n'));
  for (const { path, text } of planned.value.files) space.write(`data/${path}`, text);
  return space;
}

export function frameworkIn(space: Workspace): Framework {
  const loaded = loadFramework(diskFolder(space.path('data'), space.root));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.value;
}

/** Levels of a role at which something is asked. */
export function asked(
  { skills, cumulative }: Framework,
  role: string,
  levels: readonly string[],
): readonly string[] {
  const has = (level: string) =>
    skills.some((skill) => {
      const kind = skill.entries.get(role)?.get(level)?.kind;
      return kind === 'expectation' || kind === 'same-as';
    });
  return levels.filter((level, i) => has(level) || (cumulative && levels.slice(0, i).some(has)));
}

/** Makes them all, as Markdown; returns how many of each kind. */
export async function makesDocuments(
  space: Workspace,
): Promise<{ readonly scorecards: number; readonly promotions: number; readonly ladders: number }> {
  (await space.run('check')).exits(0);
  const framework = frameworkIn(space);
  const scorecards: RequestValues[] = [];
  const ladders: RequestValues[] = [];
  /** Steps to one level have one file name: each of them is in a list of its own. */
  const promotions: RequestValues[][] = [];
  for (const role of framework.roles) {
    const levels = role.levels.map(({ level }) => level);
    for (const level of asked(framework, role.id, levels))
      scorecards.push({ kind: 'scorecard', role: role.id, level });
    for (const from of levels)
      for (const { id: to } of above(framework, role, from)) {
        if (asked(framework, role.id, [from, to]).length === 0) continue;
        const request = { kind: 'promotion', role: role.id, from, to };
        const free = promotions.find((list) => !list.some((one) => one.role === role.id && one.to === to));
        if (free) free.push(request);
        else promotions.push([request]);
      }
    ladders.push({ kind: 'ladder', role: role.id });
  }
  const project = openProject({ cwd: space.root });
  if (!project.ok) throw new Error('the project does not open');
  for (const list of [scorecards, ladders, ...promotions]) {
    const requests = list.map((values) => requestOf({ ...values, formats: ['md'] }));
    const made = await generate(project.value, requests);
    const told = made.problems.filter(({ severity }) => severity === 'error');
    expect(told.map(({ message, help }) => `${message} (${help})`)).toEqual([]);
    expect(made.ok && made.value.length).toBe(list.length);
  }
  return { scorecards: scorecards.length, promotions: promotions.flat().length, ladders: ladders.length };
}
