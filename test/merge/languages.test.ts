/**
 * The languages that ship: each says all that English says, with the same names left open and the plural forms of its
 * language; German is German in every text, and its headings' notes stay short.
 */
import { describe, expect, it } from 'vitest';
import { loadMessages, type Message, messageLanguages, placeholdersOf } from '../../src/merge/messages.ts';
import { must, named, ours } from './harness.ts';

const messagesOf = (language: string) =>
  [...must(loadMessages([ours], 'en', named(language))).byKey].sort(([a], [b]) => (a < b ? -1 : 1));
const english = messagesOf('en');
const others = messageLanguages([ours]).filter((language) => language !== 'en');

const isPlural = ({ forms }: Message) => Object.keys(forms).length > 1;

it('are English and German', () => {
  expect(messageLanguages([ours])).toEqual(['de', 'en']);
});

describe.each(others)('the messages in %s', (language) => {
  const own = messagesOf(language).filter(([, message]) => message.language === language);

  it('have the keys of the English ones', () => {
    expect(own.map(([key]) => key)).toEqual(english.map(([key]) => key));
  });

  it('leave the same names open', () => {
    const open = (all: typeof own) =>
      all.map(([key, message]) => [key, [...placeholdersOf(message)].sort()] as const);
    expect(open(own)).toEqual(open(english));
  });

  it('have every plural form of the language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const plurals = own.filter(([, message]) => isPlural(message));
    expect(plurals.map(([key]) => key)).toEqual(
      english.filter(([, message]) => isPlural(message)).map(([key]) => key),
    );
    for (const [key, { forms }] of plurals)
      expect(Object.keys(forms).sort(), key).toEqual([...pluralCategories].sort());
  });

  it('keep the notes of headings under 60 characters', () => {
    const notes = own.filter(([key]) => key.endsWith('note'));
    for (const [key, { forms }] of notes)
      for (const text of Object.values(forms)) expect(text.length, key).toBeLessThan(60);
  });
});

describe('the German messages', () => {
  const texts = messagesOf('de').flatMap(([key, { forms }]) =>
    Object.values(forms).map((text) => [key, text] as const),
  );

  it('have German quotation marks, opened and closed', () => {
    for (const [key, text] of texts.filter(([name]) => !name.startsWith('quote.'))) {
      expect(text, key).not.toMatch(/[”"'‘]/);
      expect(text.split('„').length, key).toBe(text.split('“').length);
    }
  });

  it('address nobody but the candidate, who is “Sie” in the brief that is theirs', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toMatch(/\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*)\b/i);
      if (!key.startsWith('brief.'))
        expect(text, key).not.toMatch(/\b(?:Ihnen|Ihr|Ihre[mnrs]?)\b|(?<=\w )Sie\b/);
    }
    expect(texts.filter(([key, text]) => key.startsWith('brief.') && /\bSie\b/.test(text))).not.toEqual([]);
  });
});
