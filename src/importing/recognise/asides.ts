/**
 * Columns that no meaning is known of: what stands in them is a note. Where a role's records all say the same, and roles do not, it
 * is said of the role; likewise of a skill; else of what is asked.
 */
import type { DraftNote } from '../draft.ts';
import type { GatheredCell } from './gathered.ts';
import type { Gathered } from './record-rows.ts';

/** One list for all cells that have none: there may be half a million. */
const NOTHING: readonly DraftNote[] = [];

/** Puts what belongs to roles and skills there; gives the notes that are left for a cell. `shared`: names that mean several roles. */
export function asideNotes(
  gathered: Gathered,
  shared: ReadonlySet<string>,
): (cell: GatheredCell) => readonly DraftNote[] {
  const heads = new Set<string>();
  const byRole = new Values();
  const bySkill = new Values();
  for (const [id, skill] of gathered.skills)
    for (const cell of skill.cells.values())
      for (const { head, text } of cell.others ?? []) {
        heads.add(head);
        byRole.add(head, cell.role, text);
        bySkill.add(head, id, text);
      }
  const moved = new Set<string>();
  for (const head of heads) {
    const records = [...gathered.roles.keys()].some((role) => role !== '');
    const ofSeveral = [...shared].some((name) => byRole.of(head, name) !== undefined);
    if (records && byRole.agree(head) && !ofSeveral) {
      moved.add(head);
      for (const role of gathered.roles.values()) {
        const text = byRole.of(head, role.name);
        if (text !== undefined) role.notes.set(head, text);
      }
    } else if (bySkill.agree(head)) {
      moved.add(head);
      for (const [id, skill] of gathered.skills) {
        const text = bySkill.of(head, id);
        if (text !== undefined) skill.notes.set(head, text);
      }
    }
  }
  return ({ others }) =>
    others === null
      ? NOTHING
      : others.flatMap(({ head, text }) => (moved.has(head) ? [] : [{ kind: head.toLowerCase(), text }]));
}

/** What is said under a head, by whom. */
class Values {
  private readonly said = new Map<string, Map<string, string | null>>();
  /** Who said something more than once. */
  private readonly twice = new Set<string>();

  add(head: string, who: string, text: string): void {
    let own = this.said.get(head);
    if (!own) {
      own = new Map();
      this.said.set(head, own);
    }
    const before = own.get(who);
    if (before === undefined) own.set(who, text);
    else {
      this.twice.add(head);
      if (before !== text) own.set(who, null);
    }
  }

  /** True if nobody says two things, and somebody says one twice. */
  agree(head: string): boolean {
    const own = this.said.get(head);
    return own !== undefined && this.twice.has(head) && [...own.values()].every((text) => text !== null);
  }

  of(head: string, who: string): string | undefined {
    return this.said.get(head)?.get(who) ?? undefined;
  }
}
