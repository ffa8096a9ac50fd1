/**
 * Which shape the material has: every recogniser is asked, the surest wins. A near tie of two is a person's to decide. A
 * new shape is one more entry here and one file beside this one.
 */
import { bad, type Checked, checked } from '../../problems/checked.ts';
import { nearest } from '../../problems/nearest.ts';
import { error, type Problem } from '../../problems/problem.ts';
import { fileSpan } from '../../problems/source.ts';
import type { Recognised } from '../draft.ts';
import type { Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { asSaid } from './builds-on.ts';
import { checkMarks } from './check-marks.ts';
import { gradeColumnsAlone } from './grade-columns.ts';
import { gradeTable } from './grade-table.ts';
import { gradesWithTexts } from './grade-texts.ts';
import { gradedKeys } from './graded-keys.ts';
import { headedLadder } from './headed-ladder.ts';
import { keyedLevels } from './keyed-levels.ts';
import { ladderTable } from './ladder-table.ts';
import { membership } from './membership.ts';
import { withNestedLabels } from './nested-labels.ts';
import { notAFramework } from './not-a-framework.ts';
import { pages } from './pages.ts';
import { records } from './records.ts';
import { requirementTable } from './requirement-table.ts';
import { rolePage } from './role-page.ts';
import { withTitles } from './role-titles.ts';
import { sheetSkills } from './sheet-skills.ts';
import { skillPage } from './skill-page.ts';
import { withRoles } from './skills-as-roles.ts';
import { topics } from './topics.ts';

/** What a recogniser found, with what only a person can say (`unsaid-name`), or should know (`cut-off`). */
export interface Answer extends Recognised {
  readonly problems?: readonly Problem[];
}

/** Material of one import -> what it finds; null where it has another shape. */
export type Recogniser = (materials: readonly Material[], options: ImportOptions) => Answer | null;

interface Shape {
  /** What --as calls it. */
  readonly name: string;
  readonly recognise: Recogniser;
  /** It has columns that --map can name. */
  readonly maps?: true;
}

export const SHAPES: readonly Shape[] = [
  { name: 'skill', recognise: skillPage },
  { name: 'role', recognise: rolePage },
  { name: 'ladder', recognise: ladderTable },
  { name: 'grades', recognise: gradeTable },
  { name: 'marks', recognise: checkMarks },
  { name: 'requirements', recognise: requirementTable },
  { name: 'headings', recognise: headedLadder },
  { name: 'membership', recognise: membership },
  { name: 'topics', recognise: topics },
  { name: 'pages', recognise: pages },
  { name: 'records', recognise: records, maps: true },
  { name: 'grade-list', recognise: gradeColumnsAlone, maps: true },
  { name: 'graded-keys', recognise: gradedKeys },
  { name: 'keys', recognise: keyedLevels },
  { name: 'sheets', recognise: sheetSkills },
  {
    name: 'two-steps',
    recognise: (materials, options) => gradesWithTexts(materials, options, surestAlone),
    maps: true,
  },
];

/** The surest of the shapes that need no second source. */
function surestAlone(materials: readonly Material[], options: ImportOptions): Answer | null {
  const answers = SHAPES.flatMap(({ name, recognise: look }) =>
    name === 'two-steps' ? [] : (look(materials, options) ?? []),
  );
  return answers.sort((a, b) => b.sure - a.sure)[0] ?? null;
}

/** `unused-option`: --sheet without a workbook; --map with a shape (`unmapped`) that has no columns to name. */
function unused(
  materials: readonly Material[],
  { sheet, map }: ImportOptions,
  unmapped: string | null,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (sheet && materials.every(({ format }) => format !== 'xlsx'))
    problems.push(error('unused-option', '--sheet changes nothing: there is no workbook', sheet.span));
  const [first] = map ?? [];
  if (first && unmapped !== null) {
    const help = 'say --as records where each row is a record; otherwise leave it out';
    const message = `--map changes nothing: the shape is "${unmapped}"`;
    problems.push(error('unused-option', message, first.what.span, { help }));
  }
  return problems;
}

/** `invalid-value`: --as names none of the shapes. */
function unknownShape({ as }: ImportOptions): Problem | null {
  const names = SHAPES.map(({ name }) => name);
  if (!as || names.includes(as.text)) return null;
  const near = nearest(as.text, names);
  const help = `${near === undefined ? '' : `did you mean "${near}"? `}there are: ${names.join(', ')}`;
  return error('invalid-value', `There is no shape "${as.text}"`, as.span, { help });
}

/** Two that are nearer than this are a question. */
const NEAR = 0.05;

/** The surest shape. Problems: `not-a-framework`, `unclear-shape`, `invalid-value`, those of the shape. */
export function recognise(read: readonly Material[], options: ImportOptions): Checked<Recognised> {
  const materials = read.map(withNestedLabels);
  const [first] = materials;
  if (!first) return bad([]);
  const unknown = unknownShape(options);
  if (unknown) return bad([unknown]);
  const asked = options.as ? SHAPES.filter(({ name }) => name === options.as?.text) : SHAPES;
  const found = asked
    .flatMap(({ name, recognise: look, maps = false }) => {
      const answer = look(materials, options);
      return answer ? [{ name, maps, answer }] : [];
    })
    .sort((a, b) => b.answer.sure - a.answer.sure);
  const [best] = found;
  if (!best) return bad([notAFramework(materials)]);
  const ways = found.filter(({ answer }) => best.answer.sure - answer.sure < NEAR);
  if (ways.length === 1) {
    const { answer, maps } = best;
    return checked({ ...answer, draft: () => asSaid(withTitles(withRoles(answer.draft(), options))) }, [
      ...(answer.problems ?? []),
      ...unused(materials, options, maps ? null : answer.shape),
    ]);
  }
  const reasons = ways.map(({ answer }) => `${answer.shape} (${answer.why})`);
  const help = `say which: ${ways.map(({ name }) => `--as ${name}`).join(' or ')}`;
  const message = `${first.source.path} can be read as ${reasons.join(' or as ')}`;
  return bad([error('unclear-shape', message, fileSpan(first.source), { help })]);
}
