/** A name made of a file's name, spelt as texts spell it: "site-llm-fine-tuning.de" is "LLM fine-tuning" where they say that. */

/** Without the ending of a language, and without words at the beginning that the texts do not say. */
export function nameInTexts(file: string, texts: readonly string[]): string {
  const words = file
    .replace(/\.(?:[a-z]{2})(?:[-_][A-Za-z]{2,4})?$/, '')
    .split(/[-_.\s]+/)
    .filter((word) => word !== '');
  const text = texts.join('\n');
  for (let from = 0; from < words.length; from++) {
    const part = words.slice(from);
    if (part.length < 2 && from > 0) break;
    const spelt = spelling(part, text);
    if (spelt !== null) return spelt;
  }
  const plain = words.join(' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The commonest spelling of words that follow one another. */
function spelling(words: readonly string[], text: string): string | null {
  const pattern = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('[-\\s/]?');
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')))
    counts.set(found, (counts.get(found) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best ? best[0].charAt(0).toUpperCase() + best[0].slice(1) : null;
}
