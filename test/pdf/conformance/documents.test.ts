/** Our documents keep every rule that the checker knows: goldens, what ships, each language and paper, strange texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generate, requestOf } from '../../../src/generate.ts';
import { listTemplates } from '../../../src/merge/template.ts';
import { writePdf } from '../../../src/pdf/write.ts';
import { openProject } from '../../../src/project/open.ts';
import { fonts, layoutOf } from '../documents.ts';
import { check, told } from './check.ts';
import { goodFile, PICTURE } from './good.ts';

const GOLDEN = new URL('../../golden/', import.meta.url);
const goldens = readdirSync(GOLDEN).filter((name) => name.endsWith('.md'));

async function keepsEveryRule(pdf: Uint8Array | undefined): Promise<void> {
  if (!pdf) throw new Error('there is no PDF');
  expect(told(await check(pdf))).toBe('');
}

it.each(goldens)('the golden %s', async (name) => {
  const bytes = readFileSync(new URL(name, GOLDEN));
  const source = { name, bytes };
  await keepsEveryRule(writePdf(layoutOf(bytes.toString('utf8'), 'Letter'), fonts, { source }));
});

const opened = openProject({ cwd: new URL('../../..', import.meta.url).pathname, data: undefined });
if (!opened.ok) throw new Error('the project does not open');
const project = opened.value;

const ROLE = { role: 'llm-engineer', level: 'senior' };
const WANTED: Readonly<Record<string, Omit<Parameters<typeof requestOf>[0], 'kind'>>> = {
  compare: { ...ROLE, with: 'data-scientist', withLevel: 'senior' },
  feedback: { ...ROLE, skills: ['llm-evaluation', 'mentoring'] },
  ladder: { role: 'llm-engineer' },
  promotion: { role: 'data-scientist', to: 'lead' },
  skill: { skills: ['mentoring'] },
};
const kinds = listTemplates(project.templates).map(({ kind }) => kind);

it.each(kinds.flatMap((kind) => ['en', 'de'].map((language) => [kind, language] as const)))(
  'the shipped %s in %s',
  async (kind, language) => {
    const request = requestOf({ ...(WANTED[kind] ?? ROLE), kind, language, formats: ['pdf'] });
    const made = await generate(project, [request]);
    await keepsEveryRule(made.ok ? made.value.find(({ format }) => format === 'pdf')?.bytes : undefined);
  },
);

it.each([
  ['landscape', { paper: 'Letter landscape' }],
  ['a colour and a logo', { theme: { accent: '#803030' }, logo: { ...PICTURE, alt: 'The company' } }],
  ['large type', { theme: { size: 14 } }],
  ['no foot', { change: (text: string) => text.replace(/^foot:\n.*\n/m, '') }],
  [
    'signs of PDF and XML',
    { change: (text: string) => text.replaceAll(/a <form>|(?<=# )Every block/g, '(<a>) & ]]> %PDF-9 “') },
  ],
  ['a picture without words', { change: (text: string) => text.replace('![A loaf]', '![]') }],
  ['headings that skip a level', { change: (text: string) => text.replaceAll('\n## ', '\n#### ') }],
])('a form with %s', async (_, choice) => keepsEveryRule(goodFile(choice)));

it.each(['pl', 'cs', 'ro', 'uk', 'el', 'tr', 'lv'])(
  'a form in %s, whose letters are not Western',
  async (lang) => keepsEveryRule(goodFile({ change: (text) => text.replace('lang: en', `lang: ${lang}`) })),
);
