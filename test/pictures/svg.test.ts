/** What an SVG must not hold, since it would come out otherwise than it is meant; and what is no reason to refuse one. */
import { describe, expect, it } from 'vitest';
import { readSvg } from '../../src/pictures/svg.ts';
import { png } from './png.ts';

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inner: string, before = ''): string => `${before}<svg ${NAMESPACES}>${inner}</svg>`;

function faults(text: string | Uint8Array): readonly string[] {
  const read = readSvg(Buffer.from(text));
  return read.ok ? [] : read.faults.map(({ why }) => why);
}

const embedded = (bytes: Uint8Array, type = 'image/png'): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
const PNG = png({ width: 1, height: 1, color: 0, depth: 8, pixel: () => [1] });

describe('an SVG is told where it has', () => {
  it.each<[string, string, ...string[]]>([
    ['text', '<rect/>\n<text>North <tspan>wind</tspan></text>', 'has text in line 2 ("North wind")'],
    ['two texts', '<text>A</text><text>B</text>', 'has text in line 1 ("A")', 'has text in line 1 ("B")'],
    ['HTML', '<foreignObject><p xmlns="x">A</p></foreignObject>', 'has HTML in it (foreignObject)'],
    ['a script', '<script>x</script>', 'has a script'],
    ['a script in an attribute', '<rect onload="x()"/>', 'has a script'],
    ['movement', '<rect><set attributeName="x" to="1"/></rect>', 'is animated'],
    ['an element of the future', '<meshgradient/>', 'has <meshgradient>, which cannot be drawn'],
    ['a picture elsewhere', '<image xlink:href="a.png"/>', 'needs "a.png", which is not in the file'],
    ['an address', '<image href="https://x/y"/>', 'needs "https://x/y", which is not in the file'],
    ['a use of another file', '<use href="b.svg#c"/>', 'needs "b.svg#c", which is not in the file'],
    ['a fill of another file', '<g fill="url(b.svg#c)"/>', 'needs "b.svg#c", which is not in the file'],
    ['a mask in a style', `<g style="mask: url('c#d')"/>`, 'needs "c#d", which is not in the file'],
    ['a style that imports', '<style>@import "a.css";</style>', 'uses @import, which cannot be drawn'],
    ['styles of a medium', '<style>@media print{g{fill:red}}</style>', 'uses @media, which cannot be drawn'],
    ['a variable', '<style><![CDATA[g{fill:var(--a)}]]></style>', 'uses var(), which cannot be drawn'],
    ['a variable as a width', '<g stroke-width="var(--a)"/>', 'uses var(), which cannot be drawn'],
    ['a wide colour', '<g style="fill:color(display-p3 1 0 0)"/>', 'uses color(), which cannot be drawn'],
    [
      'a colour as CSS 4 writes it',
      '<g fill="rgb(1 2 3)"/>',
      'uses rgb() without commas, which cannot be drawn',
    ],
    [
      'units of a turn',
      '<g transform="rotate(9deg)"/>',
      'uses a transform with units, which cannot be drawn',
    ],
    [
      'units in a style',
      '<g style="x:0;transform:translate(9px)"/>',
      'uses a transform with units, which cannot be drawn',
    ],
    [
      'a centre to turn by',
      '<style>g{transform-origin:center}</style>',
      'uses transform-origin, which cannot be drawn',
    ],
    [
      'lines that do not scale',
      '<g vector-effect="non-scaling-stroke"/>',
      'uses non-scaling-stroke, which cannot be drawn',
    ],
    [
      'what is no picture',
      `<image href="${embedded(Buffer.from('GIF89a'))}"/>`,
      'holds a picture that is no PNG or JPEG',
    ],
    [
      'an SVG in it',
      `<image href="${embedded(Buffer.from('<svg/>'), 'image/svg+xml')}"/>`,
      'holds a picture that is no PNG or JPEG',
    ],
    [
      'half a picture',
      `<image href="${embedded(PNG.subarray(0, 50))}"/>`,
      'holds a picture that ends before the picture does',
    ],
  ])('%s', (_, inner, ...why) => {
    expect(faults(svg(inner))).toEqual(why);
  });

  it('several of them, each once', () => {
    expect(faults(svg('<script/><script/><text>A</text><use href="b"/><use href="b"/>'))).toEqual([
      'has a script',
      'has text in line 1 ("A")',
      'needs "b", which is not in the file',
    ]);
  });

  it('another root, another encoding, a style sheet elsewhere, entities with markup, or too much', () => {
    expect(faults('<svg><rect/></svg>')).toEqual(['is no SVG']);
    expect(faults(`<html><svg ${NAMESPACES}/></html>`)).toEqual(['is no SVG']);
    expect(faults(Buffer.from(svg('<title>Ä</title>'), 'latin1'))).toEqual(['is not in UTF-8']);
    expect(faults(svg('', '<?xml-stylesheet href="a.css"?>'))).toEqual([
      'needs a style sheet that is not in the file',
    ]);
    expect(faults(svg('&a;', '<!DOCTYPE svg [<!ENTITY a "<text>A</text>">]>'))).toContain(
      'has entities that hold markup',
    );
    expect(faults(svg(`<title>${' '.repeat(4e6)}</title>`))).toEqual(['has more than 4 MB']);
  });

  it.each([
    ['an element not closed', '<svg xmlns="http://www.w3.org/2000/svg">\n<g></svg>', 2],
    ['a file cut off', '<svg xmlns="http://www.w3.org/2000/svg">\n<g', 2],
    ['an attribute without quotes', '<svg xmlns="http://www.w3.org/2000/svg" width=3/>', 1],
    ['a file of another', svg('<title>&a;</title>', '<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/hosts">]>'), 1],
  ])('XML that is broken: %s', (_, text, line) => {
    expect(faults(text)).toEqual([expect.stringMatching(new RegExp(`^is broken in line ${line}: [a-z]`))]);
  });
});

