/**
 * Long records, gathered row by row: which roles, levels and skills there are, and what each row asks. A row is looked at once,
 * and only what it says is kept.
 */
import type { Cell, Place } from '../material.ts';
import type { Meaning } from './column-words.ts';
import type { Columns } from './columns.ts';
import {
  type GatheredCell,
  type GatheredRole,
  type GatheredSkill,
  isSeveral,
  type References,
} from './gathered.ts';
import { fold } from './names.ts';
import { numberOf } from './numbers.ts';
import type { Remarks } from './parts.ts';
import { requirementOf } from './requirement.ts';
import { type Said, saidIn } from './said.ts';
import { sentinel } from './sentinels.ts';
import type { Table } from './tables.ts';
import { saidInText } from './typed-lists.ts';

/** Levels of a role; more is no ladder. */
const MOST_LEVELS = 100_000;

interface Level {
  readonly name: string;
  readonly number: number;
  readonly place: Place | null;
}

export class Gathered {
  readonly roles = new Map<string, GatheredRole>();
  readonly skills = new Map<string, GatheredSkill>();
  readonly grades = new Set<string>();
  /** Ids of records, which have no place in the data. */
  ids = 0;
  // Words repeat in thousands of records: what they mean is found once.
  private readonly levels = new Map<string, Level>();
  private readonly unclear = new Set<string>();
  private readonly skillsByWords = new Map<string, GatheredSkill>();

  constructor(
    private readonly skillRefs: References,
    private readonly levelRefs: References,
    private readonly remarks: Remarks,
  ) {}

  add(table: Table, columns: Columns): void {
    const above: Partial<Record<Meaning, string>> = {};
    const skillAt = columns.at('skill');
    for (const { cells, place } of table.rows()) {
      const text = (meaning: Meaning): string => cells[columns.at(meaning)]?.text ?? '';
      const own = (meaning: Meaning): string => {
        const said = text(meaning);
        if (said !== '') above[meaning] = said;
        return said;
      };
      // Blank means as above, where a row says something else.
      const name = own('skill') || (skillAt >= 0 ? (above.skill ?? '') : '');
      const filled = cells.filter((cell) => cell.text !== '');
      if (filled.length === 1) {
        const [only] = filled;
        const meaning = only && columns.meanings[cells.indexOf(only)];
        if (meaning === 'domain' || meaning === 'category') own(meaning);
        else this.remarks.skip(`a row with nothing but "${short(only?.text ?? '')}"`, place);
        continue;
      }
      if (name === '') {
        this.remarks.skip('a row without a skill', place);
        continue;
      }
      this.row(cells, columns, table.heads, place, {
        ...{ name, role: own('role') || (above.role ?? ''), level: own('level') || (above.level ?? '') },
        domain: own('domain') || (above.domain ?? ''),
        category: own('category') || (above.category ?? ''),
      });
    }
  }

  private row(
    cells: readonly Cell[],
    columns: Columns,
    heads: readonly string[],
    place: Place,
    named: Readonly<Record<'name' | 'role' | 'level' | 'domain' | 'category', string>>,
  ): void {
    const text = (meaning: Meaning): string | null => {
      const said = cells[columns.at(meaning)]?.text ?? '';
      return sentinel(said) === null ? said : null;
    };
    const skill = this.skill(named, text('skill-id'), place);
    const role = this.role(named.role, place);
    const level = this.level(named.level);
    if (!role.levels.has(level.name))
      role.levels.set(level.name, { text: text('level-text'), place: level.place ?? place });
    role.family ??= text('family');
    role.text ??= text('role-text');
    const described = text('skill-text');
    const gradeName = text('grade');
    const gradeText = text('grade-text');
    if (gradeName !== null) {
      this.grades.add(gradeName);
      if (gradeText !== null || !skill.grades.has(gradeName)) {
        const before = skill.grades.get(gradeName) ?? null;
        if (before === null) skill.grades.set(gradeName, gradeText);
      }
    }
    const known = gradeName !== null && skill.grades.get(gradeName) === gradeText;
    const cell = this.cell(skill, role, level, place);
    cell.grade ??= gradeName;
    const own = cells[columns.at('text')];
    if (own !== undefined && own.text !== '') this.say(cell, own);
    else if (gradeText !== null && !known) say(cell, saidInText(gradeText));
    if (described !== null) {
      const asked = cell.said !== null || cell.grade !== null || cell.none !== null;
      // Where nothing else is said, what describes the skill is what is asked.
      if (!asked && columns.has('grade-text')) say(cell, saidInText(described));
      else if (skill.text === null) skill.text = described;
      else if (skill.text !== described) skill.otherTexts.add(described);
    }
    this.asides(cell, skill, cells, columns, heads);
  }

