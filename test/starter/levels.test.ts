/** The levels of a new project, and whose texts stand at each. */
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../src/framework/load.ts';
import { diskFolder } from '../../src/project/disk.ts';
import { shipped } from '../../src/project/shipped.ts';
import { levelsNamed } from '../../src/starter/levels.ts';

const loaded = loadFramework(diskFolder(shipped().data, '/'));
if (!loaded.ok) throw new Error('the data that ships has mistakes');
const OURS = loaded.value.levels.slice(0, 5);

function textsOf(names: string): string {
  const levels = levelsNamed(names.split(','), OURS);
  return typeof levels === 'string' ? levels : levels.map(({ ours }) => ours.id).join(',');
}

describe('levels that are named', () => {
  it.each([
    ['L1,L2,L3', 'junior,middle,senior'],
    ['junior,Senior,STAFF', 'junior,senior,lead'],
    ['Engineer,Professional,Expert', 'junior,middle,senior'],
    ['Engineer,Senior', 'junior,senior'],
    ['Associate,Engineer,Senior,Staff,Principal', 'junior,middle,senior,lead,principal'],
    ['Principal', 'principal'],
    // Where the names leave no room, one after the other.
    ['Intern,Junior,Senior', 'junior,middle,senior'],
    ['Senior,Junior', 'junior,middle'],
    ['Lead,Principal,Fellow', 'junior,middle,senior'],
  ])('%s have the texts of %s', (names, texts) => {
    expect(textsOf(names)).toBe(texts);
  });

  it.each([
    ['L1,l1', '"l1" is named twice'],
    ['L1, ', 'A level has no name'],
    ['a,b,c,d,e,f', 'There are texts for 5 levels, and 6 are named'],
  ])('%s are none', (names, why) => {
    expect(textsOf(names)).toBe(why);
  });
});
