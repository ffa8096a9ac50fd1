/** Records that are several roles' at once: "All", or a list such as "Baker, Cook". Each is said of the roles that it means. */
import type { GatheredRole } from './gathered.ts';
import { fold } from './names.ts';
import type { Remarks } from './parts.ts';

export interface SharedRoles {
  /** Those that are roles by themselves, with the levels that shared records name too. */
  readonly roles: readonly GatheredRole[];
  /** By what records call it: the names of its roles. */
  readonly meant: ReadonlyMap<string, readonly string[]>;
}

const ALL =
  /^(?:all|any|every|alle|jede|toutes?|tous|todos|todas|all (?:roles|jobs|positions|staff|employees)|every ?(?:one|body|role)|alle (?:rollen|stellen)|所有|すべて|全员)$/;

export function sharedRoles(gathered: readonly GatheredRole[], remarks: Remarks): SharedRoles {
  const lists = new Map(gathered.map(({ name }) => [name, listIn(name)]));
  const parts = [...lists.values()].flat().map(fold);
  const own = new Map<string, GatheredRole>();
  const shared = new Map<GatheredRole, readonly string[]>();
  for (const role of gathered) {
    const list = lists.get(role.name) ?? [];
    // A list is one where one of its parts is named elsewhere too: others are names with a comma.
    const isList =
      list.length > 1 && list.some((part) => parts.filter((other) => other === fold(part)).length > 1);
    if (ALL.test(fold(role.name))) shared.set(role, []);
    else if (isList) shared.set(role, list);
    else own.set(fold(role.name), role);
  }
  for (const [role, list] of shared)
    for (const name of list)
      if (!own.has(fold(name))) own.set(fold(name), { ...role, name, levels: new Map() });
  const [first] = gathered;
  if (own.size === 0 && first) own.set('', { ...first, name: '', levels: new Map() });
  const meant = new Map([...own.values()].map(({ name }) => [name, [name]]));
  for (const [role, list] of shared) {
    const roles = list.length === 0 ? [...own.values()] : list.flatMap((name) => own.get(fold(name)) ?? []);
    for (const one of roles) takeOver(one, role);
    meant.set(
      role.name,
      roles.map(({ name }) => name),
    );
    const what = list.length === 0 ? 'every role' : `${list.length} roles`;
    remarks.guess(`"${role.name}" means ${what}`, role.place);
  }
  return { roles: [...own.values()].map((role, number) => ({ ...role, number })), meant };
}

function listIn(name: string): readonly string[] {
  const parts = name.split(/\s*[,;\n]\s*/u).filter((part) => part !== '');
  return parts.length === 0 ? [name] : parts;
}

/** What is said of all of them is said of one that says nothing else. */
function takeOver(role: GatheredRole, shared: GatheredRole): void {
  for (const [name, level] of shared.levels) if (!role.levels.has(name)) role.levels.set(name, level);
  role.family ??= shared.family;
  role.text ??= shared.text;
}
