/** What a document is about, picked by names: an interview at a profile, or a step from one profile to another. */
import { bad, type Checked, checked, good } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { error, type Problem, warning } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import { changesBetween } from './changes.ts';
import type { Framework, Interview, Level, Role, Skill } from './framework.ts';
import { below, leadsTo, levelOf } from './ladder.ts';
import { pick } from './names.ts';
import { criterionOf, profileOf, questionFor } from './profile.ts';
import type { SelectionRequest } from './request.ts';
import type {
  Criterion,
  InterviewSelection,
  Profile,
  RoleSelection,
  SkillSelection,
  Step,
} from './selection.ts';

/** Roles named in a help. */
const MOST_ROLES = 6;

/**
 * One interview at a role and level. `at`: the command line. Problems: unknown names, `missing-option`, `level-not-in-role`,
 * `not-below` for a `from`, `skill-not-asked`, `nothing-asked`,
 * `doubled-option` for a skill; warnings `skill-left-out`, `too-many-skills`, `too-little-time`.
 */
export function selectInterview(
  framework: Framework,
  request: SelectionRequest,
  at: Span,
): Checked<InterviewSelection> {
  const role = pick(framework.roles, request.role, 'role', at, 'role');
  const level = role.ok
    ? levelIn(framework, role.value, request.level, at, 'level')
    : pick(framework.levels, request.level, 'level', at, 'level');
  if (!role.ok || !level.ok) {
    const skills = (request.skills ?? []).map((named) => pick(framework.skills, named, 'skill', at, 'skill'));
    return bad([...role.problems, ...level.problems, ...skills.flatMap(({ problems }) => problems)]);
  }
  const beneath = request.from
    ? beneathNamed(framework, role.value, level.value, request.from, at)
    : good(undefined);
  if (!beneath.ok) return beneath;
  const profile = profileOf(framework, role.value, level.value, beneath.value);
  const interview = request.interview
    ? pick(role.value.interviews, request.interview, 'interview', at, 'interview')
    : good(null);
  if (!interview.ok) return interview;
  const chosen = choose(profile, interview.value, request, at);
  if (!chosen.ok) return chosen;
  const minutes = request.minutes?.value ?? interview.value?.minutes ?? framework.timing.minutes;
  const selection: InterviewSelection = {
    ...profile,
    chosen: chosen.value,
    interview: interview.value,
    minutes,
    bySkill: (request.skills?.length ?? 0) > 0,
  };
  return good(selection, chosen.problems);
}

/** The level below that `--from` names: where the ladder forks there are several. */
function beneathNamed(framework: Framework, role: Role, level: Level, from: Named, at: Span): Checked<Level> {
  const named = levelIn(framework, role, from, at, 'from');
  const lower = below(framework, role, level.id);
  if (!named.ok || lower.includes(named.value)) return named;
  const message = `"${named.value.id}" is not the level below "${level.id}"`;
  const help =
    lower.length > 0
      ? `below it: ${lower.map((l) => l.id).join(', ')}`
      : `nothing in ${role.id} is below it: take --from away`;
  return bad([error('not-below', message, from.span, { help })]);
}

function levelIn(
  framework: Framework,
  role: Role,
  named: Named | undefined,
  at: Span,
  option: string,
): Checked<Level> {
  const has = role.levels.map((l) => levelOf(framework, l.level));
  const level = pick(named ? framework.levels : has, named, 'level', at, option);
  if (!level.ok || has.includes(level.value) || !named) return level;
  const help = `it has: ${has.map((l) => l.id).join(', ')}`;
  return bad([
    error('level-not-in-role', `${role.id} has no level "${level.value.id}"`, named.span, { help }),
  ]);
}

