/**
 * A rule of `check`: one thing that can be wrong with a framework that loads. One file each, with its reason in its head
 * and its fixtures; it reads the loaded framework alone, and says nothing when a document is made.
 */
import type { Problem } from '../../problems/problem.ts';
import type { Framework } from '../framework.ts';

export interface Rule {
  /** The code of the Problems that it finds. */
  readonly code: string;
  check(framework: Framework): readonly Problem[];
}
