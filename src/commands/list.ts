/** list: what there is to choose from, as lines for people or as JSON. */
import type { Framework, Text } from '../framework/framework.ts';
import { loadFramework } from '../framework/load.ts';
import { listTemplates } from '../merge/template.ts';
import { type Checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { knownNames } from '../problems/nearest.ts';
import { error } from '../problems/problem.ts';
import { openProject, type Project } from '../project/open.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { conclude } from './report.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  /** What else a person wants to see in the line. */
  readonly more: string;
  /** What else the JSON has. */
  readonly json: Readonly<Record<string, unknown>>;
}

type Lister = (project: Project) => Checked<readonly Row[]>;

const LISTS: Readonly<Record<string, Lister>> = {
  roles: (project) => ofFramework(project, roles),
  levels: (project) => ofFramework(project, levels),
  skills: (project) => ofFramework(project, skills),
  documents,
};

/** Lists one of roles, levels, skills, documents. Problems: `invalid-value`, and those of the framework. */
export function list(what: Named, line: CommandLine, host: Host): number {
  const lister = Object.hasOwn(LISTS, what.text) ? LISTS[what.text] : undefined;
  if (lister === undefined) {
    const help = knownNames(what.text, Object.keys(LISTS));
    return conclude(
      [error('invalid-value', `There is no list of "${what.text}"`, what.span, { help })],
      host,
    );
  }
  const project = openProject({ cwd: host.cwd, data: line.one('data') });
  if (!project.ok) return conclude(project.problems, host);
  const rows = lister(project.value);
  if (!rows.ok) return conclude(rows.problems, host);
  host.stdout.write(line.has('json') ? asJson(rows.value) : asLines(rows.value));
  return conclude([], host);
}

function asJson(rows: readonly Row[]): string {
  return `${JSON.stringify(
    rows.map(({ id, name, json }) => ({ id, name, ...json })),
    null,
    2,
  )}\n`;
}

function asLines(rows: readonly Row[]): string {
  const width = (pick: (row: Row) => string) => Math.max(0, ...rows.map((row) => pick(row).length));
  const [ids, names] = [width((row) => row.id), width((row) => row.name)];
  return rows
    .map(({ id, name, more }) => `${`${id.padEnd(ids)}  ${name.padEnd(names)}  ${more}`.trimEnd()}\n`)
    .join('');
}

function ofFramework(
  project: Project,
  rowsOf: (framework: Framework, say: (text: Text) => string) => readonly Row[],
): Checked<readonly Row[]> {
  const loaded = loadFramework(project.data);
  if (!loaded.ok) return loaded;
  const wanted = [project.config.language?.text, loaded.value.language];
  const say = (text: Text): string => {
    const language = wanted.find((name) => name !== undefined && Object.hasOwn(text.byLanguage, name));
    return (language === undefined ? undefined : text.byLanguage[language]) ?? firstOf(text);
  };
  return good(rowsOf(loaded.value, say));
}

function firstOf(text: Text): string {
  return Object.values(text.byLanguage)[0] ?? '';
}

function roles(framework: Framework, say: (text: Text) => string): readonly Row[] {
  return framework.roles.map((role) => {
    const ids = role.levels.map(({ level }) => level);
    const asked = framework.skills.filter((skill) => expectations(skill, role.id).length > 0);
    return {
      id: role.id,
      name: say(role.name),
      more: ids.join(', '),
      json: { levels: ids, skills: asked.map(({ id }) => id) },
    };
  });
}

function levels(framework: Framework, say: (text: Text) => string): readonly Row[] {
  return framework.levels.map((level) => ({
    id: level.id,
    name: say(level.name),
    more: level.next.length > 0 ? `next: ${level.next.join(', ')}` : '',
    json: { next: level.next },
  }));
}

/** What a skill asks: its expectations, of one role or of all. */
function expectations(skill: Framework['skills'][number], role?: string) {
  return [...skill.entries].flatMap(([id, byLevel]) =>
    role !== undefined && id !== role
      ? []
      : [...byLevel].flatMap(([level, entry]) =>
          entry.kind === 'expectation' ? [{ role: id, level, requirement: entry.requirement }] : [],
        ),
  );
}

function skills(framework: Framework, say: (text: Text) => string): readonly Row[] {
  return framework.skills.map((skill) => {
    const asked = expectations(skill);
    const count = (requirement: string) => asked.filter((e) => e.requirement === requirement).length;
    const category = skill.category ? say(skill.category) : null;
    return {
      id: skill.id,
      name: say(skill.name),
      more: category ?? '',
      json: {
        domain: skill.domain ? say(skill.domain.name) : null,
        category,
        roles: new Set(asked.map(({ role }) => role)).size,
        levels: new Set(asked.map(({ level }) => level)).size,
        required: count('required'),
        optional: count('optional'),
      },
    };
  });
}

function documents(project: Project): Checked<readonly Row[]> {
  const rows = listTemplates(project.templates).map(({ kind, name, view, path, ours }) => ({
    id: kind,
    name,
    more: [view ?? '', ...(ours ? [] : [path])].join('  '),
    json: { view, from: ours ? 'ours' : path },
  }));
  return good(rows);
}
