/** A file of the skill data -> a YAML document that is safe to walk. All that is wrong is told at its place, at once. */
import type { Document } from 'yaml';
import { error, type Problem } from '../problems/problem.ts';
import { readYaml } from '../problems/read-yaml.ts';
import { fileSpan, type Source } from '../problems/source.ts';

/** The document; null where it cannot be walked. Problems: `empty-file`, those of readYaml. */
export function parseYaml(source: Source, problems: Problem[]): Document.Parsed | null {
  if (source.text.trim() === '') {
    const help = 'write the data, or delete the file';
    problems.push(error('empty-file', 'This file is empty', fileSpan(source), { help }));
    return null;
  }
  const read = readYaml(source);
  problems.push(...read.problems);
  return read.sound ? read.document : null;
}
