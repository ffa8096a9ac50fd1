/**
 * What a content stream paints, and inside which marked content (ISO 32000-1, 14.6). Form XObjects are painted where they
 * are named. Keeps order; knows nothing of the structure tree.
 */
import type { PDFObject } from '@cantoo/pdf-lib';
import { DocumentFont } from './fonts.ts';
import { type Operand, type Operation, operations } from './tokens.ts';
import type { Value } from './value.ts';

/** A marked-content sequence, opened by BMC or BDC. */
export interface Mark {
  readonly tag: string;
  readonly mcid: number | undefined;
  /** `Lang`, `ActualText`, `Alt`, `E` and the type of an artifact, where the property list says them. */
  readonly properties: Readonly<Record<string, string>>;
  readonly place: string;
}

export interface Painted {
  readonly operator: string;
  /** The sequences around it, the outermost first. */
  readonly marks: readonly Mark[];
  readonly place: string;
  /** Where it shows text. */
  readonly shown?: Shown;
  /** Where it paints an XObject. */
  readonly object?: Value;
}

export interface Shown {
  readonly font: Value;
  readonly bytes: Uint8Array;
  /** 3 is not at all. */
  readonly mode: number;
  /** Its characters stand in the reverse of the order in which they are read (ISO 32000-1, 14.8.2.3.3). */
  readonly reversed: boolean;
  /** From where to where on its base line, and how large; in the space of its text object, which is not turned. */
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** Something that the stream itself does wrong. */
export interface Fault {
  readonly kind: 'nesting' | 'operator' | 'resource' | 'depth';
  readonly message: string;
  readonly place: string;
}

export interface Content {
  readonly place: string;
  readonly painted: readonly Painted[];
  readonly marks: readonly Mark[];
  readonly faults: readonly Fault[];
  /** Device colour spaces that are set, `DeviceRGB` and so on, and graphics state dictionaries. */
  readonly colours: ReadonlySet<string>;
  readonly states: readonly Value[];
}

const SHOWING = ['Tj', 'TJ', "'", '"'];
const PAINTING = ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'BI', 'Do'];
const COLOURS: Readonly<Record<string, string>> = {
  g: 'DeviceGray',
  G: 'DeviceGray',
  rg: 'DeviceRGB',
  RG: 'DeviceRGB',
  k: 'DeviceCMYK',
  K: 'DeviceCMYK',
};
const TEXT = [...SHOWING, 'Td', 'TD', 'Tm', 'T*'];
const OTHERS =
  'q Q cm w J j M d ri i gs m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts d0 d1 CS cs SC SCN sc scn MP DP BMC BDC EMC';
const KNOWN = new Set([...OTHERS.split(' '), ...TEXT, ...PAINTING, ...Object.keys(COLOURS)]);

interface State {
  readonly font: Value | undefined;
  readonly size: number;
  readonly mode: number;
}

class Walk {
  readonly painted: Painted[] = [];
  readonly marks: Mark[] = [];
  readonly faults: Fault[] = [];
  readonly colours = new Set<string>();
  readonly states: Value[] = [];
  private readonly inside = new Set<PDFObject>();
  private readonly fonts = new Map<PDFObject | undefined, DocumentFont>();

  /** A stream, painted inside `around`. */
  stream(bytes: Uint8Array, resources: Value, place: string, around: readonly Mark[], state: State): void {
    const open: Mark[] = [...around];
    const saved: State[] = [];
    const blocks: string[] = [];
    let now = state;
    const pen = new Pen();
    for (const operation of operations(bytes)) {
      const { operator, operands, at } = operation;
      const where = `${place}, byte ${at}`;
      const fault = (kind: Fault['kind'], message: string): void => {
        this.faults.push({ kind, message, place: where });
      };
      const inText = blocks.includes('BT');
      const close = (begin: string): void => {
        if (blocks.at(-1) === begin) blocks.pop();
        else {
          fault('nesting', `${operator} ends no ${begin} but ${blocks.at(-1) ?? 'nothing'}`);
          const last = blocks.lastIndexOf(begin);
          if (last >= 0) blocks.splice(last, 1);
        }
      };
      if (!KNOWN.has(operator)) fault('operator', `there is no operator ${operator}`);
      if (TEXT.includes(operator) && !inText) fault('nesting', `${operator} stands outside of a text object`);
      if (inText && ['q', 'Q', 'cm', 'BT', 'Do', 're', 'm', 'BI'].includes(operator))
        fault('nesting', `${operator} stands in a text object`);
      if (operator === 'q') {
        saved.push(now);
        blocks.push('q');
        if (saved.length > 28) fault('depth', `q is nested ${saved.length} deep`);
      } else if (operator === 'Q') {
        close('q');
        now = saved.pop() ?? now;
      } else if (operator === 'BT') blocks.push('BT');
      else if (operator === 'ET') close('BT');
      else if (operator === 'BMC' || operator === 'BDC') {
        const mark = markOf(operation, resources, where);
        open.push(mark);
        this.marks.push(mark);
        blocks.push('BMC');
      } else if (operator === 'EMC') {
        close('BMC');
        if (open.length > around.length) open.pop();
      } else if (operator === 'Tf') {
        const font = resources.get('Font').get(nameOf(operands[0]));
        if (!font.present) fault('resource', `no font ${nameOf(operands[0])} in the stream’s resources`);
        const [, size] = operands;
        now = { ...now, font, size: numberOf(size) };
      } else if (operator === 'Tr') {
        const [mode] = operands;
        now = { ...now, mode: mode?.type === 'number' ? mode.value : 0 };
      } else if (operator === 'gs') {
        const set = resources.get('ExtGState').get(nameOf(operands[0]));
        if (!set.present) fault('resource', `no graphics state ${nameOf(operands[0])} in the resources`);
        this.states.push(set);
      } else if (operator === 'cs' || operator === 'CS') {
        this.colours.add(nameOf(operands[0]));
      }
      pen.move(operation);
      const colour = COLOURS[operator];
      if (colour) this.colours.add(colour);
      if (SHOWING.includes(operator)) this.show(operation, now, pen, [...open], where, fault);
      else if (operator === 'Do') this.object(operation, resources, [...open], now, where, fault);
      else if (PAINTING.includes(operator)) this.painted.push({ operator, marks: [...open], place: where });
    }
    for (const block of blocks)
      this.faults.push({ kind: 'nesting', message: `${block} is not ended`, place: `${place}, at its end` });
  }

