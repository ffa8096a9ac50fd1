/** Our forms over the tiny framework, word for word. */
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../src/markdown/marks.ts';
import { loadMessages } from '../../src/merge/messages.ts';
import { golden } from './golden.ts';
import { baker, bakerStep, bodyOf, clean, merged, must, named, ours, tiny } from './harness.ts';

describe('the scorecard', () => {
  it('is the golden one, and every mark in it can be read', () => {
    const { text, name } = merged('scorecard', baker({ interview: 'dough-talk' }));
    golden('scorecard', text);
    clean(text);
    expect(name).toBe('scorecard-baker-senior-dough-talk');
  });

  it('is the golden one in German, around data that is in English', () => {
    const language = { document: 'de', framework: 'en' };
    const messages = must(loadMessages([ours], 'en', named('de')));
    const { text } = merged('scorecard', baker({ interview: 'dough-talk' }, tiny, language), messages);
    golden('scorecard.de', text);
    clean(text);
  });

  it('says nothing of other interviews without an interview', () => {
    const { text } = merged('scorecard', baker());
    clean(text);
    expect(text).toContain('\n45 minutes. One interviewer');
    expect(text).not.toContain('covered where');
  });

  it('leaves out each section whose data is absent, with its heading', () => {
    const view = baker({ interview: 'dough-talk' });
    const company = {
      ...view.company,
      opening: [],
      closing: [],
      fairQuestions: null,
      adjustments: [],
      access: [],
      retention: { scorecard: null, promotion: null },
    };
    const { text } = merged('scorecard', { ...view, company });
    const headings = clean(text).blocks.flatMap((b) => (b.type === 'heading' ? [b.anchor] : []));
    expect(headings).not.toContain('fair-questions-from-the-companys-rules-no-legal-advice');
    expect(text).not.toMatch(/Opening _0:00|## Closing|Destroy after|Reading this form|Adjustments:\*\*/);
    expect(text).toContain('## Candidate’s questions');
  });

  it('has room for the interviewer’s own question where none fits', () => {
    const { text } = merged('scorecard', baker({ skills: ['teaching'] }));
    const ids = clean(text).fields.map((field) => field.id);
    expect(ids).toContain('question/teaching');
    expect(text).toContain('### **2** Write');
    expect(text).toContain('### **3** Rate');
  });

  it('offers the short strip only where the anchor is the expectation in one paragraph', () => {
    const { text } = merged('scorecard', baker({ interview: 'dough-talk' }));
    const briefs = text.split('<!-- brief ').length - 1;
    expect(briefs).toBe(1);
    expect(text).toContain(
      '<!-- brief "What Senior asks stands under Meets." -->\n\n**Senior asks:** Decides',
    );
  });

  it('prints neither required nor optional where nothing is said', () => {
    const view = baker({ interview: 'dough-talk' });
    const skills = view.skills.map((skill) => ({ ...skill, requirement: 'unsaid' as const }));
    const { text } = merged('scorecard', { ...view, skills, nothingSaid: true, noneRequired: true });
    expect(text).toContain('## **A** Kneading _16 min · 0:05 to 0:21_');
    expect(text).not.toMatch(/Required|Optional/);
  });

  it('says the level whose text it is, and the grade where that is all', () => {
    const view = baker({ skills: ['tasting'] });
    const working = { text: 'Working', lang: null };
    const skills = view.skills.map((skill) => ({
      ...skill,
      asks: { ...skill.asks, sameAs: { text: 'Lead', lang: null }, label: working },
      anchors: skill.anchors.map((anchor) => ({
        ...anchor,
        words: { ...anchor.words, lead: null, grade: working },
      })),
    }));
    const { text } = merged('scorecard', { ...view, skills });
    clean(text);
    expect(text).toContain('**Senior asks, at the grade Working:** As Lead: Decides');
    expect(text).toContain('- [ ] **Meets.** Works at the grade Working.');
  });

  it('has one form id for one blank form, and another for another', () => {
    const one = merged('scorecard', baker({ interview: 'dough-talk' }));
    const again = merged('scorecard', baker({ interview: 'dough-talk' }));
    const other = merged('scorecard', baker({ interview: 'shop-talk' }));
    expect(one.form).toMatch(/^SCORECARD-BAKER-SENIOR-[0-9A-F]{4}$/);
    expect(again.text).toBe(one.text);
    expect(other.form).not.toBe(one.form);
  });

  it('counts the ids that would make its form id too long for the foot', () => {
    const ids = ['baker', 'senior', 'kneading-by-hand', 'tasting-with-others', 'heat'];
    const { form } = merged('scorecard', { ...baker(), ids });
    expect(form).toMatch(/^SCORECARD-BAKER-SENIOR-KNEADING-BY-HAND\+2-[0-9A-F]{4}$/);
  });

  it('is named by its skills where they were chosen', () => {
    const { name, form } = merged('scorecard', baker({ skills: ['tasting', 'kneading'] }));
    expect(name).toBe('scorecard-baker-senior-tasting+kneading');
    expect(form).toMatch(/^SCORECARD-BAKER-SENIOR-TASTING-KNEADING-[0-9A-F]{4}$/);
  });
});

describe('the promotion packet', () => {
  it('is the golden one, and every mark in it can be read', () => {
    const { text, name } = merged('promotion', bakerStep());
    golden('promotion', text);
    clean(text);
    expect(name).toBe('promotion-baker-middle-to-senior');
  });

  it('links each row to the block of its skill', () => {
    const { text } = merged('promotion', bakerStep());
    const anchors = [...text.matchAll(/\[page\]\(#(\d-[^)]*)\)/g)].map((match) => match[1]);
    expect(anchors).toHaveLength(3);
    expect(anchors).toContain(anchorOf('1 Kneading Required at Senior'));
  });

  it('says once what both levels ask alike', () => {
    const view = bakerStep();
    const [first, ...others] = view.skills;
    if (!first) throw new Error('The step has a skill.');
    const skill = { ...first, today: { state: 'asked' as const, asks: first.next } };
    const both = merged('promotion', { ...view, skills: [skill, ...others] }).text;
    const once = merged('promotion', { ...view, skills: [{ ...skill, unchanged: true }, ...others] }).text;
    clean(once);
    expect(both).toContain('Middle asks today:');
    expect(once.split('\n').filter((line) => line === '_The same as at Middle._')).toHaveLength(1);
    expect(once.length).toBeLessThan(both.length);
  });

  it('names both roles where the step leads to another', () => {
    const view = bakerStep({ role: 'clerk', from: 'middle', to: 'senior', toRole: 'baker' });
    const { text, name, form } = merged('promotion', view);
    clean(text);
    expect(name).toBe('promotion-clerk-middle-to-baker-senior');
    expect(form).toMatch(/^PROMOTION-CLERK-MIDDLE-BAKER-SENIOR-[0-9A-F]{4}$/);
    expect(text).toContain('From **Clerk, Middle** to **Master Baker**.');
    expect(text).toMatch(/^role: clerk\nlevel: senior\nfrom: middle\nto-role: baker$/m);
  });

  it('counts, and lists no page, where over twelve skills are rated', () => {
    const view = bakerStep();
    const { text } = merged('promotion', { ...view, manyRated: true });
    clean(text);
    expect(text).toContain('shown-count');
    expect(text).not.toContain('shown-page');
  });

  it('neither counts nor says required where nothing is said', () => {
    const view = bakerStep();
    const unsaid = { requirement: 'unsaid', became: 'none' } as const;
    const groups = view.groups.map((group) => ({
      ...group,
      kind: 'deeper' as const,
      changes: group.changes.map((change) => ({ ...change, ...unsaid })),
    }));
    const skills = view.skills.map((skill) => ({ ...skill, requirement: 'unsaid' as const }));
    const { text } = merged('promotion', { ...view, groups, skills, noneRequired: true, nothingSaid: true });
    clean(text);
    expect(bodyOf(text).replace(/ required=yes/g, '')).not.toMatch(/required|optional|of 2|shown-count/i);
  });
});

/** The headings of a document, as a person reads them. */
function headingsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^#+ /.test(line));
}

/** The view of a role that has no interviews. */
function withoutLoop() {
  return { ...baker(), loop: null };
}

describe('the family of a profile', () => {
  it.each(['self-assessment', 'feedback', 'candidate-brief', 'plan'])('%s is the golden one', (kind) => {
    const { text, name } = merged(kind, baker());
    golden(kind, text);
    clean(text);
    expect(name).toBe(`${kind}-baker-senior`);
  });

  it('asks the person for each skill by the ids of the packet', () => {
    const { fields } = clean(merged('self-assessment', baker()).text);
    const packet = clean(merged('promotion', bakerStep()).text).fields.map(({ id }) => id);
    const ids = fields.map(({ id }) => id);
    for (const { id } of baker().criteria)
      expect(ids).toEqual(expect.arrayContaining([`evidence/${id}`, `standing-self/${id}`, `next/${id}`]));
    expect(packet).toEqual(
      expect.arrayContaining(['standing-self/kneading', 'no-opportunity-self/kneading']),
    );
    expect(ids).toContain('no-opportunity-self/kneading');
  });

  it('binds each of the peer’s questions to the skills, and rates nobody', () => {
    const { text } = merged('feedback', baker({ skills: ['tasting', 'kneading'] }));
    const { fields } = clean(text);
    expect(
      fields.filter(({ id }) => id.startsWith('about/')).map((f) => 'options' in f && f.options),
    ).toEqual([
      ['tasting', 'kneading'],
      ['tasting', 'kneading'],
    ]);
    expect(fields.filter(({ kind }) => kind === 'choice').map(({ id }) => id)).toEqual(['team', 'pass-on']);
    expect(text).not.toContain('as=ruler');
  });

  it('asks a peer no letter where there is one skill, and what was seen where the company asks nothing', () => {
    const view = baker({ skills: ['tasting'] });
    const one = clean(merged('feedback', view).text).fields.map(({ id }) => id);
    expect(one).toContain('answer/1');
    expect(one).not.toContain('about/1');
    const { text } = merged('feedback', { ...view, company: { ...view.company, peerQuestions: [] } });
    expect(clean(text).fields.map(({ id }) => id)).toContain('answer');
    expect(headingsOf(text)).toContain('## What did you see, and what came of it?');
  });

  it('tells the candidate the topics, and nothing that an interviewer listens for', () => {
    const view = baker();
    const { text } = merged('candidate-brief', view);
    for (const said of ['Writes the recipes', 'Decides what may be sold', 'Ten loaves', 'Names the cause'])
      expect(text).not.toContain(said);
    expect(text).toContain('| **1** | **Dough talk**<br>With: A baker of another shop<br>In the kitchen |');
    expect(text).toContain('at the end of each interview: 5 minutes.');
  });

  it('tells the candidate what it can where there are no interviews and no company texts', () => {
    const view = withoutLoop();
    const company = { ...view.company, adjustments: [], access: [] };
    const { text } = merged('candidate-brief', { ...view, company });
    clean(text);
    expect(text).toContain('These are the topics.');
    expect(text).not.toContain('and with whom');
    expect(headingsOf(text)).toEqual([
      '# Master Baker',
      '## What we will talk about',
      '## How to prepare',
      '## What you can count on',
      '## What I want to ask _for you; nobody collects this page_',
    ]);
  });

  it.each(['adjustments', 'access'])('tells the candidate the company’s words on %s alone', (left) => {
    const view = baker();
    const { adjustments, access } = view.company;
    const company = { ...view.company, adjustments: [], access: [], [left]: { adjustments, access }[left] };
    const { text } = merged('candidate-brief', { ...view, company });
    clean(text);
    expect(headingsOf(text)).toHaveLength(6);
    expect(text.split('<!-- row ')).toHaveLength(2);
  });

  it('plans with words for a gap, for too much, and for an interview that asks nothing', () => {
    const view = baker();
    const loop = view.loop ?? { interviews: [], minutes: 0, coverage: [], gaps: [], tooOften: [] };
    const kneading = { text: 'Kneading', lang: null };
    const coverage = loop.coverage.map((row, i) =>
      i === 0
        ? { ...row, times: 0, state: 'gap' as const }
        : { ...row, times: 3, state: 'too-often' as const },
    );
    const interviews = loop.interviews.map((interview) => ({ ...interview, skills: [] }));
    const changed = { ...loop, interviews, coverage, gaps: [kneading], tooOften: [kneading] };
    const { text } = merged('plan', { ...view, loop: changed });
    clean(text);
    expect(text).toContain('| 0, **a gap** |');
    expect(text).toContain('| 3, **too often** |');
    expect(text).toContain('**Required and asked by no interview:** Kneading. Add it');
    expect(text).toContain('**Asked by more than two interviews:** Kneading. What');
    expect(text).toContain('**Asks no skill of Senior: give it one, or leave it out.**');
    expect(text).not.toContain('Every required skill');
  });

  it('leaves the plan’s interviews to be written in where the role has none', () => {
    const { text } = merged('plan', withoutLoop());
    const ids = clean(text).fields.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['interview/1/name', 'interview/4/when', 'covered/kneading/interviews']),
    );
    expect(text).not.toContain('●');
    expect(text).not.toContain('comes from the role’s loop');
  });
});
