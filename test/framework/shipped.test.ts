/** The data that ships keeps what its README promises of questions. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/framework/check/rules.ts';
import { loadFramework } from '../../src/framework/load.ts';
import { selectInterview } from '../../src/framework/select.ts';
import { diskFolder } from '../../src/project/disk.ts';
import { AT, named, ok } from './data.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const framework = ok(loadFramework(diskFolder(`${ROOT}/data`, ROOT)));

const profiles = framework.roles.flatMap((role) =>
  role.levels.map(({ level }) => [role.id, level, role.interviews.map(({ id }) => id)] as const),
);

/** `skill question kind` of everything that an interview asks at a level. */
function asked(role: string, level: string, interview: string): readonly string[] {
  const request = { role: named(role), level: named(level), interview: named(interview) };
  return ok(selectInterview(framework, request, AT)).chosen.map(
    ({ skill, question }) => `${skill.id} ${question?.id} ${question?.kind}`,
  );
}

describe.each(profiles)('the loop of %s, %s', (role, level, loop) => {
  it('asks cases in "cases", and nowhere else', () => {
    for (const interview of loop) {
      const kind = interview === 'cases' ? 'case' : 'did';
      expect(asked(role, level, interview).filter((question) => !question.endsWith(` ${kind}`))).toEqual([]);
    }
  });

  it('asks no question twice', () => {
    const all = loop.flatMap((interview) => asked(role, level, interview));
    expect([...new Set(all)]).toEqual(all);
  });
});

it.each(RULES)('nothing goes against $code', (rule) => {
  expect(rule.check(framework).map(({ message }) => message)).toEqual([]);
});
