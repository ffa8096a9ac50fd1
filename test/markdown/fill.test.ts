/** What is set into a field stands in the Markdown and is read back equal; the rest of the file stays as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/markdown/document.ts';
import { fillDocument } from '../../src/markdown/fill.ts';
import { parseDocument } from '../../src/markdown/parse.ts';
import { fileSpan } from '../../src/problems/source.ts';
import { form } from './form.ts';

const source = { path: 'form.md', text: form };
const at = fileSpan({ path: 'command-line', text: '' });

function filled(
  values: Readonly<Record<string, string>>,
  text: string = form,
): {
  codes: string[];
  text: string;
  field(id: string): Field | undefined;
} {
  const document = parseDocument({ ...source, text });
  if (!document.ok) throw new Error(JSON.stringify(document.problems.map((p) => [p.code, p.span.line])));
  const result = fillDocument(
    document.value,
    Object.entries(values).map(([text, value]) => ({ id: { text, span: at }, value })),
  );
  if (!result.ok) return { codes: result.problems.map((p) => p.code), text: '', field: () => undefined };
  const again = parseDocument(result.value);
  if (!again.ok)
    throw new Error(`${again.problems.map((p) => `${p.code} ${p.span.line}`)}\n${result.value.text}`);
  return { codes: [], text: result.value.text, field: (id) => again.value.fields.find((f) => f.id === id) };
}

const CONTROL = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/u;

describe('fillDocument', () => {
  it('changes nothing where nothing is set', () => {
    expect(filled({}).text).toBe(form);
  });

  it('writes each kind of field as a person would', () => {
    const { text } = filled({
      candidate: 'Zoë Müller',
      conflict: 'some',
      'evidence/reading': 'Two lines\nof text',
      'rating/reading': 'meets',
      seen: 'one,two',
      'rate/writing': 'high',
      'rate/reading/why': 'a | b',
      after: '7',
    });
    expect(text).toContain('- Candidate: Zoë Müller <!-- field candidate required=yes -->');
    expect(text).toContain('  - [x] some');
    expect(text).toContain('lines=6+ -->\n\nTwo lines\nof text\n\n<!-- /notes -->');
    expect(text).toContain('- [x] **Meets.** Reads much.');
    expect(text).toContain('- [x] One\n- [x] Two');
    expect(text).toContain('| **2** Writing | [ ] | [x] | ____ |');
    expect(text).toContain('| **1** Reading | [ ] | [ ] | a \\| b |');
    expect(text).toContain('before: ____ <!-- field before --><br>after: 7 <!-- field after -->');
  });

  it('writes several lines into a cell of a table, which has room for them', () => {
    const { text, field } = filled({ 'rate/reading/why': 'a | b\r\n\nc' });
    expect(text).toContain('| **1** Reading | [ ] | [ ] | a \\| b<br><br>c |');
    expect(field('rate/reading/why')?.value).toBe('a | b\n\nc');
  });

  it.each([
    [{ candidat: 'x' }, 'unknown-field'],
    [{ 'rating/reading': 'best' }, 'unknown-choice-option'],
    [{ seen: 'one,three' }, 'unknown-choice-option'],
    [{ candidate: 'two\nlines' }, 'unwritable-value'],
    [{ 'not-assessed/reading': 'no-tim' }, 'unknown-choice-option'],
    [{ 'rate/reading': 'why' }, 'unknown-choice-option'],
    [{ 'rating/reading': 'meets', 'not-assessed/reading': 'no-time' }, 'excluded-choice'],
  ])('refuses %j', (values, code) => {
    expect(filled(values).codes).toEqual([code]);
  });

  it('names the nearest id and option, and the place of what was set', () => {
    const document = parseDocument(source);
    if (!document.ok) throw new Error('the form is good');
    const span = { ...at, column: 7, endColumn: 15 };
    const set = (text: string, value: string) =>
      fillDocument(document.value, [{ id: { text, span }, value }]).problems[0];
    expect(set('candidat', 'x')).toMatchObject({ code: 'unknown-field', span });
    expect(set('candidat', 'x')?.help).toContain('"candidate"');
    expect(set('seen', 'ones')?.help).toContain('"one"');
    expect(set('sure', 'true')?.help).toContain('yes');
    const valueSpan = { ...at, column: 20, endColumn: 28 };
    const id = { text: 'seen', span };
    const [wrong] = fillDocument(document.value, [{ id, value: 'one, thr', valueSpan }]).problems;
    expect(wrong?.span).toMatchObject({ column: 25, endColumn: 28 });
  });

  it('refuses one id twice', () => {
    const document = parseDocument(source);
    if (!document.ok) throw new Error('the form is good');
    const id = { text: 'candidate', span: at };
    const twice = fillDocument(document.value, [
      { id, value: 'a' },
      { id, value: 'b' },
    ]);
    expect(twice.problems.map((p) => p.code)).toEqual(['double-value']);
  });

  it('takes back what stands there: another tick, an empty value', () => {
    const first = filled({
      conflict: 'some',
      seen: 'one',
      sure: 'yes',
      candidate: 'Ada',
      'rate/writing': 'high',
    });
    const again = filled(
      { conflict: 'none', seen: '', sure: '', candidate: '', 'rate/writing': 'low' },
      first.text,
    );
    expect(again.field('conflict')).toMatchObject({ value: 'none' });
    expect(again.field('seen')).toMatchObject({ value: [] });
    expect(again.field('sure')).toMatchObject({ value: [] });
    expect(again.field('candidate')).toMatchObject({ value: '' });
    expect(again.field('rate/writing')).toMatchObject({ value: 'low' });
    expect(again.text).toContain('- Candidate: ____ <!-- field candidate');
  });

  it('writes over what a person typed before, in or after the blank, and over a wrapped line', () => {
    for (const typed of [
      'Candidate: Bo ____ <!-- field candidate required=yes -->',
      'Candidate: ____Bo____ <!-- field candidate required=yes --> Li',
      'Candidate:\n  Bo <!-- field candidate required=yes -->',
      'Candidate: ____\n  <!-- field candidate required=yes -->',
    ]) {
      const text = form.replace('Candidate: ____________ <!-- field candidate required=yes -->', typed);
      expect(filled({ candidate: 'Ada' }, text).field('candidate')).toMatchObject({ value: 'Ada' });
    }
  });

  it('leaves every other byte: CR LF, BOM, trailing spaces', () => {
    const text = `\ufeff${form}`.replaceAll('\n', '  \r\n').replaceAll('---  \r', '---\r');
    const result = filled({ candidate: 'Ada', 'evidence/reading': 'a\nb' }, text);
    const bare = (whole: string): string => whole.replace(/ +\r/g, '\r');
    const undone = bare(result.text)
      .replace('Candidate: Ada', 'Candidate: ____________')
      .replace('\r\n\r\na\r\nb\r\n\r\n', '\r\n\r\n________________________________________\r\n\r\n');
    expect(undone).toBe(bare(text));
    expect(result.text.split('\r\n').length).toBe(text.split('\r\n').length + 1);
  });

  it('escapes only what would read otherwise', () => {
    for (const value of [
      'Zoë O’Neil-Smith',
      'a_b *c* [d](e) `f` #1 & <b> 50 %',
      'R&D: 2 < 3',
      'https://x.org/?a=1&b=2',
    ])
      expect(filled({ candidate: value }).text).toContain(`Candidate: ${value} <!--`);
  });

  it('comes back equal, whatever was set into a line or a cell', () => {
    const awkward = fc.constantFrom(
      ...[
        '<!-- field x -->',
        '-->',
        '<!—',
        '<br>',
        '|',
        '\\|',
        '\\',
        '____',
        '\\_\\_\\_',
        '_',
        '[x]',
        '[ ]',
        'x',
        ':',
      ],
      ...[
        '&#60;',
        '&amp;',
        '&#38;#60;',
        '`',
        '**',
        '  ',
        '\t',
        '\u00a0',
        '\u2028',
        '\0',
        '---',
        '# ',
        '- ',
        '> ',
        '<div>',
      ],
    );
    const line = fc
      .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 5 })
      .map((pieces) => pieces.join('').replace(/[\r\n]/g, ''));
    const ids = ['candidate', 'rate/reading/why', 'before', 'after', 'when'];
    fc.assert(
      fc.property(line, fc.constantFrom(...ids), (value, id) => {
        const result = filled({ [id]: value });
        expect(result.codes).toEqual(CONTROL.test(value) ? ['control-character'] : []);
        if (CONTROL.test(value)) return;
        expect(result.field(id)).toMatchObject({ value });
      }),
      { numRuns: 400 },
    );
  });

  it('comes back equal, whatever was written into notes', () => {
    const awkward = fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '# head',
        '<!-- /notes -->',
        '<!-- page -->',
        '<!-- notes b "B" -->',
        '```',
        '- [ ] x',
      ],
      ...[
        '| a | b |',
        '> q',
        '<div>',
        '---',
        '___',
        '***',
        '\\_\\_\\_',
        ' ',
        '\t',
        '&#10;',
        '&lt;!--',
        '<!--',
      ],
      ...['&', '&amp;', '&#58;', '&#42;', '&#38;', '&#38;#42;', '&lt;', '#42;', '\\', '*', '-', '_', '\r'],
    );
    const text = fc.array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 });
    fc.assert(
      fc.property(text, (pieces) => {
        const value = pieces.join('').replace(/\r\n?/g, '\n');
        const result = filled({ 'evidence/reading': value });
        expect(result.codes).toEqual(CONTROL.test(value) ? ['control-character'] : []);
        if (CONTROL.test(value)) return;
        expect(result.field('evidence/reading')).toMatchObject({ value });
      }),
      { numRuns: 400 },
    );
  });
});
