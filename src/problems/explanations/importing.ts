/** What is told by `import`: of the sources that it reads, and of what is in the way where it writes. */
import type { Explanations } from './explanation.ts';

export const IMPORTING = {
  'levels-differ': {
    severity: ['error'],
    means:
      'The folder that an import writes to has a framework.yaml, and the source has levels that do not stand there. A framework keeps its own levels, so nothing is written.',
    place: 'files',
    example: 'data/framework.yaml with junior and senior; a source with IC1 and IC2',
    mend: 'Add the levels to framework.yaml, name those of the source as yours with --levels, or write to another folder with --out.',
  },
  'text-would-change': {
    severity: ['warning'],
    means:
      'The source says something else than what is written in your file. Yours stays as it is; import --merge only adds.',
    place: 'files',
    example: 'data/skills/people/mentoring.yaml, whose text for Senior is newer than that of the source',
    mend: 'Compare the two, and change yours by hand where the source is right.',
  },
  'cannot-merge': {
    severity: ['error'],
    means:
      'Import --merge cannot add to a file without changing how it is written: one ladder serves several roles there, and the source has another for one of them.',
    place: 'files',
    example: 'data/skills/people/mentoring.yaml with "roles: [engineer, designer]"',
    mend: 'Write the expectations of each role under its own key, and import again.',
  },
  'not-a-framework': {
    severity: ['error'],
    means:
      'The source was read, and nothing in it says what a skill asks at a level. The message says what it looks like: people and their marks, a list of titles, prose, an advertisement, a reading list.',
    place: 'files',
    example: 'people.csv with a row for each person and a column for each skill',
    mend: 'Import the file that has the texts or grades of skills by level. If this is it, say what its columns are: --map skill=Criteria,level=Level,text=Description.',
  },
  'unclear-shape': {
    severity: ['error'],
    means:
      'The source can be read in two ways, and both are about as likely. Only a person can say which is meant.',
    place: 'files',
    example: 'a table whose rows and whose columns may both be levels',
    mend: 'Say what it is with the option that the message names.',
  },
  'unsaid-name': {
    severity: ['error'],
    means:
      'The source does not say something that no framework can be without, such as the name of the skill.',
    place: 'files',
    example: 'a skill page that was piped in, so that no file name says the skill',
    mend: 'Say it with the option that the message names.',
  },
  'cut-off': {
    severity: ['warning'],
    means: 'The source ends in the middle of something. What is whole was taken, what is not was left out.',
    place: 'files',
    example: 'a page that was saved only in part: its last table has no rows',
    mend: 'Get the whole file and import again, if the rest matters.',
  },
  'unknown-format': {
    severity: ['error'],
    means:
      'The file is of a kind that import does not read, or it is not what its name says. It reads CSV, XLSX, Markdown, HTML, JSON, YAML and text pages with tables.',
    place: 'files',
    example: 'ladder.pages',
    mend: 'Save it as one of these and import that.',
  },
} satisfies Explanations;
