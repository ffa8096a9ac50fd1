/** A PDF with letters of several fonts: it keeps the standards, and what is read out of it is what was written. */
import { describe, expect, it } from 'vitest';
import { check, told } from './conformance/check.ts';
import { LETTERS, letteredProject, setWith } from './letters.ts';
import { readPdf } from './readback.ts';

describe('letters of other fonts', () => {
  it('keep every rule of the standards', async () => {
    expect(told(await check(await setWith(letteredProject())))).toBe('');
  });

  it('are read as they were written, word by word', async () => {
    const { texts, fields, title } = await readPdf(await setWith(letteredProject()));
    const read = texts.map(({ text }) => text).join('');
    const words = [
      ...[
        '面接官は「名前」を言う。',
        '太字',
        'ＡＢ',
        'שָׁלוֹם',
        'עולם',
        'אבג',
        'السلام',
        'عليكم،',
        'محمد',
        '١٢٣',
      ],
      ...['ผู้สัมภาษณ์ถามทีม', 'น้ำ', 'กำลัง.', 'हिन्दी', 'क्षेत्र.', 'e\u0301', 'n\u0303', '2026-03-17.'],
    ];
    for (const word of words) expect(read).toContain(word);
    expect(title).toBe('日本語 שלום');
    expect(fields.map(({ value }) => value)).toEqual(['名前 שלום', '日本語の名前を言う。\n\nשלום 123']);
  });

  it('give the same bytes twice, whatever was set before', async () => {
    const first = await setWith(letteredProject());
    const project = letteredProject();
    await setWith(project, '# אבג 名前\n\nहिन्दी\n');
    await setWith(project, '# Plain\n\nwords\n');
    expect(Buffer.from(await setWith(project)).equals(Buffer.from(first))).toBe(true);
  });

  it('leave a document without such letters as it is', async () => {
    const plain = '# Plain\n\nZoë’s words – naïve.\n';
    const project = letteredProject();
    await setWith(project);
    const { fonts: _, ...config } = project.config;
    const other = await setWith({ ...project, config }, plain);
    expect(Buffer.from(await setWith(project, plain)).equals(Buffer.from(other))).toBe(true);
  });

  it('do not take a hyphen away after a soft one', async () => {
    const { texts } = await readPdf(
      await setWith(letteredProject(), '# A\n\nsoft\u00adhyphen\n\n10-12 - 3\n'),
    );
    expect(texts.map(({ text }) => text).join('')).toContain('10-12 - 3');
  });

  it('are in the form’s own look where they were filled in', async () => {
    const bytes = await setWith(letteredProject(), LETTERS.replace('名前 שלום <!--', '____ <!--'));
    expect((await readPdf(bytes)).fields[0]?.value).toBe('');
  });
});
