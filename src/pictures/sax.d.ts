/** The narrow part of sax by which an SVG is read. */
declare module 'sax' {
  export interface Attribute {
    readonly value: string;
    readonly prefix: string;
    readonly local: string;
    readonly uri: string;
  }
  export interface Tag {
    readonly local: string;
    readonly uri: string;
    readonly attributes: Readonly<Record<string, Attribute>>;
  }
  export interface Parser {
    /** From 0. */
    readonly line: number;
    readonly ENTITIES: Record<string, string>;
    onerror: (error: Error) => void;
    ondoctype: (text: string) => void;
    onprocessinginstruction: (node: { readonly name: string }) => void;
    onopentagstart: () => void;
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  /** What is not well-formed is told by `onerror`, its first line saying what, and thrown by `close`. */
  export function parser(strict: true, options: { readonly xmlns: true }): Parser;
  const sax: { readonly parser: typeof parser };
  export default sax;
}
