/** What can be wrong with interviews and what they cover: the loop, its time, skills that nobody is asked for. */
import type { Explanations } from './explanation.ts';

export const LOOP = {
  'skill-not-covered': {
    severity: ['warning'],
    means:
      'A skill that the level requires stands in no interview of the role’s loop, so nobody asks about it.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, minutes: 45, skills: [retrieval] }',
    mend: 'Put the skill into an interview that has the time, or make it optional.',
    mended: 'interviews:\n  - { id: people, name: People, minutes: 45, skills: [mentoring, retrieval] }',
  },
  'skill-covered-often': {
    severity: ['warning'],
    means:
      'More than two interviews ask about one skill. Two see enough; the others take time from what nobody asks about.',
    place: 'role',
    example:
      'interviews:\n  - { id: first, name: First, skills: [mentoring] }\n  - { id: second, name: Second, skills: [mentoring] }\n  - { id: third, name: Third, skills: [mentoring, retrieval] }',
    mend: 'Take it out of one.',
    mended:
      'interviews:\n  - { id: first, name: First, skills: [mentoring] }\n  - { id: second, name: Second, skills: [mentoring] }\n  - { id: third, name: Third, skills: [retrieval] }',
  },
  'skill-left-out': {
    severity: ['warning'],
    means:
      'An interview names a skill that asks nothing of this role at this level, or at any. There the skill does not stand on its scorecard.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, skills: [mentoring, experiment-design] }',
    mend: 'Nothing, where that is meant for some levels. Where the role is never asked for the skill, take it out of the interview.',
    mended: 'interviews:\n  - { id: people, name: People, skills: [mentoring] }',
  },
  'skill-not-asked': {
    severity: ['error', 'warning'],
    means: 'The skill asks nothing of this role at this level; in the data: nothing of anybody.',
    place: 'skill',
    example: 'roles: all\nexpectations:\n  junior: { status: not-defined }',
    mend: 'Choose a role and level at which it is asked, or write what it asks of them.',
    mended: 'roles: all\nexpectations:\n  junior: Meets a colleague each week.',
  },
  'nothing-asked': {
    severity: ['error', 'warning'],
    means:
      'No skill asks anything of this role at this level, or none of those that an interview names. There is nothing to make a scorecard of.',
    place: 'role',
    example: 'interviews:\n  - { id: design, name: Design, skills: [experiment-design] }',
    mend: 'Choose another level or interview, or write what the skills ask there.',
    mended: 'interviews:\n  - { id: people, name: People, skills: [mentoring] }',
  },
  'questions-too-long': {
    severity: ['warning'],
    means:
      'By their own estimates the questions of an interview take more minutes than its skills get at some levels, after opening, candidate’s questions and closing.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, minutes: 21, skills: [mentoring] }',
    mend: 'Give the interview more minutes, fewer skills or shorter questions.',
    mended: 'interviews:\n  - { id: people, name: People, minutes: 45, skills: [mentoring] }',
  },
  'too-many-skills': {
    severity: ['warning'],
    means:
      'More than six skills are to be judged in one interview. Raters tell three from each other better than nine (Gaugler and Thornton 1989), and public guides ask for four to six.',
    place: 'role',
    example:
      'interviews:\n  - { id: all, name: All, minutes: 120, skills: [mentoring, retrieval, one, two, three, four, five] }',
    mend: 'Part the interview in two, or name the skills that matter most.',
    mended: 'interviews:\n  - { id: all, name: All, minutes: 120, skills: [mentoring, retrieval, one] }',
  },
  'too-little-time': {
    severity: ['warning'],
    means:
      'A skill gets less than eight minutes: too little to ask, to listen and to ask again. What opening, candidate’s questions and closing take comes off the interview’s minutes first.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, minutes: 25, skills: [mentoring, retrieval] }',
    mend: 'Give the interview more minutes or fewer skills.',
    mended: 'interviews:\n  - { id: people, name: People, minutes: 45, skills: [mentoring, retrieval] }',
  },
} satisfies Explanations;
