/**
 * Weights of a role at a level: where one has a weight, all that is required has one, and they add up to 1 or to 100. They
 * are never made to: what a company wrote is what it gets.
 */
import { type Problem, warning } from '../../problems/problem.ts';
import type { Criterion, Profile } from '../selection.ts';
import { allProfiles, placeOf } from './profiles.ts';
import type { Rule } from './rule.ts';

/** Thirds that are written with two digits add up all the same. */
const CLOSE = 0.011;
const WHOLES = [1, 100];

export const weightsDoNotAddUp: Rule = {
  code: 'weights-do-not-add-up',
  check(framework) {
    return allProfiles(framework).flatMap(ofProfile);
  },
};

function ofProfile(profile: Profile): readonly Problem[] {
  const { role, level, criteria, noneRequired } = profile;
  const weighted = criteria.filter(({ expectation }) => expectation.weight !== null);
  const [first] = weighted;
  if (!first) return [];
  const counts = ({ requirement }: Criterion) => noneRequired || requirement === 'required';
  const lacking = criteria.filter((one) => counts(one) && !weighted.includes(one));
  const sum = weighted.reduce((total, { expectation }) => total + (expectation.weight ?? 0), 0);
  const adds = WHOLES.some((whole) => Math.abs(sum - whole) <= CLOSE * whole);
  if (adds && lacking.length === 0) return [];
  const rounded = Math.round(sum * 1000) / 1000;
  const message = adds
    ? `Not all that ${role.id} is asked for at ${level.id} has a weight`
    : `The weights of ${role.id} at ${level.id} add up to ${rounded}, neither to 1 nor to 100`;
  const listed = weighted.map(({ skill, expectation }) => `${skill.id} ${expectation.weight}`);
  const without = lacking.map(({ skill }) => skill.id);
  const help = [
    `they are: ${listed.join(', ')}`,
    ...(without.length > 0 ? [`none: ${without.join(', ')}`] : []),
  ];
  const related = [{ message: 'one of them', span: first.expectation.span }];
  return [warning('weights-do-not-add-up', message, placeOf(profile), { help: help.join('; '), related })];
}
