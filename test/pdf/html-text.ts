/** What a rendered HTML says, held against a PDF's text without white space: every text once, in order. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const TAG = /(<!\[CDATA\[.*?\]\]>|<!---?>|<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>)/s;
/** What the setting puts before an item. */
const MARK = '(?:–|\\d+\\.?)?';

function pattern(html: string): readonly string[] {
  return html.split(TAG).flatMap((part, i) => {
    if (i % 2 === 1) return part === '<li>' ? [MARK] : [];
    const text = part.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all).replace(/\s+/g, '');
    return text === '' ? [] : [text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  });
}

/** True if the text says what the HTML says, and nothing else. */
export function says(text: string, html: string): boolean {
  return new RegExp(`^${pattern(html).join('')}$`, 'u').test(text);
}

/**
 * True if the text says what the HTML says, with other text between: definitions of links are set as text. Since no link
 * is made of them, emphasis and underlined headings may be found where links would have been: their signs do not count.
 */
export function saysAmong(text: string, html: string): boolean {
  const bare = (part: string) => part.replace(/\\\*|[*=]/g, '');
  const parts = pattern(html).map((part) => (part === MARK ? part : bare(part)));
  return new RegExp(parts.join('.*?'), 'su').test(bare(text));
}
