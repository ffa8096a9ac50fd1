/**
 * Random documents of all that a Markdown file may hold: every word in them is another, so that it can be looked for on the
 * pages. Made of plain data first, so that a failing one becomes small.
 */
import fc from 'fast-check';

/** A text by how many words it has, and how long they are. */
type Words = readonly number[];

const words = (most: number): fc.Arbitrary<Words> =>
  fc.array(
    fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.integer({ min: 20, max: 140 })),
    {
      minLength: 1,
      maxLength: most,
    },
  );
const few = words(5);
const some = words(25);
const many = words(160);
const text = fc.oneof({ weight: 4, arbitrary: some }, few, many);

interface Part {
  readonly kind: string;
  readonly texts: readonly Words[];
  readonly size: number;
  readonly filled: boolean;
}

const KINDS = [
  ...[
    'paragraph',
    'paragraph',
    'heading',
    'section',
    'list',
    'ordered',
    'nested',
    'quote',
    'code',
    'table',
    'rule',
  ],
  ...[
    'line',
    'notes',
    'choice',
    'ruler',
    'boxes',
    'check',
    'fields',
    'cells',
    'emphasis',
    'break',
    'page',
    'link',
  ],
] as const;

const part: fc.Arbitrary<Part> = fc.record({
  kind: fc.constantFrom(...KINDS),
  texts: fc.array(text, { minLength: 1, maxLength: 7 }),
  size: fc.integer({ min: 1, max: 7 }),
  filled: fc.boolean(),
});

/** What a document is made of: parts, some of them kept together or side by side. */
interface Plan {
  readonly parts: readonly { readonly around: 'none' | 'keep' | 'row'; readonly inside: readonly Part[] }[];
  readonly foot: boolean;
  readonly lang: 'en' | 'de';
}

