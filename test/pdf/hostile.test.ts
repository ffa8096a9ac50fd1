/** Texts that are too long for their place, in every place: all of it is on the page, or a Problem says why not. */
import { describe, expect, it } from 'vitest';
import { laidOut } from './documents.ts';
import { expectComplete } from './expect-complete.ts';

const words = (count: number): string =>
  Array.from({ length: count }, (_, i) => `word${i} of a long text`)
    .join(' ')
    .split(' ')
    .slice(0, count)
    .join(' ');
const LONG = words(40);

const PLACES: Readonly<Record<string, string>> = {
  'a title': `# ${LONG}\n\nx`,
  'the lead of a title': `# T\n\n${LONG}`,
  'a section with a note': `# T\n\n## ${LONG} _${words(8)}_\n\nx`,
  'a note of two lines': '# T\n\n## A _one<br>two_\n\nx',
  'a skill in a row': `<!-- keep -->\n\n<!-- row 4 8 -->\n\n## **A** ${LONG} _${words(9)}_\n\n<!-- next -->\n\n${LONG}\n\n<!-- /row -->\n\n<!-- /keep -->`,
  'a group of a table': `| a | b |\n| - | - |\n| **${LONG}** | |\n| x | y |`,
  'the note of a group': `| a | b |\n| - | - |\n| **Group** _${LONG}_ | |\n| x | y |`,
  'the lead of a line of boxes': `**${LONG}:** <!-- choice a "A" of=x,y as=line -->\n\n- [ ] x\n- [ ] y`,
  'boxes in a line': `<!-- choice a "A" of=x,y as=line -->\n\n- [ ] ${LONG}\n- [ ] ${LONG}`,
  'a bare ruler of seven points': `<!-- choice a "A" of=a,b,c,d,e,f,g as=ruler -->\n\n${[...'abcdefg'].map((p) => `- [ ] **Strongly agree ${p}**`).join('\n')}`,
  'a bare ruler with long words': `<!-- choice a "A" of=a,b as=ruler -->\n\n- [ ] **${LONG}**\n- [ ] **${LONG}**`,
  'a ruler with anchors': `<!-- choice a "A" of=a,b,c as=ruler -->\n\n- [ ] **One.** ${LONG}\n- [ ] **Two.** ${words(90)}\n- [ ] **Three.** ${LONG}`,
  'what stands off a ruler': `<!-- choice a "A" of=a,b off=c as=ruler -->\n\n- [ ] **One**\n- [ ] **Two**\n- [x] Other, because: ${LONG} <!-- field why -->`,
  'a field among boxes': `<!-- choice a "A" of=a,b,c as=line -->\n\n- [x] Yes\n- [ ] Later: ${LONG} <!-- field later -->\n- [ ] Else: ${LONG} <!-- field else -->`,
  'a field in a sentence': `Name: ${LONG} <!-- field name -->`,
  'a cell of a frame': `<!-- cells 3 9 -->\n\n- Start: ${LONG} <!-- field start -->\n- ${LONG}: **${LONG}**`,
  'notes that hold more than their lines': `<!-- notes n "N" lines=3 -->\n\n${Array(80).fill(LONG).join('\n\n')}\n\n<!-- /notes -->`,
  'few words in many lines': `<!-- notes n "N" lines=60 -->\n\nOne word.\n\n<!-- /notes -->`,
  'a table of fields': `<!-- table t "T" 4 4 4 rows=a,b -->\n\n| A | B | C |\n| - | - | - |\n| ${LONG} | ${LONG} | ____ |\n| y | ____ | ${LONG} |`,
  'a tab': 'before\tafter',
};

describe.each(['A4', 'Letter', 'A4 landscape'])('on %s, a text that is too long', (paper) => {
  it.each(Object.entries(PLACES))('in %s is all there', async (_, markdown) => {
    await expectComplete(`${markdown}\n`, paper);
  });
});

describe('what cannot be set', () => {
  it('is told with its line: a foot that does not fit, once', () => {
    const foot = `foot:\n${Array.from({ length: 9 }, () => '  - "one | two"').join('\n')}`;
    const text = `---\ntitle: T\n${foot}\n---\n\n# T\n\n<!-- page -->\n\n# U\n`;
    expect(laidOut(text).problems.map(({ code, span }) => [code, span.line])).toEqual([['foot-too-long', 3]]);
  });

  it('and a row that is taller than a page', () => {
    const { problems } = laidOut(`# T\n\n<!-- cells 12 -->\n\n- A: ${words(4000)} <!-- field a -->\n`);
    expect(problems.map(({ code, span }) => [code, span.line])).toEqual([['too-tall', 3]]);
  });

  it('no place to write stands on a page where nothing of it is', () => {
    const notes = '<!-- notes n "N" lines=1 -->\n\nOne.\n\nTwo.\n\nThree.\n\n<!-- /notes -->';
    for (let count = 40; count < 62; count++) {
      const layout = laidOut(`${Array(count).fill('Line.').join('\n\n')}\n\n${notes}\n`);
      if (!layout.ok) throw new Error('not set');
      const places = layout.value.pages.flatMap(({ items, height }) =>
        items.flatMap((item) => (item.type === 'field' ? [{ item, height }] : [])),
      );
      for (const { item, height } of places) {
        expect(item.texts.length).toBeGreaterThan(0);
        expect(item.y + item.height).toBeLessThan(height - 15);
      }
    }
  });

  it('no rail stands on another page than its boxes', () => {
    const ruler = '<!-- choice a "A" of=a,b as=ruler -->\n\n- [ ] **One.** x\n- [ ] **Two.** y';
    for (let count = 40; count < 62; count++) {
      const layout = laidOut(`${Array(count).fill('Line.').join('\n\n')}\n\n${ruler}\n`);
      if (!layout.ok) throw new Error('not set');
      const rails = layout.value.pages.map((page) =>
        page.items.some((item) => item.type === 'rule' && item.height === 1.6),
      );
      const boxes = layout.value.pages.map((page) => page.items.some((item) => item.type === 'field'));
      expect(rails).toEqual(boxes);
    }
  });
});
