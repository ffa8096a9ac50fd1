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
} satisfies Explanations;