const plan: fc.Arbitrary<Plan> = fc.record({
  parts: fc.array(
    fc.record({
      around: fc.oneof(
        { weight: 4, arbitrary: fc.constant('none' as const) },
        fc.constantFrom('keep' as const, 'row' as const),
      ),
      inside: fc.array(part, { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  foot: fc.boolean(),
  lang: fc.constantFrom('en', 'de'),
});

export interface AnyDocument {
  readonly markdown: string;
  /** Every word of it, in no order. */
  readonly words: readonly string[];
}

const LETTERS = 'abcdefghijklmnoprstuvwxyz';

/** Writes a plan as Markdown. */
class Writer {
  readonly words: string[] = [];
  private ids = 0;

  /** Words of which there are no others: a number in letters between two q. */
  say(lengths: Words): string {
    return lengths
      .map((length) => {
        let name = '';
        for (let n = this.words.length; name === '' || n > 0; n = Math.floor(n / 25)) name += LETTERS[n % 25];
        const word = `q${name}q${'mnoe'.repeat(length).slice(0, Math.max(0, length - name.length - 2))}`;
        this.words.push(word);
        return word;
      })
      .join(' ');
  }

  id(): string {
    return `f${++this.ids}`;
  }

  part({ kind, texts, size, filled }: Part): string {
    const [first = [1]] = texts;
    const short = (lengths: Words): string =>
      this.say(lengths.slice(0, 4).map((length) => Math.min(length, 12)));
    const all = (): readonly string[] => texts.map((lengths) => this.say(lengths));
    const value = (lengths: Words): string => (filled ? this.say(lengths) : '____');
    const options = texts.length > 1 ? texts : [first, first];
    const ids = options.map((_, i) => `o${i}`);
    switch (kind) {
      case 'heading':
        return `# ${this.say(first)}`;
      case 'section':
        return `${'#'.repeat(2 + (size % 4))} ${this.say(first)}`;
      case 'list':
        return all()
          .map((item) => `- ${item}`)
          .join('\n');
      case 'ordered':
        return all()
          .map((item, i) => `${i + size}. ${item}`)
          .join('\n');
      case 'nested':
        return all()
          .map((item, i) => `${'  '.repeat(i)}- ${item}`)
          .join('\n');
      case 'quote':
        return all()
          .map((item) => `> ${item}`)
          .join('\n>\n');
      case 'code':
        return `\`\`\`\n${all().join('\n')}\n\`\`\``;
      case 'emphasis':
        return all()
          .map((item, i) => ['*', '**', '`'].map((sign) => `${sign}${item}${sign}`)[i % 3])
          .join(' ');
      case 'break':
        return all().join('\\\n');
      case 'link':
        return all()
          .map((item) => `[${item}](https://example.org/a)`)
          .join(' ');
      case 'rule':
        return '---';
      case 'page':
        return `<!-- page -->\n\n${this.say(first)}`;
      case 'table': {
        const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
        const head = row(texts.map(short));
        const line = row(texts.map((_, i) => (i % 3 === 2 ? '-:' : '-')));
        return [head, line, ...Array.from({ length: size }, () => row(all()))].join('\n');
      }
      case 'line':
        return `${short(first)}: ${value(first)} <!-- field ${this.id()} -->`;
      case 'notes': {
        const mark = `<!-- notes ${this.id()} "Notes" lines=${size} -->`;
        return `${mark}\n\n${filled ? `${all().join('\n\n')}\n\n` : ''}<!-- /notes -->`;
      }
      case 'choice':
      case 'ruler': {
        const as = kind === 'ruler' ? 'ruler' : 'line';
        const mark = `<!-- choice ${this.id()} "Choice" of=${ids.join(',')} as=${as} -->`;
        const points = options.map((words, i) => {
          const point = kind === 'ruler' ? `**${short(words)}.** ${this.say(words)}` : this.say(words);
          return `- [${filled && i === 1 ? 'x' : ' '}] ${point}`;
        });
        return `${mark}\n\n${points.join('\n')}`;
      }
      case 'boxes': {
        const mark = `<!-- check ${this.id()} "Check" of=${ids.join(',')} -->`;
        return `${mark}\n\n${options.map((words) => `- [ ] ${this.say(words)}`).join('\n')}`;
      }
      case 'check':
        return `<!-- check ${this.id()} "Check" -->\n\n- [${filled ? 'x' : ' '}] ${this.say(first)}`;
      case 'fields': {
        const rows = texts.map((words, i) => `| ${short(words)} ${i} | ${value(words)} | ${value(words)} |`);
        const mark = `<!-- table ${this.id()} "Table" 4 4 4 rows=${texts.map((_, i) => `r${i}`).join(',')} -->`;
        return `${mark}\n\n| ${short(first)} | ${short(first)} | ${short(first)} |\n| - | - | - |\n${rows.join('\n')}`;
      }
      case 'cells': {
        const cells = texts.slice(0, 3);
        const items = cells.map((words) => `- ${short(words)}: ${value(words)} <!-- field ${this.id()} -->`);
        return `<!-- cells ${cells.map(() => 12 / cells.length).join(' ')} -->\n\n${items.join('\n')}`;
      }
      default:
        return this.say(first);
    }
  }
}

function written({ parts, foot, lang }: Plan): AnyDocument {
  const writer = new Writer();
  // Two lists that touch are one.
  const joined = (blocks: readonly string[]): string =>
    blocks.reduce((before, block) => {
      const touch = /^(?: *- |\d+\. )/.test(before.split('\n').at(-1) ?? '') && /^(?:- |\d+\. )/.test(block);
      return `${before}\n\n${touch ? `${writer.say([3])}\n\n` : ''}${block}`;
    });
  const blocks = parts.map(({ around, inside }) => {
    const held = inside.map((one) =>
      around !== 'none' && one.kind === 'page' ? { ...one, kind: 'rule' } : one,
    );
    const content = held.map((one) => writer.part(one));
    if (around === 'none') return joined(content);
    if (around === 'keep') return `<!-- keep -->\n\n${joined(content)}\n\n<!-- /keep -->`;
    const half = Math.ceil(content.length / 2);
    const left = joined(content.slice(0, half));
    const right = content.length > half ? joined(content.slice(half)) : writer.say([5]);
    return `<!-- row 5 7 -->\n\n${left}\n\n<!-- next -->\n\n${right}\n\n<!-- /row -->`;
  });
  const head = `---\ntitle: T\nlang: ${lang}\n${foot ? 'foot:\n  - "Left | Page {page} of {pages}"\n' : ''}---\n\n`;
  return { markdown: `${head}${joined(blocks)}\n`, words: writer.words };
}

/** Any document. */
export const anyDocument: fc.Arbitrary<AnyDocument> = plan.map(written);
