/** What can be wrong with files and folders: where they are, and whose they are. */
import type { Explanations } from './explanation.ts';

export const FILES = {
  'missing-file': {
    severity: ['error'],
    means: 'There is no file of this name. It is looked for from the folder in which the command runs.',
    place: 'command',
    example: 'rubricate pdf scorecard.md',
    mend: 'Write the path to the file, such as out/scorecard-llm-engineer-senior.md.',
  },
  'missing-folder': {
    severity: ['error'],
    means:
      'A folder that rubricate.yaml or --data names is not there. A path in rubricate.yaml begins at the folder of that file.',
    place: 'config',
    example: 'data: skils',
    mend: 'Write the folder as it is called, or make it.',
    mended: 'data: data',
  },
  'not-utf8': {
    severity: ['error'],
    means:
      'The file is saved in another encoding than UTF-8, so that letters such as ä or é could not be told apart.',
    place: 'files',
    example: 'data/skills/mentoring.yaml, saved as "Windows-1252" or "UTF-16"',
    mend: 'Open it in an editor and save it with the encoding UTF-8.',
  },
  'file-not-read': {
    severity: ['warning'],
    means:
      'The file stands where data or templates stand, but nothing reads it: its name ends otherwise, or its folder is not one that is read.',
    place: 'files',
    example: 'data/skill/mentoring.yaml\ndata/roles/llm-engineer.yml\ntemplates/documents/letter.hbs',
    mend: 'Roles stand in data/roles, skills in data/skills or folders below, all ending in .yaml; documents in templates/documents, ending in .md.hbs. What is not meant to be read goes elsewhere.',
    mended: 'data/skills/mentoring.yaml\ndata/roles/llm-engineer.yaml\ntemplates/documents/letter.md.hbs',
  },
  'same-file': {
    severity: ['error', 'warning'],
    means:
      'Two documents would be written under one file name, which is made of the ids of role, level and interview. The second would take the place of the first.',
    place: 'framework',
    example:
      'levels: # there are roles llm and llm-engineer\n  - { id: junior }\n  - { id: senior }\n  - { id: lead }\n  - { id: engineer-senior }',
    mend: 'Give one of them another id. A program that makes several documents gives each request a candidate or another kind.',
    mended: 'levels:\n  - { id: junior }\n  - { id: senior }\n  - { id: lead }\n  - { id: staff }',
  },
  'somebodys-file': {
    severity: ['error'],
    means:
      'A file of this name is there, and it is not as it was written: somebody has filled it in or changed it. Nothing is written, so that no work is lost.',
    place: 'command',
    example: 'rubricate scorecard --role llm-engineer --level senior',
    mend: 'Name the candidate, move the file, or write elsewhere with --out. --force replaces it, and keeps what was there as .bak.',
    mended: 'rubricate scorecard --role llm-engineer --level senior --set candidate="Ada Byron"',
  },
  'cannot-write': {
    severity: ['error'],
    means: 'The system does not let the file be written: rights, a full disk, a folder of that name.',
    place: 'command',
    example: 'rubricate scorecard --role llm-engineer --level senior --out /read-only',
    mend: 'Look at the reason that is named, or write elsewhere with --out.',
  },
  'damaged-manifest': {
    severity: ['warning'],
    means:
      'The file .rubricate.json, which records what was written to a folder, cannot be read. Until it is written anew, every file there counts as somebody’s and is not replaced.',
    place: 'files',
    example: 'out/.rubricate.json, edited by hand or merged with conflicts',
    mend: 'Nothing: it is written anew. Where files then are in the way, move them.',
  },
  'newer-manifest': {
    severity: ['error'],
    means:
      'The file .rubricate.json, which records what was written to a folder, is of a later version of rubricate. This version cannot tell what is somebody’s there, so it writes nothing.',
    place: 'files',
    example: 'out/.rubricate.json with "version": 2',
    mend: 'Update rubricate, or write to another folder with --out.',
  },
  'too-large': {
    severity: ['error'],
    means:
      'The file is longer than is read (2 MB of text), or stands for more values than are read: a mistake, or several files in one.',
    place: 'files',
    example: 'data/skills/everything.yaml of 5 MB',
    mend: 'Make several files of it: each role, each skill and each language has one of its own.',
  },
  system: {
    severity: ['error'],
    means: 'The system refuses to read a file or folder: it may not be opened, or too many are open.',
    place: 'files',
    example: 'data/skills, readable by its owner alone',
    mend: 'Look at the reason that is named, and at the rights of the path.',
  },
  'ours-changed': {
    severity: ['advice'],
    means:
      'Your copy of a template, messages or a theme of ours was made from an older version, and ours has changed since. Yours goes on working, without what is new.',
    place: 'files',
    example: 'templates/documents/scorecard.md.hbs, copied by "rubricate eject scorecard" a year ago',
    mend: 'Print ours with "rubricate eject scorecard --out -", take over what you want, and put its line "Copied from" in place of yours.',
  },
} satisfies Explanations;
