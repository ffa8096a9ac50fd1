// Makes the README's pictures: real pages of the built program as small PNG in docs/. Needs pdftoppm (poppler).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'rubricate-pictures-'));
const profile = ['--role', 'llm-engineer', '--level', 'senior'];
const pictures = [
  { name: 'scorecard', words: ['scorecard', ...profile], pages: [1, 2] },
  { name: 'filled', words: ['scorecard', ...profile, ...filledIn()], pages: [2] },
  {
    name: 'compact',
    words: ['scorecard', ...profile, '--interview', 'cases', '--theme', 'compact'],
    pages: [1],
  },
  { name: 'large', words: ['scorecard', ...profile, '--theme', 'large'], pages: [4] },
  { name: 'packet', words: ['promotion', '--role', 'llm-engineer', '--to', 'senior'], pages: [2, 3] },
  { name: 'self-assessment', words: ['render', 'self-assessment', ...profile], pages: [1] },
  {
    name: 'feedback',
    words: ['render', 'feedback', ...profile, '--skill', 'llm-evaluation', '--skill', 'mentoring'],
    pages: [1],
  },
  { name: 'plan', words: ['render', 'plan', ...profile], pages: [1] },
  { name: 'candidate-brief', words: ['render', 'candidate-brief', ...profile], pages: [1] },
  { name: 'ladder', words: ['render', 'ladder', '--role', 'llm-engineer'], pages: [1] },
  { name: 'skill', words: ['render', 'skill', '--skill', 'llm-fine-tuning'], pages: [1] },
  { name: 'graded', words: ['render', 'skill', '--skill', 'accessibility'], pages: [1] },
  { name: 'forked', words: ['promotion', ...forked()], pages: [2] },
  { name: 'compare', words: ['render', 'compare', ...profile, '--with', 'data-scientist'], pages: [1] },
];

/** Where the ladder forks: from the last level that both ways share to the first of the other. */
function forked() {
  const today = ['--role', 'backend-engineer', '--from', 'senior'];
  return [...today, '--to-role', 'engineering-manager', '--to', 'manager'];
}

/** What an interviewer typed and ticked. */
function filledIn() {
  const said = [
    'Last spring, search answers. Test set said 91 % right, users sent 40 complaints in a week.',
    'Had only tested questions from the docs, none from tickets. Added 300 of those, labelled by two people.',
    'Held back the next release at 84 %, limit set before: 88.',
  ].join('\n');
  return [
    ...['--set', 'candidate=Ada Byron', '--set', `evidence/llm-evaluation=${said}`],
    ...['--set', 'rating/llm-evaluation=meets'],
  ];
}

for (const { name, words, pages } of pictures) {
  const pdf = join(work, `${name}.pdf`);
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...words, '--out', pdf, '--quiet'], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const page of pages) {
    const target = join(work, `${name}-${page}`);
    const scale = ['-r', '60', '-gray', '-png', '-singlefile', '-f', String(page), '-l', String(page)];
    execFileSync('pdftoppm', [...scale, pdf, target], { stdio: 'inherit' });
    renameSync(`${target}.png`, join(root, 'docs', `${name}-${page}.png`));
  }
}
rmSync(work, { recursive: true });
