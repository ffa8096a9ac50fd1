/**
 * A content stream cut into operations (ISO 32000-1, 7.8.2): an operator and what stands before it. Nothing is drawn here.
 *
 * Kept true: every byte belongs to an operation or is white space; what cannot be read is an operation too, named `?`.
 */

export type Operand =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'string'; readonly bytes: Uint8Array }
  | { readonly type: 'name'; readonly value: string }
  | { readonly type: 'word'; readonly value: string }
  | { readonly type: 'array'; readonly items: readonly Operand[] }
  | { readonly type: 'dict'; readonly entries: ReadonlyMap<string, Operand> };

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** The byte of the stream at which the operator stands. */
  readonly at: number;
}

const WHITE = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';

class Reader {
  at = 0;

  constructor(readonly text: string) {}

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** The next characters that are neither white space nor a comment, without taking them. */
  peek(count = 1): string {
    for (;;) {
      const next = this.text.charAt(this.at);
      if (next !== '' && WHITE.includes(next)) this.at++;
      else if (next === '%') {
        const end = /[\r\n]|$/.exec(this.text.slice(this.at));
        this.at += end?.index ?? 0;
      } else return this.text.slice(this.at, this.at + count);
    }
  }

  word(): string {
    const from = this.at;
    while (!this.ended && !(WHITE + DELIMITERS).includes(this.text.charAt(this.at))) this.at++;
    return this.text.slice(from, this.at);
  }

  /** One operand or operator; null where neither can be read. */
  one(): Operand | null {
    const next = this.peek();
    if (next === '/') return this.name();
    if (next === '(') return { type: 'string', bytes: this.literal() };
    if (this.peek(2) === '<<') return this.dict();
    if (next === '<') return this.hex();
    if (next === '[') {
      this.at++;
      return { type: 'array', items: this.until(']') };
    }
    const word = this.word();
    if (word === '') {
      this.at++;
      return null;
    }
    const number = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word);
    return number ? { type: 'number', value: Number(word) } : { type: 'word', value: word };
  }

  private name(): Operand {
    this.at++;
    const value = this.word().replace(/#([0-9a-fA-F]{2})/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return { type: 'name', value };
  }

  private until(end: string): Operand[] {
    const items: Operand[] = [];
    while (this.peek(end.length) !== end && !this.ended) {
      const item = this.one();
      if (item) items.push(item);
    }
    this.at += end.length;
    return items;
  }

  private dict(): Operand {
    this.at += 2;
    const items = this.until('>>');
    const entries = new Map<string, Operand>();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [key, value] = [items[i], items[i + 1]];
      if (key?.type === 'name' && value) entries.set(key.value, value);
    }
    return { type: 'dict', entries };
  }

  private hex(): Operand {
    const end = this.text.indexOf('>', this.at);
    const digits = this.text.slice(this.at + 1, end < 0 ? undefined : end).replace(/\s/g, '');
    this.at = end < 0 ? this.text.length : end + 1;
    return { type: 'string', bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex') };
  }

  private literal(): Uint8Array {
    const out: number[] = [];
    let depth = 0;
    for (; !this.ended; this.at++) {
      const c = this.text.charAt(this.at);
      if (c === '\\') this.escaped(out);
      else {
        if (c === '(') depth++;
        if (c === ')') depth--;
        if (depth === 0) break;
        if (depth > 1 || c !== '(') out.push(c.charCodeAt(0));
      }
    }
    this.at++;
    return Uint8Array.from(out);
  }

  private escaped(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0];
    if (octal) {
      this.at += octal.length;
      out.push(Number.parseInt(octal, 8) & 0xff);
      return;
    }
    this.at++;
    const c = this.text.charAt(this.at);
    const special = 'nrtbf'.indexOf(c);
    if (c === '\r' && this.text.charAt(this.at + 1) === '\n') this.at++;
    if (c === '\r' || c === '\n' || c === '') return;
    out.push(special < 0 ? c.charCodeAt(0) : '\n\r\t\b\f'.charCodeAt(special));
  }
}

/** The operations of a stream in order. An inline image is one operation, `BI`, with its dictionary. */
export function operations(bytes: Uint8Array): readonly Operation[] {
  const reader = new Reader(Buffer.from(bytes).toString('latin1'));
  const found: Operation[] = [];
  let operands: Operand[] = [];
  while (reader.peek() !== '') {
    const at = reader.at;
    const one = reader.one();
    if (one && (one.type !== 'word' || ['true', 'false', 'null'].includes(one.value))) {
      operands.push(one);
      continue;
    }
    const operator = one?.type === 'word' ? one.value : '?';
    if (operator === 'ID') {
      const end = /\sEI(?=\s|$)/.exec(reader.text.slice(reader.at));
      reader.at = end ? reader.at + end.index + 3 : reader.text.length;
      found.push({ operator: 'BI', operands, at });
    } else if (operator !== 'BI') found.push({ operator, operands, at });
    operands = [];
  }
  if (operands.length > 0) found.push({ operator: '?', operands, at: reader.at });
  return found;
}
