/**
 * Checks a PDF against PDF/UA-1 (ISO 14289-1), PDF/A-3a (ISO 19005-3) and what both take from PDF (ISO 32000-1), as far as
 * a program can and our files go. It stands in for veraPDF, which no registry that we use has: each rule is written from the
 * clause and from veraPDF's profile of it. It reads with pdf-lib, not with what wrote the file.
 */
import { Pdf } from './pdf.ts';
import type { Finding, Rule } from './rule.ts';
import { annotationRules } from './rules/annotations.ts';
import { attachmentRules } from './rules/attachments.ts';
import { colourRules } from './rules/colour.ts';
import { contentRules } from './rules/content.ts';
import { documentRules } from './rules/document.ts';
import { fontRules } from './rules/fonts.ts';
import { formRules } from './rules/forms.ts';
import { metadataRules } from './rules/metadata.ts';
import { structureRules } from './rules/structure.ts';
import { syntaxRules } from './rules/syntax.ts';
import { tableRules } from './rules/tables.ts';
import { textRules } from './rules/text.ts';

export const RULES: readonly Rule[] = [
  ...syntaxRules,
  ...documentRules,
  ...metadataRules,
  ...contentRules,
  ...structureRules,
  ...textRules,
  ...tableRules,
  ...annotationRules,
  ...formRules,
  ...fontRules,
  ...colourRules,
  ...attachmentRules,
];

/** All that is wrong with a file; [] where it keeps every rule. */
export async function check(bytes: Uint8Array): Promise<readonly Finding[]> {
  const pdf = await Pdf.open(bytes);
  return RULES.flatMap(({ id, faults }) =>
    [...faults(pdf)].map(([where, message]): Finding => ({ rule: id, where, message })),
  );
}

/** Findings as lines to read. */
export function told(findings: readonly Finding[]): string {
  return findings.map(({ rule, where, message }) => `${rule}: ${where}: ${message}`).join('\n');
}
