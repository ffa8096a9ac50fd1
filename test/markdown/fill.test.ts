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

function filled(values: Readonly<Record<string, string>>): {
  codes: string[];
  text: string;
  field(id: string): Field | undefined;
} {
  const document = parseDocument(source);
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

  it.each([
    [{ candidat: 'x' }, 'unknown-field'],
    [{ 'rating/reading': 'best' }, 'unknown-option'],
    [{ seen: 'one,three' }, 'unknown-option'],
    [{ candidate: 'two\nlines' }, 'unwritable-value'],
    [{ candidate: '<!-- field x -->' }, 'unwritable-value'],
    [{ 'rating/reading': 'meets', 'not-assessed/reading': 'no-time' }, 'excluded-choice'],
  ])('refuses %j', (values, code) => {
    expect(filled(values).codes).toEqual([code]);
  });

  it('comes back equal, whatever was set into a line or a cell', () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((s) => !/[\r\n\u2028\u2029\u0085]/.test(s));
    fc.assert(
      fc.property(line, fc.constantFrom('candidate', 'rate/reading/why', 'before', 'after'), (value, id) => {
        const result = filled({ [id]: value });
        if (result.codes.length > 0) return;
        const field = result.field(id);
        expect(field?.kind === 'line' ? field.value : null).toBe(value.trim().replace(/\s+/g, ' '));
      }),
      { numRuns: 300 },
    );
  });

  it('comes back equal, whatever was written into notes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        '# head',
        '<!-- /notes -->',
        '<!-- page -->',
        '```',
        '- [ ] x',
        '| a | b |',
        '> q',
        '<div>',
        '---x',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const value = pieces.join('');
        const result = filled({ 'evidence/reading': value });
        if (result.codes.length > 0) return;
        const field = result.field('evidence/reading');
        const wanted = value
          .replace(/\r\n?/g, '\n')
          .split('\n')
          .map((text) => text.trimEnd())
          .join('\n')
          .trim();
        expect(field?.kind === 'notes' ? field.value.trim() : null).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
