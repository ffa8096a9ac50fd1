/** What can be wrong with boxes to tick in a Markdown file: choices, checks and columns of boxes. */
import type { Explanations } from './explanation.ts';

export const BOXES = {
  'no-options': {
    severity: ['error'],
    means: 'A choice names its options in "of=", by which a tick is read back.',
    place: 'markdown',
    example: '<!-- choice rating "Rating" -->\n\n- [ ] Partly\n- [ ] Meets',
    mend: 'Add one id for each box, in the same order.',
    mended: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- [ ] Meets',
  },
  'boxes-mismatch': {
    severity: ['error'],
    means:
      'The mark names more or fewer options than the list has boxes, so a tick would be read as another.',
    place: 'markdown',
    example: '<!-- choice rating "Rating" of=partly,meets,exceeds -->\n\n- [ ] Partly\n- [ ] Meets',
    mend: 'Write one box for each option, in the same order.',
    mended: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- [ ] Meets',
  },
  'double-option': {
    severity: ['error'],
    means: 'An id stands twice in a list of the mark, so a tick or a cell would mean two things.',
    place: 'markdown',
    example: '<!-- choice rating "Rating" of=meets,meets -->\n\n- [ ] Partly\n- [ ] Meets',
    mend: 'Give each an id of its own.',
    mended: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- [ ] Meets',
  },
  'no-box': {
    severity: ['error'],
    means: 'In a list of boxes one item has no box.',
    place: 'markdown',
    example: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- Meets',
    mend: 'Begin it with [ ], or end the list before it.',
    mended: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- [ ] Meets',
  },
  'two-ticks': {
    severity: ['error'],
    means: 'Two boxes are ticked where one answer is asked for, and it cannot be told which is meant.',
    place: 'markdown',
    example: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [x] Partly\n- [x] Meets',
    mend: 'Leave one of them. Where neither holds, leave both empty.',
    mended: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- [x] Meets',
  },
  'unknown-choice': {
    severity: ['error'],
    means: '"with=" names the choice that this one excludes, and the file has none of this id.',
    place: 'markdown',
    example: '<!-- choice rating "Rating" of=partly,meets with=not-rated -->\n\n- [ ] Partly\n- [ ] Meets',
    mend: 'Write the id of the other choice, or take "with=" away.',
    mended: '<!-- choice rating "Rating" of=partly,meets -->\n\n- [ ] Partly\n- [ ] Meets',
  },
  'not-a-box': {
    severity: ['error'],
    means: 'In a column of boxes a cell holds a box alone, and here a text stands in one.',
    place: 'markdown',
    example:
      '<!-- table seen "Seen" rows=one,two cols=yes -->\n\n| Skill | Yes |\n| --- | --- |\n| First | [ ] |\n| Second | perhaps |',
    mend: 'Tick it with [x], or write in another column.',
    mended:
      '<!-- table seen "Seen" rows=one,two cols=yes -->\n\n| Skill | Yes |\n| --- | --- |\n| First | [ ] |\n| Second | [x] |',
  },
  'unmarked-box': {
    severity: ['warning'],
    means: 'Boxes stand here without a mark. They are printed, but they are no field: no tick is read back.',
    place: 'markdown',
    example: '- [ ] First\n- [x] Second',
    mend: 'Put a choice or check mark before the list, if they are meant as a field.',
    mended: '<!-- check seen "Seen" of=first,second -->\n\n- [ ] First\n- [x] Second',
  },
} satisfies Explanations;
