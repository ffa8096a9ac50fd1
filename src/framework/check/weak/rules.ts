/** The rules of weak rubrics: what loads and renders, and yet does not serve those who rate and are rated by it. */
import type { Rule } from '../rule.ts';
import type { WordLists } from '../words/lists.ts';
import { asksLess } from './asks-less.ts';
import { characterWords } from './character-words.ts';
import { forbiddenQuestion } from './forbidden-question.ts';
import { genderCodedWords } from './gender-coded-words.ts';
import { levelLeftOut } from './level-left-out.ts';
import { longSentence } from './long-sentence.ts';
import { noBehaviour } from './no-behaviour.ts';
import { noQuestion } from './no-question.ts';
import { nothingToListenFor } from './nothing-to-listen-for.ts';
import { sameText } from './same-text.ts';
import { twoDeeds } from './two-deeds.ts';
import { unequalSteps } from './unequal-steps.ts';
import { vagueWords } from './vague-words.ts';

/** All of them. `words`: the lists of words by language. */
export function weakRules(words: WordLists): readonly Rule[] {
  return [
    sameText(words),
    asksLess(words),
    unequalSteps,
    levelLeftOut,
    noBehaviour(words),
    twoDeeds(words),
    vagueWords(words),
    characterWords(words),
    genderCodedWords(words),
    longSentence(words),
    noQuestion,
    nothingToListenFor,
    forbiddenQuestion(words),
  ];
}
