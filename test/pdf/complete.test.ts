/** Our documents as PDF: every text of the Markdown, in order, none cut, none over another, on both papers. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate, requestOf } from '../../src/generate.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { compact, large, layoutOf } from './documents.ts';
import { expectComplete } from './expect-complete.ts';
import { readPdf } from './readback.ts';

const golden = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8');

describe('the pages of a document', () => {
  let project: Project;
  beforeAll(() => {
    const opened = openProject({ cwd: new URL('../..', import.meta.url).pathname, data: undefined });
    if (!opened.ok) throw new Error('the project does not open');
    project = opened.value;
  });

  const shipped = async (values: Parameters<typeof requestOf>[0]): Promise<string> => {
    const made = await generate(project, [requestOf({ ...values, formats: ['md'] })]);
    if (!made.ok) throw new Error(made.problems.map((p) => p.message).join('\n'));
    return new TextDecoder().decode(made.value[0]?.bytes);
  };

  for (const paper of ['A4', 'Letter']) {
    for (const name of ['scorecard.md', 'promotion.md']) {
      it(`say all that the golden ${name} says, on ${paper}`, async () => {
        await expectComplete(golden(name), paper);
      });
    }
    for (const level of ['junior', 'middle', 'senior', 'lead', 'principal']) {
      it(`say all of the shipped scorecard of ${level}, on ${paper}`, async () => {
        await expectComplete(await shipped({ kind: 'scorecard', role: 'llm-engineer', level }), paper);
      });
      if (level === 'junior') continue;
      it(`say all of the shipped packet to ${level}, on ${paper}`, async () => {
        await expectComplete(await shipped({ kind: 'promotion', role: 'data-scientist', to: level }), paper);
      });
    }
  }

  const KINDS: readonly Parameters<typeof requestOf>[0][] = [
    { kind: 'scorecard', role: 'llm-engineer', level: 'senior', interview: 'cases' },
    { kind: 'promotion', role: 'llm-engineer', to: 'senior' },
    { kind: 'self-assessment', role: 'llm-engineer', level: 'lead' },
    {
      ...{ kind: 'feedback', role: 'data-scientist', level: 'lead' },
      skills: ['mentoring', 'llm-evaluation', 'experiment-design', 'working-with-stakeholders'],
    },
    { kind: 'plan', role: 'llm-engineer', level: 'senior' },
    { kind: 'candidate-brief', role: 'llm-engineer', level: 'senior' },
    { kind: 'ladder', role: 'data-scientist' },
    { kind: 'skill', skills: ['mentoring'] },
    { kind: 'compare', role: 'llm-engineer', level: 'senior', with: 'data-scientist' },
  ];
  for (const [name, theme] of Object.entries({ compact, large })) {
    for (const size of ['A4', 'Letter']) {
      it(`say all of each kind in the theme ${name}, on ${size}, in English and German`, {
        timeout: 60_000,
      }, async () => {
        for (const values of KINDS) {
          for (const language of ['en', 'de']) {
            const markdown = await shipped({ ...values, language });
            const paper = values.kind === 'ladder' ? `${size} landscape` : size;
            await expectComplete(markdown, paper, theme);
          }
        }
      });
    }
  }

  it('keep the decision brief alone on its page, from and to every profile', async () => {
    for (const lang of ['en', 'de']) {
      for (const [role, toRole] of [
        ['llm-engineer', 'data-scientist'],
        ['data-scientist', 'llm-engineer'],
      ] as const) {
        for (const to of ['middle', 'senior', 'lead', 'principal']) {
          const markdown = await shipped({ kind: 'promotion', role, toRole, from: to, to, language: lang });
          const [first, second] = layoutOf(markdown).outline.filter(({ level }) => level === 1);
          expect([first?.page, second?.page], `${role} ${to} ${lang}`).toEqual([0, 1]);
        }
      }
    }
  });

  it('of six skills, with all fields and the Markdown inside, take less than 100 KB', async () => {
    const request = requestOf({
      kind: 'scorecard',
      role: 'llm-engineer',
      level: 'principal',
      formats: ['pdf'],
    });
    const made = await generate(project, [request]);
    if (!made.ok) throw new Error('not made');
    const bytes = made.value[0]?.bytes ?? new Uint8Array();
    const { fields } = await readPdf(bytes);
    expect(fields.filter(({ name }) => name.startsWith('evidence/'))).toHaveLength(6);
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('say what was filled in', async () => {
    const set = {
      candidate: 'Ana “Nia” Öztürk-Šimić',
      'evidence/llm-evaluation': 'She said: “we stopped it”.\n\nTwo numbers: 84, 81 & 3 %.',
      'rating/llm-evaluation': 'meets',
    };
    const markdown = await shipped({ kind: 'scorecard', role: 'llm-engineer', level: 'senior', set });
    expect(markdown).toContain('Öztürk-Šimić');
    await expectComplete(markdown, 'A4');
  });
});
