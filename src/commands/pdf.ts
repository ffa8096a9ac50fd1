/** pdf FILE.md: a Markdown file, perhaps edited by hand, set again. */
import { basename, dirname, join, resolve } from 'node:path';
import { typeset } from '../generate/typeset.ts';
import type { Artifact } from '../generate.ts';
import { bad, type Checked, checked } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import { error, type Problem } from '../problems/problem.ts';
import type { Source } from '../problems/source.ts';
import { decode, MOST_TEXT } from '../project/decode.ts';
import { isFolder, readSource } from '../project/disk.ts';
import { openProject } from '../project/open.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { dateOf, deliver, readTarget, type Target } from './output.ts';
import { conclude } from './report.ts';

/** Sets one file; `-` reads standard input. */
export async function pdf(file: Named, line: CommandLine, host: Host): Promise<number> {
  const project = openProject({ cwd: host.cwd });
  const source = await read(file, host);
  const target = targetFor(file, line, host);
  const date = dateOf(line);
  const before = [project, source, target, date].flatMap(({ problems }) => problems);
  if (!project.ok || !source.ok || !target.ok || !date.ok) return conclude(before, host);
  const set = await typeset(project.value, source.value, {
    ...{ paper: line.one('paper'), theme: line.one('theme'), date: date.value },
    beside: file.text === '-' ? host.cwd : dirname(resolve(host.cwd, file.text)),
  });
  if (!set.ok) return conclude([...before, ...set.problems], host);
  const name = file.text === '-' ? 'document.pdf' : pdfName(file.text);
  const artifact: Artifact = { name, format: 'pdf', ...set.value };
  const problems = await deliver([artifact], target.value, line, host);
  return conclude([...before, ...set.problems, ...problems], host);
}

function pdfName(file: string): string {
  return `${basename(file).replace(/\.(md|markdown)$/i, '')}.pdf`;
}

async function read(file: Named, host: Host): Promise<Checked<Source>> {
  if (file.text === '-') return decode('stdin', await host.stdin(MOST_TEXT));
  const path = resolve(host.cwd, file.text);
  const source = readSource(path, host.cwd);
  if (source) return source;
  const message = isFolder(path) ? `"${file.text}" is a folder` : `There is no file "${file.text}"`;
  const help = isFolder(path) ? 'name the Markdown file in it' : undefined;
  return bad([error('missing-file', message, file.span, { help })]);
}

/** Beside the file, or as --out says; standard input goes to standard output. */
function targetFor(file: Named, line: CommandLine, host: Host): Checked<Target> {
  const out = line.one('out');
  const beside = join(dirname(resolve(host.cwd, file.text)), pdfName(file.text));
  const otherwise: Target = file.text === '-' ? { type: 'stdout' } : { type: 'file', path: beside };
  const target = out ? readTarget(out.text, host.cwd) : otherwise;
  const problems: Problem[] = [];
  if (target.type === 'file' && !/\.pdf$/i.test(target.path))
    problems.push(error('invalid-value', 'pdf writes PDF alone', out?.span ?? file.span));
  if (target.type === 'file' && file.text !== '-' && target.path === resolve(host.cwd, file.text))
    problems.push(
      error('invalid-value', 'The PDF would take the place of the file it is made from', file.span, {
        help: 'give the Markdown file',
      }),
    );
  return checked(target, problems);
}
