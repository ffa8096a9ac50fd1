/** A role's ladder: its levels in order, what stands below and above. A level that the role leaves out is bridged. */
import type { Framework, Level, Role } from './framework.ts';

/** The role's level by id. */
export function levelOf(framework: Framework, id: string): Level {
  const level = framework.levels.find((l) => l.id === id);
  if (!level) throw new Error(`No level ${id}: loading checks this.`);
  return level;
}

/** The levels that follow in this role, the first of `next` first; those the role lacks are bridged. */
export function above(framework: Framework, role: Role, level: string): readonly Level[] {
  const has = new Set(role.levels.map((l) => l.level));
  const out: Level[] = [];
  const walk = (id: string, seen: ReadonlySet<string>): void => {
    for (const next of levelOf(framework, id).next) {
      if (seen.has(next)) continue;
      if (!has.has(next)) walk(next, new Set([...seen, next]));
      else if (!out.some((l) => l.id === next)) out.push(levelOf(framework, next));
    }
  };
  walk(level, new Set([level]));
  return out;
}

/** The levels of this role whose next is this one; several where ladders join. */
export function below(framework: Framework, role: Role, level: string): readonly Level[] {
  return role.levels.flatMap((l) =>
    above(framework, role, l.level).some((a) => a.id === level) ? [levelOf(framework, l.level)] : [],
  );
}

/** True if a path of `next` leads from one level of the role to the other. */
export function leadsTo(framework: Framework, role: Role, from: string, to: string): boolean {
  const seen = new Set<string>([from]);
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const next of above(framework, role, id)) {
      if (next.id === to) return true;
      if (!seen.has(next.id)) {
        seen.add(next.id);
        queue.push(next.id);
      }
    }
  }
  return false;
}

/** The levels of the role on the way up or down, nearest first; where the ladder forks, along `first`, else the first. */
export function way(
  framework: Framework,
  role: Role,
  level: string,
  to: 'above' | 'below',
  first?: Level,
): readonly Level[] {
  const side = to === 'above' ? above : below;
  const out: Level[] = [];
  for (
    let [next] = first ? [first] : side(framework, role, level);
    next && !out.includes(next);
    [next] = side(framework, role, next.id)
  )
    out.push(next);
  return out;
}
