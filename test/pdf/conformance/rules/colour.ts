/** Colour, pictures and see-through: ISO 19005-3, 6.2. */
import type { Pdf } from '../pdf.ts';
import { each, type Rule, whole } from '../rule.ts';
import type { Value } from '../value.ts';

const intents = ({ catalog }: Pdf): readonly Value[] =>
  catalog.get('OutputIntents').items.filter((intent) => intent.get('S').name === 'GTS_PDFA1');

/** What an ICC profile says in its head: kind, colour space, version. */
function profileOf(intent: Value): { kind: string; space: string; version: number; signed: boolean } {
  const bytes = Buffer.from(intent.get('DestOutputProfile').bytes);
  const at = (from: number): string => bytes.toString('latin1', from, from + 4);
  return { kind: at(12), space: at(16), version: bytes[8] ?? 0, signed: at(36) === 'acsp' };
}

const images = ({ objects }: Pdf) => objects.filter((object) => object.get('Subtype').name === 'Image');

/** The device colours of a file: what contents set, and what pictures are made of. */
function* colours(pdf: Pdf): Generator<readonly [string, string]> {
  for (const { colours, place } of [...pdf.contents, ...pdf.appearances])
    for (const colour of colours) yield [colour, place];
  for (const image of images(pdf)) {
    const space = image.get('ColorSpace');
    const [kind, base] = space.items;
    yield [(kind?.name === 'Indexed' ? base : space)?.name ?? '', image.place];
  }
}

const outputs = (pdf: Pdf): readonly string[] => intents(pdf).map((intent) => profileOf(intent).space);

const ofColour = (id: string, colour: string, needs: (space: string) => boolean): Rule =>
  each(id, colours, ([name, place], pdf) => {
    return (
      name === colour && !outputs(pdf).some(needs) && [place, `${colour} without an output intent for it`]
    );
  });

/** What shines through: an object or graphics state that is not opaque. */
function* seeThrough(pdf: Pdf): Generator<string> {
  for (const image of images(pdf)) if (image.get('SMask').kind === 'stream') yield image.place;
  for (const { states } of [...pdf.contents, ...pdf.appearances])
    for (const state of states) {
      const part = [state.get('ca').number ?? 1, state.get('CA').number ?? 1].some((alpha) => alpha < 1);
      const mode = state.get('BM').name ?? 'Normal';
      if (part || state.get('SMask').kind === 'dict' || !['Normal', 'Compatible'].includes(mode))
        yield state.place;
    }
}

export const colourRules: readonly Rule[] = [
  // 6.2.3: the output intent has a profile of a printer or a screen.
  each('3a 6.2.3-1', intents, (intent) => {
    const profile = intent.get('DestOutputProfile');
    const { kind, space, version, signed } = profileOf(intent);
    const right =
      signed && ['prtr', 'mntr'].includes(kind) && ['RGB ', 'GRAY', 'CMYK'].includes(space) && version < 5;
    const components = { 'RGB ': 3, GRAY: 1, CMYK: 4 }[space];
    return (
      (!right || profile.get('N').number !== components) && [profile.place, `a profile of ${kind} ${space}`]
    );
  }),
  whole('3a 6.2.3-2', (pdf) => {
    const profiles = new Set(intents(pdf).map((intent) => intent.get('DestOutputProfile').object));
    return profiles.size > 1 && ['OutputIntents', 'two profiles'];
  }),
  // 6.2.4.3: device colours are those of the output intent.
  ofColour('3a 6.2.4.3-2', 'DeviceRGB', (space) => space === 'RGB '),
  ofColour('3a 6.2.4.3-3', 'DeviceCMYK', (space) => space === 'CMYK'),
  ofColour('3a 6.2.4.3-4', 'DeviceGray', () => true),
  // 6.2.8: a picture is drawn as it is.
  each(
    '3a 6.2.8-3',
    images,
    (image) => image.get('Interpolate').flag === true && [image.place, 'Interpolate'],
  ),
  // 6.2.10: what shines through needs a space to be mixed in, by the output intent or the page's group.
  each('3a 6.2.10-2', seeThrough, (place, pdf) => {
    const groups = pdf.pages.every(({ value }) => value.get('Group').get('CS').present);
    return outputs(pdf).length === 0 && !groups && [place, 'shines through, and there is no space to mix in'];
  }),
];
