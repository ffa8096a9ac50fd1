/** Our documents as PDF: every text of the Markdown, in order, none cut, none over another, on both papers. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate, type RequestValues, requestOf } from '../../src/generate.ts';
import { openProject, type Project } from '../../src/project/open.ts';
import { compact, large, layoutOf } from './documents.ts';
import { expectComplete } from './expect-complete.ts';
import { readPdf } from './readback.ts';

const golden = (name: string): string => readFileSync(new URL(`../golden/${name}`, import.meta.url), 'utf8');

describe('the pages of a document', () => {
  const KINDS: readonly RequestValues[] = [
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
  const LEVELS = ['junior', 'middle', 'senior', 'lead', 'principal'];
  const scorecard = (level: string): RequestValues => ({ kind: 'scorecard', role: 'llm-engineer', level });
  const packet = (to: string): RequestValues => ({ kind: 'promotion', role: 'data-scientist', to });
  const LANGUAGES = ['en', 'de'];
  const ACROSS: readonly RequestValues[] = LANGUAGES.flatMap((language) =>
    [
      { role: 'llm-engineer', toRole: 'data-scientist' },
      { role: 'data-scientist', toRole: 'llm-engineer' },
    ].flatMap((roles) =>
      LEVELS.slice(1).map((to) => ({ kind: 'promotion', ...roles, from: to, to, language })),
    ),
  );
  const SET: RequestValues = {
    ...{ kind: 'scorecard', role: 'llm-engineer', level: 'senior' },
    set: {
      candidate: 'Ana “Nia” Öztürk-Šimić',
      'evidence/llm-evaluation': 'She said: “we stopped it”.\n\nTwo numbers: 84, 81 & 3 %.',
      'rating/llm-evaluation': 'meets',
    },
  };

  let project: Project;
  /** The Markdown of all of them, made in one go: the data is read once. */
  const markdown = new Map<string, string>();
  beforeAll(async () => {
    const opened = openProject({ cwd: new URL('../..', import.meta.url).pathname, data: undefined });
    if (!opened.ok) throw new Error('the project does not open');
    project = opened.value;
    const plain = [
      ...LEVELS.map(scorecard),
      ...LEVELS.slice(1).map(packet),
      ...KINDS.flatMap((values) => LANGUAGES.map((language) => ({ ...values, language }))),
      ...ACROSS,
    ];
    for (const requests of [plain, [SET]]) {
      const made = await generate(
        project,
        requests.map((values) => requestOf({ ...values, formats: ['md'] })),
      );
      if (!made.ok) throw new Error(made.problems.map((p) => p.message).join('\n'));
      for (const [n, { bytes }] of made.value.entries())
        markdown.set(JSON.stringify(requests[n]), new TextDecoder().decode(bytes));
    }
  });

  const shipped = (values: RequestValues): string => {
    const text = markdown.get(JSON.stringify(values));
    if (text === undefined) throw new Error('not made');
    return text;
  };

  for (const paper of ['A4', 'Letter']) {
    for (const name of ['scorecard.md', 'promotion.md']) {
      it(`say all that the golden ${name} says, on ${paper}`, async () => {
        await expectComplete(golden(name), paper);
      });
    }
    for (const level of LEVELS) {
      it(`say all of the shipped scorecard of ${level}, on ${paper}`, async () => {
        await expectComplete(shipped(scorecard(level)), paper);
      });
      if (level === 'junior') continue;
      it(`say all of the shipped packet to ${level}, on ${paper}`, async () => {
        await expectComplete(shipped(packet(level)), paper);
      });
    }
  }

  for (const [name, theme] of Object.entries({ compact, large })) {
    for (const size of ['A4', 'Letter']) {
      it(`say all of each kind in the theme ${name}, on ${size}, in English and German`, {
        timeout: 60_000,
      }, async () => {
        for (const values of KINDS) {
          for (const language of LANGUAGES) {
            const paper = values.kind === 'ladder' ? `${size} landscape` : size;
            await expectComplete(shipped({ ...values, language }), paper, theme);
          }
        }
      });
    }
  }

  it('keep the decision brief alone on its page, from and to every profile', () => {
    for (const values of ACROSS) {
      const [first, second] = layoutOf(shipped(values)).outline.filter(({ level }) => level === 1);
      expect([first?.page, second?.page], JSON.stringify(values)).toEqual([0, 1]);
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
    expect(shipped(SET)).toContain('Öztürk-Šimić');
    await expectComplete(shipped(SET), 'A4');
  });
});
