/** What the views say of the tiny framework; that they are as their schemas promise. */
import { describe, expect, it } from 'vitest';
import { profileSchema } from '../../src/views/schema/profile.ts';
import { stepSchema } from '../../src/views/schema/step.ts';
import { textReader } from '../../src/views/text.ts';
import { AT, baker, bakerStep } from '../merge/harness.ts';

describe('the view of a profile', () => {
  it('has every key of its schema, and no other', () => {
    for (const view of [baker(), baker({ interview: 'dough-talk' }), baker({ level: 'junior' })]) {
      expect(profileSchema.strict().parse(view)).toEqual(view);
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    }
  });

  it('knows its interview’s place in the loop, and what the others cover at the level', () => {
    const { interview, others, firstLetter, lastLetter } = baker({ interview: 'dough-talk' });
    expect(interview).toMatchObject({ id: 'dough-talk', number: 1, count: 2 });
    expect(others.map(({ number, skills }) => [number, skills.map(({ text }) => text)])).toEqual([
      [2, ['Teaching']],
    ]);
    expect([firstLetter, lastLetter]).toEqual(['A', 'B']);
  });

  it('takes the level’s own title, else role and level', () => {
    expect(baker({ level: 'senior' }).title.text).toBe('Master Baker');
    expect(baker({ level: 'junior' }).title.text).toBe('Baker, Junior');
  });

  it('says under which point the expectation stands, where it is one paragraph', () => {
    const under = baker({ interview: 'dough-talk' }).skills.map(
      (skill) => skill.asksStandsUnder?.text ?? null,
    );
    expect(under).toEqual([null, 'Meets']);
  });

  it('gives each skill its letter and its part of the clock', () => {
    const times = baker({ interview: 'dough-talk' }).skills.map(({ letter, starts, ends }) => [
      letter,
      starts,
      ends,
    ]);
    expect(times).toEqual([
      ['A', '0:05', '0:21'],
      ['B', '0:21', '0:37'],
    ]);
  });

  it('is dated by the newest of the data used', () => {
    expect(baker({ skills: ['tasting'] }).date).toBe('2026-03-10');
  });
});

describe('the view of a step', () => {
  const view = bakerStep();

  it('has every key of its schema, and no other', () => {
    expect(stepSchema.strict().parse(view)).toEqual(view);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('groups what changes, heaviest first, and folds what stays', () => {
    const groups = view.groups.map(({ kind, changes }) => [kind, changes.map(({ id }) => id)]);
    expect(groups).toEqual([
      ['newly-required', ['tasting']],
      ['new', ['teaching']],
      ['deeper', ['kneading']],
      ['no-longer-required', ['cleaning']],
      ['no-longer-asked', ['selling']],
      ['not-defined', ['planning']],
    ]);
    expect(view.same.map(({ text }) => text)).toEqual(['Listening']);
  });

  it('says what became of the requirement', () => {
    const became = view.groups.flatMap(({ changes }) => changes.map((change) => [change.id, change.became]));
    expect(Object.fromEntries(became)).toEqual({
      tasting: 'optional-now-required',
      teaching: 'optional',
      kneading: 'required',
      cleaning: 'required-now-optional',
      selling: 'was-optional',
      planning: 'was-optional',
    });
  });

  it('has a block for all that is required, then for what is new or deeper; the committee rates the required', () => {
    expect(view.skills.map(({ number, id }) => [number, id])).toEqual([
      [1, 'kneading'],
      [2, 'tasting'],
      [3, 'teaching'],
    ]);
    expect(view.rated.map(({ id }) => id)).toEqual(['kneading', 'tasting']);
  });

  it('tells not asked from not defined', () => {
    const states = view.groups.flatMap(({ changes }) =>
      changes.map(({ today, next }) => `${today.state} ${next.state}`),
    );
    expect(states).toContain('not-asked asked');
    expect(states).toContain('asked not-asked');
    expect(states).toContain('asked not-defined');
  });

  it('labels its sides by level in one role, by title from one role to another', () => {
    expect([view.from.label.text, view.to.label.text]).toEqual(['Middle', 'Senior']);
    const other = bakerStep({ role: 'clerk', from: 'middle', toRole: 'baker', to: 'senior' });
    expect([other.from.label.text, other.to.label.text]).toEqual(['Clerk, Middle', 'Master Baker']);
    expect(other.ids).toEqual(['clerk', 'middle', 'baker', 'senior']);
  });
});

describe('a text in the language of a document', () => {
  const text = (byLanguage: Record<string, string>) => ({ byLanguage, span: AT, spans: {} });
  const read = () => textReader({ document: 'de', framework: 'en' });

  it('is the document’s, else the framework’s, else the first there is', () => {
    expect(read().line(text({ en: 'a', de: 'b' }))).toEqual({ text: 'b', lang: null });
    expect(read().line(text({ fr: 'c', en: 'a' }))).toEqual({ text: 'a', lang: 'en' });
    expect(read().line(text({ fr: 'c', it: 'd' }))).toEqual({ text: 'c', lang: 'fr' });
  });

  it('is counted once where it is in another', () => {
    const reader = read();
    const foreign = text({ en: 'a\n\nb' });
    reader.line(foreign);
    expect(reader.paragraphs(foreign)).toEqual([
      { text: 'a', lang: 'en' },
      { text: 'b', lang: 'en' },
    ]);
    reader.line(text({ fr: 'c' }));
    reader.line(text({ de: 'd' }));
    expect(reader.foreign()).toEqual([
      { lang: 'en', count: 1 },
      { lang: 'fr', count: 1 },
    ]);
  });
});
