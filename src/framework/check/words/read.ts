/**
 * words/LANGUAGE.yaml -> WordLists. A company's file adds to our lists, and takes words out of them under `take_out`; all is read
 * strictly, with Problems at the word. What cannot be read is left out, and the rest still counts.
 */
import { knownNames } from '../../../problems/nearest.ts';
import { type Problem, warning } from '../../../problems/problem.ts';
import type { Folder } from '../../../project/folder.ts';
import { Reader } from '../../reader.ts';
import { LANGUAGE, type Pair, type Value } from '../../value.ts';
import { type AskedAbout, LISTS, type List, TOPICS, WordLists, type Words } from './lists.ts';
import { LEAST_STEM, LISTED, outside, type Search, searchFor } from './search.ts';

const FILE = /^words\/([^/]+)\.yaml$/;
const NEVER = 'never_ask';
const LONGEST = 'longest_sentence';
const TAKE_OUT = 'take_out';

/** The keys of a file of words. */
export const WORD_FILE_KEYS = [...LISTS, NEVER, LONGEST, TAKE_OUT] as const;

interface Longest {
  spoken: number | null;
  written: number | null;
}

/** The words of one language as files are read, by list: "vague", "never_ask.age". */
interface Growing {
  readonly lists: Map<string, Set<string>>;
  readonly longest: Longest;
}

export interface LoadedWords {
  readonly words: WordLists;
  readonly problems: readonly Problem[];
}

/**
 * The words of all languages; those of a kind of one (de-AT) add to its own. `folders`: those of templates, the company's first,
 * ours last. Problems: those of data files;
 * `bad-word` for what is no word, and a warning `unknown-word` where one is taken out that is not there.
 */
export function loadWords(folders: readonly Folder[]): LoadedWords {
  const problems: Problem[] = [];
  const growing = new Map<string, Growing>();
  const oursFirst = [...folders].reverse();
  for (const language of languagesOf(folders)) {
    const into = startOf(growing.get(language.split('-')[0] ?? ''));
    for (const folder of oursFirst) {
      const file = folder.source(`words/${language}.yaml`);
      problems.push(...(file?.problems ?? []));
      if (file?.ok) readFile(new Reader(file.value, problems, language), into);
    }
    growing.set(language, into);
  }
  const made = [...growing].map(([language, read]) => [language.toLowerCase(), wordsFrom(read)] as const);
  return { words: new WordLists(new Map(made)), problems };
}

/** The languages that have a file, each after the one that it is a kind of. */
function languagesOf(folders: readonly Folder[]): readonly string[] {
  const found = folders.flatMap((folder) =>
    folder.list('words').flatMap((path) => FILE.exec(path)?.[1] ?? []),
  );
  return [...new Set(found)].filter((language) => LANGUAGE.test(language)).sort();
}

/** A language begins with the words of the one that it is a kind of. */
function startOf(base: Growing | undefined): Growing {
  const lists = [...(base?.lists ?? [])].map(([list, words]) => [list, new Set(words)] as const);
  return { lists: new Map(lists), longest: { spoken: null, written: null, ...base?.longest } };
}

function readFile(reader: Reader, into: Growing): void {
  const root = reader.root();
  if (!root) return;
  const pairs = root.pairs(WORD_FILE_KEYS);
  const taken = root.get(pairs, TAKE_OUT);
  for (const { list, word, at } of taken ? wordsIn(taken, taken.pairs([...LISTS, NEVER])) : []) {
    const there = into.lists.get(list) ?? new Set();
    if (there.delete(word)) continue;
    const help = knownNames(word, [...there]);
    const message = `The list "${list}" has no word "${word}"`;
    reader.problems.push(warning('unknown-word', message, at.span, { help }));
  }
  for (const { list, word } of wordsIn(root, pairs)) {
    const there = into.lists.get(list) ?? new Set();
    into.lists.set(list, there.add(word));
  }
  readLongest(root.get(pairs, LONGEST), into.longest);
}

interface ListedWord {
  readonly list: string;
  readonly word: string;
  readonly at: Value;
}

function wordsIn(map: Value, pairs: readonly Pair[]): readonly ListedWord[] {
  const never = map.get(pairs, NEVER);
  const topics = never ? never.pairs(TOPICS) : [];
  return [
    ...LISTS.flatMap((list) => listed(list, map.get(pairs, list))),
    ...TOPICS.flatMap((topic) => listed(`${NEVER}.${topic}`, never?.get(topics, topic) ?? null)),
  ];
}

function listed(list: string, value: Value | null): readonly ListedWord[] {
  return (value?.items() ?? []).flatMap((at): ListedWord[] => {
    const word = at.string('a word')?.trim() ?? null;
    if (word === null) return [];
    const stems = word.split(' ').filter((part) => part.endsWith('*'));
    if (LISTED.test(word) && stems.every((stem) => stem.length > LEAST_STEM)) return [{ list, word, at }];
    const help = `write letters and digits, with one space between words; * stands for any ending, after ${LEAST_STEM} letters at least`;
    at.reader.fail('bad-word', `"${word}" cannot be looked for`, at.span, help);
    return [];
  });
}

function readLongest(value: Value | null, into: Longest): void {
  const pairs = value?.pairs(['spoken', 'written']) ?? [];
  for (const key of ['spoken', 'written'] as const) {
    const read = value?.get(pairs, key);
    const number = read?.number() ?? null;
    if (!read || number === null) continue;
    if (Number.isInteger(number) && number > 0) into[key] = number;
    else
      read.reader.fail(
        'out-of-range',
        `"${key}" must be a number of words`,
        read.span,
        'write it such as 25',
      );
  }
}

function wordsFrom({ lists, longest }: Growing): Words {
  const listed = (key: string): readonly string[] => [...(lists.get(key) ?? [])];
  const terms = searchFor(listed('terms'));
  const search = (list: readonly string[]): Search => outside(searchFor(list), terms);
  const byList = Object.fromEntries(LISTS.map((list) => [list, search(listed(list))])) as Record<
    List,
    Search
  >;
  const topics = TOPICS.map((topic) => ({ topic, phrases: listed(`${NEVER}.${topic}`) }));
  const byTopic = topics.map(({ topic, phrases }) => ({ topic, has: searchFor(phrases) }));
  // One search for all: there are hundreds of phrases, and hardly one is found.
  const any = search(topics.flatMap(({ phrases }) => phrases));
  const neverAsk = (text: string): readonly AskedAbout[] =>
    any(text).flatMap((found) => {
      const about = byTopic.find(({ has }) => has(found.words).length > 0);
      return about ? [{ ...found, topic: about.topic }] : [];
    });
  return { ...byList, terms, neverAsk, longest };
}
