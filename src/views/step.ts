/** From one profile to the next: what the promotion packet and its like may say. */
import { DIFFERENCES } from '../framework/changes.ts';
import type { Requirement } from '../framework/framework.ts';
import type { Change, Criterion, Step } from '../framework/selection.ts';
import { differenceOf, saysTheSame } from './difference.ts';
import { lazily } from './lazy.ts';
import type { ChangeView, SideView, StateView, StepView } from './schema.ts';
import { type Reader, textReader, type ViewLanguage } from './text.ts';
import { askedOf, everyDocument, newest, sideOf, skillFacts } from './words.ts';

export type { StepView } from './schema.ts';

/** Over this many rated skills the first page has no room to tick each (MEASURES.md, 7). */
const MANY = 12;

export interface StepOptions {
  /** Copies of the committee's first part. Default 1. */
  readonly members?: number | undefined;
}

/** The view of a step in a language. Plain JSON; every key is there, each made when it is asked for. */
export function stepView(step: Step, language: ViewLanguage, options: StepOptions = {}): StepView {
  const { framework, from, to, changes } = step;
  const read = textReader(language);
  const sameRole = from.role.id === to.role.id;
  const { blocks, rated } = blocksOf(step);
  const numbers = new Map(blocks.map(({ skill }, i) => [skill.id, i + 1]));
  const byId = new Map(changes.map((change) => [change.skill.id, change]));
  const view: StepView = lazily<StepView>({
    ...everyDocument(framework, read),
    ids: () => [from.role.id, from.level.id, ...(sameRole ? [] : [to.role.id]), to.level.id],
    date: () => newest([from.role.updated, to.role.updated, ...changes.map(({ skill }) => skill.updated)]),
    from: () => labelled(sideOf(from, read), sameRole),
    to: () => labelled(sideOf(to, read), sameRole),
    sameRole: () => sameRole,
    noneRequired: () => to.noneRequired,
    nothingSaid: () => to.nothingSaid,
    groups: () =>
      DIFFERENCES.flatMap((kind) => {
        const own = changes.filter((change) => change.kind === kind);
        return own.length > 0
          ? [{ kind, changes: own.map((change) => changeView(change, numbers, read)) }]
          : [];
      }),
    marked: () =>
      view.groups.some((group) =>
        group.changes.some(({ difference }) => difference.pieces.length + difference.statements.length > 0),
      ),
    same: () => changes.flatMap((change) => (change.kind === 'same' ? [read.line(change.skill.name)] : [])),
    skills: () =>
      blocks.map((criterion, i) => {
        const today = todayOf(byId.get(criterion.skill.id), read);
        const next = askedOf(criterion, read);
        const facts = { ...skillFacts(criterion, read), number: i + 1 };
        return { ...facts, today, next, unchanged: saysTheSame(today.asks, next) };
      }),
    rated: () =>
      rated.map(({ skill }) => ({
        number: numbers.get(skill.id) ?? 0,
        id: skill.id,
        name: read.line(skill.name),
      })),
    members: () => Array.from({ length: options.members ?? 1 }, (_, i) => ({ number: i + 1 })),
    manyRated: () => rated.length > MANY,
    foreign: () => read.foreign(),
  });
  return view;
}

function labelled(side: Omit<SideView, 'label'>, sameRole: boolean): SideView {
  return { ...side, label: sameRole ? side.level.name : side.title };
}

/** What is required next (where nothing is: all that is asked), then the other skills that are new or deeper. */
function blocksOf(step: Step): { blocks: readonly Criterion[]; rated: readonly Criterion[] } {
  const { criteria, noneRequired } = step.to;
  const rated = noneRequired ? criteria : criteria.filter(({ requirement }) => requirement === 'required');
  const grown = new Set(
    step.changes.flatMap(({ kind, skill }) => (kind === 'new' || kind === 'deeper' ? [skill.id] : [])),
  );
  const others = criteria.filter((criterion) => !rated.includes(criterion) && grown.has(criterion.skill.id));
  return { blocks: [...rated, ...others], rated };
}

function todayOf(change: Change | undefined, read: Reader): StateView {
  return change ? stateOf(change.today, change.todayEntry, read) : { state: 'not-asked', asks: null };
}

function stateOf(criterion: Criterion | null, entry: Change['todayEntry'], read: Reader): StateView {
  if (criterion) return { state: 'asked', asks: askedOf(criterion, read) };
  return { state: entry?.kind === 'not-defined' ? 'not-defined' : 'not-asked', asks: null };
}

function changeView(change: Change, numbers: ReadonlyMap<string, number>, read: Reader): ChangeView {
  const { skill, requirementToday, requirementNext } = change;
  const today = stateOf(change.today, change.todayEntry, read);
  const next = stateOf(change.next, change.nextEntry, read);
  return {
    ...skillFacts({ skill, requirement: requirementNext ?? 'unsaid' }, read),
    became: became(requirementToday, requirementNext),
    today,
    next,
    unchanged: saysTheSame(today.asks, next.asks),
    difference: differenceOf(today.asks, next.asks),
    number: numbers.get(skill.id) ?? null,
  };
}

/** What became of the requirement, as it stands under the name; null: nothing is asked there. */
function became(today: Requirement | null, next: Requirement | null): ChangeView['became'] {
  if (next === null) {
    if (today === 'required') return 'was-required';
    return today === 'optional' ? 'was-optional' : 'none';
  }
  if (next === 'unsaid') return today === 'required' ? 'no-longer-required' : 'none';
  if (today === null || today === next) return next;
  if (next === 'required') return today === 'optional' ? 'optional-now-required' : 'now-required';
  return today === 'required' ? 'required-now-optional' : 'optional';
}
