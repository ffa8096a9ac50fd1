/** Compound files: workbooks with a password, and what Office wrote before 2007. Neither is read; each is told. */
import { bad, type Checked } from '../../problems/checked.ts';
import { error } from '../../problems/problem.ts';
import { fileSpan } from '../../problems/source.ts';
import type { SourceFile } from '../import.ts';
import type { Material } from '../material.ts';
import { beginning } from './encoding.ts';
import { protectedFile } from './protected.ts';

/** The names of its streams stand in a table that may be anywhere; so much is searched. */
const SEARCHED = 50 * 1024 * 1024;

const OLD: readonly (readonly [string, string, string])[] = [
  ['Workbook', 'a workbook of an old format (.xls)', 'save it as .xlsx'],
  ['Book', 'a workbook of an old format (.xls)', 'save it as .xlsx'],
  ['WordDocument', 'a Word document of an old format', 'save it as HTML, or its tables as .xlsx'],
];

/** Problems: `protected-file`, `unknown-format`. */
export async function readCfb({ path, bytes }: SourceFile): Promise<Checked<Material>> {
  const source = { path, text: '' };
  const all = Buffer.from(beginning(bytes, SEARCHED));
  const has = (name: string): boolean => all.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return bad([protectedFile(source)]);
  const [, what = 'a file of an old program', help = 'save it as .xlsx'] =
    OLD.find(([name]) => has(name)) ?? [];
  return bad([error('unknown-format', `${path} is ${what}`, fileSpan(source), { help })]);
}
