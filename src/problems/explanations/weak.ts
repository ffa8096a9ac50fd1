/** What is weak in a rubric that loads, and what excuses it. Each rule's own file has its reason and source (framework/check/weak). */
import type { Explanations } from './explanation.ts';

const LADDER = 'roles: all\nrequired: false\nexpectations:\n';

export const WEAK = {
  'same-text': {
    severity: ['warning'],
    means:
      'Two levels of a ladder have the same text, or nearly. Side by side under the rating there is nothing to choose by.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests for each change.\n  senior: Writes tests for each change.\n  lead: Sets what several teams test, and drops what finds nothing.`,
    mend: 'Say what is new at the higher level: the scope, who chooses, for whom it is done.',
    mended: `${LADDER}  junior: Writes tests for each change.\n  senior: Decides what the team tests, from the faults that users met.\n  lead: Sets what several teams test, and drops what finds nothing.`,
  },
  'asks-less': {
    severity: ['warning'],
    means:
      'A level asks for a part of what the level below asks. Who meets the lower level would exceed the higher one.',
    place: 'skill',
    example: `${LADDER}  junior: [Writes tests for each change., Names what was not tested., Keeps the tests fast.]\n  senior: [Writes tests for each change.]\n  lead: Sets what several teams test, and drops what finds nothing.`,
    mend: 'Write what the higher level adds; what the lower one asks need not be said again.',
    mended: `${LADDER}  junior: [Writes tests for each change., Names what was not tested.]\n  senior: [Decides what the team tests, Finds the fault that the tests miss.]\n  lead: Sets what several teams test, and drops what finds nothing.`,
  },
  'unequal-steps': {
    severity: ['warning'],
    means:
      'The texts of two neighbouring levels are of very different length, so that the short one reads like a title beside the other.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests.\n  senior: Decides what the team tests, from the faults that users met in the last quarter, writes down which risks stay untested and why, shows the others how a test is made that fails for one reason alone, and takes those out that nobody believes any more.\n  lead: Sets what several teams test, and drops what finds nothing.`,
    mend: 'Write each level in 20 to 45 words, or in as many statements.',
    mended: `${LADDER}  junior: Writes tests for each change.\n  senior: Decides what the team tests, from the faults that users met.\n  lead: Sets what several teams test, and drops what finds nothing.`,
  },
  'level-left-out': {
    severity: ['warning'],
    means:
      'A skill asks something of a level and of one above it, and says nothing of a level between. Who is rated there is rated without the skill.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests for each change.\n  lead: Sets what several teams test, and drops what finds nothing.`,
    mend: 'Write the text; or say that it is meant: status: not-applicable, status: not-defined, or same_as.',
    mended: `${LADDER}  junior: Writes tests for each change.\n  senior: { same_as: lead }\n  lead: Sets what several teams test, and drops what finds nothing.`,
  },
  'no-behaviour': {
    severity: ['warning'],
    means:
      'The text says what somebody can, knows or wants. A rating needs what was said or done, and nobody sees an ability.',
    place: 'skill',
    example: `${LADDER}  junior: Understands how tests are written.`,
    mend: 'Begin with what is done: "writes", not "can write".',
    mended: `${LADDER}  junior: Writes tests for each change.`,
  },
  'two-deeds': {
    severity: ['advice'],
    means:
      'One sentence joins two deeds that are done to two things. Who does one of them can be rated by neither. It is advice: steps of one deed may be joined.',
    place: 'skill',
    example: `${LADDER}  junior: Mentors new colleagues and designs the interface of a service.`,
    mend: 'Make two statements of it, or two skills, or take one out.',
    mended: `${LADDER}  junior: [Mentors new colleagues., Designs the interface of a service.]`,
  },
  'vague-words': {
    severity: ['warning'],
    means: 'A word that two readers take to mean two things. Scope tells levels apart; adverbs only seem to.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests effectively.`,
    mend: 'Take it out, or say what is done: for whom, how much, how often, by when.',
    mended: `${LADDER}  junior: Writes tests for each change.`,
  },
  'character-words': {
    severity: ['warning'],
    means:
      'A word for what somebody is like. Character is judged by likeness to oneself, behaviour by evidence.',
    place: 'skill',
    example: `${LADDER}  junior: Is a passionate writer of tests.`,
    mend: 'Say what such a person does that others could see.',
    mended: `${LADDER}  junior: Writes tests for each change.`,
  },
  'gender-coded-words': {
    severity: ['warning'],
    means:
      'A word that readers take for one for men, or for women. In advertisements such words kept people away who never noticed them.',
    place: 'skill',
    example: `${LADDER}  junior: Takes a dominant part in planning the tests.`,
    mend: 'Say the deed in another word, or leave it out.',
    mended: `${LADDER}  junior: Writes tests for each change.`,
  },
  'long-sentence': {
    severity: ['warning'],
    means: 'A sentence is too long to be heard, or to be read while somebody speaks.',
    place: 'skill',
    example:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: "When you think of the colleague whom you worked with for the longest time of all in the last years, and of what that colleague could do at the end which was out of reach at the beginning, what was your own part in that, as you see it today?" }',
    mend: 'Make two sentences of it. What the interviewer may add goes into the probes.',
    mended:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: Whom did you mentor longest? What was your part in it? }',
  },
  'no-question': {
    severity: ['warning'],
    means:
      'A skill is required of a role at a level, and no question fits there. Each interviewer makes up one, and candidates cannot be compared.',
    place: 'skill',
    example:
      'questions:\n  - { id: q1, kind: did, levels: [junior], minutes: 10, listen_for: [Names the colleague], ask: Whom did you mentor longest? }',
    mend: 'Write a question for the level, or add the level to one that fits.',
    mended:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: Whom did you mentor longest? }',
  },
  'nothing-to-listen-for': {
    severity: ['warning'],
    means:
      'A question does not say what to listen for. What a good answer holds should stand there before the first candidate.',
    place: 'skill',
    example: 'questions:\n  - { id: q1, kind: did, minutes: 10, ask: Whom did you mentor longest? }',
    mend: 'Write two or three things that tell this level from its neighbours.',
    mended:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: Whom did you mentor longest? }',
  },
  'forbidden-question': {
    severity: ['warning'],
    means:
      'A question asks about age, family, origin, religion, politics, health or pay: what must not count. In many countries the law forbids it. This is no legal advice, and no list is complete.',
    place: 'skill',
    example:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: Do you have children? }',
    mend: 'Ask about the task itself: whether somebody can do it, with or without adjustments.',
    mended:
      'questions:\n  - { id: q1, kind: did, minutes: 10, listen_for: [Names the colleague], ask: Whom did you mentor longest? }',
  },
  'bad-excuse': {
    severity: ['warning'],
    means: 'A comment begins like an excuse and is none: it names no rule, or no reason after a colon.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests effectively. # excuse vague-words`,
    mend: 'Write the code, a colon and the reason.',
    mended: `${LADDER}  junior: "Writes tests effectively." # excuse vague-words: the word of our handbook, which says when`,
  },
  'unknown-excuse': {
    severity: ['warning'],
    means: 'An excuse names a rule that there is not, so it excuses nothing.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests effectively. # excuse vague-word: the word of our handbook`,
    mend: 'Take the code from the message that is to be excused.',
    mended: `${LADDER}  junior: Writes tests effectively. # excuse vague-words: the word of our handbook`,
  },
  'useless-excuse': {
    severity: ['warning'],
    means: 'An excuse stands where its rule finds nothing. It would hide the next mistake.',
    place: 'skill',
    example: `${LADDER}  junior: Writes tests for each change. # excuse vague-words: the word of our handbook`,
    mend: 'Take it out; or put it on the line of the text, or alone on the line above.',
    mended: `${LADDER}  junior: Writes tests for each change.`,
  },
  'unknown-word': {
    severity: ['warning'],
    means: 'A list of words takes out a word that it does not have, so nothing changes.',
    place: 'files',
    example: 'take_out: { vague: [best practises] } in templates/words/en.yaml',
    mend: 'Write the word as the list has it.',
  },
  'bad-word': {
    severity: ['error'],
    means:
      'A word of a list cannot be looked for: it has other signs than letters, digits and hyphens, or a * after too few letters.',
    place: 'files',
    example: 'vague: [as*] in templates/words/en.yaml',
    mend: 'Write whole words with one space between them; * stands for any ending, after at least three letters.',
  },
} satisfies Explanations;
