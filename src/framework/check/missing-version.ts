/** A framework without a version: of a form that was filled in nobody can tell by which texts. */
import { warning } from '../../problems/problem.ts';
import type { Rule } from './rule.ts';

export const missingVersion: Rule = {
  code: 'missing-version',
  check({ version, span }) {
    if (version !== null && version.trim() !== '') return [];
    const help = 'write one, such as version: 1.0.0, and raise it with each change';
    return [warning('missing-version', 'The framework has no version', span, { help })];
  },
};
