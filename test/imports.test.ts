/** The direction of the house (DESIGN.md, Modules), read from the imports themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const IMPORT = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm;

interface Import {
  /** Relative to src/. */
  readonly file: string;
  /** A file relative to src/, or a package. */
  readonly target: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match): Import => {
    const name = match[1] ?? match[2] ?? '';
    const target = name.startsWith('.') ? relative(SRC, join(SRC, dirname(file), name)) : name;
    return {
      file,
      target,
      typeOnly: /^(import|export) type /.test(match[0]),
      dynamic: match[2] !== undefined,
    };
  });
});

/** The module a file belongs to: its folder, or for those at the top its name. */
function moduleOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : path.replace(/\.ts$/, '');
}

/** Which modules each may import; every one may import itself and problems. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  problems: [],
  project: [],
  files: ['project'],
  framework: [],
  views: ['framework'],
  merge: ['views'],
  markdown: [],
  pictures: [],
  layout: ['markdown', 'pictures'],
  pdf: ['layout'],
  schemas: ['framework', 'project', 'layout'],
  importing: ['framework'],
  starter: ['framework', 'importing'],
  generate: ['project', 'files', 'framework', 'views', 'merge', 'markdown', 'pictures', 'layout', 'pdf'],
  commands: ['generate', 'project', 'files', 'framework', 'importing', 'starter', 'merge', 'markdown'],
  cli: ['commands'],
  bin: ['cli', 'commands'],
  index: ['generate', 'markdown', 'project', 'framework', 'views', 'merge'],
};

/** What is allowed besides, and why. */
const ALSO: Readonly<Record<string, RegExp>> = {
  // The grammar of marks and of front matter is one file each, written by merge and read by markdown.
  merge: /^markdown\/(marks|front-matter)\.ts$/,
  // What papers there are.
  commands: /^layout\/theme\.ts$/,
};

/** The door to files, which everybody may name as a type. */
const FOLDER = 'project/folder.ts';

function packages(name: RegExp): readonly string[] {
  return [
    ...new Set(
      imports.filter(({ target, typeOnly }) => !typeOnly && name.test(target)).map(({ file }) => file),
    ),
  ].sort();
}

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('go one way', () => {
    const wrong = imports.filter(({ file, target, typeOnly }) => {
      if (!target.endsWith('.ts')) return false;
      const [from, to] = [moduleOf(file), moduleOf(target)];
      if (from === to || to === 'problems') return false;
      if (target === FOLDER && typeOnly) return false;
      if (ALSO[from]?.test(target)) return false;
      return !(MAY[from] ?? []).includes(to);
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('end in .ts', () => {
    const wrong = imports.filter(({ target }) => /^[\w./-]+$/.test(target) && files.includes(`${target}.ts`));
    expect(wrong).toEqual([]);
  });

  it('touch the disk in project/ and files/ alone', () => {
    expect(packages(/^node:fs/).filter((file) => !/^(project|files)\//.test(file))).toEqual([]);
  });

  it.each([
    [/^handlebars/, /^merge\//],
    [/^markdown-it/, /^(markdown|importing\/read)\//],
    [/^fontkit/, /^layout\/fonts\.ts$/],
    [/^pdfkit/, /^pdf\/pdfkit\.ts$/],
    [/^commander/, /^(cli\.ts|commands\/)/],
    [/^@clack/, /^commands\/init-questions\.ts$/],
    [/^@resvg/, /^pictures\/draw\.ts$/],
    [/^harfbuzzjs/, /^layout\/fallback\/harfbuzz\.ts$/],
    [/^bidi-js/, /^layout\/fallback\/bidi\.ts$/],
    [/^wawoff2/, /^layout\/fallback\/font-file\.ts$/],
    [/^unicode-name/, /^generate\/lettering\.ts$/],
    [/^sax/, /^(pictures\/svg|importing\/read\/xml)\.ts$/],
    [/^(papaparse|yauzl|numfmt|jsonc-parser|parse5)/, /^importing\/read\//],
  ])('of %s stand in their place alone', (name, place) => {
    const found = packages(name);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((file) => !place.test(file))).toEqual([]);
  });

  it('name only what is in package.json', () => {
    const text = readFileSync(join(SRC, '../package.json'), 'utf8');
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(text);
    const foreign = imports.filter(({ target }) => !target.endsWith('.ts') && !target.startsWith('node:'));
    const names = foreign.map(({ target }) =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/'),
    );
    expect([...new Set(names)].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });

  it('leave process to the bin (but for its number, in the name of a file that is being written)', () => {
    const code = (file: string) => readFileSync(join(SRC, file), 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '');
    const found = files.filter((file) => /\bprocess\.(?!pid)\w/.test(code(file)));
    expect(found).toEqual(['bin.ts']);
  });
});

/** Everything that is loaded when a file is, without what it loads later. */
function loaded(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { file: from, target, typeOnly, dynamic } of imports)
      if (from === file && !typeOnly && !dynamic) waiting.push(target);
  }
  return seen;
}

describe('a command loads what it needs', () => {
  it('commander and nothing else for --help', () => {
    const all = [...loaded('bin.ts')];
    expect(all.filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'))).toEqual(['commander']);
    expect(
      all.filter(
        (name) => !/^(bin|cli|commands\/[\w-]+|problems\/source)\.ts$/.test(name) && name.endsWith('.ts'),
      ),
    ).toEqual([]);
  });

  it.each(['commands/render.ts', 'commands/list.ts', 'commands/check.ts'])(
    'of layout/, pictures/ and pdf/ nothing but the theme, and what a picture is, for %s',
    (command) => {
      const all = [...loaded(command)];
      const heavy = /^(layout|pictures|pdf)\/|^(fontkit|pdfkit|sax|@resvg)/;
      expect(all.filter((name) => heavy.test(name)).sort()).toEqual(
        command === 'commands/list.ts' ? [] : ['layout/theme.ts', 'layout/units.ts', 'pictures/picture.ts'],
      );
    },
  );

  it.each(['commands/render.ts', 'commands/list.ts', 'commands/pdf.ts', 'commands/check.ts'])(
    'no explanations, and rules for check alone, for %s',
    (command) => {
      const all = [...loaded(command)];
      expect(all.filter((name) => name.startsWith('problems/explanations/'))).toEqual([]);
      expect(all.includes('framework/check/rules.ts')).toBe(command === 'commands/check.ts');
    },
  );

  it('no parser before a file asks for it, and nothing that sets pages, for import', () => {
    const all = [...loaded('commands/import.ts'), ...loaded('importing/read/read.ts')];
    const heavy =
      /^(layout|pictures|pdf|markdown|generate)\/|^(fontkit|pdfkit|sax|@resvg|papaparse|yauzl|numfmt|jsonc-parser|parse5|markdown-it)/;
    expect(all.filter((name) => heavy.test(name)).sort()).toEqual([]);
  });

  it('nothing that draws or reads SVG, before a picture asks for it', () => {
    const all = [...loaded('generate/pictures.ts')];
    expect(all.filter((name) => /^(sax|@resvg)/.test(name))).toEqual([]);
    expect(all).toContain('pictures/prepare.ts');
  });

  it.each(['generate/typeset.ts', 'layout/layout.ts', 'layout/fallback/needed.ts', 'pdf/write.ts'])(
    'nothing that shapes other letters, before a letter asks for it, for %s',
    (file) => {
      const all = [...loaded(file)];
      expect(all.filter((name) => /^(harfbuzzjs|bidi-js|wawoff2|unicode-name)/.test(name))).toEqual([]);
    },
  );
});
