/** The form of a PDF, read back: a field for each mark, with its name, what is spoken, its value and its look. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Layout } from '../../src/layout/page.ts';
import { writePdf } from '../../src/pdf/write.ts';
import { fonts, layoutOf } from './documents.ts';
import { type ReadField, readPdf } from './readback.ts';

const FRONT = `---
title: T
foot:
  - "{name} | **Page {page} of {pages}**"
continued: continued
---

# T
`;

const BARE = '---\ntitle: T\ncontinued: continued\n---\n\n# T\n';

const FORM = `${FRONT}
<!-- cells 6 6 -->

- Name: ____ <!-- field name required=yes -->
- Day: ____ <!-- field day -->

<!-- notes talk "Pastry: what was said" lines=3 -->

____

<!-- /notes -->

**Not rated:** <!-- choice not-rated "Pastry, not rated" of=no-time,below with=rating as=line -->

- [ ] no time
- [ ] did not reach it

<!-- choice rating "Pastry, rating" of=below,meets as=ruler required=yes -->

- [ ] **Below.** Less than that.
- [ ] **Meets.** All of that.

<!-- check sure "Pastry: I am unsure" -->

- [ ] I am unsure

<!-- check seen "Seen" of=dough,oven -->

- [ ] the dough
- [ ] the oven

<!-- table t "Marks" 4 4 4 4 rows=a,b cols=yes,no,why -->

| Skill | Yes | No | Why |
| --- | :-: | :-: | --- |
| Dough | [ ] | [ ] | ____ |
| Oven | [ ] | [ ] | ____ |
`;

async function formOf(layout: Layout): Promise<readonly ReadField[]> {
  return (await readPdf(writePdf(layout, fonts))).fields;
}

/** The same form with values in it. */
function filled(values: Readonly<Record<string, string>>): string {
  let text = FORM;
  for (const [from, to] of Object.entries(values)) {
    if (!text.includes(from)) throw new Error(from);
    text = text.replace(from, to);
  }
  return text;
}

describe('the form', () => {
  it('has a field for each mark, in the order of reading, the foot’s last on its page', async () => {
    const fields = await formOf(layoutOf(FORM));
    expect(fields.map(({ name, state }) => (state === null ? name : `${name}=${state}`))).toEqual([
      'name',
      'day',
      'talk',
      'rating=no-time',
      'rating=not-rated/below',
      'rating=below',
      'rating=meets',
      'sure=yes',
      'seen/dough=yes',
      'seen/oven=yes',
      't/a=yes',
      't/a=no',
      't/a/why',
      't/b=yes',
      't/b=no',
      't/b/why',
      'name',
    ]);
    expect(fields.every(({ value }) => value === '' || value === 'Off')).toBe(true);
  });

  it('says each place so that it is understood alone', async () => {
    const fields = await formOf(layoutOf(FORM));
    expect(fields.map(({ said }) => said)).toEqual([
      'Name',
      'Day',
      'Pastry: what was said',
      'Pastry, not rated: no time',
      'Pastry, not rated: did not reach it',
      'Pastry, rating: Below',
      'Pastry, rating: Meets',
      'Pastry: I am unsure',
      'Seen: the dough',
      'Seen: the oven',
      'Marks, Dough: Yes',
      'Marks, Dough: No',
      'Marks, Dough, Why',
      'Marks, Oven: Yes',
      'Marks, Oven: No',
      'Marks, Oven, Why',
      'Name',
    ]);
  });

  it('knows what must be filled in, and where there is room for more than one line', async () => {
    const fields = await formOf(layoutOf(FORM));
    expect(fields.filter(({ required }) => required).map(({ name, state }) => [name, state])).toEqual([
      ['name', null],
      ['rating', 'no-time'],
      ['rating', 'not-rated/below'],
      ['rating', 'below'],
      ['rating', 'meets'],
      ['name', null],
    ]);
    expect(fields.filter(({ multiline }) => multiline).map(({ name }) => name)).toEqual(['talk']);
  });

  it('holds what was filled in, in the field alone', async () => {
    const layout = layoutOf(
      filled({
        'Name: ____': 'Name: Žofia “Zo” Müller',
        '\n____\n': '\nShe said: “no”.\n\nThen — λόγος.\n',
        '- [ ] **Meets': '- [x] **Meets',
        '- [ ] the oven': '- [x] the oven',
        '| Oven | [ ] | [ ]': '| Oven | [ ] | [x]',
      }),
    );
    const read = await readPdf(writePdf(layout, fonts));
    const held = read.fields.filter(({ value }) => value !== '' && value !== 'Off');
    expect(Object.fromEntries(held.map(({ name, value }) => [name, value]))).toEqual({
      name: 'Žofia “Zo” Müller',
      talk: 'She said: “no”.\n\nThen — λόγος.',
      rating: 'meets',
      'seen/oven': 'yes',
      't/b': 'no',
    });
    const page = read.texts.map(({ text }) => text).join(' ');
    expect(page).not.toContain('Zo');
    expect(page).not.toContain('said:');
  });

  it('goes on on another page as a field of its own, and loses nothing', async () => {
    const text = Array.from({ length: 150 }, (_, i) => `Line ${i}  of a\tlong talk.`).join('\n\n');
    const layout = layoutOf(`${BARE}\n<!-- notes talk "Talk" lines=3 -->\n\n${text}\n\n<!-- /notes -->\n`);
    expect(layout.pages.length).toBeGreaterThan(2);
    const fields = (await formOf(layout)).filter(({ name }) => name.startsWith('talk'));
    expect(fields.map(({ name, said, page }) => [name, said, page])).toEqual(
      layout.pages.map((_, i) =>
        i === 0 ? ['talk', 'Talk', 1] : [`talk+${i + 1}`, `Talk (continued ${i + 1})`, i + 1],
      ),
    );
    expect(fields.map(({ value }) => value).join('')).toBe(text);
  });

  it('gives empty room that goes on on another page a field of its own too', async () => {
    const layout = layoutOf(`${BARE}\n<!-- notes talk "Talk" lines=60 -->\n\n____\n\n<!-- /notes -->\n`);
    const names = (await formOf(layout)).map(({ name }) => name).filter((name) => name !== 'name');
    expect(names).toEqual(['talk', 'talk+2']);
    expect(fieldsOf(layout).reduce((sum, { lines }) => sum + lines.length, 0)).toBe(60);
  });

  it('keeps whatever is written, whole, in its value and in its look', async () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abc ABC(){}[]<>%#"“”‘’–—…·äßÿčłőŠ€№αωΩжЯ\u00a0'),
      minLength: 1,
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (words) => {
        const layout = layoutOf(FORM);
        const place = fieldsOf(layout).find(({ field }) => field.id === 'talk');
        const value = words.join('\n');
        const pages = layout.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item === place ? { ...item, value } : item)),
        }));
        const talk = (await formOf({ ...layout, pages })).find(({ name }) => name === 'talk');
        expect(talk?.value).toBe(value);
      }),
      { numRuns: 25 },
    );
  });
});
