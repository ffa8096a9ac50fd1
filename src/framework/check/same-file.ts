/** Ids of which, joined, two scorecards would have one file name: llm + engineer-senior, llm-engineer + senior. */
import { warning } from '../../problems/problem.ts';
import type { Span } from '../../problems/source.ts';
import { allProfiles, placeOf } from './profiles.ts';
import type { Rule } from './rule.ts';

interface Named {
  readonly ids: readonly string[];
  readonly span: Span;
}

export const sameFile: Rule = {
  code: 'same-file',
  check(framework) {
    const first = new Map<string, Named>();
    const all = allProfiles(framework).flatMap((profile): readonly Named[] => {
      const ids = [profile.role.id, profile.level.id];
      const talks = profile.role.interviews.map(({ id, span }) => ({ ids: [...ids, id], span }));
      return [{ ids, span: placeOf(profile) }, ...talks];
    });
    return all.flatMap(({ ids, span }) => {
      const name = ids.join('-');
      const before = first.get(name);
      if (!before) {
        first.set(name, { ids, span });
        return [];
      }
      const message = `The scorecards of ${shown(before.ids)} and ${shown(ids)} have one file name`;
      const related = [{ message: 'the first stands here', span: before.span }];
      return [warning('same-file', message, span, { help: 'give one of them another id', related })];
    });
  },
};

function shown(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(' ');
}
