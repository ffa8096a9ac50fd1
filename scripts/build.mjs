// Builds dist/: one ES module graph from src/, the type declarations, and the four fonts with their licence, so that
// the packed package needs nothing but its dependencies. `prepare` runs it.
//
// Packages that every start reads are bundled, tree-shaken, with their licences in dist/LICENSES.txt: `list` takes two
// thirds of the time, Markdown four fifths (bench/run.mjs measures). fontkit, pdfkit, resvg and sax stay packages: they
// are read for a PDF alone, or a picture in it, gain little and bring data files of their own.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'fonts'), { recursive: true });

const built = await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/bin.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: [
    'fontkit',
    'pdfkit',
    '@resvg/resvg-wasm',
    'sax',
    'harfbuzzjs',
    'wawoff2',
    'bidi-js',
    'unicode-name',
    'parse5',
    'papaparse',
    'yauzl',
    'numfmt',
    'jsonc-parser',
    '@clack/prompts',
  ],
  mainFields: ['module', 'main'],
  // V8 is slow to spread objects; this writes `{ ...{ a, b }, c }` out.
  minifySyntax: true,
  // What is CommonJS in the bundle asks for Node's modules by require.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  metafile: true,
  chunkNames: 'chunks/[name]-[hash]',
  define: { RUBRICATE_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
chmodSync(join(dist, 'cli.js'), 0o755);
writeFileSync(join(dist, 'LICENSES.txt'), licences(Object.keys(built.metafile.inputs)));

/** The licences of all packages among the files that were bundled. */
function licences(files) {
  const homes = files.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const texts = [...new Set(homes)].sort().map((home) => {
    const {
      name,
      version: own,
      license,
    } = JSON.parse(readFileSync(join(root, home, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, home)).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no file with its licence`);
    return `${name} ${own} (${license})\n\n${readFileSync(join(root, home, file), 'utf8').trim()}\n`;
  });
  return `Packages that are part of this one:\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'),
);
for (const face of ['400Regular', '600SemiBold', '700Bold', '400Regular_Italic']) {
  copyFileSync(join(fonts, face, `SourceSans3_${face}.ttf`), join(dist, 'fonts', `SourceSans3_${face}.ttf`));
}
copyFileSync(join(fonts, 'LICENSE_FONT'), join(dist, 'fonts', 'LICENSE'));

const types = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), ...['-p', join(root, 'tsconfig.build.json')]],
  { stdio: 'inherit' },
);
process.exit(types.status ?? 1);
