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
  'broken-source': {
    severity: ['error'],
    means:
      'The file breaks the rules of its own format, so that nobody can say what stands in it: a quotation mark or bracket that is never closed, an archive that does not unpack.',
    place: 'files',
    example: '{ "name": "Mentoring", "L1" "Listens." }',
    mend: 'Mend it at the line that is named, or open it in the program that wrote it and save it anew.',
  },
  'encoding-guessed': {
    severity: ['advice'],
    means:
      'The bytes of the file are no UTF-8, and nothing in it says what they are. They are read as Windows-1252, as Excel in Western Europe and America writes them.',
    place: 'files',
    example: 'a CSV file with ü that was saved by Excel as "CSV (separated)"',
    mend: 'Look at the names with accents. If they are wrong, save the file with the encoding UTF-8.',
  },
  'protected-file': {
    severity: ['error'],
    means: 'The file opens with a password alone. Import never asks for one.',
    place: 'files',
    example: 'ladder.xlsx, saved with a password',
    mend: 'Save a copy without the password, and import that.',
  },
  'has-macros': {
    severity: ['error'],
    means: 'The workbook holds programs. They are never run, and a workbook that has some is not read.',
    place: 'files',
    example: 'ladder.xlsm',
    mend: 'Save it as a workbook without macros (.xlsx), and import that.',
  },
  'zip-bomb': {
    severity: ['error'],
    means: 'A small file that unpacks to so much that no framework can be meant.',
    place: 'files',
    example: 'a workbook of 50 KB that unpacks to 5 GB',
    mend: 'Do not open it, if it came from somebody you do not know. Else save its sheets as CSV.',
  },
  'unknown-sheet': {
    severity: ['error'],
    means: 'The workbook has no sheet of the name that --sheet gives.',
    place: 'files',
    example: 'import ladder.xlsx --sheet Enginering',
    mend: 'Give the name as it stands on the tab.',
  },
} satisfies Explanations;
