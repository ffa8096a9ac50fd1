/**
 * Real frameworks, imported as a person would: counts, every text of the source in what the YAML loads, every document. They are no
 * part of this project: the test runs where RUBRICATE_SAMPLES names the folder that has them.
 */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/framework/framework.ts';
import type { Counts } from '../../src/importing/report.ts';
import { type Workspace, workspace } from '../e2e/harness.ts';
import { frameworkIn, makesDocuments } from './documents.ts';
import { bare, csv, htmlItems, leaves, linesOf, workbookTexts, yaml } from './sources.ts';

interface Sample {
  readonly name: string;
  /** Files and folders, as they are named on the command line. */
  readonly files: readonly string[];
  /** Options that a Problem asked for; a space in a value is @. */
  readonly options?: string;
  readonly counts: Partial<Counts>;
  readonly roles?: readonly string[];
  readonly levels?: readonly string[];
  /** Numbers that the source claims and that differ: what, its number. */
  readonly claims?: Readonly<Record<string, number>>;
  /** Texts of the source, found by other means. */
  readonly texts: (folder: string) => readonly string[];
}

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const NOT_DEFINED = /currently not defined|^NOT IN USE$/;

const SAMPLES: readonly Sample[] = [
  {
    name: 'devlevel skill page',
    files: ['devlevel-llm-fine-tuning.de.txt'],
    counts: { roles: 2, levels: 5, skills: 1, expectations: 10, required: 5, optional: 5, unsaid: 0 },
    roles: ['Data Scientist', 'LLM Engineer'],
    texts: (folder) =>
      read(folder, 'devlevel-llm-fine-tuning.de.txt')
        .split('\n')
        .flatMap((line) => line.split('|').slice(1))
        .filter((cell) => cell.length > 60),
  },
  {
    name: 'devlevel role page',
    files: ['devlevel-role-unity-developer.en.cut.txt'],
    counts: { roles: 1, levels: 5, skills: 13, expectations: 64, statements: 0 },
    roles: ['Unity Developer'],
    levels: ['Jun', 'Mid', 'Sen', 'Lead', 'Princ'],
    claims: { skills: 69 },
    texts: () => [],
  },
  {
    name: 'skills of the digital and data profession',
    files: ['ddat-skills.csv'],
    counts: { skills: 188 },
    texts: (folder) =>
      csv(read(folder, 'ddat-skills.csv'))
        .slice(1)
        .flatMap((row) => row.slice(2, 6))
        .filter((text) => !NOT_DEFINED.test(text))
        .flatMap(linesOf),
  },
  {
    name: 'roles and skills of the digital and data profession',
    files: ['ddat-roles-excerpt.csv', 'ddat-skills.csv'],
    counts: { roles: 3, skills: 188, expectations: 98 },
    texts: (folder) =>
      csv(read(folder, 'ddat-roles-excerpt.csv'))
        .slice(1)
        .flatMap((row) => [row[2] ?? '', row[4] ?? '', row[8] ?? ''])
        .filter((text) => !NOT_DEFINED.test(text))
        .flatMap(linesOf),
  },
  {
    name: 'workbook of a sheet a skill',
    files: ['carvago-frontend-assessment.xlsx'],
    counts: { roles: 1, levels: 4, skills: 4, expectations: 16, statements: 83 },
    texts: (folder) =>
      workbookTexts(join(folder, 'carvago-frontend-assessment.xlsx')).filter((text) => text.length > 60),
  },
  {
    name: 'YAML with a ladder that forks',
    files: ['ft-engineering.yml'],
    counts: { levels: 8, skills: 9, expectations: 72 },
    texts: (folder) =>
      leaves(yaml(read(folder, 'ft-engineering.yml')), /\/competencies\/\d+\/summary|\/themes\/\d+\/summary/),
  },
  {
    name: 'graded YAML in French',
    files: ['data-skills-matrix'],
    counts: { roles: 6, levels: 4, skills: 2, expectations: 44, notApplicable: 4 },
    texts: (folder) =>
      ['security', 'visualization'].flatMap((file) =>
        leaves(
          yaml(read(folder, `data-skills-matrix/${file}.yaml`)),
          /\/(?:description|level_descriptions|behavioral_indicators)\b/,
        ),
      ),
  },
  {
    name: 'HTML tables in Markdown',
    files: ['artsy-ladder.md'],
    counts: { roles: 2, levels: 10, skills: 17, expectations: 73 },
    texts: (folder) => htmlItems(read(folder, 'artsy-ladder.md')),
  },
  {
    name: 'a page a skill',
    files: ['infopulse-qa'],
    options: '--role QA@Engineer',
    counts: { roles: 1, levels: 5, skills: 3, expectations: 15, statements: 70 },
    levels: ['Trainee', 'Junior', 'Middle', 'Senior', 'Expert'],
    texts: (folder) =>
      ['01. planning', '02. design', '04. sdlc'].flatMap((file) =>
        read(folder, `infopulse-qa/${file}.md`)
          .split('\n')
          .filter((line) => line.startsWith('- '))
          .flatMap(linesOf),
      ),
  },
  {
    name: 'front matter',
    files: ['monzo-quality-analyst.md'],
    counts: { roles: 1, levels: 3, skills: 5, expectations: 13, statements: 55 },
    texts: (folder) =>
      leaves(yaml(read(folder, 'monzo-quality-analyst.md').split(/^---$/m)[1] ?? ''), /criteria/),
  },
  {
    name: 'JSON in Japanese',
    files: ['em-competency'],
    options: '--role EM',
    counts: { roles: 1, levels: 6, skills: 2, expectations: 11 },
    levels: ['L1', 'L2', 'L3', 'L4', 'L5', 'L6'],
    texts: (folder) =>
      ['mentoring', 'devops']
        .flatMap((file) => leaves(yaml(read(folder, `em-competency/${file}.json`)), /(?:summary|detail)$/))
        .filter((text) => text !== 'see L5'),
  },
  {
    name: 'a page a level',
    files: ['dropbox'],
    counts: { roles: 1, levels: 2, statements: 85 },
    roles: ['Software Engineer'],
    texts: (folder) =>
      ['ic1', 'ic2'].flatMap((file) => {
        const html = read(folder, `dropbox/${file}_software_engineer.html`);
        return htmlItems(html.slice(html.search(/Scope/))).filter((text) => text.length > 40);
      }),
  },
  {
    name: 'grades that are images',
    files: ['frontend-matrix-image-grades.md'],
    counts: { roles: 1, levels: 5, skills: 22, expectations: 103 },
    texts: () => [],
  },
  {
    name: 'check marks',
    files: ['developer-check-marks.md'],
    counts: { roles: 1, levels: 4, skills: 13, statements: 64 },
    texts: (folder) =>
      read(folder, 'developer-check-marks.md')
        .split('\n')
        .filter((line) => line.includes('✅'))
        .map((line) => line.split('|')[2] ?? ''),
  },
  {
    name: 'roles by marks, levels under headings',
    files: ['skillchart-roles-and-levels.md'],
    counts: { roles: 7, levels: 3, skills: 56, expectations: 585 },
    texts: (folder) =>
      read(folder, 'skillchart-roles-and-levels.md')
        .split('\n')
        .filter((line) => /^ {2}\S/.test(line))
        .map((line) => line.trim()),
  },
];

