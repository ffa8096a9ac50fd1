/** One skill: what it asks of every role at every level, with the counts that tell how far it reaches. */
import { criterionOf } from '../framework/profile.ts';
import type { SkillSelection } from '../framework/selection.ts';
import { lazily } from './lazy.ts';
import type { OneSkillView } from './schema.ts';
import { textReader, type ViewLanguage } from './text.ts';
import { askedOf, everyDocument, levelOf, roleOf, skillFacts } from './words.ts';

type Entry = OneSkillView['levels'][number]['entries'][number];
type Group = OneSkillView['levels'][number]['groups'][number];

/** The view of a skill in a language. */
export function skillView({ framework, skill }: SkillSelection, language: ViewLanguage): OneSkillView {
  const read = textReader(language);
  const roles = framework.roles.filter(({ id }) => skill.entries.has(id));
  // An expectation of its own counts; one that is another level's text does not (DATA.md, Expectation).
  const own = roles.flatMap((role) =>
    [...(skill.entries.get(role.id)?.values() ?? [])].flatMap((entry) =>
      entry.kind === 'expectation' ? [entry.requirement] : [],
    ),
  );
  const count = (requirement: string) => own.filter((one) => one === requirement).length;
  const view: OneSkillView = lazily<OneSkillView>({
    ...everyDocument(framework, read),
    ids: () => [skill.id],
    date: () => skill.updated,
    skill: () => {
      const { requirement: _, ...facts } = skillFacts({ skill, requirement: 'unsaid' }, read);
      return {
        ...facts,
        updated: skill.updated,
        notes: skill.notes.map(({ kind, text }) => ({ kind, paragraphs: read.paragraphs(text) })),
        grades: skill.grades.map(({ id, name, text }) => ({
          id,
          name: read.line(name),
          paragraphs: read.paragraphs(text),
        })),
      };
    },
    counts: () => ({
      roles: roles.length,
      levels: view.levels.length,
      required: count('required'),
      optional: count('optional'),
      unsaid: count('unsaid'),
    }),
    roles: () => roles.map((role) => ({ id: role.id, name: roleOf(role, read).name })),
    levels: () =>
      framework.levels.flatMap((level) => {
        const entries = roles.flatMap((role): Entry[] => {
          const entry = skill.entries.get(role.id)?.get(level.id);
          if (!entry || entry.kind === 'not-applicable') return [];
          const found = criterionOf(framework, role, level, skill);
          return [
            {
              role: { id: role.id, name: roleOf(role, read).name },
              state:
                entry.kind === 'not-defined' ? 'not-defined' : entry.kind === 'same-as' ? 'same-as' : 'asked',
              requirement: found?.requirement ?? 'unsaid',
              asks: found && !found.sameAs ? askedOf(found, read) : null,
              sameAs: found?.sameAs ? read.line(found.sameAs.name) : null,
            },
          ];
        });
        return entries.length > 0
          ? [{ ...levelOf(level, null, read), entries, groups: grouped(entries) }]
          : [];
      }),
    foreign: () => read.foreign(),
  });
  return view;
}

/** Roles of which the same is asked, together, in the order of the first of each. */
function grouped(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { role, ...asked } of entries) {
    const key = JSON.stringify(asked);
    const group = groups.get(key);
    if (group) group.roles.push(role);
    else groups.set(key, { ...asked, roles: [role] });
  }
  return [...groups.values()];
}
