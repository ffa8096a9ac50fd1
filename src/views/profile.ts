/** One role at one level, as one interview uses it: what the scorecard and its like may say. */
import { requiredFirst } from '../framework/coverage.ts';
import type { Interview, Question } from '../framework/framework.ts';
import type { Criterion, InterviewSelection } from '../framework/selection.ts';
import { lazily } from './lazy.ts';
import { loopView } from './loop.ts';
import { clock, letter, type Part, timePlan } from './plan.ts';
import type { ProfileView, QuestionView, SkillView } from './schema.ts';
import { type Reader, textReader, type ViewLanguage } from './text.ts';
import { anchorOf, askedOf, everyDocument, newest, sideParts, skillFacts, standsUnder } from './words.ts';

export type { ProfileView } from './schema.ts';

/** The view of a selection in a language. Plain JSON; every key is there, each made when it is asked for. */
export function profileView(selection: InterviewSelection, language: ViewLanguage): ProfileView {
  const { framework, role, level, chosen, minutes, bySkill, noneRequired, nothingSaid } = selection;
  const read = textReader(language);
  const parts = timePlan(framework.timing, minutes, chosen.length);
  const around = loop(selection, read);
  return lazily<ProfileView>({
    ...everyDocument(framework, read),
    ids: () => [role.id, level.id, ...(bySkill ? chosen.map(({ skill }) => skill.id) : [])],
    date: () => newest([role.updated, ...chosen.map(({ skill }) => skill.updated)]),
    ...sideParts(selection, read),
    interview: around.interview,
    others: around.others,
    minutes: () => minutes,
    bySkill: () => bySkill,
    noneRequired: () => noneRequired,
    nothingSaid: () => nothingSaid,
    skills: () => chosen.map((criterion, i) => skillView(criterion, i, parts, read)),
    firstLetter: () => letter(0),
    lastLetter: () => letter(Math.max(0, chosen.length - 1)),
    plan: () => plan(parts, chosen, read),
    scale: () => framework.scale.map(({ id, name }) => ({ id, name: read.line(name) })),
    criteria: () =>
      requiredFirst(selection).map((criterion, i) => ({
        ...skillFacts(criterion, read),
        number: i + 1,
        asks: askedOf(criterion, read),
      })),
    loop: () => loopView(selection, read),
    otherLevels: () =>
      role.levels.flatMap((own) => {
        const other = own.level === level.id ? null : framework.levels.find(({ id }) => id === own.level);
        return other ? [{ id: other.id, name: read.line(other.name) }] : [];
      }),
    foreign: () => read.foreign(),
  });
}

function skillView(criterion: Criterion, index: number, parts: readonly Part[], read: Reader): SkillView {
  const part = parts.find(({ skill }) => skill === index);
  const start = part?.start ?? 0;
  const minutes = part?.minutes ?? 0;
  const asks = askedOf(criterion, read);
  const anchors = criterion.anchors.map((anchor) => anchorOf(anchor, read));
  return {
    ...skillFacts(criterion, read),
    letter: letter(index),
    minutes,
    starts: clock(start),
    ends: clock(start + minutes),
    asks,
    anchors,
    asksStandsUnder: standsUnder(asks, anchors, criterion),
    question: criterion.question ? questionView(criterion.question, read) : null,
  };
}

function questionView(question: Question, read: Reader): QuestionView {
  return {
    id: question.id,
    kind: question.kind,
    ask: read.line(question.ask),
    probes: question.probes.map((probe, i) => ({
      letter: letter(i).toLowerCase(),
      text: read.line(probe),
    })),
    listenFor: question.listenFor.map((sign) => read.line(sign)),
    warningSigns: question.warningSigns.map((sign) => read.line(sign)),
  };
}

function plan(parts: readonly Part[], chosen: readonly Criterion[], read: Reader): ProfileView['plan'] {
  const at = (kind: Part['kind']) => clock(parts.find((part) => part.kind === kind)?.start ?? 0);
  const entries = parts.map(({ kind, start, minutes, skill: index }) => {
    const own = index === null ? undefined : chosen[index]?.skill;
    const named = own && index !== null ? { letter: letter(index), name: read.line(own.name) } : null;
    return { kind, clock: clock(start), minutes, letter: named?.letter ?? null, name: named?.name ?? null };
  });
  return { entries, opening: at('opening'), questions: at('questions'), closing: at('closing') };
}

/** This interview and the others of the loop, these with the skills that are asked at the level and not covered here. */
function loop(
  selection: InterviewSelection,
  read: Reader,
): { interview: () => ProfileView['interview']; others: () => ProfileView['others'] } {
  const { role, interview, criteria, chosen } = selection;
  if (!interview) return { interview: () => null, others: () => [] };
  const here = new Set(chosen.map(({ skill }) => skill.id));
  const asked = new Map(criteria.map(({ skill }) => [skill.id, skill]));
  const covered = (other: Interview) =>
    other.skills.flatMap(({ skill: id }) => {
      const skill = here.has(id) ? undefined : asked.get(id);
      return skill ? [read.line(skill.name)] : [];
    });
  return {
    interview: () => ({
      id: interview.id,
      name: read.line(interview.name),
      number: role.interviews.findIndex(({ id }) => id === interview.id) + 1,
      count: role.interviews.length,
      who: read.lineOrNull(interview.who),
      format: read.lineOrNull(interview.format),
    }),
    others: () =>
      role.interviews.flatMap((other, i) => {
        if (other.id === interview.id) return [];
        const skills = covered(other);
        return skills.length > 0
          ? [{ id: other.id, name: read.line(other.name), number: i + 1, skills }]
          : [];
      }),
  };
}