/** The criteria that the form rates: those named, the interview's, else the required ones (all where none is). */
function choose(
  profile: Profile,
  interview: Interview | null,
  request: SelectionRequest,
  at: Span,
): Checked<readonly Criterion[]> {
  const { framework, criteria, role, level } = profile;
  const problems: Problem[] = [];
  if (request.skills && request.skills.length > 0) {
    const first = new Map<Skill, Span>();
    const chosen = request.skills.flatMap((named): Criterion[] => {
      const skill = pick(framework.skills, named, 'skill', at, 'skill');
      if (!skill.ok) {
        problems.push(...skill.problems);
        return [];
      }
      const before = first.get(skill.value);
      if (before) {
        const help = 'take one of the two away';
        const related = [{ message: 'the first one', span: before }];
        const message = `--skill ${skill.value.id} stands here twice`;
        problems.push(error('doubled-option', message, named.span, { help, related }));
        return [];
      }
      first.set(skill.value, named.span);
      const found = criteria.find((c) => c.skill === skill.value);
      if (found) return [found];
      const message = `"${skill.value.id}" asks nothing of ${role.id} at ${level.id}`;
      problems.push(
        error('skill-not-asked', message, named.span, { help: whereAsked(framework, role, skill.value) }),
      );
      return [];
    });
    return checked(chosen, problems);
  }
  if (!interview) {
    const chosen = profile.noneRequired ? criteria : criteria.filter((c) => c.requirement === 'required');
    if (chosen.length > 0) return good(chosen);
    return bad([
      error('nothing-asked', `Nothing is asked of ${role.id} at ${level.id}`, request.level?.span ?? at, {
        help: 'choose another level, or write expectations for it',
      }),
    ]);
  }
  const chosen = interview.skills.flatMap((wanted): Criterion[] => {
    const found = criteria.find((c) => c.skill.id === wanted.skill);
    if (!found) {
      problems.push(
        warning(
          'skill-left-out',
          `"${wanted.skill}" asks nothing at ${level.id}: it is left out`,
          wanted.span,
          {
            help: 'nothing to do, if that is meant',
          },
        ),
      );
      return [];
    }
    return [{ ...found, question: questionFor(found.skill, role.id, level.id, wanted) }];
  });
  if (chosen.length > 0) return good(chosen, problems);
  return bad([
    ...problems,
    error(
      'nothing-asked',
      `No skill of the interview "${interview.id}" asks anything at ${level.id}`,
      request.interview?.span ?? at,
      { help: 'choose another interview or level' },
    ),
  ]);
}

/** Where a skill is asked: the levels of this role, else those of the others while they are few. */
function whereAsked(framework: Framework, role: Role, skill: Skill): string {
  const asked = (one: Role): readonly string[] =>
    one.levels.flatMap(({ level }) => {
      const criterion = criterionOf(framework, one, levelOf(framework, level), skill);
      return criterion ? [level] : [];
    });
  const own = asked(role);
  if (own.length > 0) return `it is asked of ${role.id} at ${own.join(', ')}`;
  const others = framework.roles.flatMap((other) => {
    const levels = asked(other);
    return levels.length > 0 ? [`${other.id} at ${levels.join(', ')}`] : [];
  });
  if (others.length === 0) return 'it is asked of nobody';
  const more = others.length > MOST_ROLES ? ` and ${others.length - MOST_ROLES} more` : '';
  return `it is asked of ${others.slice(0, MOST_ROLES).join('; ')}${more}`;
}

/**
 * From a level to the next. `--from` absent: the level below, `missing-option` where there is none or several; `--to-role`:
 * across roles. Problems: unknown names, `level-not-in-role`, `no-step`.
 */
export function selectStep(framework: Framework, request: SelectionRequest, at: Span): Checked<Step> {
  const role = pick(framework.roles, request.role, 'role', at, 'role');
  const toRole = request.toRole ? pick(framework.roles, request.toRole, 'role', at, 'to-role') : role;
  if (!role.ok || !toRole.ok) {
    const to = pick(framework.levels, request.to, 'level', at, 'to');
    const from = request.from ? pick(framework.levels, request.from, 'level', at, 'from').problems : [];
    return bad([...role.problems, ...(request.toRole ? toRole.problems : []), ...to.problems, ...from]);
  }
  const to = levelIn(framework, toRole.value, request.to, at, 'to');
  const from = request.from ? levelIn(framework, role.value, request.from, at, 'from') : null;
  if (!to.ok || (from && !from.ok)) return bad([...to.problems, ...(from?.problems ?? [])]);
  const start = from ? good(from.value) : levelBelow(framework, role.value, to.value, request, at);
  if (!start.ok) return start;
  const crossing = role.value !== toRole.value;
  const span = request.from?.span ?? request.to?.span ?? at;
  if (start.value === to.value && !crossing) {
    return bad([
      error('no-step', `From "${to.value.id}" to "${to.value.id}" is no step`, span, {
        help: 'name two levels, or another role with --to-role',
      }),
    ]);
  }
  if (!crossing && !leadsTo(framework, role.value, start.value.id, to.value.id)) {
    return bad([
      error('no-step', `"${start.value.id}" does not lead to "${to.value.id}"`, span, {
        help: 'a step goes up the ladder; into another role with --to-role',
      }),
    ]);
  }
  const today = profileOf(framework, role.value, start.value);
  const next = profileOf(framework, toRole.value, to.value);
  return good({ framework, from: today, to: next, changes: changesBetween(framework, today, next) });
}

