/** What can be wrong with a Markdown file itself: its head, its text, its tables. */
import type { Explanations } from './explanation.ts';

export const MARKDOWN = {
  'no-front-matter': {
    severity: ['warning'],
    means:
      'The file has fields and no head: no name stands over its title, no foot under its pages, and it is set as English.',
    place: 'markdown',
    example: '# Interview\n\nCandidate: ____ <!-- field candidate -->',
    mend: 'Begin the file with a line of three hyphens, "key: value" lines, and three hyphens.',
    mended: '---\nname: Interview\n---\n\n# Interview\n\nCandidate: ____ <!-- field candidate -->',
  },
  'broken-front-matter': {
    severity: ['error'],
    means: 'The head of the file between two lines of hyphens has no end, or a line that is no "key: value".',
    place: 'markdown',
    example: '---\nname: Interview\nJuly 2026\n---\n\n# Interview',
    mend: 'Write one "key: value" a line, and end the head with a line of three hyphens.',
    mended: '---\nname: Interview\ndate: 2026-07-01\n---\n\n# Interview',
  },
  'double-key': {
    severity: ['error'],
    means: 'A key stands twice in the head of the file, and the second would hide the first.',
    place: 'markdown',
    example: '---\nname: Interview\nname: Conversation\n---\n\n# Interview',
    mend: 'Leave one of them.',
    mended: '---\nname: Interview\n---\n\n# Interview',
  },
  'html-block': {
    severity: ['error'],
    means: 'HTML is not set, and the text in this block of it would be missing from the PDF.',
    place: 'markdown',
    example: '<div>\nA text in a box.\n</div>',
    mend: 'Write it as Markdown.',
    mended: '> A text in a box.',
  },
  'html-tag': {
    severity: ['warning'],
    means:
      'A tag stands in a text. It is not set; the words in it are. Only <br> means something, a new line.',
    place: 'markdown',
    example: 'This is <u>the</u> point.',
    mend: 'Write it as Markdown (**bold**, _italics_), or take the tag away.',
    mended: 'This is **the** point.',
  },
  comment: {
    severity: ['warning'],
    means:
      'A comment is not printed. This is told in case it was meant to be a mark, which is a comment too.',
    place: 'markdown',
    example: '<!-- ask the team about this -->',
    mend: 'Nothing, if it is a note to yourself; otherwise write it as a mark, or as text.',
    mended: 'Ask the team about this.',
  },
  'underlined-heading': {
    severity: ['warning'],
    means: 'A line of hyphens or equals signs under a text makes the text a heading.',
    place: 'markdown',
    example: 'The candidate left early.\n---',
    mend: 'For a rule put an empty line between them; for a heading begin it with #.',
    mended: 'The candidate left early.\n\n---',
  },
  'unknown-link': {
    severity: ['error'],
    means:
      'The link leads to a heading of this file that is not there. Its address is the words of the heading in small letters, with hyphens for spaces.',
    place: 'markdown',
    example: '## Next steps\n\nSee [page](#next-step).',
    mend: 'Write the nearest that is named.',
    mended: '## Next steps\n\nSee [page](#next-steps).',
  },
  'picture-in-text': {
    severity: ['error'],
    means: 'A picture is set in a paragraph of its own, and this one stands among words.',
    place: 'markdown',
    example: 'Our logo ![Northwind](logo.png) is new.',
    mend: 'Put an empty line before and after it.',
  },
  'cells-mismatch': {
    severity: ['error'],
    means:
      'A row of a table has more or fewer cells than the table has columns. What is too much would be lost.',
    place: 'markdown',
    example: '| Skill | Seen |\n| --- | --- |\n| Mentoring | yes | or no |',
    mend: 'Write a bar inside a cell as \\|, and a line break inside a cell as <br>.',
    mended: '| Skill | Seen |\n| --- | --- |\n| Mentoring | yes \\| or no |',
  },
  'too-deep': {
    severity: ['error'],
    means:
      'Quotes and lists, or the keys, lists and brackets of a YAML file or of one that is imported, stand in one another so deep that this is not read any more.',
    place: 'markdown',
    example: 'a line that begins with fifty signs of quotes: > > > > > ...',
    mend: 'Take away signs of quotes, lists or brackets before it.',
  },
} satisfies Explanations;
