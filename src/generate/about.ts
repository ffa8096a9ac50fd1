/** What a document is about: from the request and the view that its template asks for, to the view. */
import { coverageWarnings } from '../framework/coverage.ts';
import type { Framework } from '../framework/framework.ts';
import { selectInterview, selectPair, selectRole, selectSkill, selectStep } from '../framework/select.ts';
import { timeWarnings } from '../framework/time.ts';
import type { Template } from '../merge/template.ts';
import { type Checked, good } from '../problems/checked.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { Span } from '../problems/source.ts';
import { profileView } from '../views/profile.ts';
import { roleView } from '../views/role.ts';
import type { View, ViewName } from '../views/schema.ts';
import { skillView } from '../views/skill.ts';
import { stepView } from '../views/step.ts';
import type { ViewLanguage } from '../views/text.ts';
import type { Request } from './request.ts';

/** A comparison, not a step up: two profiles side by side. */
function isPair(request: Request): boolean {
  return request.with !== undefined || (request.level !== undefined && request.to === undefined);
}

/** The view of what is asked for. Problems: those of the selection, and the warnings that the template wants. */
export function viewOf(
  framework: Framework,
  template: Template,
  request: Request,
  language: ViewLanguage,
): Checked<View> {
  const { at } = request;
  switch (template.view) {
    case 'profile': {
      const found = selectInterview(framework, request, at);
      if (!found.ok) return found;
      const span = request.role?.span ?? at;
      const coverage = template.warns === 'coverage' ? coverageWarnings(found.value, span) : [];
      const timed =
        template.warns === 'time'
          ? timeWarnings(found.value, request.level?.span ?? at, request.minutes?.span)
          : [];
      return good(profileView(found.value, language), [...found.problems, ...timed, ...coverage]);
    }
    case 'role':
      return mapped(selectRole(framework, request, at), (found) => roleView(found, language));
    case 'skill':
      return mapped(selectSkill(framework, request, at), (found) => skillView(found, language));
    case 'step': {
      const select = isPair(request) ? selectPair : selectStep;
      const members = request.members?.value;
      return mapped(select(framework, request, at), (found) => stepView(found, language, { members }));
    }
  }
}

function mapped<T>(found: Checked<T>, make: (value: T) => View): Checked<View> {
  return found.ok ? good(make(found.value), found.problems) : found;
}

const OPTIONS = {
  '--role': (request) => request.role?.span,
  '--level': (request) => request.level?.span,
  '--from': (request) => request.from?.span,
  '--to': (request) => request.to?.span,
  '--to-role': (request) => request.toRole?.span,
  '--with': (request) => request.with?.span,
  '--with-level': (request) => request.withLevel?.span,
  '--interview': (request) => request.interview?.span,
  '--skill': (request) => request.skills?.[0]?.span,
  '--minutes': (request) => request.minutes?.span,
  '--members': (request) => request.members?.span,
} as const satisfies Readonly<Record<string, (request: Request) => Span | undefined>>;

type Option = keyof typeof OPTIONS;

function usedBy(view: ViewName, request: Request): readonly Option[] {
  if (view === 'profile') return ['--role', '--level', '--from', '--interview', '--skill', '--minutes'];
  if (view === 'role') return ['--role'];
  if (view === 'skill') return ['--skill'];
  return isPair(request)
    ? ['--role', '--level', '--with', '--with-level', '--members']
    : ['--role', '--from', '--to', '--to-role', '--members'];
}

/** What a view has no use for is not passed over in silence: `unused-option`. */
export function unusedOptions(template: Template, request: Request): readonly Problem[] {
  const used: readonly string[] = usedBy(template.view, request);
  return Object.entries(OPTIONS).flatMap(([option, place]) => {
    const span = used.includes(option) ? undefined : place(request);
    return span ? [error('unused-option', `${template.kind} takes no ${option}`, span)] : [];
  });
}
