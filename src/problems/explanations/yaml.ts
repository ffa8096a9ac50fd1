/** What can be wrong with any file of YAML: how it is written, its keys, the kinds of its values. */
import type { Explanations } from './explanation.ts';

export const YAML = {
  'broken-yaml': {
    severity: ['error'],
    means:
      'The file cannot be read as YAML from this place on. Mostly it is a quotation mark or bracket that is not closed, a colon inside a text, or keys that do not start in one column.',
    place: 'skill',
    example: 'summary: Mentoring: helping others to grow',
    mend: 'Put a text with a colon in quotes, or below ">-" on lines of its own; close what is open; let keys that belong together start in one column.',
    mended: 'summary: "Mentoring: helping others to grow"',
  },
  'empty-file': {
    severity: ['error'],
    means: 'The file is there and says nothing, or has comments alone.',
    place: 'files',
    example: 'data/skills/mentoring.yaml, empty',
    mend: 'Write the data into it, or delete the file.',
  },
  'duplicate-key': {
    severity: ['error'],
    means: 'One key stands twice in the same place, and the second would hide the first.',
    place: 'skill',
    example: 'updated: 2026-03-17\nupdated: 2026-05-04',
    mend: 'Keep one of them.',
    mended: 'updated: 2026-05-04',
  },
  'alias-bomb': {
    severity: ['error'],
    means:
      'The file repeats marked values (&name, *name) so often that it could grow without end when it is read. It is not read.',
    place: 'skill',
    example: 'topics: [*one, *one, *one, and so on more than a hundred times]',
    mend: 'Write the values out; at most 100 repetitions are read.',
  },
  'unknown-alias': {
    severity: ['error'],
    means: 'A value that begins with * repeats one that was marked with & before it, and none is marked so.',
    place: 'skill',
    example: 'topics: [goals, *feedback]',
    mend: 'Mark the value that is meant with &name. A text that begins with * goes in quotes.',
    mended: 'topics: [goals, "*feedback"]',
  },
  'unknown-key': {
    severity: ['error'],
    means:
      'The key means nothing here, so what stands under it would be lost: a slip of the pen, or the right key in the wrong place.',
    place: 'skill',
    example: 'sumary: Helping others to do alone what they could not do before.',
    mend: 'Write the nearest that is named. data/README.md and templates/README.md list all keys.',
    mended: 'summary: Helping others to do alone what they could not do before.',
  },
  'missing-key': {
    severity: ['error'],
    means: 'Something that every such entry needs is not there, or its key has no value.',
    place: 'skill',
    example: 'questions:\n  - { id: q1, levels: [senior] }',
    mend: 'Add the key that is named, with its value.',
    mended: 'questions:\n  - { id: q1, levels: [senior], ask: Whom did you mentor longest? }',
  },
  'wrong-type': {
    severity: ['error'],
    means:
      'The value is of another kind than this key takes: a number where a text belongs, a text where a list belongs. YAML takes 1.10 for a number and yes for a text.',
    place: 'framework',
    example: 'version: 1.10',
    mend: 'Write it as the help says: texts in quotes, lists in square brackets, true or false without quotes.',
    mended: 'version: "1.10"',
  },
  'misplaced-key': {
    severity: ['error'],
    means: 'The key is known, but beside what stands here it has no meaning, and would be lost.',
    place: 'skill',
    example:
      'roles: all\nexpectations:\n  junior: { status: not-applicable, text: Meets a colleague each week. }\n  senior: Works with a colleague for months.',
    mend: 'Write one or the other.',
    mended:
      'roles: all\nexpectations:\n  junior: { status: not-applicable }\n  senior: Works with a colleague for months.',
  },
  'empty-text': {
    severity: ['error'],
    means: 'A text is there and has no words, so a document would have a gap in its place.',
    place: 'skill',
    example: 'summary: ""',
    mend: 'Write it, or take the key out.',
    mended: 'summary: Helping others to grow.',
  },
  'control-character': {
    severity: ['error'],
    means:
      'A text has a sign that is not printed and that nobody sees: a bell, an escape, half of a character. Such signs come from a damaged file, or from a copy out of a terminal.',
    place: 'skill',
    example: 'summary: "Helping\\x07 others to grow."',
    mend: 'Take it out, or write the sign that was meant. Most editors can show such signs ("render control characters").',
    mended: 'summary: "Helping others to grow."',
  },
  'out-of-range': {
    severity: ['error'],
    means: 'The number is too small, too large, or not whole.',
    place: 'framework',
    example: 'timing: { minutes: 60, opening: -5 }',
    mend: 'Write a number within the limits that are named.',
    mended: 'timing: { minutes: 60, opening: 5 }',
  },
  'impossible-date': {
    severity: ['error'],
    means: 'The calendar has no such day, or it is written in another order than year, month, day.',
    place: 'skill',
    example: 'updated: 17.3.2026',
    mend: 'Write year, month and day with hyphens.',
    mended: 'updated: 2026-03-17',
  },
  'newer-format': {
    severity: ['error'],
    means: 'The files are written for a later version of rubricate, and this one would read them wrongly.',
    place: 'framework',
    example: 'format: 2',
    mend: 'Update rubricate.',
    mended: 'format: 1',
  },
} satisfies Explanations;
