/**
 * The data of a new project: our framework with its own levels, one role, and three skills that any role can use, in one language.
 *
 * Kept true: no text is written here that ships elsewhere; what a project gets is what the data that ships says.
 */
import type {
  Entry,
  Framework,
  Interview,
  Level,
  Question,
  Requirement,
  Role,
  Skill,
  Text,
} from '../framework/framework.ts';
import { plainly } from '../framework/value.ts';
import { Ids } from '../importing/recognise/names.ts';
import { defaultFramework } from '../importing/write/defaults.ts';
import { type DataFile, dataFile, rolePath, skillPath } from '../importing/write/file.ts';
import { roleNode } from '../importing/write/role.ts';
import { skillNode } from '../importing/write/skill.ts';
import type { Source } from '../problems/source.ts';
import type { NamedLevel } from './levels.ts';

/** What a person says of a new project. */
export interface Choices {
  /** Of all texts; one that ships. */
  readonly language: string;
  /** What the framework is called; null: as ours. */
  readonly name: string | null;
  readonly role: string;
  /** Lowest first. */
  readonly levels: readonly NamedLevel[];
}

/** The skills, and from which of our levels on each is required. */
const SKILLS = new Map([
  ['working-with-stakeholders', 'junior'],
  ['written-decisions', 'senior'],
  ['mentoring', 'lead'],
]);
/** The interview of ours that is taken over: its skills are these three. */
const INTERVIEW = 'people';

export interface Starter {
  /** In the data folder. */
  readonly files: readonly DataFile[];
  readonly role: string;
  /** Ids, lowest first. */
  readonly levels: readonly string[];
}

/** The files. `ours`: the framework that ships; `source`: its framework.yaml. */
export function starterData(choices: Choices, ours: Framework, source: Source): Starter {
  const { language } = choices;
  const { span } = ours;
  const taken = new Ids('level');
  const levels = choices.levels.map(({ name, ours: own }, i): Level & { readonly from: string } => ({
    id: taken.next(name),
    from: own.id,
    ...{ name: plainly(language, name, span), summary: own.summary && only(own.summary, language) },
    ...{ rank: i + 1, next: [], span: own.span },
  }));
  const ladder = levels.map((level, i): Level => {
    const above = levels[i + 1];
    return { ...level, next: above ? [above.id] : [] };
  });
  const ids = new Map(levels.map(({ from, id }) => [from, id]));
  const role = roleOf(choices, ours, ladder);
  const skills = ours.skills.flatMap((skill) => {
    const required = SKILLS.get(skill.id);
    return required === undefined ? [] : [skillOf(skill, role, ids, language, required)];
  });
  const used = new Set(skills.map(({ domain }) => domain?.id));
  const domains = ours.domains
    .filter(({ id }) => used.has(id))
    .map((domain) => ({
      ...domain,
      name: only(domain.name, language),
      summary: domain.summary && only(domain.summary, language),
      description: domain.description && only(domain.description, language),
    }));
  const around = { language, levels: ladder, domains, roles: [role] };
  const files = [
    defaultFramework(
      { ...around, textLanguage: language, cumulative: ours.cumulative, called: choices.name },
      source,
      [],
    ),
    dataFile(rolePath(role.id), 'role', roleNode(role, around), [
      'A role: its file’s name is its id. `interviews` is the loop; each names the skills that it covers.',
    ]),
    ...skills.map((skill) =>
      dataFile(skillPath(skill.id, skill.domain?.id ?? null), 'skill', skillNode(skill, around), [
        'A skill to start from. `expectations` say what it asks at each level, `required` at which it must be shown.',
      ]),
    ),
  ];
  return { files, role: role.id, levels: ladder.map(({ id }) => id) };
}

/** The text in one language. */
function only(text: Text, language: string): Text {
  const words = text.byLanguage[language];
  return words === undefined ? text : plainly(language, words, text.span);
}

function roleOf({ role: name, language }: Choices, ours: Framework, levels: readonly Level[]): Role {
  const { span } = ours;
  const loop = ours.roles.flatMap(({ interviews }) => interviews).find(({ id }) => id === INTERVIEW);
  const skills = [...SKILLS.keys()].map((skill) => ({ skill, question: null, kind: null, span }));
  const interviews: readonly Interview[] = loop
    ? [
        {
          ...{ ...loop, skills, name: only(loop.name, language) },
          who: loop.who && only(loop.who, language),
          format: loop.format && only(loop.format, language),
        },
      ]
    : [];
  return {
    id: new Ids('role').next(name),
    name: plainly(language, name, span),
    ...{ family: null, summary: null, notes: [], updated: null, interviews, span },
    levels: levels.map(({ id }) => ({ level: id, title: null, code: null, summary: null, span })),
  };
}

/** `ids`: ours -> the project's. `from`: the level of ours from which on it is required. */
function skillOf(
  skill: Skill,
  role: Role,
  ids: ReadonlyMap<string, string>,
  language: string,
  from: string,
): Skill {
  const said = (text: Text): Text => only(text, language);
  const [ladder] = skill.entries.values();
  const entries = new Map<string, Entry>();
  const first = [...(ladder?.keys() ?? [])].indexOf(from);
  for (const [i, [level, entry]] of [...(ladder ?? [])].entries()) {
    const id = ids.get(level);
    if (id === undefined || entry.kind !== 'expectation') continue;
    const requirement: Requirement = i >= first ? 'required' : 'optional';
    entries.set(id, { ...entry, requirement, text: entry.text && said(entry.text) });
  }
  const questions = skill.questions.flatMap((question): readonly Question[] => {
    const levels = question.levels?.filter((level) => ids.has(level)) ?? null;
    if (levels?.length === 0) return [];
    return [
      {
        ...{ ...question, ask: said(question.ask) },
        levels: levels?.flatMap((level) => ids.get(level) ?? []) ?? null,
        probes: question.probes.map(said),
        listenFor: question.listenFor.map(said),
        warningSigns: question.warningSigns.map(said),
      },
    ];
  });
  return {
    ...{ ...skill, questions, name: said(skill.name), topics: skill.topics.map(said) },
    domain: skill.domain && { ...skill.domain, name: said(skill.domain.name) },
    category: skill.category && said(skill.category),
    summary: skill.summary && said(skill.summary),
    entries: new Map([[role.id, entries]]),
  };
}
