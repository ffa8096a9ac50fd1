/**
 * Where a box may be parted at a page's end. One rule for each kind of box:
 *  text between lines, two at least on either side; writing room between lines, two at least on either side; a stack
 *  between children that need not stay together, else inside a child; columns all at once, side by side.
 */
import {
  type Box,
  type Child,
  type Columns,
  child,
  columns,
  elastic,
  heightOf,
  lines,
  type Stack,
  stack,
  textBox,
} from './box.ts';

/** The least height of a first part: what must fit for the box to begin on a page that it does not end on. */
export function firstPart(box: Box): number {
  switch (box.kind) {
    case 'text':
      return box.lines.length <= 3 ? box.height : 2 * box.leading;
    case 'lines':
      return box.count <= 3 ? box.height : 2 * box.pitch;
    case 'stack':
      return box.keep ? box.height : leadingPart(box.children);
    case 'columns':
      return splittable(box)
        ? box.above + box.below + Math.max(...box.columns.map((c) => firstPart(c.box)))
        : box.height;
    default:
      return box.height;
  }
}

function leadingPart(children: readonly Child[]): number {
  let height = 0;
  for (const [i, c] of children.entries()) {
    height += i === 0 ? 0 : c.before;
    if (!c.keepNext || i === children.length - 1) return height + firstPart(c.box);
    height += c.box.height;
  }
  return height;
}

function splittable(box: Columns): boolean {
  return box.columns.length > 0 && box.columns.some((c) => c.box.kind !== 'leaf');
}

/** The part that fits into `room` and the rest; null where no part fits. `force`: also what should be kept. */
export function split(box: Box, room: number, force = false): readonly [Box, Box] | null {
  if (box.height <= room + 0.01) return null;
  switch (box.kind) {
    case 'text': {
      const total = box.lines.length;
      let fit = Math.floor((room + 0.01) / box.leading);
      if (total - fit < 2) fit = total - 2;
      if (fit < (force ? 1 : 2) || (total < 4 && !force)) return null;
      return [textBox(box.lines.slice(0, fit), box.leading), textBox(box.lines.slice(fit), box.leading)];
    }
    case 'lines': {
      let fit = Math.floor((room + 0.01) / box.pitch);
      if (box.count - fit < 2) fit = box.count - 2;
      if (fit < (force ? 1 : 2)) return null;
      return [lines({ ...box, count: fit }), lines({ ...box, count: box.count - fit })];
    }
    case 'stack':
      return box.keep && !force ? null : splitStack(box, room, force);
    case 'columns':
      return splitColumns(box, room, force);
    default:
      return null;
  }
}

function splitStack(box: Stack, room: number, force: boolean): readonly [Box, Box] | null {
  const heads = box.again && box.children[0]?.keepNext ? 1 : 0;
  let y = 0;
  let cut = 0;
  for (const [i, c] of box.children.entries()) {
    const top = y + (i === 0 ? 0 : c.before);
    if (top + c.box.height > room + 0.01) {
      const parts =
        split(c.box, room - top) ?? (force && cut <= heads ? split(c.box, room - top, true) : null);
      if (parts) return halves(box, i, parts, top);
      break;
    }
    y = top + c.box.height;
    if (!c.keepNext) cut = i + 1;
  }
  if (cut === 0 && force) {
    y = 0;
    for (const [i, c] of box.children.entries()) {
      y += (i === 0 ? 0 : c.before) + c.box.height;
      if (y > room + 0.01) break;
      cut = i + 1;
    }
  }
  if (cut <= heads || cut >= box.children.length) return null;
  cut = notAlone(box, cut, heads);
  const above = stack(box.children.slice(0, cut), { keep: box.keep });
  if (force && box.keep) {
    const last = box.children[cut - 1]?.box;
    const parts = roomOver(last);
    if (parts) return halves(box, cut - 1, parts, above.height - (last?.height ?? 0));
  }
  const gone = above.height + (box.children[cut]?.before ?? 0);
  return [above, rest(box, box.children.slice(cut), naturalHeight(box) - gone)];
}

