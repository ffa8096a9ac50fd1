/** What a person chose of a framework, by names, each with its place. */
import type { Named } from '../problems/named.ts';
import type { Span } from '../problems/source.ts';

export interface SelectionRequest {
  readonly role?: Named | undefined;
  readonly level?: Named | undefined;
  readonly from?: Named | undefined;
  readonly to?: Named | undefined;
  readonly toRole?: Named | undefined;
  readonly interview?: Named | undefined;
  readonly skills?: readonly Named[] | undefined;
  readonly minutes?: { readonly value: number; readonly span: Span } | undefined;
}
