// Writes the part of templates/README.md that lists what a template can name, from the schemas of the views and the doc
// comments in them. `--check` writes nothing and exits 1 where the file is not as it would be written.
//
// The schemas are run, since they are made of one another; their comments are not there by then. So the source of each
// schema file is changed as esbuild reads it: a key with a comment before it gets it as its description
// (`key: described("...", value)`), and each constant tells its name and comment.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'templates/README.md');
const BEGIN = '<!-- made by `npm run reference`: -->';
const END = '<!-- end of what is made -->';
/** Kinds of values, one and many, in a template author's words. */
const WORDS = {
  string: ['word', 'words'],
  number: ['number', 'numbers'],
  boolean: ['yes or no', 'yes or no'],
};

const { viewSchemas, named } = await schemas();
const before = readFileSync(file, 'utf8');
const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
if (from < 0 || to < from) throw new Error(`${file} has no place between "${BEGIN}" and "${END}"`);
const after = `${before.slice(0, from)}${BEGIN}\n\n${reference()}\n${before.slice(to)}`;
if (!process.argv.includes('--check')) writeFileSync(file, after);
else if (after !== before) {
  console.error('templates/README.md is not as the views are: npm run reference');
  process.exitCode = 1;
}

/** The schemas by view, and of every schema that is a constant its name, its comment and its file's, by its definition. */
async function schemas() {
  const notes = `
    export const named = new Map();
    export const described = (text, schema) => schema.describe(text);
    export const tell = (name, text, head, schema) => {
      const def = schema?._zod?.def;
      if (def && !named.has(def)) named.set(def, { name, text, head });
      return schema;
    };`;
  const virtual = {
    notes: { contents: notes },
    entry: {
      contents: `export { viewSchemas } from './src/views/schema.ts'; export { named } from 'notes';`,
    },
  };
  const plugin = {
    name: 'comments',
    setup(building) {
      building.onResolve({ filter: /^(notes|entry)$/ }, ({ path }) => ({ path, namespace: 'virtual' }));
      building.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
        ...virtual[path],
        resolveDir: root,
      }));
      building.onLoad({ filter: /[\\/]views[\\/]schema([\\/].*)?\.ts$/ }, ({ path }) => ({
        contents: `import { described, tell } from 'notes';\n${withComments(readFileSync(path, 'utf8'))}`,
        loader: 'ts',
      }));
    },
  };
  const options = { bundle: true, write: false, format: 'esm', platform: 'node', absWorkingDir: root };
  const { outputFiles } = await build({ ...options, entryPoints: ['entry'], outdir: 'x', plugins: [plugin] });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** The source with its comments made part of the code. */
function withComments(source) {
  const head = /^\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
  const inserts = [];
  const wrap = (start, end, call) => inserts.push([start, `${call}, `], [end, ')']);
  const quoted = (text) => JSON.stringify(text.replace(/\s*\n\s*\*\s?/g, ' ').trim());
  for (const { 1: text, 0: whole, index } of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?=\w)/g)) {
    const at = index + whole.length;
    const [written = '', key, colon] = /^(\w+)(\s*:\s*|(?=\s*[,}]))/.exec(source.slice(at)) ?? [];
    if (key === undefined) continue;
    if (colon === '') inserts.push([at, `${key}: described(${quoted(text)}, `], [at + key.length, ')']);
    else wrap(at + written.length, endOf(source, at + written.length), `described(${quoted(text)}`);
  }
  const constants = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^(?:export )?const (\w+) = /gm;
  for (const { 0: whole, 1: text = '', 2: name, index } of source.matchAll(constants)) {
    const start = index + whole.length;
    wrap(start, endOf(source, start), `tell(${JSON.stringify(name)}, ${quoted(text)}, ${quoted(head)}`);
  }
  let changed = source;
  for (const [at, text] of inserts.sort(([a], [b]) => b - a))
    changed = changed.slice(0, at) + text + changed.slice(at);
  return changed;
}

/** The offset after the expression that begins at `start`: before the comma, bracket or semicolon that ends it. */
function endOf(source, start) {
  const token = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|\/\/.*|[([{]|[)\]}]|[,;]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [sign] = found;
    if (depth === 0 && /^[,;)\]}]$/.test(sign)) return found.index;
    if (/^[([{]$/.test(sign)) depth++;
    else if (/^[)\]}]$/.test(sign)) depth--;
  }
  return source.length;
}