  private say(cell: GatheredCell, own: Cell): void {
    const none = sentinel(own.text, (name) => this.isLevel(name));
    if (none === null) say(cell, saidIn(own));
    else if (none.is !== 'empty') cell.none = none;
  }

  private asides(
    cell: GatheredCell,
    skill: GatheredSkill,
    cells: readonly Cell[],
    columns: Columns,
    heads: readonly string[],
  ): void {
    for (const [i, meaning] of columns.meanings.entries()) {
      const said = cells[i]?.text ?? '';
      const place = cells[i]?.place ?? cell.place;
      if (said === '') continue;
      if (meaning === 'required') {
        const requirement = requirementOf(said);
        if (requirement !== null) cell.requirement = requirement;
        else {
          this.tellUnclear(said, heads[i] ?? '', place);
          aside(cell, heads[i] ?? '', said);
        }
      } else if (meaning === 'weight') {
        const weight = numberOf(said);
        if (weight === null) this.remarks.skip(`the weight "${short(said)}" is no number`, place);
        else cell.weight = weight;
      } else if (meaning === 'id') this.ids++;
      else if (meaning === null || meaning === 'note')
        if ((heads[i] ?? '') === '') this.remarks.skip(`"${short(said)}" stands under no head`, place);
        else aside(cell, heads[i] ?? '', said);
      else if (meaning === 'roles') skill.notes.set(heads[i] ?? '', said);
    }
  }

  /** Once a word. */
  private tellUnclear(said: string, head: string, place: Place): void {
    const word = short(said);
    if (this.unclear.has(word)) return;
    this.unclear.add(word);
    this.remarks.guess(`"${word}" under "${head}" says neither required nor optional: it is a note`, place);
  }

  private isLevel(name: string): boolean {
    if (this.levelRefs.has(fold(name))) return true;
    for (const { levels } of this.roles.values())
      for (const level of levels.keys()) if (fold(level) === fold(name)) return true;
    return false;
  }

  private role(name: string, place: Place): GatheredRole {
    let role = this.roles.get(name);
    if (!role) {
      role = {
        ...{ number: this.roles.size, name, place, family: null, text: null },
        ...{ levels: new Map(), notes: new Map() },
      };
      this.roles.set(name, role);
    }
    return role;
  }

  /** Its own name; '' where the words say that there is none. */
  private level(words: string): Level {
    let level = this.levels.get(words);
    if (!level) {
      const ref = this.levelRefs.get(fold(words));
      const name = sentinel(words) === null ? (ref?.name ?? words) : '';
      const same = [...this.levels.values()].find((other) => other.name === name);
      level = same ?? { name, number: this.levels.size, place: ref?.place ?? null };
      this.levels.set(words, level);
    }
    return level;
  }

  private skill(
    named: Readonly<Record<'name' | 'domain' | 'category', string>>,
    id: string | null,
    place: Place,
  ): GatheredSkill {
    const words = `${named.name}\n${named.domain}\n${id ?? ''}`;
    let skill = this.skillsByWords.get(words);
    if (!skill) {
      skill = this.skillOf(named, id, place);
      this.skillsByWords.set(words, skill);
    }
    return skill;
  }

  private skillOf(
    { name, domain, category }: Readonly<Record<'name' | 'domain' | 'category', string>>,
    id: string | null,
    place: Place,
  ): GatheredSkill {
    const ref = this.skillRefs.get(fold(name));
    const key = ref?.id ?? id ?? JSON.stringify([fold(domain), fold(name)]);
    let skill = this.skills.get(key);
    if (!skill) {
      skill = {
        ...{
          name: ref?.name ?? name,
          id: ref?.id ?? id,
          place: ref?.place ?? place,
          text: ref?.text ?? null,
        },
        ...{ domain: domain || null, category: category || null, otherTexts: new Set() },
        ...{ grades: new Map(), notes: new Map(), cells: new Map() },
      };
      this.skills.set(key, skill);
    }
    return skill;
  }

  private cell(skill: GatheredSkill, role: GatheredRole, level: Level, place: Place): GatheredCell {
    const key = role.number * MOST_LEVELS + level.number;
    let cell = skill.cells.get(key);
    if (!cell) {
      // Written out: there may be half a million of them, and spread they take twice the room.
      cell = {
        role: role.name,
        level: level.name,
        said: null,
        grade: null,
        requirement: 'unsaid',
        weight: null,
        none: null,
        others: null,
        place,
      };
      skill.cells.set(key, cell);
    }
    return cell;
  }
}
function say(cell: GatheredCell, said: Said): void {
  if (cell.said === null) cell.said = said;
  else if (isSeveral(cell.said)) cell.said.push(said);
  else cell.said = [cell.said, said];
}

function aside(cell: GatheredCell, head: string, text: string): void {
  cell.others ??= [];
  cell.others.push({ head, text });
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
