/** The narrow part of numfmt by which numbers are shown; its own declarations do not compile. */
declare module 'numfmt' {
  /** The value as a spreadsheet shows it; throws where the pattern is none. */
  export function format(pattern: string, value: number): string;
}