function levelBelow(
  framework: Framework,
  role: Role,
  to: Level,
  request: SelectionRequest,
  at: Span,
): Checked<Level> {
  const lower = below(framework, role, to.id);
  const [only] = lower;
  if (only && lower.length === 1) return good(only);
  const span = request.to?.span ?? at;
  if (lower.length > 1) {
    return bad([
      error('missing-option', `Several levels lead to "${to.id}"`, span, {
        help: `say which with --from: ${lower.map((l) => l.id).join(', ')}`,
      }),
    ]);
  }
  const message = `Nothing in ${role.id} is below "${to.id}"`;
  const levels = role.levels.map((l) => l.level);
  if (request.toRole) {
    const help = `say with --from where in ${role.id} the person stands today: ${levels.join(', ')}`;
    return bad([error('missing-option', message, span, { help })]);
  }
  const higher = levels.filter((id) => below(framework, role, id).length > 0);
  const within = higher.length > 0 ? `--to can be: ${higher.join(', ')}; or ` : '';
  const help = `${within}say with --to-role into which other role, and with --from where in ${role.id} the person stands today`;
  return bad([error('no-step', message, span, { help })]);
}

/** A role with all its levels. Problems: unknown name, `missing-option`. */
export function selectRole(
  framework: Framework,
  request: SelectionRequest,
  at: Span,
): Checked<RoleSelection> {
  const role = pick(framework.roles, request.role, 'role', at, 'role');
  return role.ok ? good({ framework, role: role.value }) : role;
}

/** One skill in all roles. Problems: unknown name, `missing-option`; `several-skills` where more than one is named. */
export function selectSkill(
  framework: Framework,
  request: SelectionRequest,
  at: Span,
): Checked<SkillSelection> {
  const [named, second] = request.skills ?? [];
  const skill = pick(framework.skills, named, 'skill', at, 'skill');
  const several = second
    ? [error('several-skills', 'This document is about one skill', second.span, { help: 'name one skill' })]
    : [];
  if (!skill.ok) return bad([...skill.problems, ...several]);
  return checked({ framework, skill: skill.value }, several);
}

/**
 * Any two profiles that are not the same: `--role --level` beside `--with` and `--with-level` (absent: the same level).
 * Problems: unknown names, `missing-option`, `level-not-in-role`, `no-step` where both are one.
 */
export function selectPair(framework: Framework, request: SelectionRequest, at: Span): Checked<Step> {
  const role = pick(framework.roles, request.role, 'role', at, 'role');
  const other = pick(framework.roles, request.with, 'role', at, 'with');
  const known = pick(framework.levels, request.level, 'level', at, 'level');
  if (!role.ok || !other.ok) return bad([...role.problems, ...other.problems, ...known.problems]);
  const level = levelIn(framework, role.value, request.level, at, 'level');
  const named = request.withLevel ?? request.level;
  const beside = levelIn(framework, other.value, named, at, 'with-level');
  if (!level.ok) return level;
  if (!beside.ok) return beside;
  if (role.value === other.value && level.value === beside.value) {
    const help = 'name another role with --with, or another level with --with-level';
    return bad([error('no-step', 'These are the same role and level', request.with?.span ?? at, { help })]);
  }
  const here = profileOf(framework, role.value, level.value);
  const there = profileOf(framework, other.value, beside.value);
  return good({ framework, from: here, to: there, changes: changesBetween(framework, here, there) });
}
