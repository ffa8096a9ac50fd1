/** Whether a cell says that something is required. Words are data. */
import type { Requirement } from '../../framework/framework.ts';
import { fold } from './names.ts';

const REQUIRED = new Set(
  (
    'required mandatory must compulsory obligatory core yes y x true 1 essential pflicht j erforderlich ja notwendig ' +
    'obligatoire requis oui obligatorio requerido si obbligatorio verplicht 必须 必需 是 必須 はい'
  ).split(' '),
);
const OPTIONAL = new Set(
  (
    'optional desirable nice no n false 0 secondary bonus freiwillig wahlweise nein wunschenswert facultatif optionnel non ' +
    'opcional deseable facoltativo optioneel nee 可选 否 任意 いいえ'
  ).split(' '),
);
const SIGNS: Readonly<Record<string, Requirement>> = {
  ...{ '✓': 'required', '✔': 'required', '✅': 'required', '☑': 'required', '●': 'required' },
  ...{ '✗': 'optional', '✘': 'optional', '❌': 'optional', '○': 'optional', '☐': 'optional' },
};

/** null: it says something else. Nothing said is `unsaid`. */
export function requirementOf(text: string): Requirement | null {
  const bare = text.replace(/\ufe0f/g, '').trim();
  if (bare === '' || /^[-–—?]+$/.test(bare)) return 'unsaid';
  const sign = SIGNS[bare];
  if (sign !== undefined) return sign;
  const words = fold(bare);
  if (REQUIRED.has(words) || /^must have\b/.test(words)) return 'required';
  if (OPTIONAL.has(words) || /^(?:nice to have|not required|can have)\b/.test(words)) return 'optional';
  return null;
}
