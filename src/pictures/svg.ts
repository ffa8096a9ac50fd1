/**
 * An SVG, read for what could not be drawn as it is meant: text (no font is at hand that would be the right one), what is
 * not in the file, scripts, movement, HTML. The drawing library passes over all of these in silence, so they are looked
 * for here, and told. Nothing is ever fetched.
 */
import sax from 'sax';
import { elsewhere, faultsOfCss } from './css.ts';
import { type Fault, faulty, kindOf, type Usable, usable } from './picture.ts';
import { readJpeg, readPng } from './raster.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MOST_BYTES = 4e6;

const LARGE: Fault = {
  why: 'has more than 4 MB',
  help: 'save it as plain SVG, without the data of the program that drew it, or as PNG',
};
const NO_UTF8: Fault = { why: 'is not in UTF-8', help: 'save it as SVG in UTF-8' };
const NO_SVG: Fault = { why: 'is no SVG', help: `its first element must be <svg xmlns="${SVG}">` };
const ENTITIES: Fault = {
  why: 'has entities that hold markup',
  help: 'save it as plain SVG, without entities of its own',
};
const STYLED: Fault = {
  why: 'needs a style sheet that is not in the file',
  help: 'put its styles into the file, and save it once more',
};
const SCRIPT: Fault = { why: 'has a script', help: 'save it as it is to be printed, without scripts' };
const MOVES: Fault = { why: 'is animated', help: 'save it as it is to be printed, without animation' };
const HTML: Fault = {
  why: 'has HTML in it (foreignObject)',
  help: 'turn its text into paths, and save it as plain SVG',
};

/** Elements that are drawn, and those that draw nothing anywhere. */
const KNOWN = new Set(
  (
    'a circle clipPath defs desc ellipse filter g image line linearGradient marker mask metadata path pattern polygon ' +
    'polyline radialGradient rect stop style svg switch symbol title use view feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB ' +
    'feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting ' +
    'feSpotLight feTile feTurbulence'
  ).split(' '),
);
const ASIDE = new Set(['metadata', 'title', 'desc']);
const MOVEMENTS = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set']);

/** Attributes whose values are CSS. */
const STYLES = new RegExp(
  '^(?:style|color|fill|stroke|filter|mask|clip-path|transform|transform-origin|vector-effect|opacity|marker(?:-\\w+)?|' +
    '(?:stop|flood|lighting)-color|(?:fill|stroke|stop|flood)-opacity|stroke-\\w+|width|height|x|y|[rc][xy]|r)$',
);

/** The text of an SVG that can be drawn as it is meant. */
export function readSvg(bytes: Uint8Array): Usable<string> {
  if (bytes.length > MOST_BYTES) return faulty(LARGE);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return faulty(NO_UTF8);
  }
  const faults = faultsIn(text);
  const told = new Set<string>();
  const once = faults.filter(({ why }) => !told.has(why) && told.add(why));
  return once.length > 0 ? faulty(...once) : usable(text);
}

/** An element that is open. */
interface Open {
  readonly name: string;
  /** In words about the picture: nothing of it is drawn. */
  readonly aside: boolean;
}

