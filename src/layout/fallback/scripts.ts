/**
 * Scripts: which of them are shaped by more than one letter after the other, which run from right to left, which write no
 * white between words, and which font package has their letters. One table.
 */

interface Script {
  /** As people call it. */
  readonly name: string;
  /** The npm package that has its letters; none: it goes by the document's language (Han). */
  readonly package: string | null;
  /** Letters join, move or stack: the main font's own are set by the shaper too. */
  readonly joined?: boolean;
  readonly rightToLeft?: boolean;
}

const noto = (name: string): string => `@fontsource/noto-sans-${name}`;
const JOINED = { joined: true } as const;
const RIGHT_TO_LEFT = { joined: true, rightToLeft: true } as const;

/** By Unicode's name of the script. */
const SCRIPTS = {
  Han: { name: 'Chinese characters', package: null },
  Hiragana: { name: 'Japanese', package: noto('jp') },
  Katakana: { name: 'Japanese', package: noto('jp') },
  Hangul: { name: 'Korean', package: noto('kr') },
  Bopomofo: { name: 'Bopomofo', package: noto('tc') },
  Arabic: { name: 'Arabic', package: noto('arabic'), ...RIGHT_TO_LEFT },
  Hebrew: { name: 'Hebrew', package: noto('hebrew'), ...RIGHT_TO_LEFT },
  Syriac: { name: 'Syriac', package: noto('syriac'), ...RIGHT_TO_LEFT },
  Thaana: { name: 'Thaana', package: noto('thaana'), ...RIGHT_TO_LEFT },
  Devanagari: { name: 'Devanagari', package: noto('devanagari'), ...JOINED },
  Bengali: { name: 'Bengali', package: noto('bengali'), ...JOINED },
  Gurmukhi: { name: 'Gurmukhi', package: noto('gurmukhi'), ...JOINED },
  Gujarati: { name: 'Gujarati', package: noto('gujarati'), ...JOINED },
  Oriya: { name: 'Odia', package: noto('oriya'), ...JOINED },
  Tamil: { name: 'Tamil', package: noto('tamil'), ...JOINED },
  Telugu: { name: 'Telugu', package: noto('telugu'), ...JOINED },
  Kannada: { name: 'Kannada', package: noto('kannada'), ...JOINED },
  Malayalam: { name: 'Malayalam', package: noto('malayalam'), ...JOINED },
  Sinhala: { name: 'Sinhala', package: noto('sinhala'), ...JOINED },
  Thai: { name: 'Thai', package: noto('thai'), ...JOINED },
  Lao: { name: 'Lao', package: noto('lao'), ...JOINED },
  Khmer: { name: 'Khmer', package: noto('khmer'), ...JOINED },
  Myanmar: { name: 'Burmese', package: noto('myanmar'), ...JOINED },
  Tibetan: { name: 'Tibetan', package: '@fontsource/noto-serif-tibetan', ...JOINED },
  Georgian: { name: 'Georgian', package: noto('georgian') },
  Armenian: { name: 'Armenian', package: noto('armenian') },
  Ethiopic: { name: 'Ethiopic', package: noto('ethiopic') },
  Latin: { name: 'Latin', package: '@fontsource/noto-sans' },
  Greek: { name: 'Greek', package: '@fontsource/noto-sans' },
  Cyrillic: { name: 'Cyrillic', package: '@fontsource/noto-sans' },
} as const satisfies Readonly<Record<string, Script>>;

type ScriptName = keyof typeof SCRIPTS;
const NAMES = Object.keys(SCRIPTS).filter((name): name is ScriptName => Object.hasOwn(SCRIPTS, name));

function classOf(chosen: (script: Script) => boolean): string {
  const names = NAMES.filter((name) => chosen(SCRIPTS[name]));
  return names.map((name) => `\\p{Script=${name}}`).join('');
}

const RIGHT = `[${classOf((script) => script.rightToLeft === true)}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Mandaic}\\p{Script=Samaritan}\\p{Script=Hanifi_Rohingya}]`;
/** A letter of a script that runs from right to left; its figures do not. */
export const RIGHT_TO_LEFT_LETTER = new RegExp(`(?!\\p{Number})${RIGHT}`, 'u');
/** Signs that are taken from the font of such letters, where it has them: they stand among them and look their way. */
export const SIGNS_AMONG = '()[]{}<>«»‹›.,:;!?"\'-–—/…%*+=&#@';
/** A letter of a script whose letters join, move or stack. */
export const JOINED_LETTER = new RegExp(`[${classOf((script) => script.joined === true)}]|${RIGHT}`, 'u');
/** A letter set alone whatever stands beside it: on a square of its own. */
export const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u30ff\uff00-\uffef]/u;