const FOLDER = process.env['RUBRICATE_SAMPLES'];

/** All that stands in the data and is a text, as it is compared. */
function textsIn(framework: Framework): string {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof Map) for (const inner of value.values()) walk(inner);
    else if (Array.isArray(value)) for (const inner of value) walk(inner);
    else if (typeof value === 'object' && value !== null) {
      if ('byLanguage' in value) found.push(...Object.values(value.byLanguage as Record<string, string>));
      else for (const [key, inner] of Object.entries(value)) if (key !== 'span') walk(inner);
    }
  };
  walk(framework.skills);
  walk(framework.roles);
  walk(framework.levels);
  walk(framework.domains);
  return found.map(bare).join('\n');
}

function imported({ files }: Sample, folder: string): Workspace {
  const space = workspace();
  for (const file of files) cpSync(join(folder, file), space.path(`source/${file}`), { recursive: true });
  return space;
}

describe.skipIf(FOLDER === undefined)('samples', () => {
  const folder = resolve(FOLDER ?? '.');

  describe.each(SAMPLES)('$name', (sample) => {
    it('is imported: counts, texts, documents', { timeout: 120_000 }, async () => {
      expect(sample.files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
      const space = imported(sample, folder);
      const words = ['import', ...sample.files.map((file) => `source/${file}`)];
      const options = (sample.options ?? '')
        .split(' ')
        .filter(Boolean)
        .map((word) => word.replaceAll('@', ' '));
      const result = await space.run([...words, ...options, '--report', 'json']);
      expect(result.code, result.stderr).toBe(0);
      const report = JSON.parse(result.text);
      expect(report.counts).toMatchObject(sample.counts);
      if (sample.roles) expect([...report.roles].sort()).toEqual([...sample.roles].sort());
      if (sample.levels) expect(report.levels).toEqual(sample.levels);
      for (const [what, count] of Object.entries(sample.claims ?? {}))
        expect(report.claims).toContainEqual(expect.objectContaining({ what, count }));
      const all = textsIn(frameworkIn(space));
      const texts = sample.texts(folder).map(bare);
      expect(texts.filter((text) => !all.includes(text))).toEqual([]);
      await makesDocuments(space);
    });
  });
});
