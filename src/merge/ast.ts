/** Handlebars' syntax tree, narrowed: which kind a statement or an expression is, and the parts that the types leave vague. */
import type Handlebars from 'handlebars';
import { type Source, type Span, spanAt } from '../problems/source.ts';

export type Program = ReturnType<typeof Handlebars.parse>;
export type Statement = hbs.AST.Statement;
export type Expression = hbs.AST.Expression;
export type Mustache = hbs.AST.MustacheStatement;
export type Block = hbs.AST.BlockStatement;
export type Partial = hbs.AST.PartialStatement;
export type Path = hbs.AST.PathExpression;

export function isContent(node: Statement): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}
export function isMustache(node: Statement): node is Mustache {
  return node.type === 'MustacheStatement';
}
export function isBlock(node: Statement): node is Block {
  return node.type === 'BlockStatement';
}
export function isPartial(node: Statement): node is Partial {
  return node.type === 'PartialStatement';
}
export function isPath(node: Expression): node is Path {
  return node.type === 'PathExpression';
}
export function isCall(node: Expression): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression';
}
export function isString(node: Expression): node is hbs.AST.StringLiteral {
  return node.type === 'StringLiteral';
}

/** The name that a statement calls, or the path it prints, as written. */
export function nameOf(node: Mustache | Block | Partial | hbs.AST.SubExpression): string {
  const path = node.type === 'PartialStatement' ? node.name : node.path;
  return 'original' in path ? String(path.original) : '';
}

/** The pairs of a call's hash. The types say it is always there; the parser leaves it out where it is empty. */
export function pairsOf(node: { readonly hash?: hbs.AST.Hash }): readonly hbs.AST.HashPair[] {
  return node.hash?.pairs ?? [];
}

/** The two ways of a block; the parser leaves out what is not there. */
export function waysOf(block: { readonly program?: hbs.AST.Program; readonly inverse?: hbs.AST.Program }) {
  return { main: block.program, otherwise: block.inverse };
}

/** Names of the block's own parameters: `as |skill i|`. */
export function blockParamsOf(program: { readonly blockParams?: readonly string[] }): readonly string[] {
  return program.blockParams ?? [];
}

/** The span of a node; a part of it, by its offset in the line, where given. */
export function spanOf(
  source: Source,
  loc: hbs.AST.SourceLocation,
  offset = 0,
  length: number | null = null,
): Span {
  let start = 0;
  for (let line = 1; line < loc.start.line; line++) {
    const end = source.text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const from = start + loc.start.column + offset;
  const sameLine = loc.end.line === loc.start.line;
  const to = length !== null ? from + length : sameLine ? start + loc.end.column : source.text.length;
  return spanAt(source, from, to);
}
