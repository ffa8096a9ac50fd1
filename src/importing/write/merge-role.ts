/** What a source adds to a role that is there: levels, and keys that it has not. */
import { isMap, isSeq, type Node, parseDocument } from 'yaml';
import type { Framework, Role } from '../../framework/framework.ts';
import { ROLE_KEYS, ROLE_LEVEL_KEYS } from '../../framework/keys.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Source } from '../../problems/source.ts';
import { says, wouldChange } from './differs.ts';
import { Insertions, mapUnder } from './insert.ts';
import { ids, ordered, plain, text } from './nodes.ts';
import { usualPath } from './role.ts';

/** The role's file with what is new. Warnings `text-would-change`. */
export function mergeRole(
  source: Source,
  theirs: Role,
  ours: Role,
  { language, levels }: Framework,
  problems: Problem[],
): string {
  const { contents: root } = parseDocument(source.text);
  if (!isMap(root)) return source.text;
  const added = new Insertions(source);
  const level = (id: string): Node | null => {
    const own = ours.levels.find((one) => one.level === id);
    if (!own || (!own.title && own.code === null && !own.summary)) return null;
    return ordered(ROLE_LEVEL_KEYS, {
      title: own.title && text(own.title, language),
      code: own.code === null ? null : plain(own.code),
      summary: own.summary && text(own.summary, language),
    });
  };
  const has = new Set(theirs.levels.map((own) => own.level));
  const more = ours.levels.map((own) => own.level).filter((id) => !has.has(id));
  const listed = root.get('levels', true);
  const order = levels.map(({ id }) => id);
  if (isMap(listed)) for (const id of more) added.ordered(listed, id, level(id) ?? plain(null), order);
  else if (isSeq(listed)) for (const id of more) added.item(listed, plain(id));
  else if (more.length > 0) {
    const all = new Set([...usualPath(levels), ...more]);
    added.pair(root, 'levels', ids(levels.map(({ id }) => id).filter((id) => all.has(id))));
  }
  for (const own of ours.levels) {
    const before = theirs.levels.find((one) => one.level === own.level);
    if (!before) continue;
    const where = mapUnder(isMap(listed) ? listed : null, own.level);
    for (const key of ['title', 'summary'] as const) {
      const said = own[key];
      if (says(before[key], said) || !said) continue;
      if (before[key] === null && where) added.pair(where, key, text(said, language));
      else
        wouldChange(
          `The ${key} of "${ours.id}" at "${own.level}"`,
          before[key]?.span ?? before.span,
          said.span,
          problems,
        );
    }
    if (own.code === null || own.code === before.code) continue;
    if (before.code === null && where) added.pair(where, 'code', plain(own.code));
    else wouldChange(`The code of "${ours.id}" at "${own.level}"`, before.span, own.span, problems);
  }
  if (!says(theirs.name, ours.name))
    wouldChange(`The name of "${ours.id}"`, theirs.name.span, ours.name.span, problems);
  let last: string = 'name';
  for (const key of ROLE_KEYS) {
    if (key !== 'family' && key !== 'summary') continue;
    const said = ours[key];
    if (theirs[key]) last = key;
    if (!said || says(theirs[key], said)) continue;
    if (theirs[key]) wouldChange(`The ${key} of "${ours.id}"`, theirs[key].span, said.span, problems);
    else added.after(root, last, key, text(said, language));
  }
  return added.text();
}
