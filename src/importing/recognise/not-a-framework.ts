/** What material that fits no shape looks like, in words that help to find the right file. */
import { error, type Problem } from '../../problems/problem.ts';
import { fileSpan } from '../../problems/source.ts';
import type { Material } from '../material.ts';
import { looksLike } from './looks-like.ts';

/** `not-a-framework`, at the first file. `looks`: what a recogniser knows it for, such as "a table of people and their skills". */
export function notAFramework(materials: readonly Material[], looks: string = looksLike(materials)): Problem {
  const [first] = materials;
  const source = first?.source ?? { path: '-', text: '' };
  const message = `${materials.length > 1 ? 'These files are' : `${source.path} is`} no skill framework: ${looks}`;
  const tables = materials.some(({ grids }) => grids.length > 0);
  const help = tables
    ? 'import what says for each skill and level what is asked; --map names its columns'
    : 'import what says for each skill and level what is asked; --levels names levels that are called otherwise';
  return error('not-a-framework', message, fileSpan(source), { help });
}
