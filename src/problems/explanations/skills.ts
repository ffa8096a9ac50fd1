/** What can be wrong with a skill: what it asks of whom, and its questions. */
import type { Explanations } from './explanation.ts';

export const SKILLS = {
  'unknown-status': {
    severity: ['error'],
    means: 'A level without a text may say why, in one of two ways, and this is neither.',
    place: 'skill',
    example:
      'roles: all\nexpectations:\n  junior: { status: later }\n  senior: Works with a colleague for months.',
    mend: 'Write not-applicable where this is never asked, not-defined where the text is still to be written.',
    mended:
      'roles: all\nexpectations:\n  junior: { status: not-defined }\n  senior: Works with a colleague for months.',
  },
  'same-as-circle': {
    severity: ['error'],
    means: 'Levels say that they ask the same as each other, and none has a text.',
    place: 'skill',
    example: 'roles: all\nexpectations:\n  senior: { same_as: lead }\n  lead: { same_as: senior }',
    mend: 'Write the text at one of them.',
    mended:
      'roles: all\nexpectations:\n  senior: { same_as: lead }\n  lead: Sets how several teams help their people to grow.',
  },
  'same-as-nothing': {
    severity: ['error'],
    means: 'The level asks the same as another one, and that one has no text to take.',
    place: 'skill',
    example: 'roles: all\nexpectations:\n  junior: { same_as: senior }\n  lead: Sets how several teams help.',
    mend: 'Name a level that has a text of its own, or write one there.',
    mended: 'roles: all\nexpectations:\n  junior: { same_as: lead }\n  lead: Sets how several teams help.',
  },
  'same-as-chain': {
    severity: ['warning'],
    means:
      'The level refers to one that refers on to another. Documents print "As Senior" beside a text that is not Senior’s own, and whoever looks there is sent on.',
    place: 'skill',
    example:
      'roles: all\nexpectations:\n  junior: { same_as: senior }\n  senior: { same_as: lead }\n  lead: Sets how several teams help their people to grow.',
    mend: 'Name the level that has the text.',
    mended:
      'roles: all\nexpectations:\n  junior: { same_as: lead }\n  senior: { same_as: lead }\n  lead: Sets how several teams help their people to grow.',
  },
  'required-not-asked': {
    severity: ['warning'],
    means:
      'The skill is required at a level at which it asks nothing, so there it stands on no form. Mostly the text is still missing, or the level was meant to be another.',
    place: 'skill',
    example:
      'roles: all\nrequired: [senior, lead]\nexpectations:\n  junior: Meets a colleague each week.\n  senior: Works with a colleague for months.',
    mend: 'Write what it asks there, or take the level out of "required".',
    mended:
      'roles: all\nrequired: [senior]\nexpectations:\n  junior: Meets a colleague each week.\n  senior: Works with a colleague for months.',
  },
  'anchor-not-shown': {
    severity: ['warning'],
    means:
      'An anchor is written by hand for a level, or a role, at which the skill asks nothing. It stands under no rating.',
    place: 'skill',
    example:
      'roles: all\nexpectations:\n  junior: Meets a colleague each week.\n  senior: Works with a colleague for months.\nanchors: { lead: { meets: Has mentored mentors. } }',
    mend: 'Write what the skill asks there, or move the anchor to a level that has a text.',
    mended:
      'roles: all\nexpectations:\n  junior: Meets a colleague each week.\n  senior: Works with a colleague for months.\nanchors: { senior: { meets: Has mentored mentors. } }',
  },
  'weights-do-not-add-up': {
    severity: ['warning'],
    means:
      'The weights of all that is asked of a role at a level add up neither to 1 nor to 100, or some of what is required has none. Whoever counts with them counts wrongly.',
    place: 'skill',
    example: 'roles: all\nexpectations:\n  senior: { text: Works with a colleague for months., weight: 0.6 }',
    mend: 'Change the weights of that role and level so that they add up to 1 (or 100), or take all of them out.',
    mended: 'roles: all\nexpectations:\n  senior: { text: Works with a colleague for months. }',
  },
  'unknown-kind': {
    severity: ['error'],
    means:
      'A question asks what somebody did (did) or gives a case to work on (case). There is no other kind.',
    place: 'skill',
    example: 'questions:\n  - { id: q1, kind: done, ask: Whom did you mentor longest? }',
    mend: 'Write did or case, or take the key out.',
    mended: 'questions:\n  - { id: q1, kind: did, ask: Whom did you mentor longest? }',
  },
  'unknown-question': {
    severity: ['error'],
    means: 'An interview asks for a question by its id, and the skill has none of this id.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, skills: [{ skill: mentoring, question: q9 }] }',
    mend: 'Write the id of one of the skill’s "questions".',
    mended: 'interviews:\n  - { id: people, name: People, skills: [{ skill: mentoring, question: q1 }] }',
  },
  'question-never-asked': {
    severity: ['warning'],
    means:
      'The question is for levels or roles at which the skill asks nothing, so it stands on no scorecard.',
    place: 'skill',
    example:
      'roles: all\nexpectations:\n  senior: Works with a colleague for months.\nquestions:\n  - { id: q1, levels: [lead], ask: Whom did you mentor longest? }',
    mend: 'Change its "levels" or "roles", or write what the skill asks there.',
    mended:
      'roles: all\nexpectations:\n  senior: Works with a colleague for months.\nquestions:\n  - { id: q1, levels: [senior], ask: Whom did you mentor longest? }',
  },
  'question-never-fits': {
    severity: ['warning'],
    means:
      'An interview asks for a question, or for a kind of question, that fits none of the levels of its role. Another question is asked each time.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, skills: [{ skill: mentoring, kind: case }] }',
    mend: 'Name a question whose "levels" and "roles" fit, or write one of that kind.',
    mended: 'interviews:\n  - { id: people, name: People, skills: [{ skill: mentoring, kind: did }] }',
  },
  'foreign-texts': {
    severity: ['warning'],
    means:
      'Some texts are not written in the language of the document, or, in the data, not in the language of the framework. They are printed in the language that they have.',
    place: 'skill',
    example: 'summary: { de: Menschen im Team helfen. }',
    mend: 'Add the language beside the text.',
    mended: 'summary: { en: Helping others to grow., de: Menschen im Team helfen. }',
  },
} satisfies Explanations;
