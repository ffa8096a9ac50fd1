/** eject: a file of ours copied into the company's templates, to be changed there. */
import { resolve } from 'node:path';
import { withOrigin } from '../files/origin.ts';
import { saveFiles } from '../files/save.ts';
import { partialsUsed } from '../merge/partials.ts';
import { hasErrors } from '../problems/checked.ts';
import type { Named } from '../problems/named.ts';
import type { Source } from '../problems/source.ts';
import type { Folder } from '../project/folder.ts';
import { openProject } from '../project/open.ts';
import { fileNamed, type TemplateFile, templateFiles } from '../project/template-files.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { summary, wouldPrint } from './output.ts';
import { conclude } from './report.ts';

/**
 * Copies one file. Problems: those of fileNamed for the name; `somebodys-file` where one of that
 * name is there already.
 */
export function eject(name: Named, line: CommandLine, host: Host): number {
  const project = openProject({ cwd: host.cwd, makesTemplates: true });
  if (!project.ok) return conclude(project.problems, host);
  const { templates, ownTemplates } = project.value;
  const ours = templates.at(-1);
  const found = ours ? fileNamed(name, templateFiles(ours)) : null;
  if (!ours || !found?.ok) return conclude(found?.problems ?? [], host);
  const file = found.value;
  const source = ours.source(file.path);
  if (!source?.ok) return conclude(source?.problems ?? [], host);
  const text = withOrigin(file.path, source.value.text, host.version);
  const out = line.one('out')?.text;
  const dryRun = line.has('dry-run');
  if (out === '-') {
    if (!dryRun) host.stdout.write(text);
    else if (!line.has('quiet')) host.stderr.write(wouldPrint(text.length));
    return conclude([], host);
  }
  const folder = out === undefined ? ownTemplates : resolve(host.cwd, out);
  const saved = saveFiles(folder, [{ name: file.path, bytes: new TextEncoder().encode(text) }], {
    ...{ cwd: host.cwd, force: line.has('force'), as: 'copy', dryRun },
  });
  if (!line.has('quiet')) host.stderr.write(summary(saved, [], dryRun));
  if (!line.has('quiet') && !hasErrors(saved.problems))
    host.stderr.write(advise(file, source.value, templates));
  return conclude(saved.problems, host);
}

/** What a person should know of the copy. */
function advise(file: TemplateFile, source: Source, templates: readonly Folder[]): string {
  if (file.group === 'messages' || file.group === 'themes')
    return 'Only the keys that you change need to stay in it: all others are taken from ours.\n';
  const found = (name: string) =>
    templates.find((folder) => folder.source(`partials/${name}.md.hbs`)?.ok) ?? null;
  const partials = partialsUsed(source, (name) => {
    const text = found(name)?.source(`partials/${name}.md.hbs`);
    return text?.ok ? text.value : null;
  });
  const ours = partials.filter((name) => found(name) === templates.at(-1));
  const theirs = partials.filter((name) => !ours.includes(name));
  const [first] = ours;
  return [
    theirs.length > 0 ? `It uses your own partials: ${theirs.join(', ')}.\n` : '',
    ours.length > 0 ? `It uses partials of ours: ${ours.join(', ')}.\n` : '',
    first === undefined ? '' : `They stay ours until you eject them too: rubricate eject partials/${first}\n`,
  ].join('');
}
