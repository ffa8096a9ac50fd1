/** An XML part, gone through once from its beginning to its end: elements by their local names, whatever their prefix. */
import sax from 'sax';

export interface Visitor {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  /** May come in pieces. */
  readonly text?: (text: string) => void;
}

/** False where it is not well-formed; what came before was visited. */
export function visitXml(xml: string, { open, close, text }: Visitor): boolean {
  const parser = sax.parser(true, { xmlns: true });
  const path: string[] = [];
  let sound = true;
  parser.onerror = () => {
    sound = false;
  };
  parser.ondoctype = () => {
    // Entities of its own: no program that writes workbooks does so.
    sound = false;
  };
  parser.onopentag = ({ local, attributes }) => {
    path.push(local);
    open?.(
      local,
      Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
    );
  };
  parser.onclosetag = () => {
    const name = path.pop();
    if (name !== undefined) close?.(name);
  };
  parser.ontext = (piece) => text?.(piece);
  parser.oncdata = (piece) => text?.(piece);
  try {
    parser.write(xml).close();
  } catch {
    return false;
  }
  return sound;
}
