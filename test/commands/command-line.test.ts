import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandLine } from '../../src/commands/command-line.ts';
import { hasColours } from '../../src/commands/host.ts';
import { sizeOf } from '../../src/commands/output.ts';
import type { Span } from '../../src/problems/source.ts';

const under = (span: Span) => span.source.text.slice(span.column - 1, span.endColumn - 1);

describe('CommandLine', () => {
  it('shows the words as typed, quoted where a shell needs it', () => {
    const line = new CommandLine(['scorecard', '--set', "a=O'Neill x", '']);
    expect(line.source.text).toBe("rubricate scorecard --set 'a=O'\\''Neill x' ''");
  });

  it.each([
    [['--role', 'x y'], 'x y'],
    [['--role=x'], 'x'],
    [['--role', 'it’s'], 'it’s'],
    [['--role', '--role'], '--role'],
  ])('finds the value of %j', (words, value) => {
    const line = new CommandLine(['scorecard', ...words]);
    line.met('role', ['--role'], value);
    expect(line.one('role')?.text).toBe(value);
    expect(under(line.one('role')?.span ?? line.whole)).toBe(value);
  });

  it('finds short options, joined and apart', () => {
    const line = new CommandLine(['x', '-oone', '-o', 'two', '-q']);
    line.met('out', ['--out', '-o'], 'one');
    line.met('out', ['--out', '-o'], 'two');
    line.met('quiet', ['--quiet', '-q'], null);
    expect(line.every('out').map(({ span }) => under(span))).toEqual(['one', 'two']);
    expect(under(line.one('quiet')?.span ?? line.whole)).toBe('-q');
  });

  it('tells a command’s argument from an option’s value', () => {
    const line = new CommandLine(['render', 'render', '--role', 'render']);
    line.met('role', ['--role'], 'render');
    expect(line.argument('render').span.column).toBe(18);
    expect(line.command('render').span.column).toBe(11);
  });

  it('has a place for a part of a value', () => {
    const line = new CommandLine(['x', '--set', 'candidate=Ada']);
    line.met('set', ['--set'], 'candidate=Ada');
    const value = line.one('set');
    expect(value && under(line.part(value, 0, 9).span)).toBe('candidate');
  });

  it('is one line for any words, and every value has a place in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (words) => {
        const line = new CommandLine(words.flatMap((word) => ['--set', word]));
        for (const word of words) line.met('set', ['--set'], word);
        expect(line.source.text).not.toMatch(/[\n\r]/);
        expect(line.every('set').map(({ text }) => text)).toEqual(words);
        for (const { span } of line.every('set'))
          expect(span.endColumn).toBeLessThanOrEqual(line.source.text.length + 1);
      }),
    );
  });
});

describe('hasColours', () => {
  const stream = (isTTY: boolean) => ({ isTTY, write: () => {} });
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('tty %s, %j -> %s', (tty, env, colours) => {
    expect(hasColours(stream(tty), env)).toBe(colours);
  });
});

describe('sizeOf', () => {
  it.each([
    [812, '812 B'],
    [12_345, '12 KB'],
    [999_600, '1.0 MB'],
  ])('%d -> %s', (bytes, text) => {
    expect(sizeOf(bytes)).toBe(text);
  });
});
