/** A small form with every kind of field. */
export const form = `---
rubricate: 1
name: Form
title: "A form"
lang: en
foot:
  - "{candidate} | **Page {page} of {pages}**"
continued: continued
---

# A form

One line about it.

<!-- cells 6 6 / 12 -->

- Candidate: ____________ <!-- field candidate required=yes -->
- Level: **Senior**
- Conflict: <!-- choice conflict of=none,some as=line -->
  - [ ] none
  - [ ] some

<!-- page -->

<!-- keep -->

<!-- row 4 | 8 -->

## **A** Reading _Required_

<!-- next -->

> **“What did you read last?”**

<!-- /row -->

### **3** Write _in plain words_

<!-- notes evidence/reading "Reading: evidence" lines=6+ -->

________________________________________

<!-- /notes -->

**Not assessed:** <!-- choice not-assessed/reading "Reading: not assessed" of=no-time,not-asked with=rating/reading as=line -->

- [ ] no time
- [ ] not asked

<!-- choice rating/reading "Reading: rating" of=below,meets off=none as=ruler -->

- [ ] **Below.** Reads little.
- [ ] **Meets.** Reads much.
- [ ] **None**

<!-- /keep -->

<!-- check seen "Seen" of=one,two -->

- [ ] One
- [ ] Two

<!-- check sure -->

- [ ] I am sure

Decided on: ____ <!-- field when -->

<!-- table rate "Standing" 6 2 2 | 8 rows=reading,writing cols=low,high,why -->

| Skill | Low | High | Why |
| --- | :-: | :-: | --- |
| **1** Reading | [ ] | [ ] | ____ |
| **2** Writing | [ ] | [ ] | ____ |

<!-- table proof "Proof" 2 5 rows=result lines=2 -->

| | Evidence |
| --- | --- |
| **Result** | before: ____ <!-- field before --><br>after: ____ <!-- field after --> |
`;
