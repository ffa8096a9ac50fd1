/** File names made of what a person typed: readable, the same everywhere, safe on every disk. */

import { createHash } from 'node:crypto';

const LONGEST = 40;
/** Bytes of a file's name without its ending: file systems take 255, with the ending and ".bak2". */
const MOST_BYTES = 200;
const HASH = 8;

/**
 * A name as part of a file name: NFC, small letters, each run of what is no letter, mark or digit (Unicode) one hyphen,
 * none at the ends, 40 characters at most (CLI.md, File names). '' where nothing is left.
 */
export function namePart(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-');
  const short = [...plain.replace(/^-/, '')].slice(0, LONGEST).join('');
  return short.replace(/-$/, '');
}

/** What Windows takes for a device, with whatever ending: such a file cannot be copied there. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/i;

/**
 * A file's name of what a template makes: one name, never a path, with nothing that a file system refuses or that makes it
 * read otherwise than it is written; '' where nothing is left.
 */
export function safeName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]+/gu, '-')
    .replace(/^[-. ]+|[-. ]+$/g, '');
  return DEVICE.test(name) ? `_${name}` : name;
}

/** Names for which some disk has one file: they differ in case, or in how their accents are written, alone. */
export function foldedName(name: string): string {
  return name.normalize('NFD').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * The name and what comes after it, 200 bytes at most: of a longer one the name is cut, and ends in eight digits of its
 * hash, so that two long names stay two.
 */
export function shortName(name: string, after: string): string {
  const bytes = (text: string) => Buffer.byteLength(text);
  if (bytes(name) + bytes(after) <= MOST_BYTES) return name + after;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH);
  const room = MOST_BYTES - bytes(after) - HASH - 1;
  let kept = '';
  let size = 0;
  for (const sign of name) {
    size += bytes(sign);
    if (size > room) break;
    kept += sign;
  }
  return `${[kept.replace(/[-+. ]+$/, ''), hash].filter(Boolean).join('-')}${after}`;
}
