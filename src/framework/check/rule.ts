/**
 * A rule of `check`: something that can be wrong with data that loads, and that no document says when it is made. One a
 * file, named after its code; rules.ts lists them. What keeps data from loading is told by load.ts.
 */
import type { Code } from '../../problems/code.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Framework } from '../framework.ts';

export interface Rule {
  /** Of all its Problems. */
  readonly code: Code;
  /** What of the framework goes against it; several roles that share a place may tell the same twice. */
  check(framework: Framework): readonly Problem[];
}