describe('an SVG may have', () => {
  it.each([
    [
      'shapes, gradients, clips and filters',
      '<defs><linearGradient id="a"><stop stop-color="hsl(9,9%,9%)"/></linearGradient><clipPath id="b"><circle r="9"/></clipPath><filter id="c"><feGaussianBlur/></filter></defs><g fill="url(#a)" clip-path="url(\'#b\')" filter="url(#c)" transform="rotate(45 1 2)scale(2)"/>',
    ],
    [
      'styles',
      '<style>/* var(--a) */ .a{fill:#123;transform:rotate(45)}</style><g class="a" style="stroke:rgb(1, 2, 3)"/>',
    ],
    [
      'styles for a dark screen',
      '<style>@media (prefers-color-scheme: dark) { g { fill: var(--a) } path { fill: #fff } } g { fill: #000 }</style>',
    ],
    ['fonts that nothing is set in', '<style>@font-face { font-family: A; src: url(a.woff) }</style>'],
    [
      'words about it',
      '<title>A</title><desc>B</desc><metadata><text>C</text><x:a xmlns:x="b" href="c"/></metadata>',
    ],
    ['an empty text', '<text x="1"> <tspan/></text>'],
    ['links', '<a xlink:href="https://example.org"><rect/></a>'],
    ['a PNG', `<image href="${embedded(PNG)}"/><use xlink:href="#a"/>`],
    [
      'what Inkscape keeps',
      '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" onload="x"><s:text>A</s:text></s:namedview>',
    ],
    ['what Illustrator keeps', '<switch><foreignObject requiredExtensions="x"/><g/></switch>'],
  ])('%s', (_, inner) => {
    expect(faults(svg(inner))).toEqual([]);
  });

  it('entities that are words', () => {
    const type = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "x"> <!ENTITY b 'y'>]>`;
    expect(faults(svg('<g xmlns:i="&a;" i:b="&b;"/>', `<?xml version="1.0"?>\n${type}\n`))).toEqual([]);
  });

  it('a byte order mark', () => {
    expect(faults(svg('', '\ufeff'))).toEqual([]);
  });
});