  private show(
    { operator, operands }: Operation,
    { font, size, mode }: State,
    pen: Pen,
    marks: readonly Mark[],
    place: string,
    fault: (kind: Fault['kind'], message: string) => void,
  ): void {
    const last = operands.at(-1);
    const parts = last?.type === 'array' ? last.items : last ? [last] : [];
    const bytes = Buffer.concat(parts.flatMap((part) => (part.type === 'string' ? [part.bytes] : [])));
    if (!font) {
      fault('resource', `${operator} shows text before a font is set`);
      return;
    }
    const { x, y, scale } = pen;
    for (const part of parts) pen.x += (this.advance(part, font) / 1000) * size * scale;
    const reversed = marks.some(({ tag }) => tag === 'ReversedChars');
    const shown = { font, bytes, mode, reversed, x, end: pen.x, y, size: size * scale };
    if (bytes.length > 0) this.painted.push({ operator, marks, place, shown });
  }

  /** How far a part of TJ goes, in thousandths of the size. */
  private advance(part: Operand, font: Value): number {
    if (part.type === 'number') return -part.value;
    if (part.type !== 'string') return 0;
    const known = this.fonts.get(font.object) ?? new DocumentFont(font);
    this.fonts.set(font.object, known);
    return known.codes(part.bytes).reduce((sum, code) => sum + (known.width(code) ?? 0), 0);
  }

  private object(
    { operator, operands }: Operation,
    resources: Value,
    marks: readonly Mark[],
    state: State,
    place: string,
    fault: (kind: Fault['kind'], message: string) => void,
  ): void {
    const object = resources.get('XObject').get(nameOf(operands[0]));
    if (object.kind !== 'stream' || !object.object) {
      fault('resource', `no XObject ${nameOf(operands[0])} in the stream’s resources`);
    } else if (object.get('Subtype').name !== 'Form') {
      this.painted.push({ operator, marks, place, object });
    } else if (!this.inside.has(object.object)) {
      this.inside.add(object.object);
      this.stream(object.bytes, object.get('Resources'), object.place, marks, state);
      this.inside.delete(object.object);
    }
  }
}

/** Where the next text begins (ISO 32000-1, 9.4.2), as far as text is moved and scaled, not turned. */
class Pen {
  x = 0;
  y = 0;
  scale = 1;
  private left = 0;
  private leading = 0;

  move({ operator, operands }: Operation): void {
    const numbers = operands.map(numberOf);
    const [one = 0, two = 0] = numbers;
    if (operator === 'BT') this.begin(0, 0, 1);
    else if (operator === 'Tm') this.begin(numbers[4] ?? 0, numbers[5] ?? 0, numbers[0] ?? 1);
    else if (operator === 'TL') this.leading = one;
    else if (operator === 'TD') this.leading = -two;
    if (operator === 'Td' || operator === 'TD') this.step(one, two);
    else if (['T*', "'", '"'].includes(operator)) this.step(0, -this.leading);
  }

  private begin(x: number, y: number, scale: number): void {
    [this.x, this.left, this.y, this.scale] = [x, x, y, scale];
  }

  private step(across: number, up: number): void {
    this.left += across * this.scale;
    this.x = this.left;
    this.y += up * this.scale;
  }
}

function numberOf(operand: Operand | undefined): number {
  return operand?.type === 'number' ? operand.value : 0;
}

function nameOf(operand: Operand | undefined): string {
  return operand?.type === 'name' ? operand.value : '';
}

function markOf({ operands }: Operation, resources: Value, place: string): Mark {
  const [tag, list] = operands;
  const properties: Record<string, string> = {};
  let mcid: number | undefined;
  if (list?.type === 'dict') {
    for (const [key, value] of list.entries) {
      if (value.type === 'name') properties[key] = value.value;
      if (value.type === 'string') properties[key] = textOf(value.bytes);
      if (key === 'MCID' && value.type === 'number') mcid = value.value;
    }
  } else if (list?.type === 'name') {
    const named = resources.get('Properties').get(list.value);
    for (const key of named.keys) {
      const value = named.get(key);
      const said = value.text ?? value.name;
      if (said !== undefined) properties[key] = said;
    }
    mcid = named.get('MCID').number;
  }
  return { tag: nameOf(tag), mcid, properties, place };
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, else bytes. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.slice(2)).swap16().toString('utf16le');
  return Buffer.from(bytes).toString('latin1');
}

/** What a stream paints, with the resources that it is painted by. */
export function readContent(bytes: Uint8Array, resources: Value, place: string): Content {
  const walk = new Walk();
  walk.stream(bytes, resources, place, [], { font: undefined, size: 0, mode: 0 });
  const { painted, marks, faults, colours, states } = walk;
  return { place, painted, marks, faults, colours, states };
}
