/**
 * A page's operators. Every piece of it is either marked content of an element, or an artifact: rules and boxes, the foot,
 * what is said again on a next page.
 */
import { RIGHT_TO_LEFT_MARK } from '../layout/fonts.ts';
import type { FieldItem, ImageItem, Item, Page, TextItem } from '../layout/page.ts';
import type { DocumentFonts, FontResource } from './document-fonts.ts';
import type { ShownText } from './form.ts';
import { hundredths, number } from './syntax.ts';
import type { Tags } from './tags.ts';

const INK = '0 g\n';

/** The operator that sets a colour `#rrggbb`; black where there is none. */
export function inkOf(accent: string | null): string {
  if (accent === null) return INK;
  const channels = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16) / 255);
  return `${channels.map((channel) => Math.round(channel * 1000) / 1000).join(' ')} rg\n`;
}

const LAYOUT = '/Artifact<</Type/Layout>>BDC\n';
const PAGINATION = '/Artifact<</Type/Pagination>>BDC\n';
const END = 'EMC\n';

/** What stands on a page, and the resources that it uses. */
export interface PageContent {
  readonly operators: string;
  readonly fonts: ReadonlySet<FontResource>;
}

/**
 * The operators of page `index`: rules and crosses first, for which the y axis is turned down; then the texts, for which it
 * is turned back. `accent`: from inkOf; `picture`: the name of a picture in the page's resources, null where it is decoration.
 */
export function pageContent(
  page: Page,
  index: number,
  fonts: DocumentFonts,
  tags: Tags,
  accent: string,
  picture: (item: ImageItem) => Picture,
): PageContent {
  const lettering = new Lettering(page.height, index, fonts, tags, accent);
  let rules = '';
  let accented = '';
  let crosses = '';
  let pictures = '';
  for (const item of page.items) {
    if (item.type === 'rule') {
      const drawn = `${number(item.x)} ${number(item.y)} ${number(item.width)} ${number(item.height)} re\n`;
      if (item.accent && accent !== INK) accented += drawn;
      else rules += drawn;
    } else if (item.type === 'cross') crosses += cross(item);
    else if (item.type === 'text') lettering.add(item);
    else if (item.type === 'image') pictures += drawnPicture(item, picture(item), page.height, index, tags);
    else if (item.type === 'field' && item.node !== null) {
      lettering.pause();
      tags.meet(item.node);
    }
  }
  const own = accented === '' ? '' : `${accent}${accented}f\n${INK}`;
  const drawn = `${own}${rules === '' ? '' : `${rules}f\n`}`;
  const crossed = crosses === '' ? '' : `1.3 w 1 J\n${crosses}S\n`;
  const artifacts = drawn + crossed === '' ? '' : `${LAYOUT}${drawn}${crossed}${END}`;
  const turned = `1 0 0 -1 0 ${number(page.height)} cm\n`;
  return { operators: turned + artifacts + pictures + lettering.finish(), fonts: lettering.used };
}

/** The text as its face takes it: a word that runs from right to left says so. */
function shown({ text, rightToLeft }: TextItem): string {
  return rightToLeft && text !== ' ' ? RIGHT_TO_LEFT_MARK + text : text;
}

/** The texts of a page, each in the marked content of its element. */
class Lettering {
  readonly used = new Set<FontResource>();
  private out = '';
  private open: number | null | undefined;
  private style = '';
  private ink = INK;
  private left = 0;
  private base = 0;

  constructor(
    private readonly height: number,
    private readonly page: number,
    private readonly fonts: DocumentFonts,
    private readonly tags: Tags,
    private readonly accent: string,
  ) {}

  add(item: TextItem): void {
    if (item.node !== this.open || this.open === undefined) {
      if (this.open !== undefined) this.out += END;
      this.out += item.node === null ? PAGINATION : this.tags.mark(item.node, this.page);
      this.open = item.node;
    }
    const font = this.fonts.font(item.face);
    this.used.add(font);
    const style = `/${font.name} ${number(item.size)} Tf\n`;
    if (style !== this.style) this.out += style;
    this.style = style;
    const ink = item.reversed ? '1 g\n' : item.accent ? this.accent : INK;
    if (ink !== this.ink) this.out += ink;
    this.ink = ink;
    // Hundredths of a point: what the file says is exact, so that steps from text to text add up.
    const x = Math.round(item.x * 100);
    const y = Math.round((this.height - item.y) * 100);
    const codes = this.fonts.codes(item.face, item.size, shown(item), this.used);
    this.out += `${hundredths(x - this.left)} ${hundredths(y - this.base)} Td[${codes}]TJ\n`;
    this.left = x;
    this.base = y;
  }

  /** What comes next begins a piece of its own: something of another kind stands between. */
  pause(): void {
    if (this.open !== undefined) this.out += END;
    this.open = undefined;
  }

  finish(): string {
    this.pause();
    if (this.out === '') return '';
    return `1 0 0 -1 0 ${number(this.height)} cm\nBT\n${this.out}ET\n`;
  }
}

/** A picture's name in the page's resources; `told`: it is no mere decoration. */
export interface Picture {
  readonly name: string;
  readonly told: boolean;
}

function drawnPicture(
  item: ImageItem,
  { name, told }: Picture,
  height: number,
  page: number,
  tags: Tags,
): string {
  const [x, foot, wide, high] = [item.x, item.y + item.height, item.width, item.height].map(number);
  if (told)
    tags.bound(item.node, [item.x, height - item.y - item.height, item.x + item.width, height - item.y]);
  const opened = told ? tags.mark(item.node, page) : LAYOUT;
  return `${opened}q ${wide} 0 0 -${high} ${x} ${foot} cm /${name} Do Q\n${END}`;
}

function cross({ x, y, size }: Extract<Item, { type: 'cross' }>): string {
  const inset = size * 0.22;
  const [left, top, right, bottom] = [x + inset, y + inset, x + size - inset, y + size - inset].map(number);
  return `${left} ${top} m ${right} ${bottom} l ${left} ${bottom} m ${right} ${top} l\n`;
}

/** What is written in a field, from the lower left of its rectangle, which is `height` high. */
export function fieldText(item: FieldItem, height: number, fonts: DocumentFonts): ShownText {
  const used = new Set<FontResource>();
  let out = '';
  for (const text of item.texts) {
    const font = fonts.font(text.face);
    used.add(font);
    const [x, y] = [text.x - item.x, item.y + height - text.y];
    const codes = fonts.codes(text.face, text.size, shown(text), used);
    out += `/${font.name} ${number(text.size)} Tf\n1 0 0 1 ${number(x)} ${number(y)} Tm[${codes}]TJ\n`;
  }
  const resources = [...used].map(({ name, reference }) => `/${name} ${reference}`).join('');
  return { operators: `BT 0 g\n${out}ET\n`, fonts: resources };
}
