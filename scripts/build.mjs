// Builds dist/: one ES module graph from src/ (packages stay packages), the type declarations, and the four fonts
// with their licence, so that the packed package needs nothing but its dependencies. `prepare` runs it.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'fonts'), { recursive: true });

await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/bin.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  define: { RUBRICATE_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
chmodSync(join(dist, 'cli.js'), 0o755);

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
