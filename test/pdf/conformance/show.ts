/** The structure of a page as lines to read: what a screen reader goes through, in its order. */
import type { Page, Pdf } from './pdf.ts';
import { attribute, type Kid, type StructureElement } from './structure.ts';
import { contentText } from './text.ts';

/** Each element that has something on a page, indented by its depth: its role, what is said of it, its words. */
export function structureLines(pdf: Pdf, number: number): string {
  const page = pdf.pages[number - 1];
  const lines: string[] = [];
  const walk = (element: StructureElement, depth: number): void => {
    const kids = element.kids.filter((kid) => isOn(kid, page));
    const words = kids.every(({ type }) => type === 'content') ? textOf(pdf, kids) : null;
    const said = [element.role, ...toldOf(pdf, element), ...(words ? [quoted(words)] : [])];
    lines.push(`${'  '.repeat(depth)}${said.join(' ')}`);
    if (words !== null) return;
    for (const kid of kids) {
      if (kid.type === 'element') walk(kid, depth + 1);
      const text = textOf(pdf, [kid]);
      if (text !== '') lines.push(`${'  '.repeat(depth + 1)}${quoted(text)}`);
    }
  };
  for (const element of pdf.structure.top) walk(element, 0);
  return `${lines.join('\n')}\n`;
}

/** Whether something of it is on a page; an empty cell is where its row is. */
function isOn(kid: Kid, page: Page | undefined): boolean {
  if (kid.type !== 'element') return kid.page === page;
  return kid.kids.some((one) => isOn(one, page)) || isEmptyCell(kid, page);
}

function isEmptyCell({ kids, standard, parent }: StructureElement, page: Page | undefined): boolean {
  if (kids.length > 0 || (standard !== 'TD' && standard !== 'TH')) return false;
  return (
    parent?.kids.some((cell) => cell.type === 'element' && cell.kids.some((one) => isOn(one, page))) ?? false
  );
}

function textOf(pdf: Pdf, kids: readonly Kid[]): string {
  return kids
    .map((kid) => (kid.type === 'content' ? contentText(pdf, kid.page?.number, kid.mcid) : ''))
    .join('')
    .trim();
}

function quoted(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' '));
}

/** Scope, spans, language, what is said instead; of an annotation which field it is, or where it leads. */
function toldOf(pdf: Pdf, element: StructureElement): readonly string[] {
  const { value } = element;
  const of = (owner: string, key: string) => attribute(element, owner, key);
  const span = of('Table', 'ColSpan')?.number;
  const summary = of('Table', 'Summary')?.text;
  const [lang, alt] = [value.get('Lang').text, value.get('Alt').text];
  const objects = element.kids.flatMap((kid) => (kid.type === 'object' ? [kid.object] : []));
  const fields = objects.flatMap((object) => {
    const name = pdf.inherited(object, 'T').text;
    const look = object.get('AP').get('N');
    const state = look.kind === 'dict' ? look.keys.find((key) => key !== 'Off') : undefined;
    return name === undefined ? [] : [state === undefined ? name : `${name}=${state}`];
  });
  const goals = objects.flatMap(
    (object) => object.get('A').get('URI').text ?? object.get('Contents').text ?? [],
  );
  return [
    ...(of('Table', 'Scope')?.name ?? of('List', 'ListNumbering')?.name ?? '').split(' ').filter(Boolean),
    ...(span === undefined ? [] : [`span=${span}`]),
    ...(lang === undefined ? [] : [`lang=${lang}`]),
    ...fields,
    ...(alt === undefined ? [] : [`alt=${JSON.stringify(alt)}`]),
    ...(summary === undefined ? [] : [`about=${JSON.stringify(summary)}`]),
    ...goals.map((goal) => `to=${JSON.stringify(goal)}`),
  ];
}