/** What draws nothing, and need not. */
export const BLANK = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u;
/** The same where no font has it. */
export const IGNORED = /^\p{Default_Ignorable_Code_Point}*$/u;
/** A mark that is set with its letter, in the letter's font. */
export const MARK = /\p{Mark}/u;

/** The main font draws it as a hyphen. */
const SOFT_HYPHEN = '\u00ad';

/** True of a character that does not stand by itself: it is set by its neighbours, or is not to be seen. */
export function wantsShaping(character: string): boolean {
  if (character < '\u0300') return character === SOFT_HYPHEN;
  return MARK.test(character) || JOINED_LETTER.test(character);
}

const BY_SCRIPT = NAMES.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);
const known = new Map<string, ScriptName | null>();

/** The script of a letter with its marks; null for what many share (figures, signs) and scripts that are not in the table. */
export function scriptOf(letter: string): ScriptName | null {
  let script = known.get(letter);
  if (script === undefined) {
    script = BY_SCRIPT.find(([, letters]) => letters.test(letter))?.[0] ?? null;
    known.set(letter, script);
  }
  return script;
}

/** Signs that no script has: from, to, the packages that have most of them. */
const SIGNS: readonly (readonly [from: number, to: number, name: string, packages: readonly string[]])[] = [
  [0x0250, 0x02ff, 'phonetic signs', ['@fontsource/noto-sans']],
  [0x1d00, 0x20cf, 'signs', ['@fontsource/noto-sans']],
  [0x2100, 0x214f, 'mathematical signs', [noto('math')]],
  [0x2150, 0x218f, 'signs', [noto('symbols')]],
  [0x2190, 0x22ff, 'arrows and mathematical signs', [noto('math')]],
  [0x2300, 0x23ff, 'technical signs', [noto('math'), noto('symbols')]],
  [0x2400, 0x245f, 'signs', [noto('symbols-2')]],
  [0x2460, 0x24ff, 'signs in circles', [noto('symbols')]],
  [0x25a0, 0x25ff, 'geometric signs', [noto('math')]],
  [0x2600, 0x26ff, 'signs', [noto('symbols'), noto('symbols-2')]],
  [0x2700, 0x27bf, 'signs', [noto('symbols-2'), noto('symbols')]],
  [0x27c0, 0x27ff, 'mathematical signs', [noto('math')]],
  [0x2800, 0x28ff, 'Braille', [noto('symbols-2')]],
  [0x2900, 0x2bff, 'arrows and mathematical signs', [noto('math'), noto('symbols-2')]],
  [0x3000, 0x303f, 'Japanese', [noto('jp')]],
  [0xff00, 0xffef, 'Japanese', [noto('jp')]],
  [0x1d400, 0x1d7ff, 'mathematical letters', [noto('math')]],
  [0x1f000, 0x1f2ff, 'signs', [noto('symbols-2'), noto('symbols')]],
  [0x1f650, 0x1f67f, 'signs', [noto('symbols-2')]],
  [0x1f700, 0x1f8ff, 'signs', [noto('symbols-2')]],
];

export interface Wanted {
  /** What it is, as people call it: "Japanese", "emoji". */
  readonly name: string;
  /** npm packages that have it, the likeliest first. */
  readonly packages: readonly string[];
}

/** Which Chinese characters a language writes; `japanese`: kana stand beside them. */
function hanPackage(lang: string, japanese: boolean): string {
  const tag = lang.toLowerCase();
  if (tag.startsWith('ja') || (japanese && !tag.startsWith('zh'))) return noto('jp');
  if (tag.startsWith('ko')) return noto('kr');
  if (/^zh-(?:.*-)?(?:hk|mo)\b/.test(tag)) return noto('hk');
  return /^zh-(?:.*-)?(?:hant|tw)\b/.test(tag) ? noto('tc') : noto('sc');
}

/**
 * What a character is and which packages have it; null where we know none. `lang`: of the document, BCP 47; `japanese`:
 * kana stand in the same text.
 */
export function wantedFor(character: string, lang: string, japanese: boolean): Wanted | null {
  if (
    /\p{Emoji_Presentation}|\ufe0f|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}]/u.test(
      character,
    )
  )
    return { name: 'emoji', packages: ['@fontsource/noto-emoji'] };
  const code = character.codePointAt(0) ?? 0;
  const script = scriptOf(character);
  if (script !== null) {
    const { name, package: own } = SCRIPTS[script];
    return { name, packages: [own ?? hanPackage(lang, japanese)] };
  }
  const sign = SIGNS.find(([from, to]) => code >= from && code <= to);
  return sign ? { name: sign[2], packages: sign[3] } : null;
}

/** True of a language that is written from right to left (BCP 47). */
export function isRightToLeft(lang: string): boolean {
  return /^(?:ar|he|iw|fa|ur|yi|ps|sd|ug|ckb|dv|syr|ks)(?:-(?!latn)|$)/i.test(lang);
}
