/**
 * What of CSS the drawing library would pass over in silence, so that the picture came out otherwise than a browser shows
 * it: it draws what SVG 1.1 has, moves nothing by units, and takes a colour that it cannot read for black.
 */
import type { Fault } from './picture.ts';

/** Functions that are drawn as they should be; `url` is looked at apart. */
const FUNCTIONS = new Set(
  (
    'url rgb rgba hsl hsla matrix translate scale rotate skewx skewy blur brightness contrast drop-shadow grayscale ' +
    'hue-rotate invert opacity saturate sepia'
  ).split(' '),
);

const PLAIN = 'save it as plain SVG, with plain colours (#rrggbb) and no styles of the web';

/** A style sheet, or declarations alone: `fill: red; stroke: none`. */
export function faultsOfCss(css: string): readonly Fault[] {
  // Fonts are for text, of which there is none; a dark screen is not what is printed.
  const text = css
    .replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/@font-face\s*\{[^}]*\}/gi, ' ')
    .replace(/@media[^{]*prefers-color-scheme\s*:\s*dark[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, ' ')
    .replace(/@(?:charset|namespace)\b[^;]*;/gi, ' ');
  return [
    ...found(text, /(?:^|[;}\s])(@[\w-]+)/g),
    ...found(text, /(?:^|[{;\s])(transform-origin)\s*:/gi),
    ...found(text, /(?:^|[{;\s])vector-effect\s*:\s*(non-scaling-[\w-]+)/gi),
    ...functions(text),
    ...moved(text),
    ...links(text),
  ];
}

/** It names something outside of its file. */
export function elsewhere(address: string): Fault {
  const shown = address.length > 40 ? `${address.slice(0, 40)}…` : address;
  return {
    why: `needs "${shown}", which is not in the file`,
    help: 'put what it needs into the file (embed it), and save it once more',
  };
}

function undrawn(what: string): Fault {
  return { why: `uses ${what}, which cannot be drawn`, help: PLAIN };
}

function found(text: string, pattern: RegExp): readonly Fault[] {
  return [...text.matchAll(pattern)].map(([, what = '']) => undrawn(what));
}

function functions(text: string): readonly Fault[] {
  return [...text.matchAll(/(?<![\w-])([a-z][\w-]*)\(([^()]*)/gi)].flatMap(
    ([, written = '', inside = '']) => {
      const name = written.toLowerCase();
      if (!FUNCTIONS.has(name)) return [undrawn(`${name}()`)];
      return /^(?:rgb|hsl)/.test(name) && !inside.includes(',') ? [undrawn(`${name}() without commas`)] : [];
    },
  );
}

function moved(text: string): readonly Fault[] {
  const values = [...text.matchAll(/(?:^|[{;\s])transform\s*:([^;}]*)/gi)].map(([, value = '']) => value);
  const units = /\d\s*(?:deg|grad|rad|turn|px|em|rem|%|mm|pt)/i;
  return values.some((value) => units.test(value)) ? [undrawn('a transform with units')] : [];
}

function links(text: string): readonly Fault[] {
  return [...text.matchAll(/url\(\s*["']?\s*([^#"')\s][^"')]*)/gi)].map(([, address = '']) =>
    elsewhere(address),
  );
}
