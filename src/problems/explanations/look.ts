/** What can be wrong with how a document looks: themes, paper, fonts, pictures, and what does not fit on the page. */
import type { Explanations } from './explanation.ts';

export const LOOK = {
  'unknown-theme': {
    severity: ['error'],
    means: 'There is no theme of this name, neither ours nor in your templates/themes.',
    place: 'config',
    example: 'theme: plane',
    mend: 'Take one of those that are listed.',
    mended: 'theme: plain',
  },
  'unknown-paper': {
    severity: ['error'],
    means: 'Pages are laid out for A4 and Letter, and this is neither.',
    place: 'config',
    example: 'paper: A5',
    mend: 'Write A4 or Letter.',
    mended: 'paper: A4',
  },
  'invalid-color': {
    severity: ['error'],
    means: 'A colour is written with # and six hexadecimal digits, in quotes, since # begins a comment.',
    place: 'theme',
    example: 'accent: blue',
    mend: 'Write it as "#1a4f8b".',
    mended: 'accent: "#1a4f8b"',
  },
  'low-contrast': {
    severity: ['error'],
    means:
      'The colour is too light on white: its contrast must be 4.5 or more (WCAG 2), so that it holds on paper, in black and white, and for weak eyes.',
    place: 'theme',
    example: 'accent: "#f0c000"',
    mend: 'Take a darker colour.',
    mended: 'accent: "#7a5c00"',
  },
  'missing-font': {
    severity: ['error'],
    means:
      'The theme names a font’s folder, and one of its four files is not there; or "fonts" in rubricate.yaml names a file, folder or npm package that is not in the project.',
    place: 'theme',
    example: 'font: fonts/house',
    mend: 'Put regular.ttf, semibold.ttf, bold.ttf and italic.ttf into that folder of your templates; install the package beside rubricate.yaml.',
  },
  'broken-font': {
    severity: ['error'],
    means:
      'A file of the font is damaged, or of another kind: a theme takes TrueType, "fonts" in rubricate.yaml also OpenType, WOFF and WOFF2, one font a file.',
    place: 'files',
    example: 'templates/fonts/house/regular.ttf, a web font (WOFF2) under another name',
    mend: 'Take the file anew from where the font is published.',
  },
  'missing-glyph': {
    severity: ['error', 'warning'],
    means:
      'No font has a letter for a character: not that of the theme, and none that "fonts" in rubricate.yaml names. It would be a gap on the page, and nobody would know.',
    place: 'markdown',
    example: '# 名前',
    mend: 'Name a font that has it in rubricate.yaml (fonts: ["@fontsource/noto-sans-jp"], after npm install), or write it with other letters.',
    mended: '# Name',
  },
  'restricted-font': {
    severity: ['error'],
    means:
      'The font says of itself that it may not be embedded in a file. Without it the page could not be read elsewhere.',
    place: 'files',
    example: 'fonts: ["fonts/house.ttf"], a font whose licence forbids to embed it',
    mend: 'Take another font, or ask who made it for a licence and a file that allow it.',
  },
  'right-to-left': {
    severity: ['warning'],
    means:
      'The document’s language is written from right to left. Its words and lines are in their right order; the page itself, columns and boxes, is laid out from left to right.',
    place: 'markdown',
    example: '---\nname: Letter\nlang: he\n---\n\n# Letter',
    mend: 'Nothing, where the page reads well as it is.',
  },
  'missing-image': {
    severity: ['error'],
    means:
      'There is no picture at this path. In a Markdown file it begins at the file’s folder, in a theme at the templates’, and leads out of neither.',
    place: 'markdown',
    example: '![Northwind](pictures/logo.svg)',
    mend: 'Put the picture there, or write where it is.',
  },
  'unknown-image': {
    severity: ['error'],
    means:
      'The file is no picture that can be set, or it holds something that would not be drawn as it is meant, such as text that is not paths.',
    place: 'files',
    example: 'templates/pictures/logo.svg with a <text> in it',
    mend: 'Do what the help says, mostly in the program that the picture was drawn in, and save it again.',
  },
  'too-tall': {
    severity: ['error'],
    means: 'A piece that cannot be parted, such as a row of a table, is higher than a page.',
    place: 'markdown',
    example: 'a table with a text of several pages in one cell',
    mend: 'Make it shorter, or part it in two.',
  },
  'table-too-wide': {
    severity: ['error'],
    means:
      'The table has so many columns that their longest words do not stand beside each other on the page.',
    place: 'markdown',
    example: 'a table of sixty columns',
    mend: 'Make two tables of it, or turn the paper: paper: A4 landscape.',
  },
  'foot-too-long': {
    severity: ['error'],
    means: 'The foot has more lines than the margin under the page holds, or one is too wide for it.',
    place: 'markdown',
    example:
      '---\nname: Letter\nfoot:\n  - one\n  - two\n  - three\n  - four\n  - five\n  - six\n  - seven\n  - eight\n  - nine\n---\n\n# Letter',
    mend: 'Shorten it, or take a line away.',
    mended: '---\nname: Letter\nfoot:\n  - one\n  - two\n---\n\n# Letter',
  },
  'more-than-two-sides': {
    severity: ['warning'],
    means: 'The theme is for one sheet of two sides, and the document has more.',
    place: 'command',
    example: 'rubricate scorecard --role llm-engineer --level senior --theme compact',
    mend: 'Ask for fewer skills, shorten the longest texts, or take the theme "plain".',
  },
} satisfies Explanations;