function defOf(schema) {
  return schema._zod.def;
}

function noteOf(schema) {
  return named.get(defOf(schema));
}

/** What a value is once lists and "or nothing" are taken off. */
function innerOf(schema) {
  const def = defOf(schema);
  if (def.type === 'nullable') return innerOf(def.innerType);
  return def.type === 'array' ? innerOf(def.element) : schema;
}

/** The whole generated part: keys of all views, each view's own, then the groups that stand in several places. */
function reference() {
  const views = Object.entries(viewSchemas);
  const shapes = views.map(([, schema]) => defOf(schema).shape);
  const [first = {}] = shapes;
  const everywhere = Object.keys(first).filter((key) => shapes.every((shape) => shape[key] === first[key]));
  const own = (shape) => Object.entries(shape).filter(([key]) => !everywhere.includes(key));
  const common = everywhere.map((key) => [key, first[key]]);

  const counts = new Map();
  const waiting = [common, ...shapes.map(own)];
  for (let entries = waiting.pop(); entries; entries = waiting.pop()) {
    for (const [, value] of entries) {
      const def = defOf(innerOf(value));
      if (def.type !== 'object') continue;
      counts.set(def, (counts.get(def) ?? 0) + 1);
      if (counts.get(def) === 1) waiting.push(Object.entries(def.shape));
    }
  }
  const parts = [...counts]
    .flatMap(([def, count]) => (count > 1 && named.has(def) ? [{ def, ...named.get(def) }] : []))
    .filter(({ name }) => plainName(name) !== 'text')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const isPart = (def) => parts.some((part) => part.def === def);

  const sections = [
    '### In every view',
    lines(common, isPart),
    ...views.flatMap(([name, schema]) => {
      const { text = '', head = '' } = noteOf(schema) ?? {};
      return [`### The view \`${name}\``, text || head, lines(own(defOf(schema).shape), isPart)];
    }),
    '### Groups',
    'These stand in several places above.',
    ...parts.flatMap(({ def, name, text }) => [
      `#### Group: ${plainName(name)}`,
      text,
      lines(Object.entries(def.shape), isPart),
    ]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** "titledLevelSchema" as "titled level". */
function plainName(name) {
  return name
    .replace(/Schema$/, '')
    .replace(/[A-Z]/g, ' $&')
    .toLowerCase();
}

/** One line a key; below it those of a group that has no section of its own. */
function lines(entries, isPart, indent = '') {
  return entries
    .flatMap(([key, value]) => {
      const inner = defOf(innerOf(value));
      const says = value.description ? `. ${value.description.replace(/(?<!\.)\.$/, '')}` : '';
      const line = `${indent}- \`${key}\`: ${typeOf(value, isPart)}${says}`;
      const opens = inner.type === 'object' && !isText(inner) && !isPart(inner);
      return opens ? [line, lines(Object.entries(inner.shape), isPart, `${indent}  `)] : [line];
    })
    .join('\n');
}

function isText(def) {
  return plainName(named.get(def)?.name ?? '') === 'text';
}

/** The kind of a value, in a template author's words. */
function typeOf(schema, isPart, many = false) {
  const def = defOf(schema);
  if (def.type === 'nullable') return `${typeOf(def.innerType, isPart, many)}, or nothing`;
  if (def.type === 'array') return `${many ? 'lists' : 'list'} of ${typeOf(def.element, isPart, true)}`;
  if (def.type === 'enum')
    return `one of ${Object.values(def.entries)
      .map((value) => `\`${value}\``)
      .join(', ')}`;
  if (def.type !== 'object') {
    const words = WORDS[def.type];
    if (!words) throw new Error(`no words for a schema of the type ${def.type}`);
    return words[many ? 1 : 0];
  }
  if (isText(def)) return many ? 'texts' : 'text';
  const group = many ? 'groups' : 'group';
  if (!isPart(def)) return group;
  const name = plainName(named.get(def).name);
  return `${group} [${name}](#group-${name.replaceAll(' ', '-')})`;
}