/** Of a table no last row goes over to a page alone, where another can go with it. */
function notAlone(box: Stack, cut: number, heads: number): number {
  const earlier = cut - 1;
  const alone = box.again !== null && !box.keep && cut === box.children.length - 1;
  return alone && earlier > heads && box.children[earlier - 1]?.keepNext === false ? earlier : cut;
}

/** Lines to write on that go over to the next page at least: what is written stands above what follows there too. */
const OVER = 2;

/** A box that ends in growing room to write, and its last lines; null of any other. */
function roomOver(box: Box | undefined): readonly [Box, Box] | null {
  switch (box?.kind) {
    case 'lines': {
      const { count, grow } = box;
      return grow && count >= 2 * OVER
        ? [lines({ ...box, count: count - OVER }), lines({ ...box, count: OVER })]
        : null;
    }
    case 'stack': {
      const last = box.children.at(-1)?.box;
      const parts = roomOver(last);
      const top = heightOf(box.children) - (last?.height ?? 0);
      return parts && halves(box, box.children.length - 1, parts, top);
    }
    case 'columns': {
      const [only] = box.columns;
      const parts = box.columns.length === 1 ? roomOver(only?.box) : null;
      if (!parts || !only) return null;
      const part = (inner: Box): Box => columns({ ...box, columns: [{ x: only.x, box: inner }], height: 0 });
      return [part(parts[0]), part(parts[1])];
    }
    default:
      return null;
  }
}

/** `top`: where the child stands in the box. */
function halves(
  box: Stack,
  at: number,
  [first, second]: readonly [Box, Box],
  top: number,
): readonly [Box, Box] {
  const c = box.children[at];
  const before = box.children.slice(0, at);
  const options = { x: c?.x ?? 0, keepNext: false };
  const above = stack([...before, child(first, c?.before ?? 0, options)], { keep: box.keep });
  const below = [
    child(second, 0, { ...options, keepNext: c?.keepNext ?? false }),
    ...box.children.slice(at + 1),
  ];
  const gone = top + (c?.box.height ?? 0) - second.height;
  return [above, rest(box, below, naturalHeight(box) - gone)];
}

/** Children so many that their heights are not added up anew on each page. */
const MANY = 500;
/** Heights of what is left of such stacks. */
const heights = new WeakMap<Stack, number>();

/** The sum of the children's heights. */
function naturalHeight(box: Stack): number {
  if (box.children.length < MANY) return heightOf(box.children);
  return heights.get(box) ?? heightOf(box.children);
}

/** What is left of a stack: children that are `height` high. */
function rest(box: Stack, children: readonly Child[], height: number): Stack {
  const { keep, again } = box;
  const all = again ? [child(again, 0, { keepNext: true }), ...children] : children;
  if (all.length < MANY) return stack(all, { keep, again });
  const left: Stack = {
    ...{ kind: 'stack', children: all, keep, again },
    height: height + (again ? again.height + (children[0]?.before ?? 0) : 0),
    elastic: box.elastic && all.some((c) => elastic(c.box)),
  };
  heights.set(left, left.height);
  return left;
}

function splitColumns(box: Columns, room: number, force: boolean): readonly [Box, Box] | null {
  const inner = room - box.above - box.below;
  const firsts: { x: number; box: Box }[] = [];
  const seconds: { x: number; box: Box }[] = [];
  for (const c of box.columns) {
    if (c.box.height <= inner + 0.01) {
      firsts.push(c);
      seconds.push({ x: c.x, box: stack([]) });
      continue;
    }
    const parts = split(c.box, inner, force);
    if (!parts) return null;
    firsts.push({ x: c.x, box: parts[0] });
    seconds.push({ x: c.x, box: parts[1] });
  }
  const again = { rules: box.rules, above: box.above, below: box.below };
  return [columns({ ...again, columns: firsts }), columns({ ...again, columns: seconds })];
}
