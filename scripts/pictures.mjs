// Makes the README's pictures: real pages of the built program as small PNG in docs/. Needs pdftoppm (poppler).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'rubricate-pictures-'));
const pictures = [
  { name: 'scorecard', words: ['scorecard', '--role', 'llm-engineer', '--level', 'senior'], pages: [1, 2] },
  { name: 'packet', words: ['promotion', '--role', 'llm-engineer', '--to', 'senior'], pages: [2, 3] },
];
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
