/**
 * Which shape the material has: every recogniser is asked, the surest wins. A near tie of two is a person's to decide. A
 * new shape is one more entry here and one file beside this one.
 */
import { bad, type Checked, good } from '../../problems/checked.ts';
import { error, type Problem } from '../../problems/problem.ts';
import { fileSpan } from '../../problems/source.ts';
import type { Recognised } from '../draft.ts';
import type { Material } from '../material.ts';
import type { ImportOptions } from '../options.ts';
import { notAFramework } from './not-a-framework.ts';

/** The material has the shape, so surely, but only a person can say what is missing. */
export interface Question {
  readonly sure: number;
  readonly problems: readonly Problem[];
}

/**
 * Material of one import -> what it finds; null where it has another shape. Problems: what only a person can say
 * (`unsaid-name`); those of the shape that wins are told.
 */
export type Recogniser = (
  materials: readonly Material[],
  options: ImportOptions,
) => Checked<Recognised> | Recognised | Question | null;

interface Shape {
  /** What --as calls it. */
  readonly name: string;
  readonly recognise: Recogniser;
}

export const SHAPES: readonly Shape[] = [];

/** Two that are nearer than this are a question. */
const NEAR = 0.05;

/** The surest shape. Problems: `not-a-framework`, `unclear-shape`, those of the shape. */
export function recognise(materials: readonly Material[], options: ImportOptions): Checked<Recognised> {
  const [first] = materials;
  if (!first) return bad([]);
  const asked = SHAPES.filter(({ name }) => name === options.as?.text);
  const found = (asked.length > 0 ? asked : SHAPES)
    .flatMap(({ name, recognise: look }) => {
      const answer = look(materials, options);
      if (answer === null) return [];
      if ('ok' in answer) return [{ name, result: answer, sure: answer.ok ? answer.value.sure : 0 }];
      return [{ name, result: 'draft' in answer ? good(answer) : bad(answer.problems), sure: answer.sure }];
    })
    .sort((a, b) => b.sure - a.sure);
  const [best, second] = found;
  if (!best) return bad([notAFramework(materials)]);
  if (!best.result.ok || !second?.result.ok || best.sure - second.sure >= NEAR) return best.result;
  const ways = found.filter(({ sure }) => best.sure - sure < NEAR);
  const reasons = ways.flatMap(({ result }) =>
    result.ok ? `${result.value.shape} (${result.value.why})` : [],
  );
  const help = `say which: ${ways.map(({ name }) => `--as ${name}`).join(' or ')}`;
  const message = `${first.source.path} can be read as ${reasons.join(' or as ')}`;
  return bad([error('unclear-shape', message, fileSpan(first.source), { help })]);
}
