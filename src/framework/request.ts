/**
 * What a person chose of a framework, by names, each with its place; none is looked up yet. The request for a document
 * (generate/request.ts) is one of these, with what a document needs besides.
 */
import type { Named } from '../problems/named.ts';
import type { Span } from '../problems/source.ts';

export interface SelectionRequest {
  readonly role?: Named | undefined;
  readonly level?: Named | undefined;
  readonly from?: Named | undefined;
  readonly to?: Named | undefined;
  readonly toRole?: Named | undefined;
  /** The other role of a comparison, and its level (absent: the same level). */
  readonly with?: Named | undefined;
  readonly withLevel?: Named | undefined;
  readonly interview?: Named | undefined;
  readonly skills?: readonly Named[] | undefined;
  readonly minutes?: { readonly value: number; readonly span: Span } | undefined;
}
