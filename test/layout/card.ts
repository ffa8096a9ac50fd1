/** A scorecard's Markdown with texts of any length and any number of skills and points, as our template writes it. */

const WORDS =
  'Agrees before a product is built which result allows its release and holds back one that misses it; then measures how often a judging model agrees with people and turns each failure met in use into a case';

/** Words of about so many letters, the same for the same number. */
export function words(letters: number): string {
  let text = '';
  for (const word of WORDS.repeat(Math.ceil(letters / WORDS.length) + 1).split(' ')) {
    if (text.length + word.length > letters) break;
    text += `${text === '' ? '' : ' '}${word}`;
  }
  return text;
}

export interface CardSkill {
  readonly name?: string;
  /** Letters of each text; 0: the skill has no question. */
  readonly question?: number;
  readonly listen?: number;
  readonly anchor?: number;
  readonly points?: number;
  readonly lines?: number;
}

const NOTES = (mark: string): string => `<!-- notes ${mark} -->\n\n____\n\n<!-- /notes -->\n`;

/** One skill: say, listen for, write, rate. */
export function skillBlock(id: string, skill: CardSkill = {}): string {
  const { name = `Skill ${id}`, question = 130, listen = 50, anchor = 150, points = 4, lines = 6 } = skill;
  const item = `- ${words(listen)}`;
  const evidence = NOTES(`evidence/${id} "${name}: evidence" lines=${lines}+`);
  const asked =
    question === 0
      ? `### **1** Say _your question_\n\n${NOTES(`question/${id} "Question" lines=2`)}\n### **2** Write\n\n${evidence}`
      : `<!-- row 1.25 6.75 4 -->

### **1** Say

<!-- next -->

> **“${words(question)}?”**

<!-- next -->

#### If it did not come up, ask

- **a** ${words(45)}?
- **b** ${words(50)}?

<!-- /row -->

<!-- row 4 | 8 -->

### **2** Listen for

${item}
${item}
${item}

#### Warning signs

${item}
${item}

<!-- next -->

### **3** Write _what was said and done_

${evidence}
<!-- /row -->
`;
  const ids = Array.from({ length: points }, (_, i) => `p${i + 1}`);
  return `<!-- keep -->

<!-- row 4 8 -->

## **${id.toUpperCase()}** ${name} _Required · 12 min_

<!-- next -->

<!-- brief "What Senior asks stands under Point 3." -->

**Senior asks:** ${words(anchor)}.

<!-- /row -->

${asked}
<!-- row 4 6 | 2 -->

### **4** Rate _after writing_

<!-- next -->

**Not assessed:** <!-- choice not-assessed/${id} of=no-time,not-asked,did-not-come-up with=rating/${id} as=line -->

- [ ] no time
- [ ] not asked
- [ ] did not come up

<!-- next -->

<!-- check unsure/${id} "I am unsure" -->

- [ ] I am unsure

<!-- /row -->

<!-- choice rating/${id} "${name}: rating" of=${ids.join(',')} as=ruler -->

${ids.map((_, i) => `- [ ] **Point ${i + 1}.** ${words(anchor)}.`).join('\n')}

<!-- /keep -->
`;
}

const HEAD = `---
rubricate: 1
kind: scorecard
name: Interview scorecard
title: Senior Baker
lang: en
paper: A4
form: SCORECARD-BAKER-SENIOR-7F3A
foot:
  - "{candidate} | Scorecard · Senior Baker | **Page {page} of {pages}**"
  - "Framework 1.0.0 | Form SCORECARD-BAKER-SENIOR-7F3A | **Confidential** | Destroy after: 6 months from the decision"
continued: continued
---
`;

/** The whole form. */
export function card(skills: readonly CardSkill[]): string {
  const letters = skills.map((_, i) => String.fromCharCode(97 + i));
  return `${HEAD}
# Senior Baker

60 minutes. One interviewer, one candidate, one form.

<!-- cells 6 6 / 3 1.5 1.5 6 -->

- Candidate: ____________ <!-- field candidate -->
- Interviewer: ____________ <!-- field interviewer -->
- Date: ____________ <!-- field date -->
- Start: ______ <!-- field start -->
- End: ______ <!-- field end -->
- Adjustments agreed: ____________ <!-- field adjustments -->

<!-- row 1 1 -->

## Before you start

1. **Ask the same questions in the same words.** The probes may vary, the question may not.
2. **Write what was said and done,** not what you make of it: short words, numbers, names of things.
3. **Rate after writing.** First the notes, then the ruler; each skill on its own.
4. **Read nobody else’s form** and talk to no other interviewer until you have signed ([page](#independence)).

<!-- next -->

## Plan of the time

<!-- table watch "by my watch" 12 51 10 | 20 cols=-,-,watch -->

| clock | | min | by my watch |
| --- | --- | --: | --- |
${[
  'Opening',
  ...letters.map((l) => `**${l.toUpperCase()}** Skill ${l}`),
  'Candidate’s questions',
  'Closing',
  'End',
]
  .map((what, i) => `| **0:${10 + 5 * i}** | ${what} | 5 | ____ |`)
  .join('\n')}

<!-- /row -->

## Opening _0:00, say this_

> “${words(300)}.”

## Fair questions _from the company’s rules_

<!-- row 1 1 -->

**Ask:** ${words(120)}.

<!-- next -->

**Never ask:** ${words(120)}.

<!-- /row -->

## More notes _its letter first_

${NOTES('more "More notes" lines=3+')}
<!-- page -->

${skills.map((skill, i) => skillBlock(letters[i] ?? '', skill)).join('\n')}
<!-- page -->

<!-- row 1 1 -->

## Candidate’s questions _never rated_

${NOTES('questions "Questions" lines=5')}
<!-- next -->

## Closing _say this_

> “${words(240)}.”

<!-- /row -->

# After the interview

Alone, within the hour, before you read or hear anything from the others.

<!-- row 1 1 -->

## Strengths _skill letter first_

${NOTES('strengths "Strengths" lines=5+')}
<!-- next -->

## Concerns _skill letter first_

${NOTES('concerns "Concerns" lines=5+')}
<!-- /row -->

## For another interviewer to probe _the topic only_

${NOTES('probe "To probe" lines=2')}
## Recommendation

_Your own judgement, last of all._

<!-- choice recommendation "Recommendation" of=strong-no,no,yes,strong-yes off=no-decision as=ruler -->

- [ ] **Strong no**
- [ ] **No**
- [ ] **Yes**
- [ ] **Strong yes**
- [ ] **No decision**

## Independence

I finished this form before I read or discussed any other form on this candidate.

<!-- cells 6 3 3 -->

- Signature: ____________ <!-- field signature -->
- Date: ____________ <!-- field signed-on "Date of the signature" -->
- Time finished: ____________ <!-- field signed-at -->
`;
}
