import { describe, expect, it } from 'vitest';
import { error, type Problem, warning } from '../../src/problems/problem.ts';
import { reportGithub } from '../../src/problems/reporters/github.ts';
import { countOf, reportHuman } from '../../src/problems/reporters/human.ts';
import { reportJson } from '../../src/problems/reporters/json.ts';
import { spanAt } from '../../src/problems/source.ts';

const source = { path: 'data/a,b.yaml', text: 'one two\nthree\n' };
const second = error('unknown-key', '100% wrong', spanAt(source, 8, 13), {
  help: 'do this',
  related: [{ message: 'the first', span: spanAt(source, 4, 7) }],
});
const first = warning('file-not-read', 'odd', spanAt(source, 0, 3));
const remark: Problem = { ...warning('unused-message', 'maybe', spanAt(source, 8, 13)), severity: 'advice' };
const problems = [second, first, remark, second];

describe('human', () => {
  it('is in order of place, each once, an empty line between', () => {
    expect(reportHuman(problems, false).match(/\[[a-z-]+\]/g)).toEqual([
      '[file-not-read]',
      '[unknown-key]',
      '[unused-message]',
    ]);
    expect(reportHuman([], false)).toBe('');
  });

  it('counts in words', () => {
    expect(countOf([second, first, first])).toBe('1 error, 2 warnings');
    expect(countOf([])).toBe('');
  });
});

describe('json', () => {
  it('has the keys that are promised, null for no help', () => {
    expect(JSON.parse(reportJson(problems, 7))).toEqual({
      problems: [
        {
          ...{ code: 'file-not-read', severity: 'warning', message: 'odd', file: 'data/a,b.yaml' },
          ...{ line: 1, column: 1, endColumn: 4, help: null, related: [] },
        },
        {
          ...{ code: 'unknown-key', severity: 'error', message: '100% wrong', file: 'data/a,b.yaml' },
          ...{ line: 2, column: 1, endColumn: 6, help: 'do this' },
          related: [{ message: 'the first', file: 'data/a,b.yaml', line: 1, column: 5, endColumn: 8 }],
        },
        {
          ...{ code: 'unused-message', severity: 'advice', message: 'maybe', file: 'data/a,b.yaml' },
          ...{ line: 2, column: 1, endColumn: 6, help: null, related: [] },
        },
      ],
      ...{ errors: 1, warnings: 1, advice: 1, files: 7 },
    });
  });
});

describe('github', () => {
  it('is one workflow command a line, escaped', () => {
    expect(reportGithub(problems)).toBe(
      [
        '::warning file=data/a%2Cb.yaml,line=1,endLine=1,col=1,endColumn=3,title=file-not-read::odd\n',
        '::error file=data/a%2Cb.yaml,line=2,endLine=2,col=1,endColumn=5,title=unknown-key::100%25 wrong%0Ahelp: do this\n',
        '::notice file=data/a%2Cb.yaml,line=2,endLine=2,col=1,endColumn=5,title=unused-message::maybe\n',
      ].join(''),
    );
  });
});
