/** What the package exports: the same way that the command line goes, for programs. */
export type {
  Artifact,
  Format,
  GenerateOptions,
  Request,
  RequestValues,
  Setting,
  Typeset,
  TypesetOptions,
} from './generate.ts';
export { generate, requestOf, typeset } from './generate.ts';
export type { Document } from './markdown/document.ts';
export { parseDocument } from './markdown/parse.ts';
export type { Checked } from './problems/checked.ts';
export type { Code } from './problems/code.ts';
export type { Named } from './problems/named.ts';
export type { Problem, Related, Severity } from './problems/problem.ts';
export { reportHuman as formatProblems } from './problems/reporters/human.ts';
export type { Source, Span } from './problems/source.ts';
export type { Config } from './project/config.ts';
export type { Folder } from './project/folder.ts';
export type { Project, ProjectOptions } from './project/open.ts';
export { openProject } from './project/open.ts';