function faultsIn(text: string): readonly Fault[] {
  const parser = sax.parser(true, { xmlns: true });
  const faults: Fault[] = [];
  const open: Open[] = [];
  let line = 0;
  let words: { text: string; readonly line: number; readonly depth: number } | null = null;
  let sheet = '';
  let broken: Fault | null = null;

  parser.onerror = ({ message }) => {
    broken ??= brokenXml(message, parser.line + 1);
  };
  parser.ondoctype = (type) => {
    for (const [, name = '', , value = ''] of type.matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])(.*?)\2/gs)) {
      if (/[<&]/.test(value)) faults.push(ENTITIES);
      parser.ENTITIES[name] = value;
    }
  };
  parser.onprocessinginstruction = ({ name }) => {
    if (name === 'xml-stylesheet') faults.push(STYLED);
  };
  parser.onopentagstart = () => {
    line = parser.line + 1;
  };
  parser.onopentag = ({ local, uri, attributes }) => {
    const parent = open.at(-1);
    const ours = uri === SVG;
    const aside = parent?.aside === true || !ours || ASIDE.has(local);
    if (!parent && (!ours || local !== 'svg')) faults.push(NO_SVG);
    open.push({ name: ours ? local : '', aside });
    if (aside) return;
    if (local === 'text') words ??= { text: '', line, depth: open.length };
    else if (!words) faults.push(...faultsOfElement(local, parent?.name));
    for (const { local: name, prefix, value } of Object.values(attributes))
      if (prefix === '' || name === 'href') faults.push(...faultsOfAttribute(local, name, value));
  };
  const says = (said: string): void => {
    if (words) words.text += said;
    else if (open.at(-1)?.name === 'style' && !open.at(-1)?.aside) sheet += said;
  };
  parser.ontext = says;
  parser.oncdata = says;
  parser.onclosetag = () => {
    const closed = open.pop();
    if (words && open.length < words.depth) {
      const said = words.text.trim().replace(/\s+/g, ' ');
      if (said !== '') faults.push(textFault(said, words.line));
      words = null;
    } else if (closed?.name === 'style') {
      faults.push(...faultsOfCss(sheet));
      sheet = '';
    }
  };
  try {
    parser.write(text).close();
  } catch (thrown) {
    // It throws what it told before.
    if (!broken) throw thrown;
  }
  return broken ? [broken] : faults;
}

function faultsOfElement(name: string, parent: string | undefined): readonly Fault[] {
  if (KNOWN.has(name)) return [];
  if (name === 'script') return [SCRIPT];
  if (MOVEMENTS.has(name)) return [MOVES];
  // Illustrator writes one for itself, beside what all others draw.
  if (name === 'foreignObject') return parent === 'switch' ? [] : [HTML];
  return [{ why: `has <${name}>, which cannot be drawn`, help: 'save it as plain SVG (SVG 1.1), or as PNG' }];
}

function faultsOfAttribute(element: string, name: string, value: string): readonly Fault[] {
  if (/^on[a-z]+$/.test(name)) return [SCRIPT];
  if (STYLES.test(name)) return faultsOfCss(name === 'style' ? value : `${name}: ${value}`);
  if (name !== 'href' || element === 'a') return [];
  const address = value.trim();
  if (address === '' || address.startsWith('#')) return [];
  if (/^data:/i.test(address) && (element === 'image' || element === 'feImage')) return faultsOfData(address);
  return [elsewhere(address)];
}

/** A picture in the picture: PNG or JPEG, whole. */
function faultsOfData(address: string): readonly Fault[] {
  const [, encoded = ''] = /^data:[^,]*;\s*base64\s*,(.*)$/is.exec(address) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const kind = kindOf(bytes);
  const read = kind === 'png' ? readPng(bytes) : kind === 'jpeg' ? readJpeg(bytes) : null;
  if (read?.ok) return [];
  const why = read ? `holds a picture that ${read.faults[0]?.why}` : 'holds a picture that is no PNG or JPEG';
  return [{ why, help: 'embed the picture once more, as PNG or JPEG' }];
}

function textFault(said: string, line: number): Fault {
  const shown = said.length > 30 ? `${said.slice(0, 30)}…` : said;
  return {
    why: `has text in line ${line} ("${shown}")`,
    help: 'turn its text into paths (outlines), and save it once more: no font is taken for it',
  };
}

/** `message`: what is wrong in its first line, as a sentence. */
function brokenXml(message: string, line: number): Fault {
  const [what = ''] = message.split('\n');
  const said = `${what.charAt(0).toLowerCase()}${what.slice(1)}`.replace(/\.+$/, '');
  return { why: `is broken in line ${line}: ${said}`, help: 'export it once more, or mend its XML' };
}
