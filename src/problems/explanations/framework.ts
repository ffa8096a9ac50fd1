/** What can be wrong with framework.yaml and roles: ids, levels, domains, the scale. */
import type { Explanations } from './explanation.ts';

export const FRAMEWORK = {
  'no-data': {
    severity: ['error', 'warning'],
    means:
      'There is no framework to make documents from: framework.yaml, roles or skills are missing. A folder data without a framework.yaml is passed over, and the data that ships is used in its place.',
    place: 'files',
    example: 'data/framework.yaml\ndata/roles/\ndata/skills/',
    mend: 'Name the folder that holds the data with --data, or write what is missing: copy the data that ships and change it.',
    mended: 'data/framework.yaml\ndata/roles/llm-engineer.yaml\ndata/skills/mentoring.yaml',
  },
  'missing-version': {
    severity: ['warning'],
    means:
      'The framework has no version. Forms name the version that they were made from; without it nobody can tell later which texts a person was judged by.',
    place: 'framework',
    example: 'name: Northwind Skill Framework\nversion:',
    mend: 'Write a version and raise it with each change: the first number when something new is asked of a person.',
    mended: 'name: Northwind Skill Framework\nversion: 1.0.0',
  },
  'bad-id': {
    severity: ['error'],
    means:
      'Ids go into file names, links and form fields, so they have small letters, digits and single hyphens alone. The id of a file is its name.',
    place: 'framework',
    example: 'domains:\n  - { id: Working_with_People, name: Working with People }',
    mend: 'Write it with small letters and hyphens; the name may have any letters.',
    mended: 'domains:\n  - { id: working-with-people, name: Working with People }',
  },
  'double-id': {
    severity: ['error'],
    means:
      'Two entries have one id, so a name would mean both. In a Markdown file two fields have one id, and one of the answers would be lost.',
    place: 'skill',
    example:
      'questions:\n  - { id: q1, ask: Whom did you mentor longest? }\n  - { id: q1, ask: What did they do alone at the end? }',
    mend: 'Give each an id of its own. One that was in use stays with what it meant.',
    mended:
      'questions:\n  - { id: q1, ask: Whom did you mentor longest? }\n  - { id: q2, ask: What did they do alone at the end? }',
  },
  'ambiguous-name': {
    severity: ['error', 'warning'],
    means:
      'Two things have one name, or one has the other’s id as its name. People ask by name as well as by id, and it could not be told which is meant.',
    place: 'framework',
    example:
      'levels:\n  - { id: junior, name: Engineer }\n  - { id: senior, name: Engineer }\n  - { id: lead, name: Lead }',
    mend: 'Give each a name of its own; on the command line say which by its id.',
    mended:
      'levels:\n  - { id: junior, name: Junior }\n  - { id: senior, name: Senior }\n  - { id: lead, name: Lead }',
  },
  'bad-language': {
    severity: ['error'],
    means: 'A language is written by its short name, since files and texts are found by it.',
    place: 'framework',
    example: 'language: English',
    mend: 'Write its short name: en, de, pt-BR.',
    mended: 'language: en',
  },
  'level-circle': {
    severity: ['error'],
    means: 'By "next" this level leads back to itself, so it would stand above and below itself.',
    place: 'framework',
    example: 'levels:\n  - { id: junior, next: senior }\n  - { id: senior, next: junior }\n  - { id: lead }',
    mend: 'Let "next" name higher levels alone; the highest has none: "next: []".',
    mended: 'levels:\n  - { id: junior, next: senior }\n  - { id: senior, next: lead }\n  - { id: lead }',
  },
  'level-order': {
    severity: ['warning'],
    means:
      'Levels stand lowest first, and documents show them in that order. Here "next" or "rank" says that one further down in the list is lower.',
    place: 'framework',
    example:
      'levels:\n  - { id: lead, next: [] }\n  - { id: senior, next: lead }\n  - { id: junior, next: senior }',
    mend: 'Put the levels in order, lowest first; "rank" and "next" are for ladders that fork.',
    mended: 'levels:\n  - { id: junior }\n  - { id: senior }\n  - { id: lead }',
  },
  'unused-level': {
    severity: ['warning'],
    means:
      'No role has this level, so nobody is ever measured by it. A role without "levels" of its own has those from the lowest along the first of each "next"; a side branch belongs to a role only where the role lists it.',
    place: 'framework',
    example:
      'levels:\n  - { id: junior }\n  - { id: senior, next: [lead, manager] }\n  - { id: lead, next: [] }\n  - { id: manager, next: [] }',
    mend: 'List it in the "levels" of a role, or take it out of the framework.',
    mended: 'levels:\n  - { id: junior }\n  - { id: senior }\n  - { id: lead }',
  },
  'unknown-level': {
    severity: ['error'],
    means: 'The framework has no level of this id. data/framework.yaml lists the levels.',
    place: 'skill',
    example: 'roles: all\nexpectations:\n  senoir: Works with a colleague for months.',
    mend: 'Write the nearest that is named, or add the level to the framework.',
    mended: 'roles: all\nexpectations:\n  senior: Works with a colleague for months.',
  },
  'level-not-in-role': {
    severity: ['error', 'warning'],
    means:
      'The framework has the level, but the role has not: it lists its levels, and this one is not among them. What is written for it is never asked.',
    place: 'command',
    example: 'rubricate scorecard --role data-scientist --level lead',
    mend: 'Name a level that the role has, or add it to the "levels" of the role.',
    mended: 'rubricate scorecard --role data-scientist --level senior',
  },
  'unknown-role': {
    severity: ['error'],
    means: 'There is no role of this id or name. Each file in data/roles is one, and its name is the id.',
    place: 'command',
    example: 'rubricate scorecard --role llm-engeneer --level senior',
    mend: 'Write the nearest that is named. "rubricate list roles" shows all.',
    mended: 'rubricate scorecard --role llm-engineer --level senior',
  },
  'unknown-skill': {
    severity: ['error'],
    means: 'There is no skill of this id or name. Each file in data/skills is one, and its name is the id.',
    place: 'role',
    example: 'interviews:\n  - { id: people, name: People, skills: [mentorring] }',
    mend: 'Write the nearest that is named. "rubricate list skills" shows all.',
    mended: 'interviews:\n  - { id: people, name: People, skills: [mentoring] }',
  },
  'unknown-interview': {
    severity: ['error'],
    means: 'The role has no interview of this id or name. Its file lists the interviews of its loop.',
    place: 'command',
    example: 'rubricate scorecard --role llm-engineer --level senior --interview poeple',
    mend: 'Write the nearest that is named, or choose skills with --skill.',
    mended: 'rubricate scorecard --role llm-engineer --level senior --interview people',
  },
  'unknown-domain': {
    severity: ['error'],
    means:
      'The framework lists its domains, and the skill names another. Such a skill would stand apart from those that it belongs to.',
    place: 'skill',
    example: 'domain: Work with People',
    mend: 'Write the domain as data/framework.yaml has it, or add it there.',
    mended: 'domain: Working with People',
  },
  'unused-domain': {
    severity: ['advice'],
    means: 'The framework lists a domain to which no skill belongs. Nothing is lost: no document shows it.',
    place: 'framework',
    example:
      'domains:\n  - { id: working-with-people, name: Working with People }\n  - { id: delivery, name: Delivery }',
    mend: 'Name it in the skills that are meant, or take it out.',
    mended: 'domains:\n  - { id: working-with-people, name: Working with People }',
  },
  'unknown-grade': {
    severity: ['error'],
    means: 'The skill has "grades" of its own, and this is none of them.',
    place: 'skill',
    example:
      'roles: all\ngrades: [{ id: awareness, name: Awareness }, { id: working, name: Working }]\nexpectations:\n  senior: { grade: workin }',
    mend: 'Write the nearest that is named, or add the grade.',
    mended:
      'roles: all\ngrades: [{ id: awareness, name: Awareness }, { id: working, name: Working }]\nexpectations:\n  senior: { grade: working }',
  },
  'scale-size': {
    severity: ['error'],
    means:
      'A rating scale has 3 to 7 points: with fewer people cannot be told apart, with more nobody can tell the points apart.',
    place: 'framework',
    example: 'scale:\n  - { id: no, anchor: none, means: Shows less. }\n  - { id: yes, anchor: this }',
    mend: 'Add points or take some out.',
    mended:
      'scale:\n  - { id: partly, anchor: previous, means: Shows a part. }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: Shows more. }',
  },
  'scale-order': {
    severity: ['warning'],
    means:
      'The points of the scale stand lowest first. Here a point with the text of the next level stands before one with the level’s own, or the like: the scale is upside down.',
    place: 'framework',
    example:
      'scale:\n  - { id: exceeds, anchor: next, means: Shows more. }\n  - { id: meets, anchor: this }\n  - { id: partly, anchor: previous, means: Shows a part. }',
    mend: 'Put the points in order: "previous" before "this" before "next".',
    mended:
      'scale:\n  - { id: partly, anchor: previous, means: Shows a part. }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: Shows more. }',
  },
  'unknown-anchor': {
    severity: ['error'],
    means:
      'The anchor of a point says which text stands under it: this level’s, the previous, the next, or none.',
    place: 'framework',
    example:
      'scale:\n  - { id: partly, anchor: below, means: Shows a part. }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: Shows more. }',
    mend: 'Write this, previous, next or none.',
    mended:
      'scale:\n  - { id: partly, anchor: previous, means: Shows a part. }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: Shows more. }',
  },
  'missing-means': {
    severity: ['error'],
    means:
      'A point with "previous", "next" or "none" needs words of its own: below the lowest level and above the highest there is no text to put under it.',
    place: 'framework',
    example:
      'scale:\n  - { id: partly, anchor: previous }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: Shows more. }',
    mend: 'Add "means" with a sentence that holds for every skill.',
    mended:
      'scale:\n  - { id: partly, anchor: previous, means: Shows a part of what the level asks. }\n  - { id: meets, anchor: this }\n  - { id: exceeds, anchor: next, means: Shows more. }',
  },
  'unknown-point': {
    severity: ['error'],
    means: 'An anchor by hand names a point of the rating scale that the framework does not have.',
    place: 'skill',
    example: 'anchors: { senior: { exceds: Has mentored mentors. } }',
    mend: 'Write the id of a point of "scale" in data/framework.yaml.',
    mended: 'anchors: { senior: { exceeds: Has mentored mentors. } }',
  },
} satisfies Explanations;
