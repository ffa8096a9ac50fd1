import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, placeOf, printable } from '../../src/problems/frame.ts';
import { error, type Problem, warning } from '../../src/problems/problem.ts';
import { fileSpan, spanAt } from '../../src/problems/source.ts';

const source = { path: 'data/roles/baker.yaml', text: 'name: Baker\nlevels:\n\tseniro: {}\n' };

function at(text: string, word: string): Problem {
  const start = text.indexOf(word);
  const span = spanAt({ path: 'a.yaml', text }, start, start + word.length);
  return error('unknown-key', 'A message', span, { help: 'do this' });
}

/** The line shown and the caret line. */
function shown(problem: Problem): readonly [string, string] {
  const [, , line, carets] = frame(problem, false).split('\n');
  return [line ?? '', carets ?? ''];
}

describe('frame', () => {
  it('shows code, message, place, line, caret and help', () => {
    const start = source.text.indexOf('seniro');
    const problem = error('unknown-level', 'There is no level "seniro"', spanAt(source, start, start + 6), {
      help: 'did you mean "senior"?',
      related: [{ message: 'the levels', span: spanAt(source, 12, 18) }],
    });
    expect(frame(problem, false)).toBe(
      [
        'error[unknown-level]: There is no level "seniro"',
        '  data/roles/baker.yaml:3:2',
        '    \tseniro: {}',
        '    \t^^^^^^',
        '  the levels: data/roles/baker.yaml:2:1',
        '    levels:',
        '    ^^^^^^',
        '  help: did you mean "senior"?',
      ].join('\n'),
    );
  });

  it('shows no line for a file as a whole', () => {
    expect(frame(warning('file-not-read', 'Text', fileSpan(source)), false)).toBe(
      'warning[file-not-read]: Text\n  data/roles/baker.yaml:1:1',
    );
  });

  it('puts one caret where the span is empty', () => {
    const [, carets] = shown(error('unknown-key', 'm', spanAt({ path: 'a', text: 'abc' }, 2, 2)));
    expect(carets).toBe('      ^');
  });

  it('cuts a long line to 80 columns round the caret', () => {
    const [line, carets] = shown(at(`${'a'.repeat(200)} WORD ${'b'.repeat(200)}`, 'WORD'));
    expect(line.trim().length).toBeLessThanOrEqual(80);
    expect(line).toContain('…');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('WORD');
  });

  it('keeps the caret under the word after wide and combining characters', () => {
    const [, carets] = shown(at('名前: x WORD', 'WORD'));
    expect(carets).toBe(`    ${' '.repeat(4 + 4)}^^^^`);
    const [, accents] = shown(at('e\u0301: WORD', 'WORD'));
    expect(accents).toBe(`    ${' '.repeat(3)}^^^^`);
  });

  it('lets no control character through', () => {
    const text = 'name: \u001b[2Jevil\u202e WORD';
    const problem = at(text, 'WORD');
    const result = frame({ ...problem, message: text, help: text }, false);
    expect(result).not.toContain('\u001b');
    expect(result).not.toContain('\u202e');
  });

  it('colours by severity, and only then has escapes', () => {
    const coloured = frame(at('WORD', 'WORD'), true);
    expect(coloured).toContain('\u001b[31m');
    // Each style alone, also where standard output is no terminal.
    expect(coloured).toContain('\u001b[31m^^^^\u001b[39m');
    expect(coloured).toContain('\u001b[1mhelp:\u001b[22m');
    expect(frame(at('WORD', 'WORD'), false)).not.toContain('\u001b');
  });

  it('shows the word under the carets, whatever the line', () => {
    const plain = fc.stringMatching(/^[a-z :é]{0,150}$/);
    fc.assert(
      fc.property(plain, fc.stringMatching(/^[A-Z]{1,60}$/), plain, (before, word, after) => {
        const [line, carets] = shown(at(`${before}${word}${after}`, word));
        expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe(word);
        expect(line.length).toBeLessThanOrEqual(84);
      }),
    );
  });

  it('never throws and stays within lines for any text and any span', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
        const problem = error('unknown-key', 'm', spanAt({ path: 'a', text }, a, a + b));
        expect(frame(problem, false).split('\n').length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('placeOf and printable', () => {
  it('is one word', () => {
    expect(placeOf(spanAt(source, 0))).toBe('data/roles/baker.yaml:1:1');
    expect(printable('a\tb\nc')).toBe('a\tb\ufffdc');
  });
});
