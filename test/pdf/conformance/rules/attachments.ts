/** The attached Markdown: ISO 19005-3, 6.8; ISO 14289-1, 7.11. */
import type { Pdf } from '../pdf.ts';
import { each, type Rule } from '../rule.ts';
import { treePairs, type Value } from '../value.ts';

/** Every file specification that has a file in it. */
const files = ({ objects, catalog }: Pdf): readonly Value[] => {
  const named = treePairs(catalog.get('Names').get('EmbeddedFiles'), 'Names').map(([, file]) => file);
  const all = [...named, ...catalog.get('AF').items, ...objects.filter((object) => object.get('EF').present)];
  return all.filter(({ object }, i) => all.findIndex((one) => one.object === object) === i);
};

const embedded = (file: Value): Value => file.get('EF').get('F');
const place = (file: Value): string => `${file.get('UF').text ?? file.get('F').text ?? ''} ${file.place}`;
const RELATIONS = ['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'];

export const attachmentRules: readonly Rule[] = [
  // 6.8: what kind of file it is.
  each('3a 6.8-1', files, (file) => {
    const type = embedded(file).get('Subtype').name ?? '';
    return !/^[-\w+.]+\/[-\w+.]+$/.test(type) && [place(file), `its type is ${type || 'not said'}`];
  }),
  // ISO 14289-1, 7.11 (and 6.8): its name, in both ways.
  each('ua1 7.11-1', files, (file) => {
    return (!file.get('F').text || !file.get('UF').text) && [place(file), 'not both F and UF'];
  }),
  // 6.8: what it is to this document, and that it is this document's.
  each('3a 6.8-3', files, (file) => {
    const relation = file.get('AFRelationship').name ?? '';
    return !RELATIONS.includes(relation) && [place(file), `AFRelationship is ${relation || 'not said'}`];
  }),
  each('3a 6.8-4', files, (file, { catalog }) => {
    const listed = catalog.get('AF').items.some(({ object }) => object === file.object);
    return !listed && [place(file), 'is not in the catalog’s AF'];
  }),
  // ISO 32000-1, 7.11.4: and it is found by its name.
  each('pdf 7.11.4-1', files, (file, { catalog }) => {
    const pairs = treePairs(catalog.get('Names').get('EmbeddedFiles'), 'Names');
    return (
      !pairs.some(([, { object }]) => object === file.object) && [place(file), 'is not in EmbeddedFiles']
    );
  }),
  each('pdf 7.11.4-2', files, (file) => {
    const params = embedded(file).get('Params');
    const missing = ['ModDate', 'CreationDate'].filter((key) => !params.get(key).text?.startsWith('D:'));
    return missing.length > 0 && [place(file), `Params lacks ${missing}`];
  }),
  each('pdf 7.11.4-3', files, (file) => {
    const size = embedded(file).get('Params').get('Size').number;
    const length = embedded(file).bytes.length;
    return (
      size !== undefined && size !== length && [place(file), `Params says ${size} bytes, there are ${length}`]
    );
  }),
  // PAC and some readers ask for it: what the file is, in words.
  each(
    'ours attachment-description',
    files,
    (file) => !file.get('Desc').text?.trim() && [place(file), 'no Desc'],
  ),
];
